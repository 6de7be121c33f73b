"""HTTP door of the check page."""

from typing import Any

from flask_smorest import Blueprint
from marshmallow import fields, validate

from webapp.core.actor import EVERYBODY, actor, needs
from webapp.core.db import db
from webapp.core.schema import QuerySchema, WireSchema
from webapp.desk.check import checked
from webapp.ground.books import books_of_all_rooms

bp = Blueprint("check", __name__, url_prefix="/api/v1/check", description="Whether a paper is what the book says")


class PrintedQuery(QuerySchema):
    """The digits of the hash that stand on the paper."""

    hash = fields.String(required=True, validate=validate.Regexp(r"^[0-9A-Fa-f]{16,64}\Z"))


class BrokenOut(WireSchema):
    """An entry of the book that is not what the chain says, and in what it differs."""

    entry = fields.Integer(required=True)
    field = fields.String(required=True)


class CheckOut(WireSchema):
    """How a paper stands to the book. `older`: the entries in `newer` came after it was printed."""

    serial = fields.String(required=True)
    form = fields.String(required=True)
    id = fields.UUID(required=True)
    state = fields.String(required=True, validate=validate.OneOf(["same", "older", "differs", "purged"]))
    entries = fields.List(fields.Integer(), required=True)
    newer = fields.List(fields.Integer(), required=True)
    hash = fields.String(required=True)
    broken = fields.List(fields.Nested(BrokenOut), required=True)


@bp.get("/<serial>")
@needs(*EVERYBODY)
@bp.arguments(PrintedQuery, location="query")
@bp.response(200, CheckOut)
def check(query: dict[str, Any], serial: str) -> dict[str, Any]:
    """Say how a printed page stands to the book."""
    return checked(db.session(), books_of_all_rooms(), actor().estate_id, serial.upper(), query["hash"])
