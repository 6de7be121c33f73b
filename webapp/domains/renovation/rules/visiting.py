"""A visit to a site, and a look at night: facts, always kept; what is not in order is remarked upon (8, 6). Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta
from msgspec.structs import replace

from webapp.core.domain import Applied, Decision, Item, Refused
from webapp.core.errors import JsonValue
from webapp.core.moments import Moment, corrected, require_clock
from webapp.core.remarks import Remark, as_judged
from webapp.core.wire import Wire
from webapp.domains.renovation.rules.acting import CASE, Known
from webapp.domains.renovation.rules.limits import stays_on
from webapp.domains.renovation.rules.scanning import judge
from webapp.domains.renovation.rules.shapes import Photo, Photos, Sha256, Short, Text, require_day
from webapp.domains.renovation.rules.site_bodies import SiteAnswers
from webapp.domains.renovation.rules.states import ON_SITE, RequestKind, RequestState
from webapp.ground.calendar.rules import day_of
from webapp.ground.checklists.answers import bare_items, lacks
from webapp.ground.checklists.reference import ChecklistRef
from webapp.ground.checklists.words import bare_normal, is_blank

VISIT = "renovation.visit"
# 装修查: the pages of site visits, one a visit.
VISIT_FORM = "ZC"
Stage = Literal[
    "demolition",
    "plumbing_electric",
    "waterproofing",
    "masonry",
    "carpentry",
    "painting",
    "installation",
    "cleaning",
    "stopped",
]
Outcome = Literal["visited", "nobody", "refused_entry"]


class SiteScan(Wire, frozen=True, kw_only=True):
    """How the site was recognised; who did not scan says why."""

    method: Literal["camera", "link", "typed", "listed"]
    reason: Text | None = None


class CheckedPass(Wire, frozen=True, kw_only=True):
    """A pass that a worker showed, and what the phone said of it."""

    pass_id: UUID
    verdict: Short


class SitePhoto(Photo, frozen=True, kw_only=True):
    """A photo of the site, or of an item. `frame_of`: the older photo in whose frame it was taken."""

    item: Short | None = None
    frame_of: Sha256 | None = None


class SiteVisit(Wire, frozen=True, kw_only=True):
    """One visit (装修巡查记录). Times are the phone's word; `built_changes`: plan changes found built."""

    renovation_id: UUID
    visit_id: UUID
    scan: SiteScan
    code: Short | None = None
    started_at: Moment
    finished_at: Moment
    outcome: Outcome
    stage: Stage | None = None
    note: Text = ""
    workers_present: Annotated[int, Meta(ge=0, le=200)] = 0
    passes_checked: Annotated[tuple[CheckedPass, ...], Meta(max_length=60)] = ()
    checklist: ChecklistRef | None = None
    answers: SiteAnswers = ()
    built_changes: Annotated[tuple[UUID, ...], Meta(max_length=20)] = ()
    photos: Annotated[tuple[SitePhoto, ...], Meta(max_length=40)] = ()
    remarks_of_others: Text = ""

    def __post_init__(self) -> None:
        """Refuse moments that no clock shows."""
        require_clock(self.started_at, self.finished_at)


class NightCheck(Wire, frozen=True, kw_only=True):
    """A guard looks at night who stays in a unit. `night`: the day on which it begins."""

    renovation_id: UUID
    check_id: UUID
    night: date
    persons: Annotated[int, Meta(ge=0, le=200)]
    passes_seen: Annotated[tuple[UUID, ...], Meta(max_length=60)] = ()
    note: Text = ""
    photos: Photos = ()

    def __post_init__(self) -> None:
        """Refuse a day that no plan reaches."""
        require_day(self.night)


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """What the estate knows when visits come in.

    checklists  item ids of the versions named that the house knows
    labels      by code, of those that were read: what it hangs at
    repeated    items that bring a visit or a check which is there already
    """

    zone: str
    cases: Mapping[UUID, Known]
    settings: Mapping[UUID, Mapping[str, Any]]
    checklists: Mapping[ChecklistRef, Sequence[str]] = field(default_factory=dict)
    labels: Mapping[str, UUID] = field(default_factory=dict)
    repeated: frozenset[UUID] = frozenset()


def decide_visit(item: Item, facts: VisitFacts) -> Decision:
    """Put a visit into the book; only one that is there already is refused."""
    visit: SiteVisit = item.body
    if refused := _not_its_own(item, facts):
        return refused
    began = corrected(visit.started_at, item)
    today = day_of(began, facts.zone)
    known = facts.cases.get(visit.renovation_id)
    told = [*_of_the_way_in(visit), *_of_the_site(visit, known, today, facts), *_of_the_record(item, facts)]
    judged: dict[str, JsonValue] = {
        "startedAt": began.isoformat(),
        "day": today.isoformat(),
        "remarks": as_judged(sorted(told, key=lambda one: one.code)),
    }
    changes = ((VISIT, visit.visit_id), (CASE, visit.renovation_id))
    return Applied(judged, page=(VISIT_FORM, str(visit.visit_id)), changes=changes)


def decide_night(item: Item, facts: VisitFacts) -> Decision:
    """Keep who was there at night: more than allowed, or anybody where nobody may stay, is remarked upon."""
    check: NightCheck = item.body
    if refused := _not_its_own(item, facts):
        return refused
    known = facts.cases.get(check.renovation_id)
    allowed = sum(one.persons for one in known.requests.values() if stays_on(one, check.night)) if known else 0
    told = [] if known else [Remark("renovation.unknown_site")]
    if check.persons > allowed:
        told.append(Remark("renovation.too_many_overnight", {"allowed": allowed}))
    judged: dict[str, JsonValue] = {
        "at": item.corrected_at.isoformat(),
        "allowed": allowed,
        "remarks": as_judged(told),
    }
    return Applied(judged, changes=((CASE, check.renovation_id),))


def _not_its_own(item: Item, facts: VisitFacts) -> Refused | None:
    if item.about != item.body.renovation_id:
        return Refused("core.bad_shape", {"field": "about"})
    return Refused("renovation.visit_repeated") if item.id in facts.repeated else None


def _of_the_way_in(visit: SiteVisit) -> Iterator[Remark]:
    if visit.scan.method in {"typed", "listed"} and is_blank(visit.scan.reason):
        yield Remark("renovation.manual_without_reason")


def _of_the_site(visit: SiteVisit, known: Known | None, today: date, facts: VisitFacts) -> Iterator[Remark]:
    if known is None:
        yield Remark("renovation.unknown_site")
        return
    if known.case.state not in ON_SITE:
        yield Remark("renovation.not_in_progress", {"state": known.case.state.value})
    here = {known.case.unit_id, known.case.id, *known.passes}
    if visit.code and facts.labels.get(visit.code) not in here:
        yield Remark("renovation.label_elsewhere")
    bad = [str(one.pass_id) for one in visit.passes_checked if not _is_valid(one, known, today)]
    if bad:
        yield Remark("renovation.pass_not_valid", {"passes": [*bad]})
    # REN-R15
    unapproved = [str(id_) for id_ in visit.built_changes if not _is_approved(id_, known)]
    if unapproved:
        yield Remark("renovation.change_unapproved", {"requests": [*unapproved]})


def _is_valid(shown: CheckedPass, known: Known, today: date) -> bool:
    held = known.passes.get(shown.pass_id)
    return held is not None and judge(held, known.case, None, today) == "valid"


def _is_approved(change_id: UUID, known: Known) -> bool:
    change = known.requests.get(change_id)
    return change is not None and (change.kind, change.state) == (RequestKind.PLAN_CHANGE, RequestState.APPROVED)


def _of_the_record(item: Item, facts: VisitFacts) -> Iterator[Remark]:
    visit: SiteVisit = item.body
    words = facts.settings[item.id]["bare_normal_words"]
    if bare_normal(visit.note, words) or bare_items(visit.answers, words):
        yield Remark("renovation.bare_normal")
    elif is_blank(visit.note):
        yield Remark("renovation.note_missing")
    if not visit.photos:
        yield Remark("renovation.photo_missing")
    if any(not photo.live for photo in visit.photos):
        yield Remark("renovation.photo_not_live")
    if item.time_doubtful:
        yield Remark("renovation.time_doubtful")
    if visit.outcome == "visited":
        yield from _of_the_sheet(visit, facts)


def _of_the_sheet(visit: SiteVisit, facts: VisitFacts) -> Iterator[Remark]:
    if visit.stage is None:
        yield Remark("renovation.stage_missing")
    asked = facts.checklists.get(visit.checklist) if visit.checklist else None
    if asked is None:
        yield Remark("renovation.unknown_checklist")
        return
    # What is abnormal is followed up by a finding or by a notice.
    followed = [replace(one, finding_id=one.finding_id or one.notice_id) for one in visit.answers]
    for lack, items in lacks(followed, asked):
        yield Remark(f"renovation.{lack}", {"items": [*items]})


def started_at(judged: Mapping[str, Any]) -> datetime:
    """Answer when a visit began, as its entry says."""
    return datetime.fromisoformat(judged["startedAt"])
