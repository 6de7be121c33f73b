"""What phones push and pull of findings."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS, Role
from webapp.core.domain import PushKind
from webapp.core.held import Data, held_by
from webapp.domains.findings.facts import facts
from webapp.domains.findings.models import Finding
from webapp.domains.findings.rules.decision import decide
from webapp.domains.findings.rules.report import Report
from webapp.domains.findings.rules.rows import rows

# Who finds, who puts right, who watches.
HOLDERS = (Role.STEWARD, Role.ENGINEER, Role.GUARD, Role.CLEANER, *OVERSEERS)

REPORT = PushKind(
    name="findings.report",
    version=1,
    body=Report,
    facts=facts,
    decide=decide,
    rows=rows,
    owns=("findings", "photo_uses"),
)


def _read(session: Session, estate_id: UUID, which: ColumnElement[bool], limit: int | None) -> Mapping[UUID, Data]:
    # Every state there is so far is an open one; `closed` will not be told.
    query = select(Finding).where(Finding.estate_id == estate_id, which).order_by(Finding.id).limit(limit)
    return {finding.id: _data(finding) for finding in session.scalars(query)}


def _data(finding: Finding) -> Data:
    return {
        "placeId": str(finding.place_id),
        "item": finding.item,
        "choice": finding.choice,
        "description": finding.description,
        "spot": finding.spot,
        "state": finding.state.value,
        "foundAt": finding.found_at.isoformat(),
        "byName": finding.by_name,
        "serial": finding.serial,
        "priority": finding.priority.value,
    }


FINDING = held_by(HOLDERS, "findings.finding", Finding.id, _read)
