"""What sync remembers of a phone: which of its items have come in, and when it was in touch."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base


class Phone(Base):
    """A phone that has pushed.

    arrived   ranges of its gapless counter that have come in: `[[1, 57], [60, 61]]`
    contacts  `[[lastSeq, moment], …]` as far as an item still to come may need them
    """

    __tablename__ = "sync_phones"

    device_id: Mapped[UUID] = mapped_column(primary_key=True)
    arrived: Mapped[list[Any]]
    contacts: Mapped[list[Any]]
