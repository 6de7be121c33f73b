"""What phones push and pull of findings."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS, Actor, Role
from webapp.core.domain import PullKind, PushKind
from webapp.domains.findings.facts import facts
from webapp.domains.findings.models import Finding
from webapp.domains.findings.rules.decision import decide
from webapp.domains.findings.rules.report import Report
from webapp.domains.findings.rules.rows import rows

Data = dict[str, Any]

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


def _page(session: Session, actor: Actor, after: UUID | None, limit: int) -> Iterable[tuple[UUID, Data]]:
    if actor.role not in HOLDERS:
        return ()
    return _read(session, actor.estate_id, Finding.id > after if after else true(), limit).items()


def _some(session: Session, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, Data]:
    return _read(session, actor.estate_id, Finding.id.in_(ids), None) if actor.role in HOLDERS else {}


FINDING = PullKind(name="findings.finding", page=_page, some=_some)
