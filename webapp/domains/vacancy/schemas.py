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


class PaperOut(_Told):
    """A dynamic table or a half-year summary: by today's knowledge, or as it was filed."""

    id = fields.UUID(required=True)
    period = fields.String(required=True)
    state = fields.String(required=True)
    due_on = _day()
    serial = fields.String(required=True, allow_none=True)
    filed_at = fields.String(required=True, allow_none=True, metadata={"format": "date-time"})
    by_name = fields.String(required=True, allow_none=True)
    note = fields.String(required=True)
    sha256 = fields.String(required=True)
    content = fields.Dict(required=True)


class TablesOut(_Told):
    """Answer of GET /vacancy/tables, newest first."""

    tables = fields.List(fields.Nested(PaperOut), required=True)


class SummaryOut(PaperOut):
    """A half-year summary; `today` is what a filed one would say by today's knowledge."""

    today = fields.Dict(required=True, allow_none=True)


class SummariesOut(_Told):
    """Answer of GET /vacancy/summaries, newest first."""

    summaries = fields.List(fields.Nested(SummaryOut), required=True)


class VacancyPlanOut(_Told):
    """A yearly plan; `cost` is its budget in fen, `tasks` what its approval has created."""

    id = fields.UUID(required=True)
    year = fields.Integer(required=True)
    state = fields.String(required=True)
    due_on = _day()
    items = _lines()
    cost = fields.Integer(required=True)
    tasks = _lines()
    acts = _lines()


class VacancyPlansOut(_Told):
    """Answer of GET /vacancy/plans, the newest year first."""

    plans = fields.List(fields.Nested(VacancyPlanOut), required=True)


class LettingsOut(_Told):
    """Answer of GET /vacancy/lettings: units long vacant, the developer's answers, lettings, wishes; newest first."""

    long = _lines()
    consents = _lines()
    lettings = _lines()
    wishes = _lines()


class FeesOut(_Told):
    """Answer of GET /vacancy/fees."""

    units = _lines()
