"""JSON of units, in and out."""

from datetime import date
from typing import Any

from marshmallow import ValidationError, fields, post_load, validate

from webapp.core.schema import QuerySchema, WireSchema, utc_moment
from webapp.ground.places.lines import Line
from webapp.ground.places.rules import UnitStatus
from webapp.ground.places.units.queries import Asked
from webapp.ground.places.units.rules import Standing

# A page that draws one building at once asks for all of it.
MOST_UNITS = 2_000


def _sensible(day: date) -> None:
    if not date(1950, 1, 1) <= day < date(2200, 1, 1):
        raise ValidationError("a day on which no unit changed")


class UnitsIn(QuerySchema):
    """Query of GET /places/units: `after` is the last unit of the page before."""

    building = fields.UUID(load_default=None)
    status = fields.Enum(UnitStatus, by_value=True, load_default=None)
    q = Line(load_default="", validate=validate.Length(max=60))
    after = fields.UUID(load_default=None)
    limit = fields.Integer(load_default=200, validate=validate.Range(1, MOST_UNITS))

    @post_load
    def as_asked(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Answer {asked, after, limit}."""
        after, limit = data.pop("after"), data.pop("limit")
        return {"asked": Asked(**data), "after": after, "limit": limit}


class UnitLineOut(WireSchema):
    """A unit. `area` in hundredths of a square metre; `since` is null where nobody said."""

    id = fields.UUID(required=True)
    building_id = fields.UUID(required=True)
    building = fields.String(required=True)
    stairwell_id = fields.UUID(required=True)
    stairwell = fields.String(required=True)
    floor = fields.Integer(required=True)
    number = fields.String(required=True)
    area = fields.Integer(required=True, allow_none=True)
    status = fields.Enum(UnitStatus, by_value=True, required=True)
    renovating = fields.Boolean(required=True)
    received_on = fields.Date(required=True, allow_none=True)
    since = fields.Date(required=True, allow_none=True)


class UnitsOut(WireSchema):
    """A page of units; `next` is what to ask for `after`, null at the end."""

    units = fields.List(fields.Nested(UnitLineOut), required=True)
    next = fields.UUID(required=True, allow_none=True)
    counts = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    renovating = fields.Integer(required=True)


class UnitStatusOut(WireSchema):
    """What a unit was. `byName` is null where no person said it."""

    status = fields.Enum(UnitStatus, by_value=True, required=True)
    renovating = fields.Boolean(required=True)
    since = fields.Date(required=True, allow_none=True)
    reason = fields.String(required=True)
    source = fields.String(required=True)
    by_name = fields.String(required=True, allow_none=True)
    at = utc_moment(required=True)


class UnitOut(UnitLineOut):
    """A unit with its history, newest first."""

    history = fields.List(fields.Nested(UnitStatusOut), required=True)


class UnitStatusIn(WireSchema):
    """Body of POST /places/units/{id}/status."""

    status = fields.Enum(UnitStatus, by_value=True, required=True)
    renovating = fields.Boolean(required=True)
    since = fields.Date(required=True, validate=_sensible)
    reason = Line(required=True, validate=validate.Length(2, 200))

    @post_load
    def as_standing(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Answer {after: Standing, reason}."""
        reason = data.pop("reason")
        return {"after": Standing(**data), "reason": reason}
