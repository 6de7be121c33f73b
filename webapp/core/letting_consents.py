"""What the register must know before it says that a vacant unit is let (`vacancy.md` 8); vacant units offer it."""

from datetime import date
from typing import Protocol, runtime_checkable
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.offers import all_offers


@runtime_checkable
class LettingConsents(Protocol):
    """Which units the developer has agreed to let."""

    def may_be_let(self, session: Session, estate_id: UUID, unit_id: UUID, day: date) -> bool:
        """Say whether the developer's newest answer about the unit is a yes that holds on a day."""


def letting_consents() -> LettingConsents:
    """Answer who offers it in the running application."""
    return next(offer for offer in all_offers() if isinstance(offer, LettingConsents))
