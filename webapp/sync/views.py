"""HTTP doors of sync: parse, call, shape. No rule is decided here."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

import msgspec
from flask import Response, current_app, g, request
from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import EVERYBODY, actor, maker, needs, needs_push_token
from webapp.core.db import db, unit_of_work
from webapp.core.domain import PullKind, PushKind
from webapp.sync import pull as pulling
from webapp.sync import push as pushing
from webapp.sync.crowd import AT_WORK, WAITING, Crowd
from webapp.sync.cursor import read_cursor
from webapp.sync.envelope import MAX_PUSH_BYTES, read_envelope
from webapp.sync.refusals import NEWER, QUARANTINED
from webapp.sync.schemas import PullQuery

bp = Blueprint("sync", __name__, url_prefix="/api/v1/sync", description="What phones send, and what they fetch")

_crowd = Crowd(AT_WORK, WAITING)


@bp.before_request
def _take_turn() -> None:
    """Wait for a turn, before the store is asked anything; raises Busy."""
    # Received whole first: a slow network must not hold up the others, and who is cut off never reads the answer.
    request.max_content_length = MAX_PUSH_BYTES
    request.get_data()
    _crowd.enter()
    g.in_crowd = True


@bp.teardown_request
def _give_turn(_error: BaseException | None) -> None:
    if g.pop("in_crowd", False):
        _crowd.leave()


@bp.post("/push")
@needs_push_token
def push() -> Response:
    """Take in what a phone kept, or its heartbeat."""
    envelope = read_envelope(request.get_data())
    kinds = cast(Mapping[str, PushKind], current_app.extensions["rounds.push_kinds"])
    now = clock.now()
    done = pushing.push(envelope, maker(), kinds, now=now)
    return _json(
        serverTime=now,
        epoch=done.life.epoch,
        safeUpTo=done.life.safe_up_to,
        answers=[msgspec.Raw(answer.encode()) for answer in done.intake.answers],
        held=[
            *({"id": item_id, "code": QUARANTINED} for item_id in done.intake.held),
            *({"id": item_id, "code": NEWER} for item_id in done.intake.newer),
        ],
    )


@bp.get("/pull")
@needs(*EVERYBODY)
@bp.arguments(PullQuery, location="query", as_kwargs=True)
def pull(since: str, limit: int) -> Response:
    """Tell what has changed since the cursor, or the full state without one."""
    kinds = cast(Sequence[PullKind], current_app.extensions["rounds.pull_kinds"])
    now = clock.now()
    page = pulling.pull(db.session(), actor(), read_cursor(since), min(limit, pulling.MAX_PAGE), kinds)
    _note_pull(now)
    entry, hash_ = page.head
    return _json(
        changes=page.changes,
        cursor=page.cursor.text(),
        change=page.cursor.change,
        more=page.more,
        reset=page.reset,
        head={"entry": entry, "hash": hash_},
        epoch=page.life.epoch,
        safeUpTo=page.life.safe_up_to,
        serverTime=now,
    )


def _note_pull(now: datetime) -> None:
    if not pulling.pull_is_noted(db.session(), actor(), now):
        with unit_of_work() as session:
            pulling.note_pull(session, actor(), now)


def _json(**values: Any) -> Response:
    return Response(msgspec.json.encode(values), mimetype="application/json")
