"""Founds the demo estate: people, register, routes with their stewards, plans, labels on the walls."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.db import unit_of_work
from webapp.core.domain import PushKind
from webapp.core.wire import plain
from webapp.demo.cast import CAST, GARDENERS, HEADS, STEWARDS
from webapp.demo.corners import add_corners
from webapp.demo.days import PLANNED_BEFORE, plans
from webapp.demo.phone import Phone
from webapp.demo.units import demo_units
from webapp.demo.walk import Beat, Stop
from webapp.domains.patrols.service import set_plan
from webapp.ground.estates.service import found_estate
from webapp.ground.labels.service import labels_to_print
from webapp.ground.people.departments.rules import NAMES, DepartmentKind, department_id
from webapp.ground.people.departments.service import set_department
from webapp.ground.people.service import add_person, give_part
from webapp.ground.places import queries
from webapp.ground.places.models import Route
from webapp.ground.places.rules import building_route_name
from webapp.ground.register import keep_register

NAME = "望江苑"


def found(chance: Random, *, now: datetime, at: datetime) -> UUID:
    """Make the estate as it was on the day of its opening, and answer its id.

    at  when it was opened; `now` is what today's rounds lie around
    """
    with unit_of_work() as session:
        estate = found_estate(session, NAME, now=at)
        people = {player.login: _hire(session, estate.id, player.login, at) for player in CAST}
        _set_departments(session, estate.id, people)
        keep_register(session, estate.id, list(demo_units(chance)), by=None, now=at, propose=True)
        add_corners(session, estate.id, now=at)
        for route in queries.routes(session, estate.id):
            route.steward_id = people[_steward_of(route)]
            for plan in plans(now):
                set_plan(session, estate.id, route.id, plan, now=at - PLANNED_BEFORE)
        return estate.id


def _hire(session: Session, estate_id: UUID, login: str, at: datetime) -> UUID:
    player = next(one for one in CAST if one.login == login)
    person, _ = add_person(session, player.login, player.name, player.password, now=at)
    give_part(session, estate_id, person.id, player.role)
    return person.id


def _set_departments(session: Session, estate_id: UUID, people: Mapping[str, UUID]) -> None:
    heads = {kind: people[login] for kind, login in HEADS.items()}
    gardeners = [people[login] for login in GARDENERS]
    for kind, name in NAMES.items():
        named = gardeners if kind is DepartmentKind.GREENING else []
        head_id = heads.get(kind)
        set_department(session, estate_id, department_id(estate_id, kind), name=name, head_id=head_id, named=named)


def _steward_of(route: Route) -> str:
    return next(
        steward.login
        for steward in STEWARDS
        if route.name in {building_route_name(f"{building} 栋") for building in steward.buildings}
    )


def hang_labels(
    estate_id: UUID, phones: Mapping[str, Phone], kinds: Mapping[str, PushKind], *, at: datetime
) -> dict[int, Beat]:
    """Print the labels, let each steward hang those of the own buildings, and answer the beats by building."""
    beats = {}
    for steward in STEWARDS:
        for building in steward.buildings:
            beats[building] = beat = _printed(estate_id, building_route_name(f"{building} 栋"), at)
            moments = [at + timedelta(minutes=1 + index) for index in range(len(beat.stops))]
            phone = phones[steward.login]
            items = [
                phone.item("labels.hang", str(stop.place_id), _hung(stop, moment), moment)
                for stop, moment in zip(beat.stops, moments, strict=True)
            ]
            phone.send(items, kinds, at=moments[-1] + timedelta(minutes=1))
            at = moments[-1] + timedelta(minutes=10)
    return beats


def _hung(stop: Stop, at: datetime) -> dict[str, object]:
    return {"code": stop.code, "placeId": str(stop.place_id), "hungAt": plain(at)}


def _printed(estate_id: UUID, route_name: str, at: datetime) -> Beat:
    with unit_of_work() as session:
        route = next(one for one in queries.routes(session, estate_id) if one.name == route_name)
        places = queries.places_of(session, estate_id, route.id)
        printed = labels_to_print(session, estate_id, places, reprint=False, now=at)
        stops = [
            Stop(place.id, place.floor or 1, label.code) for place, label in zip(places, printed.values(), strict=True)
        ]
        return Beat(route.id, stops)
