"""HTTP doors of proposals: parse, call, shape."""

from typing import Any

from flask_smorest import Blueprint

from webapp.core.actor import OVERSEERS, Role, actor, needs
from webapp.core.db import db, unit_of_work
from webapp.ground.places.proposals.queries import proposed
from webapp.ground.places.proposals.rules import Proposal
from webapp.ground.places.proposals.schemas import ConfirmIn, MadeOut, ProposalOut
from webapp.ground.places.proposals.service import Made, confirm_proposals

bp = Blueprint("proposals", __name__, url_prefix="/api/v1/places/proposals", description="Places to expect")


@bp.get("")
@needs(*OVERSEERS, Role.ADMIN)
@bp.response(200, ProposalOut(many=True))
def proposals() -> list[Proposal]:
    return proposed(db.session(), actor().estate_id)


@bp.post("/confirm")
@needs(*OVERSEERS, Role.ADMIN)
@bp.arguments(ConfirmIn)
@bp.response(200, MadeOut)
def confirm(body: dict[str, Any]) -> Made:
    with unit_of_work() as session:
        return confirm_proposals(session, actor().estate_id, set(body["keys"]))
