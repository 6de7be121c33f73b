"""HTTP doors of the rescue file: the key to seal for, and bringing a file in."""

import json
import sys
from base64 import b64encode
from collections.abc import Mapping
from typing import Any, cast

from flask import Response, current_app, request
from flask_smorest import Blueprint
from marshmallow import fields

from webapp.core import clock
from webapp.core.actor import needs_sign_in
from webapp.core.bodies import hear_out
from webapp.core.db import let_go, unit_of_work
from webapp.core.domain import PushKind
from webapp.core.schema import WireSchema
from webapp.core.sealing import newest_key
from webapp.sync.rescue.service import rescue

bp = Blueprint("rescue", __name__, url_prefix="/api/v1/sync/rescue", description="What a phone cannot send by itself")

# A full phone: some days of records with their photos.
MOST_BYTES = 2 * 1024**3
FILE = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


class RescueKeyOut(WireSchema):
    """The key to seal for: a P-256 point, uncompressed, base64."""

    id = fields.UUID(required=True)
    public = fields.String(required=True)


class RescuedOut(WireSchema):
    """What came of a file. `answers` are those of a push, for the phone that made the items."""

    answers = fields.List(fields.Dict(), required=True)
    held = fields.Integer(required=True)
    strangers = fields.Integer(required=True)
    photos_kept = fields.Integer(required=True)
    photos_absent = fields.Integer(required=True)


@bp.before_request
def _take_large_bodies() -> None:
    request.max_content_length = MOST_BYTES if request.method == "POST" else sys.maxsize


@bp.after_request
def _hear_out(answer: Response) -> Response:
    return hear_out(answer, most=MOST_BYTES)


@bp.get("/key")
@needs_sign_in
@bp.response(200, RescueKeyOut)
def key() -> dict[str, Any]:
    with unit_of_work() as session:
        newest = newest_key(session, clock.now())
        return {"id": newest.id, "public": b64encode(newest.public).decode()}


@bp.post("")
@needs_sign_in
@bp.doc(requestBody={"required": True, "content": FILE})
@bp.response(200, RescuedOut)
def bring() -> dict[str, Any]:
    kinds = cast(Mapping[str, PushKind], current_app.extensions["rounds.push_kinds"])
    let_go()
    told = rescue(request.stream, kinds, now=clock.now())
    return {
        "answers": [json.loads(answer) for answer in told.answers],
        "held": told.held,
        "strangers": told.strangers,
        "photos_kept": told.photos_kept,
        "photos_absent": told.photos_absent,
    }
