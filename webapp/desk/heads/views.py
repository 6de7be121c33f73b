"""HTTP doors of the heads that were sent out: for who answers for the records, and who keeps them."""

from typing import Any

from flask_smorest import Blueprint

from webapp.core.actor import Duty, Role, actor, needs
from webapp.core.db import db
from webapp.desk.heads import queries
from webapp.desk.heads.schemas import HeadCheckOut, HeadOut, HeadQuery

bp = Blueprint("heads", __name__, url_prefix="/api/v1/heads", description="Ends of the logbook's days, sent out")
MANAGERS = (Role.MANAGER, Role.OFFICE_MANAGER)


@bp.get("")
@needs(*MANAGERS, duty=Duty.ARCHIVIST)
@bp.response(200, HeadOut(many=True))
def heads() -> list[dict[str, Any]]:
    return queries.sent_heads(db.session(), actor().estate_id)


@bp.get("/check")
@needs(*MANAGERS, duty=Duty.ARCHIVIST)
@bp.arguments(HeadQuery, location="query")
@bp.response(200, HeadCheckOut)
def check(query: dict[str, Any]) -> dict[str, Any]:
    """Say whether the book up to a head is still what was sent."""
    return queries.checked_head(db.session(), actor().estate_id, query["hash"].lower(), query["entry"])
