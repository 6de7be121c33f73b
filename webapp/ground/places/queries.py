"""Reads of places and routes."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.ground.places.models import Place, Route, RoutePlace
from webapp.ground.places.routes.queries import known_stops, routes_through
from webapp.ground.places.routes.rules import walking_order
from webapp.ground.places.rules import natural


def routes(session: Session, estate_id: UUID) -> Sequence[Route]:
    """Answer the routes that are walked, by name as people count: 2 栋 before 10 栋."""
    walked = session.scalars(select(Route).where(Route.estate_id == estate_id, Route.active))
    return sorted(walked, key=lambda route: natural(route.name))


def places_of(session: Session, estate_id: UUID, route_id: UUID) -> Sequence[Place]:
    """Answer the route's places that are in use, in walking order."""
    query = (
        select(Place)
        .join(RoutePlace, (RoutePlace.estate_id == Place.estate_id) & (RoutePlace.place_id == Place.id))
        .where(Place.estate_id == estate_id, RoutePlace.route_id == route_id, Place.active)
        .order_by(RoutePlace.position)
    )
    return session.scalars(query).all()


def all_places(session: Session, estate_id: UUID) -> list[dict[str, Any]]:
    """Answer every place, in use or not, in the order in which stewards walk, with the routes it stands on."""
    rows = session.scalars(select(Place).where(Place.estate_id == estate_id)).all()
    places = {place.id: place for place in rows}
    through = routes_through(session, estate_id)
    stops = walking_order(known_stops(session, estate_id, places.keys()).values())
    return [_told(places[stop.id], through.get(stop.id, [])) for stop in stops]


def one_place(session: Session, estate_id: UUID, place_id: UUID) -> dict[str, Any]:
    """Answer one place as `all_places` does; raises NotFound."""
    told = some_places(session, estate_id, [place_id])
    if not told:
        raise NotFound(place=str(place_id))
    return told[0]


def some_places(session: Session, estate_id: UUID, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Answer those of the places that the estate has as `all_places` does, in the order asked for."""
    rows = session.scalars(select(Place).where(Place.estate_id == estate_id, Place.id.in_(ids)))
    places = {place.id: place for place in rows}
    through = routes_through(session, estate_id, RoutePlace.place_id.in_(ids))
    return [_told(places[one], through.get(one, [])) for one in ids if one in places]


def _told(place: Place, routes: Sequence[UUID]) -> dict[str, Any]:
    return {
        "id": place.id,
        "type": place.type,
        "name": place.name,
        "building_id": place.building_id,
        "stairwell_id": place.stairwell_id,
        "floor": place.floor,
        "active": place.active,
        "routes": routes,
    }
