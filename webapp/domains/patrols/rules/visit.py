"""A visit as a phone sends it: the body of `patrols.visit`."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import UNSET, Meta, UnsetType

from webapp.core.moments import END, FIRST, Moment, require_clock
from webapp.core.wire import Wire
from webapp.ground.checklists.answers import Answer, Name, Note
from webapp.ground.checklists.reference import ChecklistRef

Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Number = Annotated[int, Meta(ge=1, le=99)]


class Round(Wire, frozen=True, kw_only=True):
    """Which round the phone counted the visit to; `date` is that of the window's start in the estate's zone."""

    route_id: UUID
    date: date
    number: Number

    def __post_init__(self) -> None:
        """Refuse days that no plan reaches."""
        if not FIRST.date() < self.date < END.date():
            raise ValueError("a day that no plan reaches")


class Scan(Wire, frozen=True, kw_only=True):
    """How the place was recognised.

    camera  the app read the label · link  the label's address was opened, which needs no label in sight
    typed   its code was typed · listed  the place was picked from the list
    """

    method: Literal["camera", "link", "typed", "listed"]
    reason: Note | None = None


class VisitPhoto(Wire, frozen=True, kw_only=True):
    """A photo of an item, or of the place as a whole.

    live  taken in the app, not chosen from the album
    task  the live task it was taken for (`tasks.py`)
    """

    sha256: Sha256
    taken_at: Moment
    item: Name | None = None
    live: bool
    task: Name | UnsetType = UNSET  # left out of what is kept, so that records of before stay as they are


class Position(Wire, frozen=True, kw_only=True):
    """Where the phone thought it was."""

    lat: Annotated[float, Meta(ge=-90, le=90)]
    lon: Annotated[float, Meta(ge=-180, le=180)]
    accuracy_m: Annotated[float, Meta(ge=0, le=1_000_000)]


class Visit(Wire, frozen=True, kw_only=True):
    """One scan at one place with its answers. Times are the phone's word; `round` is none for an extra visit.

    asks_tasks  the app knows live tasks; those of before could not ask for any
    make_up     the make-up check (补检) that it was made for, by the id of the act that asked for it
    """

    visit_id: UUID
    place_id: UUID
    round: Round | None = None
    label: Annotated[str, Meta(max_length=64)] | None = None
    scan: Scan
    scanned_at: Moment
    finished_at: Moment
    checklist: ChecklistRef
    answers: Annotated[tuple[Answer, ...], Meta(max_length=200)]
    observation: Note = ""
    photos: Annotated[tuple[VisitPhoto, ...], Meta(max_length=60)] = ()
    position: Position | None = None
    asks_tasks: bool = True
    make_up: UUID | UnsetType = UNSET  # left out of what is kept, as `VisitPhoto.task`

    def __post_init__(self) -> None:
        """Refuse moments that no clock shows."""
        require_clock(self.scanned_at, self.finished_at)

    @property
    def abnormal(self) -> int:
        """How many items are not as they should be."""
        return sum(answer.result == "abnormal" for answer in self.answers)

    @property
    def skipped(self) -> bool:
        """Whether nothing could be checked at all."""
        return bool(self.answers) and all(answer.result == "not_checked" for answer in self.answers)


def before_tasks(body: dict[str, Any]) -> dict[str, Any]:
    """Answer a body of version 1, whose app knew no live tasks, in version 2."""
    return {**body, "asksTasks": False}


def before_make_ups(body: dict[str, Any]) -> dict[str, Any]:
    """Answer a body of version 2, whose app knew no make-up checks, in version 3: nothing is said of any."""
    return body
