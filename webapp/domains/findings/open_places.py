"""Where findings are open, for lists of other rooms."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.domains.findings.models import Finding
from webapp.domains.findings.rules.states import FINAL


class OpenAtPlaces:
    """Answers how many findings are not over (`core.open_findings.OpenFindings`)."""

    def open_findings_at(self, session: Session, estate_id: UUID, places: Collection[UUID]) -> Mapping[UUID, int]:
        """Answer how many findings are not over at each of these places or units that has any."""
        query = (
            select(Finding.place_id, func.count())
            .where(Finding.estate_id == estate_id, Finding.place_id.in_(places), Finding.state.not_in(FINAL))
            .group_by(Finding.place_id)
        )
        return dict(session.execute(query).all())
