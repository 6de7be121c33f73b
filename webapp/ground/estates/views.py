"""HTTP doors of the estates room: the settings of one's own estate."""

from typing import Any
from uuid import UUID

from flask_smorest import Blueprint
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.actor import Role, actor, needs
from webapp.core.db import db, unit_of_work
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.estates.queries import known_calendar, settings_history
from webapp.ground.estates.schemas import SettingsChangeIn, SettingsOut
from webapp.ground.estates.service import change_settings
from webapp.ground.estates.settings import DEFAULTS, chosen

bp = Blueprint("estates", __name__, url_prefix="/api/v1", description="Settings of an estate")
MAY_SET = (Role.ADMIN, Role.MANAGER, Role.OFFICE_MANAGER)


@bp.get("/estates/settings")
@needs(*MAY_SET)
@bp.response(200, SettingsOut)
def settings() -> dict[str, Any]:
    return _told(db.session(), actor().estate_id)


@bp.put("/estates/settings")
@needs(*MAY_SET)
@bp.arguments(SettingsChangeIn)
@bp.response(200, SettingsOut)
def change(body: dict[str, Any]) -> dict[str, Any]:
    me = actor()
    with unit_of_work() as session:
        change_settings(session, me.estate_id, body["settings"], seen=body["seen"], by=me.person, now=clock.now())
        return _told(session, me.estate_id)


def _told(session: Session, estate_id: UUID) -> dict[str, Any]:
    estate = session.get_one(Estate, estate_id)
    settings = chosen(estate.settings)
    return {
        "version": estate.settings_version,
        "settings": settings,
        "defaults": dict(DEFAULTS),
        "calendar": known_calendar(settings["national_until"], day_of(clock.now(), estate.timezone)),
        "history": settings_history(session, estate_id),
    }
