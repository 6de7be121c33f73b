"""What was found on a day, for the day's check sheet."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.day_records import DayRecord
from webapp.domains.findings.models import Finding


class FoundOfDay:
    """Answers the findings of a day (`core.day_records.DayRecords`)."""

    def records_between(self, session: Session, estate_id: UUID, start: datetime, end: datetime) -> Sequence[DayRecord]:
        """Answer what was found from `start` up to before `end`, oldest first."""
        query = select(Finding).where(Finding.estate_id == estate_id, Finding.found_at >= start, Finding.found_at < end)
        return [_told(one) for one in session.scalars(query.order_by(Finding.found_at, Finding.id))]


def _told(one: Finding) -> DayRecord:
    return DayRecord(
        id=one.id,
        serial=one.serial,
        at=one.found_at,
        place=one.place_name or "",
        by_name=one.by_name,
        item=one.item,
        words=one.description,
    )
