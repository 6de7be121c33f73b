"""Reads of places and routes."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.ground.places.models import Place, Route, RoutePlace
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
