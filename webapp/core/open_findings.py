"""What a list of places or units must know of findings there; the room of findings offers it."""

from collections.abc import Collection, Mapping
from typing import Protocol, runtime_checkable
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.offers import all_offers


@runtime_checkable
class OpenFindings(Protocol):
    """Where something was found that is not over."""

    def open_findings_at(self, session: Session, estate_id: UUID, places: Collection[UUID]) -> Mapping[UUID, int]:
        """Answer how many findings are not over at each of these places or units that has any."""


def open_findings() -> OpenFindings:
    """Answer who offers it in the running application."""
    return next(offer for offer in all_offers() if isinstance(offer, OpenFindings))
