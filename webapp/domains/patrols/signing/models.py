"""The table of what is done to pages of the patrol book; written from entries alone."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base, Json
from webapp.domains.patrols.signing.rules import Act


class PatrolAct(Base):
    """One act on a page: finished, signed, returned, voided, handed over (`rules.Signature`).

    signer_id  whose act it is; `by_id` is whose phone it was, another person where a PIN was typed
    strokes    the drawn signature, each stroke [x, y, x, y …] in a box of 1000 × 400
    """

    __tablename__ = "patrol_acts"
    __table_args__ = (Index(None, "estate_id", "record_id"), Index(None, "estate_id", "day"))

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    record_id: Mapped[UUID]
    day: Mapped[date]
    act: Mapped[Act]
    at: Mapped[datetime]
    signer_id: Mapped[UUID]
    signer_name: Mapped[str] = mapped_column(String(80))
    means: Mapped[str | None] = mapped_column(String(16))
    note: Mapped[str | None] = mapped_column(Text)
    detail: Mapped[dict[str, Any]]
    seen: Mapped[list[Any]]
    strokes: Mapped[list[Any] | None] = mapped_column(Json)
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)
