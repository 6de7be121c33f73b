"""Doors that take a list as it is, a file's bytes as their body, and answer what it would bring row by row."""

from flask import Response, request
from flask_smorest import Blueprint
from marshmallow import fields, validate

from webapp.core.bodies import hear_out
from webapp.core.schema import QuerySchema, WireSchema
from webapp.ground.register.lists import MOST_BYTES

# What such a door says of its body.
FILE_BODY = {
    "required": True,
    "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
}


class ListIn(QuerySchema):
    """Query of such a door: what the file is called."""

    name = fields.String(required=True, validate=validate.Length(1, 200))


class ReadRowOut(WireSchema):
    """A row of the file: what keeping it would say, or why it cannot be kept."""

    row = fields.Integer(required=True)
    place = fields.String(required=True)
    said = fields.Dict(required=True, allow_none=True)
    why = fields.String(required=True, allow_none=True)
    value = fields.String(required=True)


def takes_files(door: Blueprint) -> None:
    """Let a blueprint's routes take a file, whose bytes `lists.sheets_in` counts as they come."""
    door.before_request(_count_ourselves)
    door.after_request(_hear_out)


def _count_ourselves() -> None:
    request.max_content_length = 4 * MOST_BYTES


def _hear_out(answer: Response) -> Response:
    return hear_out(answer, most=4 * MOST_BYTES)
