"""Proposes a place for each stairwell and floor, and a route for each building.

A route walks as stewards do: by lift to the top and down the stairs, stairwell after stairwell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.places.models import Building, Place, Route, RoutePlace, Stairwell
from webapp.ground.places.rules import PlaceType, building_route_name, stairwell_place_name
from webapp.ground.register.houses import Changes, keep_houses
from webapp.ground.register.keys import home_of
from webapp.ground.register.rules import Unit


@dataclass(slots=True)
class Proposed:
    """How many places and routes were made."""

    places: int = 0
    routes: int = 0


def propose_places(session: Session, estate_id: UUID, units: Sequence[Unit]) -> Proposed:
    """Add the places and routes that are missing. Routes that exist keep their order; new places come last."""
    changes: Changes = []
    proposed = Proposed()
    buildings, stairwells = keep_houses(session, estate_id, units, changes)
    floors = {home_of(unit): set[int]() for unit in units}
    for unit in units:
        floors[home_of(unit)].add(unit.floor)
    for building in buildings:
        own = {key: one for key, one in stairwells.items() if one.building_id == building.id and key in floors}
        walk: list[Place] = []
        for key, stairwell in sorted(own.items(), key=lambda item: item[1].position):
            walk += _places(session, building, stairwell, floors[key], proposed, changes)
        if walk:
            _route(session, building, walk, proposed, changes)
    session.flush()
    touch(session, estate_id, changes)
    return proposed


def _places(
    session: Session, building: Building, stairwell: Stairwell, floors: set[int], proposed: Proposed, changes: Changes
) -> list[Place]:
    """Answer the stairwell's places from the top down."""
    query = select(Place).where(
        Place.estate_id == stairwell.estate_id,
        Place.stairwell_id == stairwell.id,
        Place.type == PlaceType.STAIRWELL,
    )
    places = {place.floor: place for place in session.scalars(query)}
    for floor in floors - places.keys():
        places[floor] = Place(
            estate_id=stairwell.estate_id,
            id=new_id(),
            type=PlaceType.STAIRWELL,
            building_id=building.id,
            stairwell_id=stairwell.id,
            floor=floor,
            name=stairwell_place_name(building.name, stairwell.name, floor),
            active=True,
        )
        session.add(places[floor])
        proposed.places += 1
        changes.append(("places.place", places[floor].id))
    session.flush()
    return [places[floor] for floor in sorted(floors, reverse=True)]


def _route(session: Session, building: Building, walk: Sequence[Place], proposed: Proposed, changes: Changes) -> None:
    name = building_route_name(building.name)
    query = select(Route).where(Route.estate_id == building.estate_id, Route.name == name)
    route = session.scalars(query).one_or_none()
    if route is None:
        route = Route(estate_id=building.estate_id, id=new_id(), name=name, active=True)
        session.add(route)
        session.flush()
        proposed.routes += 1
    query_stops = select(RoutePlace).where(RoutePlace.estate_id == route.estate_id, RoutePlace.route_id == route.id)
    stops = {stop.place_id: stop.position for stop in session.scalars(query_stops)}
    missing = [place for place in walk if place.id not in stops]
    for position, place in enumerate(missing, start=max(stops.values(), default=0) + 1):
        session.add(RoutePlace(estate_id=route.estate_id, route_id=route.id, place_id=place.id, position=position))
    if missing:
        changes.append(("places.route", route.id))
