"""JSON of the desk's pages, out. `TodayOut` only describes: the page itself is encoded by msgspec (`today.py`)."""

from datetime import date

from marshmallow import ValidationError, fields, validate

from webapp.core.schema import QuerySchema, WireSchema, utc_moment
from webapp.domains.findings.rules.states import FindingState
from webapp.ground.people.departments.rules import DepartmentKind


def _within_reach(day: date) -> None:
    if not date(2000, 1, 1) <= day < date(2200, 1, 1):
        raise ValidationError("a day that no plan reaches")


class DayQuery(QuerySchema):
    """Which day; today in the estate's zone when none is named."""

    date = fields.Date(validate=_within_reach)


class FindingListQuery(QuerySchema):
    """Which findings go into the workbook; `words` are looked for in what is written of each."""

    state = fields.List(fields.Enum(FindingState, by_value=True), load_default=list)
    dept = fields.String(validate=validate.OneOf([kind.value for kind in DepartmentKind]), load_default=None)
    words = fields.String(validate=validate.Length(max=80), load_default="")


class PhoneLostOut(WireSchema):
    """That a phone was given up for lost, by whom and why."""

    at = utc_moment(required=True)
    by_name = fields.String(required=True)
    reason = fields.String(required=True)


class DeskDeviceOut(WireSchema):
    """A phone: how long it has been silent, how many items wait on it or never arrived.

    `out`: a visit that has not arrived may lie on it. `gone`: nothing more is expected of it.
    """

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    people = fields.List(fields.String(), required=True)
    last_contact_at = utc_moment(required=True)
    silent_minutes = fields.Integer(required=True)
    waiting = fields.Integer(required=True)
    missing = fields.Integer(required=True)
    gone = fields.Boolean(required=True)
    out = fields.Boolean(required=True)
    written_off = fields.Nested(PhoneLostOut, required=True, allow_none=True)


class SaidOut(WireSchema):
    """A reason, who gave it, and when."""

    reason = fields.String(required=True)
    by_name = fields.String(required=True)
    at = utc_moment(required=True)


class PlaceOut(WireSchema):
    """What has become of a place on a round."""

    place_id = fields.UUID(required=True)
    name = fields.String(required=True)
    state = fields.String(required=True)
    abnormal = fields.Integer(required=True)
    visit_id = fields.UUID(required=True, allow_none=True)
    at = utc_moment(required=True, allow_none=True)
    awaited_photos = fields.Integer(required=True)
    doubtful = fields.Boolean(required=True)
    arrived_late = fields.Boolean(required=True)
    left_out = fields.Nested(SaidOut, required=True, allow_none=True)
    made_up = fields.Nested(SaidOut, required=True, allow_none=True)


class RoundOut(WireSchema):
    """One round with its places in walking order."""

    round_id = fields.UUID(required=True)
    route_id = fields.UUID(required=True)
    route_name = fields.String(required=True)
    steward_name = fields.String(required=True, allow_none=True)
    number = fields.Integer(required=True)
    start = utc_moment(required=True)
    end = utc_moment(required=True)
    late_until = utc_moment(required=True)
    serial = fields.String(required=True, allow_none=True)
    signing = fields.String(required=True, allow_none=True)
    counts = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    places = fields.List(fields.Nested(PlaceOut), required=True)


class TroublePlaceOut(WireSchema):
    """A place by id and name; no name when the register does not know it."""

    place_id = fields.UUID(required=True)
    name = fields.String(required=True, allow_none=True)
    visit_id = fields.UUID(required=True, allow_none=True)


class TroubleOut(WireSchema):
    """One thing that needs a person; `params` are what the words need. Several places of a round are told once."""

    kind = fields.String(required=True)
    urgent = fields.Boolean(required=True)
    at = utc_moment(required=True)
    round_id = fields.UUID(required=True, allow_none=True)
    route_name = fields.String(required=True, allow_none=True)
    steward_name = fields.String(required=True, allow_none=True)
    number = fields.Integer(required=True, allow_none=True)
    place_id = fields.UUID(required=True, allow_none=True)
    places = fields.List(fields.Nested(TroublePlaceOut), required=True)
    visit_id = fields.UUID(required=True, allow_none=True)
    finding_id = fields.UUID(required=True, allow_none=True)
    item_id = fields.UUID(required=True, allow_none=True)
    params = fields.Dict(required=True)


class NewVisitOut(WireSchema):
    """A visit in short."""

    visit_id = fields.UUID(required=True)
    place_id = fields.UUID(required=True)
    place_name = fields.String(required=True, allow_none=True)
    by_name = fields.String(required=True)
    at = utc_moment(required=True)
    received_at = utc_moment(required=True)
    state = fields.String(required=True)
    abnormal = fields.Integer(required=True)
    doubtful = fields.Boolean(required=True)
    awaited_photos = fields.Integer(required=True)
    serial = fields.String(required=True)


class DeskEstateOut(WireSchema):
    """The estate whose day it is."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    timezone = fields.String(required=True)


class SupervisionRoundOut(WireSchema):
    """A supervisor's own round; `endedAt` is null while it is being walked."""

    record_id = fields.UUID(required=True)
    serial = fields.String(required=True)
    by_name = fields.String(required=True)
    places = fields.Integer(required=True)
    state = fields.String(required=True)
    ended_at = utc_moment(required=True, allow_none=True)


class SupervisionOut(WireSchema):
    """The supervisors' rounds of a day: `made` of those `asked` for."""

    asked = fields.Integer(required=True)
    made = fields.Integer(required=True)
    rounds = fields.List(fields.Nested(SupervisionRoundOut), required=True)


class TodayOut(WireSchema):
    """A day of an estate at a glance."""

    date = fields.Date(required=True)
    as_of = utc_moment(required=True)
    estate = fields.Nested(DeskEstateOut, required=True)
    devices = fields.List(fields.Nested(DeskDeviceOut), required=True)
    rounds = fields.List(fields.Nested(RoundOut), required=True)
    exceptions = fields.List(fields.Nested(TroubleOut), required=True)
    newest = fields.List(fields.Nested(NewVisitOut), required=True)
    supervision = fields.Nested(SupervisionOut, required=True)


class RefusedOut(WireSchema):
    """An item that was refused, or waits in quarantine until a supervisor accepts what its phone sends."""

    id = fields.UUID(required=True)
    kind = fields.String(required=True)
    outcome = fields.String(required=True, validate=validate.OneOf(["refused", "held"]))
    code = fields.String(required=True, allow_none=True)
    by_name = fields.String(required=True, allow_none=True)
    received_at = utc_moment(required=True)
    place_id = fields.UUID(required=True, allow_none=True)
