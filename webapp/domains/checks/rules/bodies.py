"""What is sent of check sheets (日检、周检, `patrol.md` 9): sheet, manager's signature, slips, fault reports."""

import enum
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from webapp.core.wire import Wire
from webapp.ground.people.departments.rules import DepartmentKind
from webapp.ground.signatures.rules import Seen

Note = Annotated[str, Meta(max_length=2000)]
Said = Annotated[str, Meta(min_length=2, max_length=2000)]
Subject = Annotated[str, Meta(max_length=80)]


class Period(enum.StrEnum):
    """How often a sheet is written: by a department's supervisor every working day, by the manager every week."""

    DAILY = "daily"
    WEEKLY = "weekly"


class CheckRow(Wire, frozen=True, kw_only=True):
    """One line: at whom or where somebody looked, at what, and what was found.

    subject  the place; of a person the name as it was chosen
    kind     general: put right by word of mouth at once; other: the manager issues a slip
    rechecks the line of a daily sheet that is looked at again; `right`: what was found is put right
    """

    row_id: UUID
    person_id: UUID | None = None
    subject: Subject
    item: Literal["dress", "appearance", "work", "other"]
    finding: Note
    kind: Literal["general", "other"]
    rechecks: UUID | None = None
    right: bool | None = None

    @property
    def is_fault(self) -> bool:
        """Say whether the line speaks against somebody: a recheck that found it put right does not."""
        return not (self.rechecks and self.right)

    @property
    def needs_slip(self) -> bool:
        """Say whether the manager has to issue a slip for it."""
        return self.kind == "other" and self.is_fault


class Write(Wire, frozen=True, kw_only=True):
    """A sheet. `day`: the day, or the Monday of the week. No rows: everything was as it should be."""

    sheet_id: UUID
    period: Period
    dept: DepartmentKind
    day: date
    rows: Annotated[tuple[CheckRow, ...], Meta(max_length=100)] = ()
    note: Note = ""
    rating: Literal["excellent", "good", "fair", "poor"] | None = None


class SignSheet(Wire, frozen=True, kw_only=True):
    """The manager signs a daily sheet; `seen` names the sheet and its slips."""

    sheet_id: UUID
    seen: Annotated[tuple[Seen, ...], Meta(min_length=1, max_length=200)]


class IssueSlip(Wire, frozen=True, kw_only=True):
    """A nonconformity slip (不合格单) for one line, issued and signed by the manager."""

    sheet_id: UUID
    row_id: UUID
    fact: Said
    due_on: date


class ReportFault(Wire, frozen=True, kw_only=True):
    """A staff fault report (员工过错报告单): found at fault twice in a row. `rows`: both lines."""

    sheet_id: UUID
    person_id: UUID
    rows: Annotated[tuple[UUID, ...], Meta(min_length=2, max_length=20)]
    fact: Said
