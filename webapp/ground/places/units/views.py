"""HTTP doors of units: parse, call, shape."""

from typing import Any
from uuid import UUID

from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import OVERSEERS, Role, actor, needs
from webapp.core.db import db, unit_of_work
from webapp.core.letting_consents import letting_consents
from webapp.ground.places.rules import UnitStatus
from webapp.ground.places.units import queries
from webapp.ground.places.units.rules import Standing, check_consent
from webapp.ground.places.units.schemas import UnitOut, UnitsIn, UnitsOut, UnitStatusIn
from webapp.ground.places.units.service import change_status

bp = Blueprint("units", __name__, url_prefix="/api/v1/places/units", description="What each unit is, and was")


# Who registers the keys of a home, or goes to see one, finds it by its number.
@bp.get("")
@needs(*OVERSEERS, Role.ADMIN, Role.STEWARD)
@bp.arguments(UnitsIn, location="query")
@bp.response(200, UnitsOut)
def units(query: dict[str, Any]) -> queries.Page:
    return queries.units(db.session(), actor().estate_id, **query)


@bp.get("/<uuid:unit_id>")
@needs(*OVERSEERS, Role.ADMIN)
@bp.response(200, UnitOut)
def unit(unit_id: UUID) -> dict[str, Any]:
    return queries.unit(db.session(), actor().estate_id, unit_id)


@bp.post("/<uuid:unit_id>/status")
@needs(*OVERSEERS, Role.ADMIN)
@bp.arguments(UnitStatusIn)
@bp.response(200, UnitOut)
def status(body: dict[str, Any], unit_id: UUID) -> dict[str, Any]:
    after: Standing = body["after"]
    with unit_of_work() as session:
        if after.status is UnitStatus.LET_VACANT and after.since:
            check_consent(letting_consents().may_be_let(session, actor().estate_id, unit_id, after.since))
        change_status(session, actor().estate_id, unit_id, **body, by=actor().person, now=clock.now())
        return queries.unit(session, actor().estate_id, unit_id)
