"""The table of labels. A label names what it hangs at softly (kind, id): key sets and units carry labels too."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base


class LabelRow(Base):
    """One printed label. Its state is derived (`rules.LabelState`); hung and revoked are each set once."""

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
    generation: Mapped[int]
    made_at: Mapped[datetime]
    hung_at: Mapped[datetime | None]
    hung_by: Mapped[UUID | None]
    revoked_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(Text)
