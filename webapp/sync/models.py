"""What sync remembers of phones: when each was in touch, and which of its items have come in."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base


class Contact(Base):
    """The last time a phone called having made items up to `last_seq`: later ones were recorded after it."""

    __tablename__ = "sync_contacts"

    device_id: Mapped[UUID] = mapped_column(primary_key=True)
    last_seq: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    at: Mapped[datetime]


class Arrivals(Base):
    """Which numbers of a phone's gapless counter have come in, as ranges `[[1, 57], [60, 61]]`."""

    __tablename__ = "sync_arrivals"

    device_id: Mapped[UUID] = mapped_column(primary_key=True)
    ranges: Mapped[list[Any]]
