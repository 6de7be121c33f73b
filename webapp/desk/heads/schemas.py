"""JSON of heads that were sent out, in and out."""

from marshmallow import fields, validate

from webapp.core.schema import QuerySchema, WireSchema, utc_moment
from webapp.desk.check_views import BrokenOut


class HeadOut(WireSchema):
    """Where the book ended on a day; `channels`: by which it went out."""

    day = fields.Date(required=True)
    entry = fields.Integer(required=True)
    hash = fields.String(required=True)
    channels = fields.List(fields.String(), required=True)


class HeadQuery(QuerySchema):
    """A head as somebody kept it: the hash, and the number of its entry where it is known."""

    hash = fields.String(required=True, validate=validate.Regexp(r"^[0-9A-Fa-f]{64}\Z"))
    entry = fields.Integer(load_default=None, validate=validate.Range(min=1, max=2**62))


class HeadCheckOut(WireSchema):
    """How the book up to that entry stands to it.

    intact  it is what was sent, and every entry before it says what was hashed
    broken  it is what was sent, but entries before it were changed: those in `broken`
    differs  another hash stands there
    missing  the book does not reach so far
    unknown  no entry has this hash
    """

    entry = fields.Integer(required=True, allow_none=True)
    hash = fields.String(required=True)
    state = fields.String(required=True, validate=validate.OneOf(["intact", "broken", "differs", "missing", "unknown"]))
    intact = fields.Integer(required=True)
    purged = fields.Integer(required=True)
    broken = fields.List(fields.Nested(BrokenOut), required=True)
    restored_at = utc_moment(required=True, allow_none=True)
