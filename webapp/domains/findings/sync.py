"""What phones push and pull of findings."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.domain import PushKind
from webapp.core.held import Data, held_by
from webapp.domains.findings.act_facts import act_facts
from webapp.domains.findings.facts import facts, facts_of_sightings
from webapp.domains.findings.models import Finding
from webapp.domains.findings.rules import sighting
from webapp.domains.findings.rules.act_rows import act_rows
from webapp.domains.findings.rules.acting import Way
from webapp.domains.findings.rules.decision import decide
from webapp.domains.findings.rules.guards import HOLDERS
from webapp.domains.findings.rules.report import Report
from webapp.domains.findings.rules.rows import rows
from webapp.domains.findings.rules.sighting import Sighting
from webapp.domains.findings.rules.ways import WAYS
from webapp.domains.findings.telling import told

# What is over stays on phones for so long.
HELD_AFTER = timedelta(days=30)

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


def _act(way: Way) -> PushKind:
    return PushKind(
        name=way.act.kind,
        version=1,
        body=way.body,
        facts=act_facts,
        decide=way.decide,
        rows=partial(act_rows, way),
        owns=("finding_acts", "photo_uses"),
        acts=True,
    )


PUSH = (REPORT, SIGHTING, *map(_act, WAYS))


def _read(session: Session, estate_id: UUID, which: ColumnElement[bool], limit: int | None) -> Mapping[UUID, Data]:
    held = or_(Finding.closed_at.is_(None), Finding.closed_at >= clock.now() - HELD_AFTER)
    query = select(Finding).where(Finding.estate_id == estate_id, held, which).order_by(Finding.id).limit(limit)
    return told(session, estate_id, session.scalars(query).all())


FINDING = held_by(HOLDERS, "findings.finding", Finding.id, _read)
