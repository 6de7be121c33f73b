"""Tables of the evidence: grades are derived anew whenever what they rest on changes, reviews come from entries."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base
from webapp.domains.patrols.evidence.rules import Grade


class PatrolGrade(Base):
    """A visit in doubt. One whose evidence is fair or solid has no row.

    reasons     [{code, params}], the weightiest first
    changed_at  since when these are the reasons
    """

    __tablename__ = "patrol_grades"
    __table_args__ = (Index(None, "estate_id", "day"),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(primary_key=True)
    day: Mapped[date]
    scanned_at: Mapped[datetime]
    by_id: Mapped[UUID]
    route_id: Mapped[UUID | None]
    grade: Mapped[Grade]
    reasons: Mapped[list[Any]]
    changed_at: Mapped[datetime]


class PatrolGrading(Base):
    """How far an estate's visits are graded: up to this change of its feed."""

    __tablename__ = "patrol_grading"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    change: Mapped[int] = mapped_column(BigInteger)


class PatrolReview(Base):
    """What a supervisor wrote after looking into a visit; written from its entry."""

    __tablename__ = "patrol_reviews"
    __table_args__ = (Index(None, "estate_id", "visit_id"),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID]
    note: Mapped[str] = mapped_column(Text)
    reviewed_at: Mapped[datetime]
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)
