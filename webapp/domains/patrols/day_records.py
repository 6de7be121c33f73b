"""Which visits a day had, for the day's check sheet."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.day_records import DayRecord
from webapp.domains.patrols.models import PatrolRecord, PatrolVisit


class VisitsOfDay:
    """Answers the visits of a day (`core.day_records.DayRecords`)."""

    def records_between(self, session: Session, estate_id: UUID, start: datetime, end: datetime) -> Sequence[DayRecord]:
        """Answer the visits from `start` up to before `end`, oldest first."""
        on_page = (PatrolRecord.estate_id == PatrolVisit.estate_id) & (PatrolRecord.id == PatrolVisit.record_id)
        query = (
            select(
                PatrolVisit.id, PatrolRecord.serial, PatrolVisit.scanned_at, PatrolVisit.place_name, PatrolVisit.by_name
            )
            .join(PatrolRecord, on_page)
            .where(PatrolVisit.estate_id == estate_id, PatrolVisit.scanned_at >= start, PatrolVisit.scanned_at < end)
            .order_by(PatrolVisit.scanned_at, PatrolVisit.id)
        )
        return [
            DayRecord(id=id_, serial=serial, at=at, place=place or "", by_name=by_name)
            for id_, serial, at, place, by_name in session.execute(query)
        ]
