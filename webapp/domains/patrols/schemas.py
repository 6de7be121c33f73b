"""JSON of patrol plans, in and out."""

from datetime import date
from typing import Any

from marshmallow import ValidationError, fields, post_load, validate

from webapp.core.schema import WireSchema
from webapp.domains.patrols.rules.rounds import Plan, Window

CLOCK = validate.Regexp(r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z")
# Nobody walks a route more often; it keeps a slip of the pen from filling a day with rounds.
MOST_ROUNDS = 12


class WindowSchema(WireSchema):
    """A stretch of the day by the estate's clocks; one that ends before it starts goes over midnight."""

    start = fields.String(required=True, validate=CLOCK)
    end = fields.String(required=True, validate=CLOCK)


def _reachable(day: date) -> None:
    if not date(2000, 1, 1) <= day < date(2200, 1, 1):
        raise ValidationError("a day that no plan reaches")


class PlanIn(WireSchema):
    """When a route is walked from a day on; windows are numbered in the order given."""

    windows = fields.List(fields.Nested(WindowSchema), required=True, validate=validate.Length(min=1, max=MOST_ROUNDS))
    rounds_on_working_day = fields.Integer(required=True, strict=True, validate=validate.Range(0, MOST_ROUNDS))
    rounds_on_rest_day = fields.Integer(required=True, strict=True, validate=validate.Range(0, MOST_ROUNDS))
    valid_from = fields.Date(required=True, validate=_reachable)

    @post_load
    def as_plan(self, data: dict[str, Any], **_: Any) -> Plan:
        """Answer the plan as rules see it."""
        listed = enumerate(data.pop("windows"), start=1)
        windows = tuple(Window(number, window["start"], window["end"]) for number, window in listed)
        return Plan(windows=windows, **data)


class PlannedWindowOut(WindowSchema):
    """A window with its number."""

    number = fields.Integer(required=True)


class PlanOut(WireSchema):
    """The plan of a route that holds today; `own` is false where the estate's settings stand in."""

    route_id = fields.UUID(required=True)
    route_name = fields.String(required=True)
    own = fields.Boolean(required=True)
    windows = fields.List(fields.Nested(PlannedWindowOut), required=True)
    rounds_on_working_day = fields.Integer(required=True)
    rounds_on_rest_day = fields.Integer(required=True)
