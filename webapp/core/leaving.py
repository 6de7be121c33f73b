"""What somebody who leaves an estate still has of it; rooms that lend or assign something offer it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.offers import all_offers


@dataclass(frozen=True, slots=True)
class Held:
    """Something in somebody's name. `kind` is `room.thing`; `name` is what the estate calls it."""

    kind: str
    id: UUID
    name: str


@runtime_checkable
class Holdings(Protocol):
    """What a room has given into people's hands."""

    def held_by(self, session: Session, estate_id: UUID, person_id: UUID) -> Sequence[Held]:
        """Answer what a person has today and should give back, or pass on, before they leave."""


def all_held_by(session: Session, estate_id: UUID, person_id: UUID) -> list[Held]:
    """Answer what a person has of any room of the running application."""
    offers = (offer for offer in all_offers() if isinstance(offer, Holdings))
    return [held for offer in offers for held in offer.held_by(session, estate_id, person_id)]
