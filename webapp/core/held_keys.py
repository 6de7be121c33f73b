"""What a visit behind a locked door must know of the keys (VAC-R02); the room of keys offers it."""

from datetime import datetime
from typing import Protocol, runtime_checkable
from uuid import UUID

from sqlalchemy.orm import Session


@runtime_checkable
class HeldKeys(Protocol):
    """By which loan somebody has, or had, the key of a unit."""

    def loan_for_entry(
        self, session: Session, estate_id: UUID, person_id: UUID, unit_id: UUID, at: datetime
    ) -> UUID | None:
        """Answer the loan by which a person had a key of the unit at a moment; None when there was none."""
