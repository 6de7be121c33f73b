"""HTTP door of the key list: a file in, what it would bring out."""

from typing import Any

from flask import request
from flask_smorest import Blueprint
from marshmallow import fields

from webapp.core import clock
from webapp.core.actor import actor, needs
from webapp.core.db import db
from webapp.core.schema import WireSchema
from webapp.domains.keys.importing.service import Looked, look
from webapp.domains.keys.rules.acting import KEEPERS
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.register.taking import FILE_BODY, ListIn, ReadRowOut, takes_files

bp = Blueprint("key_list", __name__, url_prefix="/api/v1/keys/list", description="Key sets from a workbook")
takes_files(bp)


class ListRowOut(ReadRowOut):
    """A row of the file: what registering it says (`keys.register` without its id), or why it cannot be."""

    key_no = fields.String(required=True)


class ListOut(WireSchema):
    """Answer of POST /keys/list."""

    rows = fields.List(fields.Nested(ListRowOut), required=True)
    unread = fields.List(fields.String, required=True)


@bp.post("")
@needs(*KEEPERS)
@bp.arguments(ListIn, location="query")
@bp.doc(requestBody=FILE_BODY)
@bp.response(200, ListOut)
@bp.alt_response(413, description="More than 5 MB")
def key_list(query: dict[str, Any]) -> Looked:
    session, estate_id = db.session(), actor().estate_id
    today = day_of(clock.now(), session.get_one(Estate, estate_id).timezone)
    return look(session, estate_id, request.stream, query["name"], today=today)
