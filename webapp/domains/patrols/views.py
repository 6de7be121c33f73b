"""HTTP doors of patrols: the plans. Visits come in by sync alone."""

from typing import Any
from uuid import UUID

from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import OVERSEERS, actor, needs
from webapp.core.db import db, unit_of_work
from webapp.domains.patrols import queries
from webapp.domains.patrols.rules.rounds import Plan
from webapp.domains.patrols.schemas import PlanIn, PlanOut
from webapp.domains.patrols.service import set_plan

bp = Blueprint("patrols", __name__, url_prefix="/api/v1/patrols", description="When routes are walked")


@bp.get("/plans")
@needs(*OVERSEERS)
@bp.response(200, PlanOut(many=True))
def plans() -> list[dict[str, Any]]:
    return queries.plans_today(db.session(), actor().estate_id, now=clock.now())


@bp.put("/plans/<uuid:route_id>")
@needs(*OVERSEERS)
@bp.arguments(PlanIn)
@bp.response(204)
def plan(body: Plan, route_id: UUID) -> None:
    with unit_of_work() as session:
        set_plan(session, actor().estate_id, route_id, body, now=clock.now())
