"""HTTP doors of notices: the estate's channels, and what went out by them."""

from pathlib import Path
from typing import Any, cast
from uuid import UUID

from flask import current_app
from flask_smorest import Blueprint

from webapp.config import Settings
from webapp.core import clock
from webapp.core.actor import Role, actor, needs
from webapp.core.db import db, unit_of_work
from webapp.core.errors import BadShape
from webapp.core.ids import new_id
from webapp.core.jobs import enqueue
from webapp.ground.notices import queries, service
from webapp.ground.notices.jobs import LOOK
from webapp.ground.notices.kinds import read_kinds
from webapp.ground.notices.models import NoticeChannel
from webapp.ground.notices.rules import Due
from webapp.ground.notices.schemas import ChannelIn, ChannelOut, DeliveryOut
from webapp.ground.notices.sending import require_scheme, scheme_of

bp = Blueprint("notices", __name__, url_prefix="/api/v1/notices", description="Ways out of the house")
MAY_SET = (Role.ADMIN, Role.MANAGER, Role.OFFICE_MANAGER)
TRIED = read_kinds("notices", Path(__file__).with_name("text.yaml"))["tried"]


@bp.get("/channels")
@needs(*MAY_SET)
@bp.response(200, ChannelOut(many=True))
def channels() -> list[dict[str, Any]]:
    return [_told(way) for way in queries.channels(db.session(), actor().estate_id)]


@bp.post("/channels")
@needs(*MAY_SET)
@bp.arguments(ChannelIn)
@bp.response(201, ChannelOut)
def add(body: dict[str, Any]) -> dict[str, Any]:
    if not body["url"]:
        raise BadShape(field="url")
    _check(body["url"])
    with unit_of_work() as session:
        way = NoticeChannel(estate_id=actor().estate_id, id=new_id(), made_at=clock.now())
        return _told(service.keep_channel(session, way, body))


@bp.put("/channels/<uuid:channel_id>")
@needs(*MAY_SET)
@bp.arguments(ChannelIn)
@bp.response(200, ChannelOut)
@bp.alt_response(404, description="No such channel in this estate")
def change(body: dict[str, Any], channel_id: UUID) -> dict[str, Any]:
    if body["url"]:
        _check(body["url"])
    with unit_of_work() as session:
        return _told(service.keep_channel(session, queries.channel(session, actor().estate_id, channel_id), body))


@bp.post("/channels/<uuid:channel_id>/try")
@needs(*MAY_SET)
@bp.response(202)
@bp.alt_response(404, description="No such channel in this estate")
def try_one(channel_id: UUID) -> None:
    me = actor()
    with unit_of_work() as session:
        way = queries.channel(session, me.estate_id, channel_id)
        due = Due(kind=TRIED, key=f"tried/{new_id()}", path="/settings/channels", params={"by": me.person.name})
        service.try_channel(session, way, due, now=clock.now())
    enqueue(LOOK.name)


@bp.get("/deliveries")
@needs(*MAY_SET)
@bp.response(200, DeliveryOut(many=True))
def deliveries() -> list[dict[str, Any]]:
    return queries.deliveries(db.session(), actor().estate_id)


def _check(url: str) -> None:
    settings = cast(Settings, current_app.extensions["rounds.settings"])
    require_scheme(url, settings.notice_schemes)


def _told(way: NoticeChannel) -> dict[str, Any]:
    names = ("id", "name", "language", "urgent_only", "quiet_from", "quiet_to", "active")
    return {name: getattr(way, name) for name in names} | {"service": scheme_of(way.url)}
