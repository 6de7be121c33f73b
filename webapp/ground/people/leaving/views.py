"""HTTP doors of leaving an estate and coming back."""

from typing import Any
from uuid import UUID

from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import actor, needs
from webapp.core.db import db, unit_of_work
from webapp.core.leaving import Held, all_held_by
from webapp.ground.people.leaving.rules import MAY_END
from webapp.ground.people.leaving.schemas import HeldOut, LeaveIn
from webapp.ground.people.leaving.service import Leaving, come_back, leave, part_in

bp = Blueprint("leaving", __name__, url_prefix="/api/v1/people", description="Who leaves an estate, who comes back")


@bp.get("/<uuid:person_id>/held")
@needs(*MAY_END)
@bp.response(200, HeldOut(many=True))
def held(person_id: UUID) -> list[Held]:
    part = part_in(db.session(), actor().estate_id, person_id)
    return all_held_by(db.session(), part.estate_id, person_id)


@bp.post("/<uuid:person_id>/leave")
@needs(*MAY_END)
@bp.arguments(LeaveIn)
@bp.response(204)
def end(body: dict[str, Any], person_id: UUID) -> None:
    said = Leaving(body["left_on"], body["reason"].strip(), body["despite"])
    with unit_of_work() as session:
        leave(session, actor(), person_id, said, now=clock.now())


@bp.post("/<uuid:person_id>/come-back")
@needs(*MAY_END)
@bp.response(204)
def return_(person_id: UUID) -> None:
    with unit_of_work() as session:
        come_back(session, actor(), person_id, now=clock.now())
