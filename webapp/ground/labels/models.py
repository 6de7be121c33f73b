"""Tables of labels and of their prints. A label names what it hangs at softly (kind, id): key sets carry labels too."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base
from webapp.ground.labels.rules import RevokedAs


class LabelRow(Base):
    """One printed label. Its state is derived (`rules.LabelState`); hung and revoked are each set once.

    target_id  of a blank label its own id, until it is claimed
    spot       where at the place, when it has several labels: 上, 下; "" for the only one
    """

    __tablename__ = "labels"
    __table_args__ = (
        UniqueConstraint("estate_id", "code"),
        Index(None, "estate_id", "target_kind", "target_id"),
    )

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(12))
    target_kind: Mapped[str] = mapped_column(String(32))
    target_id: Mapped[UUID]
    spot: Mapped[str] = mapped_column(String(20), default="")
    generation: Mapped[int]
    made_at: Mapped[datetime]
    hung_at: Mapped[datetime | None]
    hung_by: Mapped[UUID | None]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[UUID | None]
    revoked_as: Mapped[RevokedAs | None]
    reason: Mapped[str | None] = mapped_column(Text)


class LabelJob(Base):
    """One print that the worker draws, file by file; `labels` to draw, `drawn` of them so far."""

    __tablename__ = "label_jobs"

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    layout: Mapped[str] = mapped_column(String(32))
    labels: Mapped[int]
    drawn: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime]
    made_by: Mapped[UUID]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    failed_at: Mapped[datetime | None]


class LabelPrint(Base):
    """A label of a print; `position` counts from 0 in the order in which they are walked to."""

    __tablename__ = "label_prints"
    __table_args__ = (
        ForeignKeyConstraint(["estate_id", "job_id"], ["label_jobs.estate_id", "label_jobs.id"]),
        ForeignKeyConstraint(["estate_id", "label_id"], ["labels.estate_id", "labels.id"]),
    )

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    job_id: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    label_id: Mapped[UUID]
