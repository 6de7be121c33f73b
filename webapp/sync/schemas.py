"""The query of a pull, for HTTP."""

from marshmallow import fields, validate

from webapp.core.schema import QuerySchema


class PullQuery(QuerySchema):
    """Where a phone stands and how much it wants at once."""

    since = fields.String(load_default="", validate=validate.Length(max=1000))
    limit = fields.Integer(load_default=500, validate=validate.Range(min=1, max=1_000_000))
