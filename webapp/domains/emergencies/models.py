"""The table of emergency entries, written from logbook entries alone."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base, Json


class EmergencyEntry(Base):
    """One time that a home was entered (紧急进入记录, PAT-N4). Moments are corrected, UTC.

    stands   a reason, a manager's authority and two people: what a key may be lent upon (PAT-N5)
    present  [{personId, name}]
    remarks  [{code, params}], judged once when the entry came in; `left_remarks` when everybody was out

    From `left_at` on: of the way out, empty until then.
    """

    __tablename__ = "emergency_entries"
    __table_args__ = (Index(None, "estate_id", "entered_at"),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    serial: Mapped[str] = mapped_column(String(32))
    finding_id: Mapped[UUID | None]
    unit: Mapped[str] = mapped_column(String(40))
    reason: Mapped[str] = mapped_column(Text)
    authoriser_id: Mapped[UUID]
    authoriser_name: Mapped[str | None] = mapped_column(String(80))
    authorised_at: Mapped[datetime]
    present: Mapped[list[Any]]
    entered_at: Mapped[datetime]
    photos: Mapped[list[Any]]
    stands: Mapped[bool]
    remarks: Mapped[list[Any]]
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)
    left_at: Mapped[datetime | None]
    done: Mapped[str | None] = mapped_column(Text)
    told_who: Mapped[str | None] = mapped_column(String(80))
    told_at: Mapped[datetime | None]
    not_told: Mapped[str | None] = mapped_column(Text)
    left_photos: Mapped[list[Any] | None] = mapped_column(Json)
    left_remarks: Mapped[list[Any] | None] = mapped_column(Json)
    left_by_id: Mapped[UUID | None]
    left_by_name: Mapped[str | None] = mapped_column(String(80))
    left_entry: Mapped[int | None] = mapped_column(BigInteger)
