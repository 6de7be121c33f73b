"""JSON of renovations as the desk asks for them; cases are told under the names that phones pull."""

from marshmallow import fields, validate

from webapp.core.schema import QuerySchema, WireSchema
from webapp.domains.renovation.rules.states import CaseState


class _Told(WireSchema):
    """What is told in the names of the wire already."""

    def on_bind_field(self, field_name: str, field_obj: "fields.Field[object]") -> None:
        super().on_bind_field(field_name, field_obj)
        field_obj.attribute = field_obj.data_key


def _rows() -> "fields.List[dict[str, object]]":
    return fields.List(fields.Dict(), required=True)


class WholeCaseOut(_Told):
    """A renovation with all that belongs to it; `case` and `visits` as pulled."""

    id = fields.UUID(required=True)
    case = fields.Dict(required=True)
    visits = _rows()
    phones = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    ids = fields.Dict(keys=fields.String(), values=fields.String(), required=True)


class CasesQuery(QuerySchema):
    """Which renovations."""

    state = fields.String(load_default=None, validate=validate.OneOf([state.value for state in CaseState]))
    unit = fields.UUID(load_default=None)
    after = fields.UUID(load_default=None)
    limit = fields.Integer(load_default=50, validate=validate.Range(1, 200))


class CaseLineOut(_Told):
    """A line of the list."""

    id = fields.UUID(required=True)
    serial = fields.String(required=True, allow_none=True)
    unit_id = fields.UUID(required=True)
    unit_name = fields.String(required=True)
    contractor = fields.String(required=True)
    state = fields.String(required=True)
    permit_until = fields.String(required=True, allow_none=True)
    closed_at = fields.String(required=True, allow_none=True)


class CasesOut(_Told):
    """A page of renovations."""

    rows = fields.List(fields.Nested(CaseLineOut), required=True)
    after = fields.UUID(required=True, allow_none=True)


class BoardUnitOut(_Told):
    """A cell of the status board."""

    unit_id = fields.UUID(required=True)
    building = fields.String(required=True)
    stairwell_id = fields.UUID(required=True)
    stairwell = fields.String(required=True)
    floor = fields.Integer(required=True)
    number = fields.String(required=True)
    renovation_id = fields.UUID(required=True, allow_none=True)
    cell = fields.String(required=True)
    stage = fields.String(required=True, allow_none=True)
    day = fields.Integer(required=True, allow_none=True)
    red = fields.Boolean(required=True)


class BoardBuildingOut(_Told):
    """A building with all of its units."""

    building = fields.String(required=True)
    units = fields.List(fields.Nested(BoardUnitOut), required=True)


class BoardOut(_Told):
    """The status board (装修动态表): buildings in which somebody renovates."""

    buildings = fields.List(fields.Nested(BoardBuildingOut), required=True)


class DaysQuery(QuerySchema):
    """From which day to which, both within."""

    since = fields.Date(load_default=None, data_key="from")
    until = fields.Date(load_default=None, data_key="to")


class SumsOut(_Told):
    """What came in, went out and was kept in some days, in fen, and what is held when they end."""

    in_ = fields.Integer(required=True, data_key="in")
    out = fields.Integer(required=True)
    kept = fields.Integer(required=True)
    held = fields.Integer(required=True)


class MonthOut(SumsOut):
    """The sums of a month, "2026-11"."""

    month = fields.String(required=True)


class DepositsOut(SumsOut):
    """The register of deposits; `before`: what was held when the first day began."""

    rows = _rows()
    before = fields.Integer(required=True)
    months = fields.List(fields.Nested(MonthOut), required=True)


class NoticesOut(_Told):
    """Rectification notices as pulled, each with its renovation and unit."""

    rows = _rows()


class WordingOut(_Told):
    """What a paper says as it is shipped; `names` can be filled in where they stand in braces."""

    form = fields.String(required=True)
    title = fields.String(required=True)
    text = fields.String(required=True)
    names = fields.List(fields.String(), required=True)


class WordingsOut(_Told):
    """What all papers say as they are shipped; an estate's own words are a setting."""

    rows = fields.List(fields.Nested(WordingOut), required=True)


class PassesIn(WireSchema):
    """Cards to print: these passes, and the permit of the site."""

    pass_ids = fields.List(fields.UUID(), required=True, validate=validate.Length(max=60))
    permit = fields.Boolean(load_default=False)
