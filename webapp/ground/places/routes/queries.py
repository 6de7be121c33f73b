"""Reads of routes and of what stands on them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeVarTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.ground.people.models import Person
from webapp.ground.places.models import Building, Place, Route, RoutePlace, Stairwell
from webapp.ground.places.routes.rules import Frequency, RouteState, Stop, walking_order
from webapp.ground.places.rules import natural

Columns = TypeVarTuple("Columns")

_ALL = true()

_STOP = (
    Place.id,
    Place.type,
    Place.name,
    Building.position,
    Building.name,
    Stairwell.position,
    Stairwell.name,
    Place.floor,
    Place.active,
)


def known_stops(session: Session, estate_id: UUID, ids: Collection[UUID]) -> dict[UUID, Stop]:
    """Answer those of the places that the estate has."""
    # Asked for all at once and picked here: one list may name more places than a statement takes parameters.
    found = (_stop(row) for row in session.execute(_with_houses(select(*_STOP), Place.estate_id == estate_id)))
    return {stop.id: stop for stop in found if stop.id in ids}


def stops_of(session: Session, estate_id: UUID, which: ColumnElement[bool]) -> dict[UUID, list[Stop]]:
    """Answer what stands on each of these routes, in walking order; a route without places is left out."""
    query = select(RoutePlace.route_id, *_STOP).join(
        RoutePlace, (RoutePlace.estate_id == Place.estate_id) & (RoutePlace.place_id == Place.id)
    )
    stops: defaultdict[UUID, list[Stop]] = defaultdict(list)
    here = (Place.estate_id == estate_id) & which
    for row in session.execute(_with_houses(query, here).order_by(RoutePlace.position)):
        stops[row[0]].append(_stop(row[1:]))
    return stops


def frequencies_of(session: Session, estate_id: UUID, which: ColumnElement[bool]) -> dict[UUID, dict[UUID, Frequency]]:
    """Answer for each of these routes the places that are not visited on every round, and how often they are."""
    query = select(RoutePlace.route_id, RoutePlace.place_id, RoutePlace.frequency).where(
        RoutePlace.estate_id == estate_id, RoutePlace.frequency != Frequency.EVERY_ROUND, which
    )
    found: defaultdict[UUID, dict[UUID, Frequency]] = defaultdict(dict)
    for route_id, place_id, frequency in session.execute(query):
        found[route_id][place_id] = frequency
    return found


def all_routes(session: Session, estate_id: UUID) -> list[dict[str, Any]]:
    """Answer every route, walked or not, by name as people count, with its places in walking order."""
    return _told(session, estate_id, Route.estate_id == estate_id)


def one_route(session: Session, estate_id: UUID, route_id: UUID) -> dict[str, Any]:
    """Answer one route as `all_routes` does; raises NotFound."""
    told = _told(session, estate_id, Route.id == route_id)
    if not told:
        raise NotFound(route=str(route_id))
    return told[0]


def state_of(session: Session, route: Route) -> RouteState:
    """Answer all that somebody may change of a route."""
    which = RoutePlace.route_id == route.id
    stops = stops_of(session, route.estate_id, which)
    often = frequencies_of(session, route.estate_id, which)
    return _state(route, stops.get(route.id, []), often.get(route.id, {}))


def proposed_order(session: Session, estate_id: UUID, route_id: UUID) -> list[UUID]:
    """Answer the route's places in the order in which stewards walk; raises NotFound."""
    if session.get(Route, (estate_id, route_id)) is None:
        raise NotFound(route=str(route_id))
    stops = stops_of(session, estate_id, RoutePlace.route_id == route_id)
    return [stop.id for stop in walking_order(stops.get(route_id, []))]


def routes_through(session: Session, estate_id: UUID, which: ColumnElement[bool] = _ALL) -> Mapping[UUID, list[UUID]]:
    """Answer on which routes each place stands; a place on none is left out."""
    query = select(RoutePlace.place_id, RoutePlace.route_id).where(RoutePlace.estate_id == estate_id, which)
    through: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for place_id, route_id in session.execute(query.order_by(RoutePlace.route_id)):
        through[place_id].append(route_id)
    return through


def _told(session: Session, estate_id: UUID, which: ColumnElement[bool]) -> list[dict[str, Any]]:
    query = select(Route, Person.name).outerjoin(Person, Person.id == Route.steward_id)
    found = session.execute(query.where(Route.estate_id == estate_id, which)).all()
    here = RoutePlace.route_id.in_([route.id for route, _ in found])
    stops, often = stops_of(session, estate_id, here), frequencies_of(session, estate_id, here)
    states = ((_state(route, stops.get(route.id, []), often.get(route.id, {})), route, who) for route, who in found)
    told = [_route(state, route.id, steward) for state, route, steward in states]
    return sorted(told, key=lambda one: natural(one["name"]))


def _route(state: RouteState, route_id: UUID, steward: str | None) -> dict[str, Any]:
    return {
        "id": route_id,
        "name": state.name,
        "steward_id": state.steward_id,
        "steward_name": steward,
        "active": state.active,
        "place_ids": state.place_ids,
        "frequencies": state.frequencies,
        "version": state.version,
    }


def _state(route: Route, stops: Sequence[Stop], frequencies: Mapping[UUID, Frequency]) -> RouteState:
    return RouteState(route.name, route.steward_id, route.active, tuple(stop.id for stop in stops), frequencies)


def _with_houses(query: Select[*Columns], which: ColumnElement[bool]) -> Select[*Columns]:
    in_building = (Building.estate_id == Place.estate_id) & (Building.id == Place.building_id)
    in_stairwell = (Stairwell.estate_id == Place.estate_id) & (Stairwell.id == Place.stairwell_id)
    return query.outerjoin(Building, in_building).outerjoin(Stairwell, in_stairwell).where(which)


def _stop(row: Sequence[Any]) -> Stop:
    id_, type_, name, b_position, b_name, s_position, s_name, floor, active = row
    building = (b_position, b_name) if b_name is not None else None
    stairwell = (s_position, s_name) if s_name is not None else None
    return Stop(id_, type_, name, building, stairwell, floor, active)
