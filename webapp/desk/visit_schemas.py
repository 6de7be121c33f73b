"""JSON of the page of one visit, out. What the phone sent is kept, and shown, under the names it was sent with."""

from marshmallow import fields

from webapp.core.schema import WireSchema, utc_moment
from webapp.domains.patrols.evidence.schemas import EvidenceOut


class NamedOut(WireSchema):
    """Something by id and name; no name when nobody knows it any more."""

    id = fields.UUID(required=True)
    name = fields.String(required=True, allow_none=True)


class VisitPlaceOut(NamedOut):
    """The place as it was called on the day."""

    type = fields.String(required=True, allow_none=True)


class PageRoundOut(WireSchema):
    """The round whose page the visit stands on; no route when it stands on a person's extra page of the day."""

    id = fields.UUID(required=True)
    route_id = fields.UUID(required=True, allow_none=True)
    route_name = fields.String(required=True, allow_none=True)
    number = fields.Integer(required=True, allow_none=True)
    date = fields.Date(required=True)


class TimesOut(WireSchema):
    """Both times: the phone's word, and ours. `driftMs` is ours minus the phone's when the visit was saved."""

    phone_scanned_at = utc_moment(required=True)
    scanned_at = utc_moment(required=True)
    phone_finished_at = utc_moment(required=True)
    received_at = utc_moment(required=True)
    drift_ms = fields.Integer(required=True)


class ScanOut(WireSchema):
    """How the place was recognised: camera, typed, listed."""

    method = fields.String(required=True)
    reason = fields.String(required=True, allow_none=True)


class VisitLabelOut(WireSchema):
    """The label whose code was read, as it stands now; no state when the estate has no such label."""

    code = fields.String(required=True)
    state = fields.String(required=True, allow_none=True)
    generation = fields.Integer(required=True, allow_none=True)
    hung_at = utc_moment(required=True, allow_none=True)
    revoked_at = utc_moment(required=True, allow_none=True)


class ChecklistOut(WireSchema):
    """The version of the checklist that was answered."""

    type = fields.String(required=True)
    version = fields.Integer(required=True)
    hash = fields.String(required=True)


class AnswerOut(WireSchema):
    """The result of one item."""

    item = fields.String(required=True)
    result = fields.String(required=True)
    choice = fields.String(required=True, allow_none=True)
    note = fields.String(required=True, allow_none=True)
    reason = fields.String(required=True, allow_none=True)
    methods = fields.List(fields.String(), required=True)
    ms = fields.Integer(required=True)
    finding_id = fields.UUID(required=True, allow_none=True, attribute="findingId")


class PhotoOut(WireSchema):
    """A photo, arrived or still awaited. `item`, `moment` or the live `task` says what it shows."""

    sha256 = fields.String(required=True)
    taken_at = fields.String(required=True, attribute="takenAt", metadata={"format": "date-time"})
    live = fields.Boolean(required=True)
    arrived = fields.Boolean(required=True)
    item = fields.String(allow_none=True)
    moment = fields.String()
    task = fields.String()


class RemarkOut(WireSchema):
    """A broken rule or a doubt by its code."""

    code = fields.String(required=True)
    params = fields.Dict(required=True)


class StepOut(WireSchema):
    """A step taken at once (PAT-M2), or why it was not."""

    step = fields.String(required=True)
    done_at = fields.String(required=True, allow_none=True, attribute="doneAt", metadata={"format": "date-time"})
    reason = fields.String(required=True, allow_none=True)


class SeenOut(WireSchema):
    """A later look at a finding: still_there or gone; `originId` is the visit it was on."""

    outcome = fields.String(required=True)
    seen_at = utc_moment(required=True)
    by_name = fields.String(required=True)
    note = fields.String(required=True)
    origin_id = fields.UUID(required=True, allow_none=True)


class VisitFindingOut(WireSchema):
    """A finding made on the visit, or seen again on it; `originId` tells which. `seen` is its history, oldest first."""

    id = fields.UUID(required=True)
    serial = fields.String(required=True)
    state = fields.String(required=True)
    priority = fields.String(required=True)
    dept = fields.String(required=True, allow_none=True)
    item = fields.String(required=True)
    choice = fields.String(required=True, allow_none=True)
    description = fields.String(required=True)
    spot = fields.String(required=True)
    details = fields.Dict(required=True)
    found_at = utc_moment(required=True)
    photos = fields.List(fields.Nested(PhotoOut), required=True)
    steps = fields.List(fields.Nested(StepOut), required=True)
    remarks = fields.List(fields.Nested(RemarkOut), required=True)
    by_name = fields.String(required=True)
    origin_id = fields.UUID(required=True, allow_none=True)
    seen = fields.List(fields.Nested(SeenOut), required=True)


class VisitPageOut(WireSchema):
    """Everything of one visit. `template` is the checklist in that version, as phones hold it."""

    id = fields.UUID(required=True)
    serial = fields.String(required=True)
    entry = fields.Integer(required=True)
    hash = fields.String(required=True)
    round = fields.Nested(PageRoundOut, required=True)
    place = fields.Nested(VisitPlaceOut, required=True)
    by = fields.Nested(NamedOut, required=True)
    device = fields.Nested(NamedOut, required=True)
    timeliness = fields.String(required=True)
    state = fields.String(required=True)
    abnormal = fields.Integer(required=True)
    times = fields.Nested(TimesOut, required=True)
    doubtful_between = fields.List(fields.String(), required=True, allow_none=True)
    evidence = fields.Nested(EvidenceOut, required=True)
    scan = fields.Nested(ScanOut, required=True)
    label = fields.Nested(VisitLabelOut, required=True, allow_none=True)
    position = fields.Dict(required=True, allow_none=True)
    checklist = fields.Nested(ChecklistOut, required=True)
    template = fields.Dict(required=True, allow_none=True)
    answers = fields.List(fields.Nested(AnswerOut), required=True)
    observation = fields.String(required=True)
    photos = fields.List(fields.Nested(PhotoOut), required=True)
    findings = fields.List(fields.Nested(VisitFindingOut), required=True)
    remarks = fields.List(fields.Nested(RemarkOut), required=True)
    marks = fields.List(fields.String(), required=True)
