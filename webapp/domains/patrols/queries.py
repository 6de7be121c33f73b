"""Reads of plans, rounds and visits."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domains.patrols.models import PatrolPlan, PatrolVisit
from webapp.domains.patrols.rules.rounds import Plan, Window, plan_of
from webapp.domains.patrols.rules.turns import Turn, week_of
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import effective
from webapp.ground.places.queries import routes


def plans_of(session: Session, estate_id: UUID, routes: Collection[UUID]) -> dict[UUID, list[Plan]]:
    """Answer the plans of each of these routes that has any."""
    query = select(PatrolPlan).where(PatrolPlan.estate_id == estate_id, PatrolPlan.route_id.in_(routes))
    plans: defaultdict[UUID, list[Plan]] = defaultdict(list)
    for row in session.scalars(query):
        plans[row.route_id].append(as_plan(row))
    return plans


def as_plan(row: PatrolPlan) -> Plan:
    """Answer a stored plan as rules see it."""
    windows = tuple(Window(window["number"], window["start"], window["end"]) for window in row.windows)
    return Plan(windows, row.rounds_on_working_day, row.rounds_on_rest_day, row.valid_from)


def seen_turns(
    session: Session, estate_id: UUID, until: date, routes: Collection[UUID]
) -> dict[UUID, dict[UUID, list[Turn]]]:
    """Answer on which rounds of the week up to `until` each place of these routes was checked."""
    checked = PatrolVisit.day.between(week_of(until), until) & ~PatrolVisit.skipped
    query = (
        select(PatrolVisit.route_id, PatrolVisit.place_id, PatrolVisit.day, PatrolVisit.number)
        .where(PatrolVisit.estate_id == estate_id, checked, PatrolVisit.route_id.in_(routes))
        .distinct()
    )
    seen: defaultdict[UUID, dict[UUID, list[Turn]]] = defaultdict(lambda: defaultdict(list))
    for route_id, place_id, day, number in session.execute(query) if routes else ():
        if route_id and number:
            seen[route_id][place_id].append(Turn(day, number))
    return seen


def plans_today(session: Session, estate_id: UUID, *, now: datetime) -> list[dict[str, Any]]:
    """Answer the plan of every route that holds today; the estate's settings stand in where a route has none."""
    estate = session.get_one(Estate, estate_id)
    day, settings = day_of(now, estate.timezone), effective(estate.settings)
    walked = routes(session, estate_id)
    own = plans_of(session, estate_id, [route.id for route in walked])
    holding = [(route, plan_of(own.get(route.id, []), day, settings)) for route in walked]
    return [
        {
            "route_id": route.id,
            "route_name": route.name,
            "own": plan in own.get(route.id, []),
            "windows": [asdict(window) for window in plan.windows],
            "rounds_on_working_day": plan.rounds_on_working_day,
            "rounds_on_rest_day": plan.rounds_on_rest_day,
        }
        for route, plan in holding
    ]
