"""JSON of the page of forms."""

import re

from marshmallow import fields, validate

from webapp.core.schema import QuerySchema, WireSchema, utc_moment

MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])\Z")


class BooksQuery(QuerySchema):
    """Which month, of which form; or a part of a number, of whatever month."""

    month = fields.String(required=True, validate=validate.Regexp(MONTH))
    form = fields.String(load_default="")
    serial = fields.String(load_default="", validate=validate.Length(max=32))


class BookOut(WireSchema):
    """How many pages of a form the month has."""

    form = fields.String(required=True)
    count = fields.Integer(required=True)


class BookPageOut(WireSchema):
    """A numbered page. `day` is null when nothing stands there any more."""

    form = fields.String(required=True)
    key = fields.UUID(required=True)
    serial = fields.String(required=True)
    day = fields.Date(required=True, allow_none=True)
    accepted_at = utc_moment(required=True)
    void = fields.Boolean(required=True)


class BooksOut(WireSchema):
    """Answer of GET /books: the forms of the month, and the pages that were asked for."""

    forms = fields.List(fields.Nested(BookOut), required=True)
    pages = fields.List(fields.Nested(BookPageOut), required=True)
