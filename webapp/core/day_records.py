"""What patrols of a day found, as the day's check sheet shows it; the factory hands over whoever offers it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, runtime_checkable
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

# Under this name of the application's extensions: a tuple of those who offer it.
DAY_RECORDS = "rounds.day_records"


class DayRecord(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One line of a day: a visit, or something found abnormal. `at` is corrected, UTC.

    item  of the checklist, of what was found; None for a visit
    """

    id: UUID
    serial: str
    at: datetime
    place: str
    by_name: str
    item: str | None = None
    words: str = ""


@runtime_checkable
class DayRecords(Protocol):
    """A room in which a day leaves records."""

    def records_between(self, session: Session, estate_id: UUID, start: datetime, end: datetime) -> Sequence[DayRecord]:
        """Answer what was recorded from `start` up to before `end`, oldest first."""
