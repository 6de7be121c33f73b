"""Doors that take a list as it is, a file's bytes as their body."""

from flask import Response, request
from flask_smorest import Blueprint

from webapp.core.bodies import hear_out
from webapp.ground.register.lists import MOST_BYTES

# What such a door says of its body.
FILE_BODY = {
    "required": True,
    "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
}


def takes_files(door: Blueprint) -> None:
    """Let a blueprint's routes take a file, whose bytes `lists.sheets_in` counts as they come."""
    door.before_request(_count_ourselves)
    door.after_request(_hear_out)


def _count_ourselves() -> None:
    request.max_content_length = 4 * MOST_BYTES


def _hear_out(answer: Response) -> Response:
    return hear_out(answer, most=4 * MOST_BYTES)
