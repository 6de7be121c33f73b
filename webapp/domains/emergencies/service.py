"""What emergency entries offer to other rooms."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domains.emergencies.models import EmergencyEntry


class Entries:
    """Answers which entries a key may be lent upon (`core.emergency.EmergencyEntries`, PAT-N5)."""

    def standing_entries(self, session: Session, estate_id: UUID, ids: Collection[UUID]) -> frozenset[UUID]:
        """Answer those of the entries that are in the book with a reason, a manager's authority and two people."""
        query = select(EmergencyEntry.id).where(EmergencyEntry.estate_id == estate_id, EmergencyEntry.id.in_(ids))
        return frozenset(session.scalars(query.where(EmergencyEntry.stands)))
