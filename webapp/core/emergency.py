"""What a key loan must know of emergency entries (PAT-N5); the factory hands over whoever offers it."""

from collections.abc import Collection
from typing import Protocol, runtime_checkable
from uuid import UUID

from sqlalchemy.orm import Session

# Under this name of the application's extensions.
ENTRIES = "rounds.emergency_entries"


@runtime_checkable
class EmergencyEntries(Protocol):
    """Which emergency entries a key may be lent upon."""

    def standing_entries(self, session: Session, estate_id: UUID, ids: Collection[UUID]) -> frozenset[UUID]:
        """Answer those of the entries that are in the book with a reason, a manager's authority and two people."""
