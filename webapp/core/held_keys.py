"""What rooms with locked doors must know of the keys (VAC-R02); the room of keys offers it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol, runtime_checkable
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.offers import all_offers

# Acts by which a key is lent: what asks for loans comes after those that came with it.
LENDING = ("keys.lend", "keys.take")


@runtime_checkable
class HeldKeys(Protocol):
    """Which keys of a unit there are, and by which loan somebody has, or had, one."""

    def loan_for_entry(
        self, session: Session, estate_id: UUID, person_id: UUID, unit_id: UUID, at: datetime
    ) -> UUID | None:
        """Answer the loan by which a person had a key of the unit at a moment; None when there was none."""

    def keys_of(
        self, session: Session, estate_id: UUID, unit_ids: Collection[UUID]
    ) -> Mapping[UUID, list[tuple[str, str]]]:
        """Answer by unit the keys that the office keeps of it: the number of each, and where it hangs."""


def held_keys() -> HeldKeys:
    """Answer who offers it in the running application."""
    return next(offer for offer in all_offers() if isinstance(offer, HeldKeys))
