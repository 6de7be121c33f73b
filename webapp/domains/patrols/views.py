"""HTTP doors of patrols: the plans. Visits come in by sync alone."""

from typing import Any
from uuid import UUID

from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import OVERSEERS, Role, actor, needs
from webapp.core.db import db, unit_of_work
from webapp.domains.patrols.planned import planned
from webapp.domains.patrols.schemas import PlanIn, PlannedOut
from webapp.domains.patrols.service import set_plan

bp = Blueprint("patrols", __name__, url_prefix="/api/v1/patrols", description="When routes are walked, and by whom")


@bp.get("/plans")
@needs(*OVERSEERS, Role.ADMIN)
@bp.response(200, PlannedOut)
def plans() -> dict[str, Any]:
    return planned(db.session(), actor().estate_id, now=clock.now())


@bp.put("/plans/<uuid:route_id>")
@needs(*OVERSEERS, Role.ADMIN)
@bp.arguments(PlanIn)
@bp.response(200, PlannedOut)
def plan(body: dict[str, Any], route_id: UUID) -> dict[str, Any]:
    me, now = actor(), clock.now()
    with unit_of_work() as session:
        set_plan(session, me.estate_id, route_id, body["plan"], now=now, by=me.person, seen=body["seen"])
        return planned(session, me.estate_id, now=now)
