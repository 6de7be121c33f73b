"""What phones push and pull of findings."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS, Role
from webapp.core.domain import PushKind
from webapp.core.held import Data, held_by
from webapp.domains.findings.facts import facts, facts_of_sightings
from webapp.domains.findings.models import Finding, FindingSighting
from webapp.domains.findings.rules import sighting
from webapp.domains.findings.rules.decision import decide
from webapp.domains.findings.rules.report import Report
from webapp.domains.findings.rules.rows import rows
from webapp.domains.findings.rules.sighting import Sighting

# Who finds, who puts right, who watches.
HOLDERS = (Role.STEWARD, Role.ENGINEER, Role.GUARD, Role.CLEANER, *OVERSEERS)

REPORT = PushKind(
    name="findings.report",
    version=2,  # 2: steps, and their photos
    upgrades={1: lambda body: body},
    body=Report,
    facts=facts,
    decide=decide,
    rows=rows,
    owns=("findings", "photo_uses"),
)
SIGHTING = PushKind(
    name="findings.sighting",
    version=1,
    body=Sighting,
    facts=facts_of_sightings,
    decide=sighting.decide,
    rows=sighting.rows,
    owns=("finding_sightings",),
)


def _read(session: Session, estate_id: UUID, which: ColumnElement[bool], limit: int | None) -> Mapping[UUID, Data]:
    # Every state there is so far is an open one; `closed` will not be told.
    query = select(Finding).where(Finding.estate_id == estate_id, which).order_by(Finding.id).limit(limit)
    findings = session.scalars(query).all()
    seen = _seen(session, estate_id, [finding.id for finding in findings])
    return {finding.id: _data(finding, seen[finding.id]) for finding in findings}


def _seen(session: Session, estate_id: UUID, ids: Sequence[UUID]) -> Mapping[UUID, Sequence[FindingSighting]]:
    query = (
        select(FindingSighting)
        .where(FindingSighting.estate_id == estate_id, FindingSighting.finding_id.in_(ids))
        .order_by(FindingSighting.seen_at)
    )
    seen: defaultdict[UUID, list[FindingSighting]] = defaultdict(list)
    for one in session.scalars(query):
        seen[one.finding_id].append(one)
    return seen


def _data(finding: Finding, seen: Sequence[FindingSighting]) -> Data:
    last = seen[-1] if seen else None
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
        "details": finding.details,
        "timesSeen": len(seen),
        "lastSeen": last and {"outcome": last.outcome.value, "at": last.seen_at.isoformat(), "byName": last.by_name},
    }


FINDING = held_by(HOLDERS, "findings.finding", Finding.id, _read)
