"""What is sent with each act on a finding: the bodies of `findings.settle` and the others. Pure."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from webapp.core.moments import END, FIRST, Moment, require_clock
from webapp.core.wire import Wire
from webapp.domains.findings.rules.report import FindingPhoto, Note
from webapp.domains.findings.rules.states import Priority
from webapp.ground.people.departments.rules import DepartmentKind

Photos = Annotated[tuple[FindingPhoto, ...], Meta(max_length=60)]
Reason = Annotated[str, Meta(min_length=2, max_length=2000)]
Short = Annotated[str, Meta(max_length=200)]
Code = Annotated[str, Meta(max_length=64)]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]


class OfFinding(Wire, frozen=True, kw_only=True):
    """What every act says: which finding it is about."""

    finding_id: UUID


class Settle(OfFinding, frozen=True, kw_only=True):
    """What became of a finding that was reported without saying it."""

    action: Literal["solved_on_spot", "reported"]
    note: Note = ""
    photos: Photos = ()


class Dispatch(OfFinding, frozen=True, kw_only=True):
    """A department is told to put it right. `hard`: it may take a week (DL-12)."""

    dept: DepartmentKind
    priority: Priority
    hard: bool = False
    note: Note = ""


class Order(OfFinding, frozen=True, kw_only=True):
    """A department is ordered to rectify it by a day (`patrol.md` 8); who ordered, or another overseer, rechecks it."""

    dept: DepartmentKind
    due_on: date
    note: Reason

    def __post_init__(self) -> None:
        """Refuse days that nobody plans for."""
        if not FIRST.date() < self.due_on < END.date():
            raise ValueError("a day that no order reaches")


class Reject(OfFinding, frozen=True, kw_only=True):
    """Nothing will be done, and why."""

    reason: Reason


class Accept(OfFinding, frozen=True, kw_only=True):
    """The department takes it on."""

    note: Note = ""


class Fix(OfFinding, frozen=True, kw_only=True):
    """It is put right: what was done, and how it looks now."""

    result: Note
    photos: Photos = ()


class FindingScan(Wire, frozen=True, kw_only=True):
    """How the place was recognised, as on a visit (`patrols.visit`); `code` is the label's."""

    method: Literal["camera", "link", "typed", "listed"]
    code: Code | None = None
    reason: Note | None = None


class Verify(OfFinding, frozen=True, kw_only=True):
    """Somebody else stood before it and says whether it is right."""

    outcome: Literal["right", "not_right"]
    scan: FindingScan
    note: Note = ""
    photos: Photos = ()


class SeenItem(Wire, frozen=True, kw_only=True):
    """An item that was before the eyes of who signed, as the book knows it."""

    id: UUID
    sha256: Sha256


class Sign(OfFinding, frozen=True, kw_only=True):
    """A signature; it names all that it stands for (`protocol.md` 10)."""

    seen: Annotated[tuple[SeenItem, ...], Meta(min_length=1, max_length=200)]


class Letter(OfFinding, frozen=True, kw_only=True):
    """A work letter (工作函): what is beyond the writer's power, and the help that is asked for."""

    facts: Reason
    help: Reason
    photos: Photos = ()


class LetterPass(OfFinding, frozen=True, kw_only=True):
    """A letter is confirmed and passed on to somebody higher; with nobody named, it is answered here."""

    letter_id: UUID
    to: Literal["manager", "office_manager", "gm"] | None = None
    answer: Note = ""


class SmellStep(OfFinding, frozen=True, kw_only=True):
    """A step after a smell of gas or burning (`patrol.md` 5). `done_at` is the phone's word; each has own fields."""

    step: Literal["asked", "cause", "guard_told", "guard_result"]
    done_at: Moment
    units: Short = ""
    answer: Note = ""
    known: bool | None = None
    cause: Note = ""
    taken: Note = ""
    guard: Short = ""
    result: Note = ""
    calls: Note = ""

    def __post_init__(self) -> None:
        """Refuse a moment that no clock shows."""
        require_clock(self.done_at)
