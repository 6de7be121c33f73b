"""HTTP doors of routes: parse, call, shape."""

from typing import Any
from uuid import UUID

from flask_smorest import Blueprint

from webapp.core.actor import OVERSEERS, Role, actor, needs
from webapp.core.db import db, unit_of_work
from webapp.ground.places.routes import queries
from webapp.ground.places.routes.rules import RouteState
from webapp.ground.places.routes.schemas import NewPatrolRouteIn, OrderOut, PatrolRouteIn, PatrolRouteOut
from webapp.ground.places.routes.service import change_route, create_route

bp = Blueprint("routes", __name__, url_prefix="/api/v1/places/routes", description="What is walked, by whom")


@bp.get("")
@needs(*OVERSEERS, Role.ADMIN)
@bp.response(200, PatrolRouteOut(many=True))
def routes() -> list[dict[str, Any]]:
    return queries.all_routes(db.session(), actor().estate_id)


@bp.post("")
@needs(*OVERSEERS, Role.ADMIN)
@bp.arguments(NewPatrolRouteIn)
@bp.response(201, PatrolRouteOut)
def create(body: RouteState) -> dict[str, Any]:
    with unit_of_work() as session:
        made = create_route(session, actor().estate_id, body)
        return queries.one_route(session, actor().estate_id, made)


@bp.put("/<uuid:route_id>")
@needs(*OVERSEERS, Role.ADMIN)
@bp.arguments(PatrolRouteIn)
@bp.response(200, PatrolRouteOut)
def change(body: dict[str, Any], route_id: UUID) -> dict[str, Any]:
    with unit_of_work() as session:
        change_route(session, actor().estate_id, route_id, **body)
        return queries.one_route(session, actor().estate_id, route_id)


@bp.get("/<uuid:route_id>/proposal")
@needs(*OVERSEERS, Role.ADMIN)
@bp.response(200, OrderOut)
def proposal(route_id: UUID) -> dict[str, Any]:
    return {"place_ids": queries.proposed_order(db.session(), actor().estate_id, route_id)}
