"""Who left an estate, when and why, and who came back."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base


class Departure(Base):
    """One leaving of an estate; a person who came back may leave again.

    left_on  the last day of work, the estate's; `ended_at` is when the part was ended
    held     what was still in their name then, by its names
    """

    __tablename__ = "departures"
    __table_args__ = (Index(None, "estate_id", "person_id"),)

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    left_on: Mapped[date]
    reason: Mapped[str] = mapped_column(String(200))
    held: Mapped[list[Any]]
    ended_at: Mapped[datetime]
    ended_by: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    back_at: Mapped[datetime | None]
    back_by: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
