"""JSON of findings as the desk asks for them: what phones pull under the same names, so that one page shows both."""

from marshmallow import Schema, fields, validate

from webapp.core.schema import QuerySchema, WireSchema
from webapp.domains.findings.rules.states import Act, FindingState, Priority
from webapp.ground.people.departments.rules import DepartmentKind


class FindingsQuery(QuerySchema):
    """Which findings are asked for; `after` is what the page before ended with."""

    state = fields.List(fields.Enum(FindingState, by_value=True), load_default=list)
    dept = fields.String(validate=validate.OneOf([kind.value for kind in DepartmentKind]), load_default=None)
    after = fields.UUID(load_default=None)
    limit = fields.Integer(validate=validate.Range(1, 200), load_default=50)


class _Told(WireSchema):
    """What is told in the names of the wire already."""

    def on_bind_field(self, field_name: str, field_obj: "fields.Field[object]") -> None:
        super().on_bind_field(field_name, field_obj)
        field_obj.attribute = field_obj.data_key


def _text(*, empty: bool = False) -> fields.String:
    return fields.String(required=True, allow_none=empty)


def _id(*, empty: bool = False) -> fields.UUID:
    return fields.UUID(required=True, allow_none=empty)


def _moment(*, empty: bool = False) -> fields.String:
    return fields.String(required=True, allow_none=empty, metadata={"format": "date-time"})


def _word(of: type[FindingState] | type[Act] | type[Priority]) -> fields.String:
    return fields.String(required=True, validate=validate.OneOf([one.value for one in of]))


def _one(of: type[Schema]) -> fields.Nested:
    return fields.Nested(of, required=True, allow_none=True)


def _many(of: type[Schema]) -> "fields.List[object]":
    return fields.List(fields.Nested(of), required=True)


class FindingRemarkOut(_Told):
    """A broken rule, or a doubt, by its code."""

    code = _text()
    params = fields.Dict(required=True)


class FindingPhotoOut(_Told):
    """A photo of the report or of a letter."""

    sha256 = _text()
    taken_at = _moment()
    moment = _text()
    live = fields.Boolean(required=True)


class FindingDetailsOut(_Told):
    """What the checklist asks to be noted besides."""

    unit = _text(empty=True)
    plate = _text(empty=True)
    number = _text(empty=True)
    expiry = _text(empty=True)
    reading = _text(empty=True)


class FindingChecklistOut(_Told):
    """The checklist it was found by."""

    type = _text()
    version = fields.Integer(required=True)


class FindingOriginOut(_Told):
    """The record during which it was found."""

    kind = _text()
    id = _id()


class FindingItemOut(_Told):
    """An item as signatures name it."""

    id = _id()
    sha256 = _text(empty=True)


class FindingLastSeenOut(_Told):
    """Who saw it again last."""

    outcome = _text()
    at = _moment()
    by_name = _text()


class FindingDueOut(_Told):
    """A deadline that runs."""

    what = _text()
    # `from` is a word of the language.
    since = fields.String(required=True, metadata={"format": "date-time"}, data_key="from")
    due_at = _moment()


class FindingWhoOut(_Told):
    """Who did it, and when."""

    id = _id()
    name = _text(empty=True)
    at = _moment(empty=True)


class FindingSignatureOut(_Told):
    """A signature."""

    side = _text()
    by_id = _id()
    by_name = _text()
    at = _moment()


class FindingActOut(_Told):
    """A line of the history; `due_at` is the deadline that it ended, `said` the body as sent."""

    id = _id()
    sha256 = _text(empty=True)
    act = _word(Act)
    at = _moment()
    by_id = _id()
    by_name = _text()
    before = _word(FindingState)
    state = _word(FindingState)
    due_at = _moment(empty=True)
    serial = _text(empty=True)
    remarks = _many(FindingRemarkOut)
    said = fields.Dict(required=True)


class LetterPassOut(_Told):
    """One hand that a letter went through."""

    at = _moment()
    by_name = _text()
    to = _text(empty=True)
    answer = _text()


class LetterOut(_Told):
    """A work letter; `stands_with` nobody once it is answered."""

    id = _id()
    at = _moment()
    by_id = _id()
    by_name = _text()
    facts = _text()
    help = _text()
    photos = _many(FindingPhotoOut)
    stands_with = _text(empty=True)
    answer = _text(empty=True)
    passes = _many(LetterPassOut)


class FindingOut(_Told):
    """A finding as phones hold it."""

    id = _id()
    place_id = _id()
    place_name = _text(empty=True)
    place_type = _text(empty=True)
    checklist = fields.Nested(FindingChecklistOut, required=True)
    item = _text()
    choice = _text(empty=True)
    description = _text()
    spot = _text()
    details = fields.Nested(FindingDetailsOut, required=True)
    photos = _many(FindingPhotoOut)
    steps = fields.List(fields.Dict(), required=True)
    origin = _one(FindingOriginOut)
    found_at = _moment()
    by_id = _id()
    by_name = _text()
    serial = _text()
    report = _one(FindingItemOut)
    times_seen = fields.Integer(required=True)
    last_seen = _one(FindingLastSeenOut)
    state = _word(FindingState)
    priority = _word(Priority)
    dept = _text(empty=True)
    hard = fields.Boolean(required=True)
    order_no = _text(empty=True)
    rework = fields.Integer(required=True)
    repeats = fields.Integer(required=True)
    due = _many(FindingDueOut)
    waiting_since = _moment(empty=True)
    fixer = _one(FindingWhoOut)
    verifier = _one(FindingWhoOut)
    signatures = _many(FindingSignatureOut)
    smell = fields.Dict(required=True, allow_none=True)
    letters = _many(LetterOut)
    escalated_to = _text(empty=True)
    closed_at = _moment(empty=True)
    acts = _many(FindingActOut)


class FindingsOut(WireSchema):
    """A page of findings by deadline; `after` asks for the next, none when this is the last."""

    findings = _many(FindingOut)
    after = _id(empty=True)


class FindingSightingOut(_Told):
    """Seen again."""

    id = _id()
    outcome = _text()
    note = _text()
    at = _moment()
    by_name = _text()


class FindingBeforeOut(_Told):
    """Another finding of the same place and item before."""

    id = _id()
    serial = _text()
    state = _word(FindingState)
    found_at = _moment()


class WholeFindingOut(FindingOut):
    """A finding with all that belongs to it."""

    remarks = _many(FindingRemarkOut)
    sightings = _many(FindingSightingOut)
    repeated = _many(FindingBeforeOut)
