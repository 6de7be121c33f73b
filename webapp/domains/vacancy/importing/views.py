"""HTTP door of the list of units: a file in, what it would bring out."""

from typing import Any

from flask import request
from flask_smorest import Blueprint
from marshmallow import fields

from webapp.core.actor import actor, needs
from webapp.core.db import db
from webapp.core.schema import WireSchema
from webapp.domains.vacancy.importing.service import Looked, look
from webapp.domains.vacancy.rules.checking import HOLDERS
from webapp.ground.register.taking import FILE_BODY, ListIn, ReadRowOut, takes_files

bp = Blueprint("vacancy_list", __name__, url_prefix="/api/v1/vacancy/list", description="Units from a workbook")
takes_files(bp)


class UnitListRowOut(ReadRowOut):
    """A row of the file: the card it would write (`vacancy.register`), or why not."""


class UnitListOut(WireSchema):
    """Answer of POST /vacancy/list."""

    rows = fields.List(fields.Nested(UnitListRowOut), required=True)
    unread = fields.List(fields.String, required=True)


@bp.post("")
@needs(*HOLDERS)
@bp.arguments(ListIn, location="query")
@bp.doc(requestBody=FILE_BODY)
@bp.response(200, UnitListOut)
@bp.alt_response(413, description="More than 5 MB")
def unit_list(query: dict[str, Any]) -> Looked:
    return look(db.session(), actor().estate_id, request.stream, query["name"])
