"""Puts new places on the routes where they are walked, making those that are missing."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.core.ids import new_id
from webapp.ground.places.models import Building, Place, Route, RoutePlace
from webapp.ground.places.routes.queries import known_stops, stops_of
from webapp.ground.places.routes.rules import Stop, joined
from webapp.ground.places.routes.service import ROUTE, set_stops
from webapp.ground.places.rules import INSIDE, OUTDOOR_ROUTE, building_route_name


@dataclass(slots=True)
class Placed:
    """How many routes were made, and what phones are to be told."""

    routes: int = 0
    changes: list[tuple[str, UUID]] = field(default_factory=list)


def put_on_routes(session: Session, estate_id: UUID, places: Sequence[Place]) -> Placed:
    """Put stored places on the route of their building, those outside on that of the grounds, in the order given.

    A route takes places of buildings in where they are walked (`joined`); those outside come last.
    """
    placed = Placed()
    known = known_stops(session, estate_id, {place.id for place in places})
    homes = {_home(place): None for place in places}
    routes = {home: _route_of(session, estate_id, home, placed) for home in homes}
    walked = stops_of(session, estate_id, RoutePlace.route_id.in_(routes.values()))
    inside: defaultdict[UUID, list[Stop]] = defaultdict(list)
    outside: defaultdict[UUID, list[Stop]] = defaultdict(list)
    for place in places:
        # Several buildings may be walked on one route.
        (inside if _home(place) else outside)[routes[_home(place)]].append(known[place.id])
    for route_id in dict.fromkeys(routes.values()):
        order = [*joined(walked.get(route_id, []), inside[route_id]), *outside[route_id]]
        set_stops(session, estate_id, route_id, [stop.id for stop in order])
        placed.changes.append((ROUTE, route_id))
    return placed


def put_after(session: Session, estate_id: UUID, place_id: UUID, after: UUID) -> Placed:
    """Put a stored place on every route of another, right after it."""
    through = select(RoutePlace.route_id).where(RoutePlace.estate_id == estate_id, RoutePlace.place_id == after)
    placed = Placed()
    for route_id, stops in stops_of(session, estate_id, RoutePlace.route_id.in_(through)).items():
        order = [stop.id for stop in stops]
        order.insert(order.index(after) + 1, place_id)
        set_stops(session, estate_id, route_id, order)
        placed.changes.append((ROUTE, route_id))
    return placed


def _home(place: Place) -> UUID | None:
    return place.building_id if place.type in INSIDE else None


def _route_of(session: Session, estate_id: UUID, building_id: UUID | None, placed: Placed) -> UUID:
    """Answer the route on which most of the building is walked, whatever it is called; else the one of its name."""
    if building_id is None:
        return _route_called(session, estate_id, OUTDOOR_ROUTE, placed)
    walked = (
        select(Route.id)
        .join(RoutePlace, (RoutePlace.estate_id == Route.estate_id) & (RoutePlace.route_id == Route.id))
        .join(Place, (Place.estate_id == RoutePlace.estate_id) & (Place.id == RoutePlace.place_id))
        .where(Route.estate_id == estate_id, Route.active, Place.building_id == building_id, Place.type.in_(INSIDE))
        .group_by(Route.id)
        .order_by(func.count().desc(), Route.id)
    )
    found = session.scalars(walked.limit(1)).one_or_none()
    if found:
        return found
    building = session.get_one(Building, (estate_id, building_id))
    return _route_called(session, estate_id, building_route_name(building.name), placed)


def _route_called(session: Session, estate_id: UUID, name: str, placed: Placed) -> UUID:
    route = session.scalars(select(Route).where(Route.estate_id == estate_id, Route.name == name)).one_or_none()
    if route is None:
        route = Route(estate_id=estate_id, id=new_id(), name=name, active=True)
        session.add(route)
        session.flush()
        placed.routes += 1
    return route.id
