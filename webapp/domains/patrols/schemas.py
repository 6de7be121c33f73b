"""JSON of patrol plans, in and out."""

from datetime import date
from typing import Any

from marshmallow import ValidationError, fields, post_load, validate, validates

from webapp.core.schema import WireSchema, utc_moment
from webapp.domains.patrols.rules.assignees import Assignees
from webapp.domains.patrols.rules.rounds import Plan, Window
from webapp.ground.estates.rules import windows_follow

CLOCK = validate.Regexp(r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z")
# Nobody walks a route more often; it keeps a slip of the pen from filling a day with rounds.
MOST_ROUNDS = 12
MOST_PEOPLE = 100


def _rounds() -> fields.Integer:
    return fields.Integer(required=True, strict=True, validate=validate.Range(0, MOST_ROUNDS))


class WindowSchema(WireSchema):
    """A stretch of the day by the estate's clocks; one that ends before it starts goes over midnight."""

    start = fields.String(required=True, validate=CLOCK)
    end = fields.String(required=True, validate=CLOCK)


def _reachable(day: date) -> None:
    if not date(2000, 1, 1) <= day < date(2200, 1, 1):
        raise ValidationError("a day that no plan reaches")


class PlanIn(WireSchema):
    """Body of PUT /patrols/plans/{route}: when a route is walked from a day on, and by whom.

    `windows` are numbered in the order given; none, or left out: those of the estate's settings. `seen` is the number
    of the route's newest plan that the person had before the eyes.
    """

    seen = fields.Integer(required=True, strict=True)
    windows = fields.List(fields.Nested(WindowSchema), load_default=list, validate=validate.Length(max=MOST_ROUNDS))
    rounds_on_working_day = _rounds()
    rounds_on_rest_day = _rounds()
    valid_from = fields.Date(required=True, validate=_reachable)
    assignees = fields.Enum(Assignees, by_value=True, load_default=Assignees.STEWARD)
    assignee_ids = fields.List(fields.UUID(), load_default=list, validate=validate.Length(max=MOST_PEOPLE))

    @validates("windows")
    def _windows_follow_each_other(self, windows: list[dict[str, str]], **_told: Any) -> None:
        # Marshmallow asks this also of windows that it has refused already for lacking a time.
        pairs = [(one["start"], one["end"]) for one in windows if len(one) == 2]
        if not windows_follow(pairs):
            raise ValidationError("windows must follow each other")

    @post_load
    def as_plan(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Answer {plan: the plan as rules see it, seen}."""
        seen, listed = data.pop("seen"), enumerate(data.pop("windows"), start=1)
        windows = tuple(Window(number, window["start"], window["end"]) for number, window in listed)
        named = tuple(dict.fromkeys(data.pop("assignee_ids"))) if data["assignees"] is Assignees.NAMED else ()
        data.pop("assignee_ids", None)
        return {"plan": Plan(windows=windows, named=named, **data), "seen": seen}


class PlannedWindowOut(WindowSchema):
    """A window with its number."""

    number = fields.Integer(required=True)


class PlanOut(WireSchema):
    """When a route is walked, and by whom; `ownWindows` is false where `windows` are those of the settings."""

    own_windows = fields.Boolean(required=True)
    windows = fields.List(fields.Nested(PlannedWindowOut), required=True)
    rounds_on_working_day = fields.Integer(required=True)
    rounds_on_rest_day = fields.Integer(required=True)
    assignees = fields.Enum(Assignees, by_value=True, required=True)
    assignee_ids = fields.List(fields.UUID(), required=True)
    assignee_names = fields.List(fields.String(), required=True)


class PlanVersionOut(WireSchema):
    """One plan in a route's history; `replaced`: another was set for the same day before it held."""

    number = fields.Integer(required=True)
    plan = fields.Nested(PlanOut, required=True)
    valid_from = fields.Date(required=True)
    set_at = utc_moment(required=True, allow_none=True)
    set_by_name = fields.String(required=True)
    replaced = fields.Boolean(required=True)


class PlannedRouteOut(WireSchema):
    """A route with the plan that `holds` today and all plans, newest first; not `own`: the settings stand in."""

    route_id = fields.UUID(required=True)
    route_name = fields.String(required=True)
    steward_name = fields.String(required=True, allow_none=True)
    number = fields.Integer(required=True)
    own = fields.Boolean(required=True)
    holds = fields.Nested(PlanOut, required=True)
    versions = fields.List(fields.Nested(PlanVersionOut), required=True)


class WalkerOut(WireSchema):
    """Somebody whom a plan may name."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)


class PlannedOut(WireSchema):
    """Answer of GET and PUT /patrols/plans; `today` is the estate's."""

    today = fields.Date(required=True)
    routes = fields.List(fields.Nested(PlannedRouteOut), required=True)
    walkers = fields.List(fields.Nested(WalkerOut), required=True)
