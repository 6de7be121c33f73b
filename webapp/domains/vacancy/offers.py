"""What vacant units offer to other rooms."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domains.vacancy.models import VacantConsent


class Consented:
    """Answers whether a unit may be let (`core.letting_consents.LettingConsents`)."""

    def may_be_let(self, session: Session, estate_id: UUID, unit_id: UUID, day: date) -> bool:
        """Say whether the developer's newest answer about the unit is a yes that holds on a day."""
        query = select(VacantConsent).where(VacantConsent.estate_id == estate_id, VacantConsent.unit_id == unit_id)
        newest = query.order_by(VacantConsent.answered_on.desc(), VacantConsent.entry.desc()).limit(1)
        consent = session.scalars(newest).one_or_none()
        return consent is not None and consent.granted and (consent.until is None or day <= consent.until)
