"""What findings have people told of: an urgent one, as soon as its report has arrived (`patrol.md` 7, 11.4)."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS, Role
from webapp.domains.findings.models import Finding
from webapp.domains.findings.rules.states import FindingState, Priority
from webapp.ground.notices.kinds import read_kinds
from webapp.ground.notices.rules import Due

URGENT = read_kinds("findings", Path(__file__).with_name("notices.yaml"))["urgent"]
# What a phone brings later is no alarm any more: it stands in the lists.
FRESH = timedelta(hours=24)


def urgent_findings(session: Session, estate_id: UUID, now: datetime) -> Iterator[Due]:
    """Answer the urgent findings of the last hours that were not put right on the spot."""
    query = select(Finding).where(
        Finding.estate_id == estate_id,
        Finding.priority == Priority.URGENT,
        Finding.state.in_((FindingState.OPEN, FindingState.REPORTED)),
        Finding.found_at >= now - FRESH,
    )
    for finding in session.scalars(query):
        params = {"place": finding.place_name or "", "what": finding.description, "spot": finding.spot}
        yield Due(
            kind=URGENT,
            key=f"urgent/{finding.id}",
            path="/desk",
            params={**params, "by": finding.by_name, "serial": finding.serial},
            roles=(*OVERSEERS, Role.GUARD),
        )
