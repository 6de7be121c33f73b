"""JSON of vacant units as pages ask for them; units and checks are told under the names that phones pull."""

from datetime import date
from typing import Any

from marshmallow import ValidationError, fields, post_load, validate

from webapp.core.schema import QuerySchema, WireSchema
from webapp.domains.vacancy.rules.periods import month
from webapp.ground.labels.sheet import LAYOUTS


class _Told(WireSchema):
    """What is told in the names of the wire already."""

    def on_bind_field(self, field_name: str, field_obj: "fields.Field[object]") -> None:
        super().on_bind_field(field_name, field_obj)
        field_obj.attribute = field_obj.data_key


def _lines() -> "fields.List[Any]":
    return fields.List(fields.Dict(), required=True)


def _day(*, empty: bool = False) -> fields.String:
    return fields.String(required=True, allow_none=empty, metadata={"format": "date"})


class UnitsQuery(QuerySchema):
    """Query of GET /vacancy/units."""

    building = fields.UUID(load_default=None)


class VacantUnitsOut(_Told):
    """Answer of GET /vacancy/units: as phones hold them, and what follows from today."""

    day = _day()
    period = fields.Dict(required=True)
    units = _lines()


class VacantUnitOut(_Told):
    """Answer of GET /vacancy/units/{id}; `unit` is null for one that is not in the lists."""

    id = fields.UUID(required=True)
    unit = fields.Dict(required=True, allow_none=True)
    checks = _lines()
    care = _lines()
    statuses = _lines()
    sold_on = _day(empty=True)
    kept_until = _day(empty=True)


class MonthsQuery(QuerySchema):
    """Query of GET /vacancy/coverage: months by name, 2026-11, at most five years."""

    first = fields.String(data_key="from", required=True)
    last = fields.String(data_key="to", required=True)

    @post_load
    def as_days(self, data: dict[str, str], **_: Any) -> dict[str, date]:
        """Answer the first days of both months."""
        try:
            first, last = month(data["first"]).first, month(data["last"]).first
        except ValueError as error:
            raise ValidationError("not a month, 2026-11") from error
        if last.year - first.year > 5 or first.year < 2000:
            raise ValidationError("too many months")
        return {"first": first, "last": last}


class CoverageOut(_Told):
    """Answer of GET /vacancy/coverage."""

    months = _lines()


class YearQuery(QuerySchema):
    """Query of GET /vacancy/care."""

    year = fields.Integer(required=True, validate=validate.Range(2000, 2199))


class CareOut(_Told):
    """Answer of GET /vacancy/care."""

    tasks = _lines()


class UnitTagsIn(WireSchema):
    """Body of POST /vacancy/tags.pdf: for which units, on which paper."""

    unit_ids = fields.List(fields.UUID(), required=True, validate=validate.Length(1, 200))
    layout = fields.String(validate=validate.OneOf(list(LAYOUTS)), load_default="tag-25")


class FeesOut(_Told):
    """Answer of GET /vacancy/fees."""

    units = _lines()
