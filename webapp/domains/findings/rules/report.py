"""A finding as a phone reports it: the body of `findings.report`, and what PAT-R04 asks of it."""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from webapp.core.moments import Moment, require_clock
from webapp.core.wire import Wire
from webapp.domains.findings.rules.states import FindingState, Priority
from webapp.ground.checklists.reference import ChecklistRef
from webapp.ground.checklists.rules import ChecklistItem, Step

Name = Annotated[str, Meta(min_length=1, max_length=64)]
Note = Annotated[str, Meta(max_length=2000)]
Detail = Annotated[str, Meta(max_length=64)]


class Origin(Wire, frozen=True, kw_only=True):
    """The record during which it was found."""

    kind: Name
    id: UUID


class Details(Wire, frozen=True, kw_only=True):
    """What the checklist asks to be noted besides, by its `record` codes: U, V, N, X, R."""

    unit: Detail | None = None
    plate: Detail | None = None
    number: Detail | None = None
    expiry: Detail | None = None
    reading: Detail | None = None


class StepTaken(Wire, frozen=True, kw_only=True):
    """A step asked for at once (PAT-M2, PAT-N3): when it was done by the phone's word, or why it was not."""

    step: Step
    done_at: Moment | None = None
    reason: Detail | None = None


class FindingPhoto(Wire, frozen=True, kw_only=True):
    """A photo of what was found, of a step taken, or of how it was left. `live`: taken in the app, not an album's."""

    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
    taken_at: Moment
    moment: Literal["before", "valve_closed", "notice_posted", "after"]
    live: bool


class Report(Wire, frozen=True, kw_only=True):
    """One thing that is not as it should be. `found_at` is the phone's word."""

    finding_id: UUID
    origin: Origin | None = None
    place_id: UUID
    checklist: ChecklistRef
    item: Name
    choice: Name | None = None
    description: Note = ""
    spot: Note = ""
    action: Literal["solved_on_spot", "reported"] | None = None
    found_at: Moment
    details: Details = Details()
    steps: Annotated[tuple[StepTaken, ...], Meta(max_length=8)] = ()
    photos: Annotated[tuple[FindingPhoto, ...], Meta(max_length=60)] = ()

    def __post_init__(self) -> None:
        """Refuse a moment that no clock shows."""
        require_clock(self.found_at, *(step.done_at for step in self.steps if step.done_at))

    @property
    def state(self) -> FindingState:
        """Where the finding stands by what the finder did about it."""
        return FindingState(self.action) if self.action else FindingState.OPEN


# What must be done, or be reasoned why not (PAT-M2, PAT-N3); the owner is told where one can be reached.
_STEP_MISSING: Mapping[Step, str] = {
    "valve_closed": "findings.valve_not_closed",
    "notice_posted": "findings.notice_not_posted",
    "resident_called": "findings.resident_not_called",
    "manager_called": "findings.manager_not_called",
    "help_called": "findings.help_not_called",
}
_PHOTOGRAPHED = frozenset({"valve_closed", "notice_posted"})
DETAIL_OF = {"U": "unit", "V": "plate", "N": "number", "X": "expiry", "R": "reading"}


def missing(report: Report, item: ChecklistItem | None) -> list[str]:
    """Answer what PAT-R04 finds lacking, as codes in their order.

    item  the checklist's item in the version reported under; None when nobody knows it
    """
    return sorted(_missing(report, item))


def _missing(report: Report, item: ChecklistItem | None) -> Iterator[str]:
    if not _says_something(report.description):
        yield "findings.description_missing"
    if not _says_something(report.spot):
        yield "findings.spot_missing"
    if report.action is None:
        yield "findings.action_missing"
    moments = {photo.moment for photo in report.photos}
    if "before" not in moments:
        yield "findings.photo_missing"
    # Put right at once, and seen to be.
    if report.state is FindingState.SOLVED_ON_SPOT and "after" not in moments:
        yield "findings.after_photo_missing"
    yield from _steps_missing(report, item)
    # Each that the item asks for; "unreadable" is an answer too.
    asked = (getattr(report.details, DETAIL_OF[code]) for code in (item.record if item else ()))
    if not all(_says_something(noted or "") for noted in asked):
        yield "findings.detail_missing"


def _steps_missing(report: Report, item: ChecklistItem | None) -> Iterator[str]:
    shown = {photo.moment for photo in report.photos}
    taken = {step.step: step for step in report.steps}
    asked = item.steps if item and item.steps else ()
    for step in asked:
        made = taken.get(step)
        seen = step not in _PHOTOGRAPHED or step in shown
        done = made and ((made.done_at and seen) or _says_something(made.reason or ""))
        if step in _STEP_MISSING and not done:
            yield _STEP_MISSING[step]


def _says_something(text: str) -> bool:
    return any(unicodedata.category(char)[0] in "LNS" for char in text)


def priority_of(item: ChecklistItem | None) -> Priority:
    """Answer how soon: what the checklist marks as urgent is (`patrol.md` 7)."""
    return Priority.URGENT if item and item.urgent else Priority.NORMAL
