"""JSON of closed months, out."""

from marshmallow import fields, validate

from webapp.core.schema import WireSchema, utc_moment


class FormOut(WireSchema):
    """What a bundle holds of one form; serials. `gaps` are missing, `late` of an earlier month."""

    form = fields.String(required=True)
    first = fields.String(required=True, allow_none=True)
    last = fields.String(required=True, allow_none=True)
    count = fields.Integer(required=True)
    gaps = fields.List(fields.String(), required=True)
    voids = fields.List(fields.String(), required=True)
    late = fields.List(fields.String(), required=True)


class NextMonthOut(WireSchema):
    """The month that is to be closed next. `open`: findings that would be carried over."""

    month = fields.String(required=True)
    begun = fields.Boolean(required=True)
    over = fields.Boolean(required=True)
    pages = fields.Integer(required=True)
    forms = fields.List(fields.Nested(FormOut), required=True)
    open = fields.List(fields.String(), required=True)


class BundleOut(WireSchema):
    """How far the worker is with a bundle; `entry` of the logbook tells its SHA-256."""

    state = fields.String(required=True, validate=validate.OneOf(["waiting", "making", "ready", "failed", "purged"]))
    done = fields.Integer(required=True)
    of = fields.Integer(required=True)
    size = fields.Integer(required=True, allow_none=True)
    sha256 = fields.String(required=True, allow_none=True)
    entry = fields.Integer(required=True, allow_none=True)
    url = fields.String(required=True, allow_none=True)


class MonthPurgeOut(WireSchema):
    """Who had how many of a month's pages destroyed, and when."""

    pages = fields.Integer(required=True)
    purged_at = utc_moment(required=True)
    by_name = fields.String(required=True)


class ClosedMonthOut(WireSchema):
    """A closed month. `keptUntil` is the last day on which nothing of it may go (PAT-R11); `over`: that day is past."""

    id = fields.UUID(required=True)
    month = fields.String(required=True)
    closed_at = utc_moment(required=True)
    by_name = fields.String(required=True)
    forms = fields.List(fields.Nested(FormOut), required=True)
    open = fields.List(fields.String(), required=True)
    kept_until = fields.Date(required=True)
    over = fields.Boolean(required=True)
    bundle = fields.Nested(BundleOut, required=True)
    purge = fields.Nested(MonthPurgeOut, required=True, allow_none=True)


class MonthsOut(WireSchema):
    """Answer of GET /months."""

    next = fields.Nested(NextMonthOut, required=True)
    closed = fields.List(fields.Nested(ClosedMonthOut), required=True)
