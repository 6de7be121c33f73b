"""HTTP door of the list of units: a file in, what it would bring out."""

from typing import Any

from flask import request
from flask_smorest import Blueprint
from marshmallow import fields, validate

from webapp.core.actor import actor, needs
from webapp.core.db import db
from webapp.core.schema import QuerySchema, WireSchema
from webapp.domains.vacancy.importing.service import Looked, look
from webapp.domains.vacancy.rules.checking import HOLDERS
from webapp.ground.register.taking import FILE_BODY, takes_files

bp = Blueprint("vacancy_list", __name__, url_prefix="/api/v1/vacancy/list", description="Units from a workbook")
takes_files(bp)


class UnitListIn(QuerySchema):
    """Query of POST /vacancy/list: what the file is called."""

    name = fields.String(required=True, validate=validate.Length(1, 200))


class UnitListRowOut(WireSchema):
    """A row of the file: the card it would write (`vacancy.register`), or why not."""

    row = fields.Integer(required=True)
    place = fields.String(required=True)
    said = fields.Dict(required=True, allow_none=True)
    why = fields.String(required=True, allow_none=True)
    value = fields.String(required=True)


class UnitListOut(WireSchema):
    """Answer of POST /vacancy/list."""

    rows = fields.List(fields.Nested(UnitListRowOut), required=True)
    unread = fields.List(fields.String, required=True)


@bp.post("")
@needs(*HOLDERS)
@bp.arguments(UnitListIn, location="query")
@bp.doc(requestBody=FILE_BODY)
@bp.response(200, UnitListOut)
@bp.alt_response(413, description="More than 5 MB")
def unit_list(query: dict[str, Any]) -> Looked:
    return look(db.session(), actor().estate_id, request.stream, query["name"])
