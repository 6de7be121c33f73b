"""HTTP doors of places: parse, call, shape."""

from typing import Any
from uuid import UUID

from flask_smorest import Blueprint

from webapp.core.actor import OVERSEERS, Role, actor, needs
from webapp.core.db import db, unit_of_work
from webapp.ground.places import queries
from webapp.ground.places.schemas import NewPlaceIn, NewPlacesIn, PatrolPlaceIn, PatrolPlaceOut, PlacesOut
from webapp.ground.places.service import add_place, add_places, change_place

bp = Blueprint("places", __name__, url_prefix="/api/v1/places", description="Places on a round")


@bp.get("")
@needs(*OVERSEERS, Role.ADMIN)
@bp.response(200, PatrolPlaceOut(many=True))
def places() -> list[dict[str, Any]]:
    return queries.all_places(db.session(), actor().estate_id)


@bp.post("")
@needs(*OVERSEERS, Role.ADMIN)
@bp.arguments(NewPlaceIn)
@bp.response(201, PatrolPlaceOut)
def create(body: dict[str, Any]) -> dict[str, Any]:
    with unit_of_work() as session:
        made = add_place(session, actor().estate_id, **body)
        return queries.one_place(session, actor().estate_id, made)


@bp.post("/many")
@needs(*OVERSEERS, Role.ADMIN)
@bp.arguments(NewPlacesIn)
@bp.response(201, PlacesOut)
def create_many(body: dict[str, Any]) -> dict[str, Any]:
    estate_id = actor().estate_id
    with unit_of_work() as session:
        made = add_places(session, estate_id, body["type"], body["names"])
        return {"places": queries.some_places(session, estate_id, made)}


@bp.put("/<uuid:place_id>")
@needs(*OVERSEERS, Role.ADMIN)
@bp.arguments(PatrolPlaceIn)
@bp.response(200, PatrolPlaceOut)
def change(body: dict[str, Any], place_id: UUID) -> dict[str, Any]:
    with unit_of_work() as session:
        change_place(session, actor().estate_id, place_id, **body)
        return queries.one_place(session, actor().estate_id, place_id)
