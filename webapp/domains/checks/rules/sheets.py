"""Check sheets as they stand in the book, and who was found at fault twice in a row. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from webapp.core.ids import computed_id
from webapp.domains.checks.rules.bodies import CheckRow, Period
from webapp.ground.people.departments.rules import DepartmentKind

# From a week's Monday to its Sunday.
WEEK_END = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet in the book. `slips`: of which lines, with the slips' items; `signer_id`: nobody while it waits."""

    id: UUID
    period: Period
    dept: DepartmentKind
    day: date
    item_id: UUID
    by_id: UUID
    rows: Sequence[CheckRow]
    slips: Mapping[UUID, UUID] = field(default_factory=dict)
    signer_id: UUID | None = None

    def row(self, row_id: UUID) -> CheckRow | None:
        """Answer the line of that id."""
        return next((row for row in self.rows if row.row_id == row_id), None)

    @property
    def without_slip(self) -> list[UUID]:
        """Answer the lines for which the manager has still to issue a slip."""
        return [row.row_id for row in self.rows if row.needs_slip and row.row_id not in self.slips]


@dataclass(frozen=True, slots=True)
class Repeated:
    """Somebody found at fault on two sheets of their department that follow one another."""

    person_id: UUID
    rows: tuple[UUID, ...]


def sheet_id(estate_id: UUID, period: Period, dept: DepartmentKind, day: date) -> UUID:
    """Answer the id of the one sheet of a department's day or week; phones compute it alike."""
    return computed_id("check_sheet", estate_id, period.value, dept.value, day.isoformat())


def in_a_row(sheets: Iterable[Sheet], reported: Iterable[UUID] = ()) -> list[Repeated]:
    """Answer who was found at fault on two sheets in a row; `reported`: lines that stand in a fault report already.

    The sheets of one department in the order of days, a week's after its days.
    """
    ordered = sorted(sheets, key=_order)
    known = set(reported)
    found = [Repeated(person, rows) for before, after in pairwise(ordered) for person, rows in _both(before, after)]
    return [one for one in found if known.isdisjoint(one.rows)]


def _order(sheet: Sheet) -> tuple[date, bool]:
    weekly = sheet.period is Period.WEEKLY
    return sheet.day + (WEEK_END if weekly else timedelta(0)), weekly


def _both(before: Sheet, after: Sheet) -> Iterable[tuple[UUID, tuple[UUID, ...]]]:
    first, second = _faults(before), _faults(after)
    return [(person, (*first[person], *second[person])) for person in first if person in second]


def _faults(sheet: Sheet) -> dict[UUID, list[UUID]]:
    faults: dict[UUID, list[UUID]] = {}
    for row in sheet.rows:
        if row.person_id and row.is_fault:
            faults.setdefault(row.person_id, []).append(row.row_id)
    return faults
