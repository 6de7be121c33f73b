"""HTTP door of check sheets: what patrols recorded on a day, for the read-only part of the day's sheet."""

from typing import Any

from flask import current_app
from flask_smorest import Blueprint

from webapp.core.actor import OVERSEERS, Role, actor, needs
from webapp.core.day_records import DAY_RECORDS
from webapp.core.db import db
from webapp.domains.checks.queries import patrols_of
from webapp.domains.checks.schemas import DayRecordOut, PatrolsQuery
from webapp.ground.estates.models import Estate

bp = Blueprint("checks", __name__, url_prefix="/api/v1/checks", description="Daily and weekly check sheets")
# Overseers, and who may head a department.
READERS = (Role.STEWARD, Role.ENGINEER, Role.GUARD, Role.CLEANER, *OVERSEERS)


@bp.get("/patrols")
@needs(*READERS)
@bp.arguments(PatrolsQuery, location="query")
@bp.response(200, DayRecordOut(many=True))
def patrols(query: dict[str, Any]) -> list[dict[str, Any]]:
    session, estate_id = db.session(), actor().estate_id
    zone = session.get_one(Estate, estate_id).timezone
    return patrols_of(session, estate_id, query["day"], zone, current_app.extensions[DAY_RECORDS])
