"""JSON of the import, in and out."""

from marshmallow import fields, validate

from webapp.core.schema import QuerySchema, WireSchema, utc_moment
from webapp.ground.register.models import UploadState
from webapp.ground.register.rules import WHY, Field

MAX_COLUMNS = 200
TITLE = validate.Length(1, 200)
MEANING = validate.OneOf([field.value for field in Field])


class UploadIn(QuerySchema):
    """Query of POST /register/uploads: what the file is called."""

    name = fields.String(required=True, validate=validate.Length(1, 200))


class ColumnIn(WireSchema):
    """What a column means; null forgets what was said of it before."""

    title = fields.String(required=True, validate=TITLE)
    meaning = fields.Enum(Field, by_value=True, required=True, allow_none=True)


class ColumnsIn(WireSchema):
    """Body of POST /register/uploads/{id}/columns; no columns: only read again."""

    columns = fields.List(fields.Nested(ColumnIn), required=True, validate=validate.Length(max=MAX_COLUMNS))


class RefusalOut(WireSchema):
    """Why a file, or keeping it, was refused."""

    code = fields.String(required=True)
    params = fields.Dict(required=True)


class RegisterColumnOut(WireSchema):
    """A column as it was understood; `meaning` null where it was not. No samples of owners and telephones."""

    index = fields.Integer(required=True)
    title = fields.String(required=True)
    samples = fields.List(fields.String(), required=True)
    meaning = fields.String(required=True, allow_none=True, validate=MEANING)
    by = fields.String(
        required=True, allow_none=True, validate=validate.OneOf(["words", "values", "remembered", "hand"])
    )


class RegisterSheetOut(WireSchema):
    """A sheet as it was understood; `header` null where it holds no register."""

    name = fields.String(required=True)
    header = fields.Integer(required=True, allow_none=True)
    units = fields.Integer(required=True)
    skipped = fields.Integer(required=True)
    missing = fields.List(fields.String(validate=MEANING), required=True)
    columns = fields.List(fields.Nested(RegisterColumnOut), required=True)


class AddedUnitOut(WireSchema):
    """A unit that is new."""

    building = fields.String(required=True)
    stairwell = fields.String(required=True)
    floor = fields.Integer(required=True)
    number = fields.String(required=True)
    status = fields.String(required=True)


class UnitChangeOut(WireSchema):
    """One thing that becomes another: floor, area (hundredths of m²), status, renovating, received_on (day)."""

    field = fields.String(required=True)
    was = fields.Raw(required=True, allow_none=True)
    becomes = fields.Raw(required=True, allow_none=True)


class ChangedUnitOut(WireSchema):
    """A unit that changes."""

    unit = fields.String(required=True)
    changes = fields.List(fields.Nested(UnitChangeOut), required=True)


class AbsentUnitOut(WireSchema):
    """A unit that the file does not name; it stays."""

    unit = fields.String(required=True)


class DifferenceExamplesOut(WireSchema):
    """At most 50 that are new, 200 that change, 200 that the file does not name."""

    added = fields.List(fields.Nested(AddedUnitOut), required=True)
    changed = fields.List(fields.Nested(ChangedUnitOut), required=True)
    absent = fields.List(fields.Nested(AbsentUnitOut), required=True)


class RefusedRowOut(WireSchema):
    """A row that was left out; `row` as people count."""

    sheet = fields.String(required=True)
    row = fields.Integer(required=True)
    why = fields.String(required=True, validate=validate.OneOf(WHY))
    value = fields.String(required=True)


class ReportOut(WireSchema):
    """What was understood of a file, and what keeping it changes. Counts are of all; `refuse` has at most 1,000."""

    layout = fields.String(required=True)
    sheets = fields.List(fields.Nested(RegisterSheetOut), required=True)
    good_units = fields.Integer(required=True)
    by_state = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    renovating = fields.Integer(required=True)
    added = fields.Integer(required=True)
    changed = fields.Integer(required=True)
    same = fields.Integer(required=True)
    absent = fields.Integer(required=True)
    new_buildings = fields.List(fields.String(), required=True)
    examples = fields.Nested(DifferenceExamplesOut, required=True)
    refuse = fields.List(fields.Nested(RefusedRowOut), required=True)
    refused = fields.Integer(required=True)


class UploadLineOut(WireSchema):
    """A line of GET /register/uploads. `done` of `of` rows are through; `refusal` says why it came no further."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    state = fields.Enum(UploadState, by_value=True, required=True)
    done = fields.Integer(required=True)
    of = fields.Integer(required=True)
    refusal = fields.Nested(RefusalOut, required=True, allow_none=True)
    by_name = fields.String(required=True)
    at = utc_moment(required=True)


class UploadOut(UploadLineOut):
    """An upload with its report, once there is one."""

    report = fields.Nested(ReportOut, required=True, allow_none=True)
