"""What phones send of vacant units: the card of a unit, a check (检查记录), care done. Moments are the phone's word."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from webapp.core.moments import END, FIRST, Moment, require_clock
from webapp.core.wire import Wire
from webapp.domains.vacancy.rules.items import Finish
from webapp.ground.checklists.answers import Answer, Name, Note
from webapp.ground.checklists.reference import ChecklistRef

Line = Annotated[str, Meta(max_length=120)]
Word = Annotated[str, Meta(min_length=1, max_length=120)]
Valve = Literal["water", "power", "gas"]
ValveState = Literal["shut", "open", "absent"]
Task = Literal["SE-01", "SE-02", "SE-03", "SE-04", "SE-05", "SE-06", "SE-07", "SE-08"]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
# What nobody pays for one task of care: ten million yuan, in fen.
MOST_COST = 1_000_000_000


def require_days(*days: date | None) -> None:
    """Refuse, as a ValueError for `Wire.__post_init__`, days that no register knows."""
    if not all(day is None or date(1950, 1, 1) <= day < END.date() for day in days):
        raise ValueError("a day that no register knows")


class Appliance(Wire, frozen=True, kw_only=True):
    """An appliance that is run from time to time; `manual`: its instructions are kept."""

    name: Word
    model: Line = ""
    manual: bool = False


class Card(Wire, frozen=True, kw_only=True):
    """What is known of a unit besides its status: the body of `vacancy.register`; it replaces what was known."""

    unit_id: UUID
    taken_over_on: date | None = None
    completed_on: date | None = None
    developer: Line = ""
    layout: Line = ""
    finish: Finish | None = None
    west_rooms: Annotated[tuple[Word, ...], Meta(max_length=20)] = ()
    appliances: Annotated[tuple[Appliance, ...], Meta(max_length=40)] = ()
    moving_in_notice_on: date | None = None
    note: Note = ""

    def __post_init__(self) -> None:
        """Refuse days that no register knows."""
        require_days(self.taken_over_on, self.completed_on, self.moving_in_notice_on)


class UnitScan(Wire, frozen=True, kw_only=True):
    """How the unit was recognised; `code` is that of its tag."""

    method: Literal["camera", "link", "typed", "listed"]
    code: Annotated[str, Meta(max_length=64)] | None = None
    reason: Note | None = None


class Valves(Wire, frozen=True, kw_only=True):
    """How the valves stood before leaving; power is shut when it is off."""

    water: ValveState
    power: ValveState
    gas: ValveState

    def in_state(self, state: ValveState) -> list[Valve]:
        """Answer the valves in a state."""
        states: dict[Valve, ValveState] = {"water": self.water, "power": self.power, "gas": self.gas}
        return [valve for valve, one in states.items() if one == state]


class OpenValve(Wire, frozen=True, kw_only=True):
    """Why a valve stays open, and by when it is to be shut (VAC-R01)."""

    valve: Valve
    reason: Note
    due_on: date

    def __post_init__(self) -> None:
        """Refuse days that nobody plans for."""
        if not FIRST.date() < self.due_on < END.date():
            raise ValueError("a day that nobody plans for")


class CheckPhoto(Wire, frozen=True, kw_only=True):
    """A photo of the unit, or of one item. `live`: taken in the app, not an album's."""

    sha256: Sha256
    taken_at: Moment
    item: Name | None = None
    live: bool


Photos = Annotated[tuple[CheckPhoto, ...], Meta(max_length=60)]


class Check(Wire, frozen=True, kw_only=True):
    """One visit of a vacant unit (空置房检查记录). `care`: what was done besides the items."""

    check_id: UUID
    unit_id: UUID
    loan_id: UUID | None = None
    scan: UnitScan
    entered_at: Moment
    left_at: Moment
    checklist: ChecklistRef
    answers: Annotated[tuple[Answer, ...], Meta(max_length=60)]
    water_reading: Annotated[str, Meta(max_length=12)] = ""
    aired_minutes: Annotated[int, Meta(ge=0, le=1440)] | None = None
    valves: Valves
    open_valves: Annotated[tuple[OpenValve, ...], Meta(max_length=3)] = ()
    windows_closed: bool
    care: Annotated[tuple[Task, ...], Meta(max_length=8)] = ()
    observation: Note = ""
    photos: Photos = ()

    def __post_init__(self) -> None:
        """Refuse moments that no clock shows."""
        require_clock(self.entered_at, self.left_at)

    def results(self, result: str) -> list[str]:
        """Answer the items that were answered so."""
        return [answer.item for answer in self.answers if answer.result == result]


class Care(Wire, frozen=True, kw_only=True):
    """Care of units besides their checks (`vacancy.md` 6); `step` told: the cleaning department knows of it (SE-07)."""

    care_id: UUID
    task: Task
    step: Literal["told", "done"]
    unit_ids: Annotated[tuple[UUID, ...], Meta(min_length=1, max_length=500)]
    note: Note = ""
    power_off: bool | None = None
    cost: Annotated[int, Meta(ge=0, le=MOST_COST)] | None = None
    photos: Photos = ()


_READING = re.compile(r"\d{1,7}(\.\d{1,4})?")


def reading_of(text: str) -> Decimal | None:
    """Answer a meter's reading in cubic metres; None where nothing can be read."""
    return Decimal(text) if _READING.fullmatch(text) else None
