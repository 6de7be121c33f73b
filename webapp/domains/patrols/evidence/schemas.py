"""JSON of the list of visits in doubt, and of a visit's evidence."""

from typing import Any

from marshmallow import fields, post_load, validate

from webapp.core.schema import QuerySchema, WireSchema, utc_moment
from webapp.domains.patrols.evidence.page import Asked

MOST_DAYS = 31


class DoubtsQuery(QuerySchema):
    """Of how many days up to today, and what of them."""

    days = fields.Integer(load_default=7, validate=validate.Range(1, MOST_DAYS))
    skip = fields.Integer(load_default=0, validate=validate.Range(0, 5000))
    reason = fields.String(load_default=None, validate=validate.Length(max=64))
    person = fields.UUID(load_default=None)
    route = fields.UUID(load_default=None)
    state = fields.String(load_default="open", validate=validate.OneOf(["open", "all"]))

    @post_load
    def as_asked(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Answer days, skip and what is asked for."""
        return {"days": data.pop("days"), "skip": data.pop("skip"), "asked": Asked(**data)}


class ReasonOut(WireSchema):
    """Why a visit is doubted, or what its evidence lacks, by its code."""

    code = fields.String(required=True)
    params = fields.Dict(required=True)


class ReviewOut(WireSchema):
    """What a supervisor wrote after looking into it."""

    by_name = fields.String(required=True)
    reviewed_at = utc_moment(required=True)
    note = fields.String(required=True)


class EvidenceOut(WireSchema):
    """How good the evidence of a visit is: solid, fair, weak or doubtful."""

    grade = fields.String(required=True)
    reasons = fields.List(fields.Nested(ReasonOut), required=True)
    reviews = fields.List(fields.Nested(ReviewOut), required=True)


class DoubtOut(WireSchema):
    """A visit in doubt. `open`: nobody has looked into it since the newest reason came up."""

    visit_id = fields.UUID(required=True)
    place_name = fields.String(required=True, allow_none=True)
    by_name = fields.String(required=True)
    route_name = fields.String(required=True, allow_none=True)
    number = fields.Integer(required=True, allow_none=True)
    serial = fields.String(required=True)
    scanned_at = utc_moment(required=True)
    grade = fields.String(required=True)
    open = fields.Boolean(required=True)
    reasons = fields.List(fields.Nested(ReasonOut), required=True)
    review = fields.Nested(ReviewOut, required=True, allow_none=True)


class ReasonCountOut(WireSchema):
    """How many visits a reason is told of."""

    code = fields.String(required=True)
    count = fields.Integer(required=True)


class NamedCountOut(WireSchema):
    """How many visits of a person or a route are doubted."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    count = fields.Integer(required=True)


class DoubtsOut(WireSchema):
    """Visits in doubt, the worst first; and what can be asked for, the most first."""

    all = fields.Integer(required=True)
    open = fields.Integer(required=True)
    more = fields.Boolean(required=True)
    doubts = fields.List(fields.Nested(DoubtOut), required=True)
    reasons = fields.List(fields.Nested(ReasonCountOut), required=True)
    people = fields.List(fields.Nested(NamedCountOut), required=True)
    routes = fields.List(fields.Nested(NamedCountOut), required=True)
