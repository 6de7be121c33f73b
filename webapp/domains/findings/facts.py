"""What the estate knows when a batch of reports comes in: one query a table, whatever the size of the batch."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.core.bulk import fetch
from webapp.core.domain import Item
from webapp.core.made import brought_again
from webapp.core.moments import corrected
from webapp.core.wire import plain
from webapp.domains.findings.models import Finding, FindingSighting
from webapp.domains.findings.rules.deadlines import Figures
from webapp.domains.findings.rules.decision import Facts
from webapp.domains.findings.rules.details import Reading
from webapp.domains.findings.rules.report import Report
from webapp.domains.findings.rules.sighting import Sighting, SightingFacts
from webapp.ground.estates.judged import settings_of
from webapp.ground.estates.models import Estate
from webapp.ground.places.known import known_sites, of_other_estates

_READ_AT = select(Finding.place_id, Finding.item, Finding.details, Finding.found_at).where(
    Finding.estate_id == bindparam("estate"), Finding.place_id.in_(bindparam("places", expanding=True))
)
_ZONE = select(Estate.timezone).where(Estate.id == bindparam("estate"))
_SEEN = select(FindingSighting.id).where(
    FindingSighting.estate_id == bindparam("estate"), FindingSighting.id.in_(bindparam("ids", expanding=True))
)
_THERE = select(Finding.id).where(
    Finding.estate_id == bindparam("estate"), Finding.id.in_(bindparam("ids", expanding=True))
)


def facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> Facts:
    """Answer what `decide` needs for these reports."""
    reports: list[Report] = [item.body for item in items]
    named = {report.place_id for report in reports}
    places = known_sites(session, estate_id, named)
    templates = ((ref, ref.template()) for ref in {report.checklist for report in reports})
    return Facts(
        readings=_readings(session, estate_id, items),
        places=places,
        elsewhere=of_other_estates(session, named - places.keys()),
        templates={ref: template for ref, template in templates if template},
        repeated=_repeated(session, estate_id, items),
        figures=_figures(session, estate_id, items),
    )


def zone_of(session: Session, estate_id: UUID) -> str:
    """Answer the estate's zone."""
    ((zone,),) = fetch(session, _ZONE, estate=estate_id)
    return str(zone)


def _figures(session: Session, estate_id: UUID, items: Sequence[Item]) -> dict[UUID, Figures]:
    zone = zone_of(session, estate_id)
    judged_by = settings_of(session, estate_id, items)
    return {item_id: Figures.of(zone, settings) for item_id, settings in judged_by.items()}


def _readings(session: Session, estate_id: UUID, items: Sequence[Item]) -> list[Reading]:
    """Answer every reading at the places where this batch reads meters; as a rule it reads none."""
    read = [item for item in items if item.body.details.reading]
    if not read:
        return []
    places = list({item.body.place_id for item in read})
    told = fetch(session, _READ_AT, estate=estate_id, places=places)
    before = [(row.place_id, row.item, row.details, row.found_at) for row in told]
    own = [
        (one.body.place_id, one.body.item, plain(one.body.details), corrected(one.body.found_at, one)) for one in read
    ]
    return [
        Reading(place_id, item, details["number"], details["unit"], details["reading"], at)
        for place_id, item, details, at in [*before, *own]
        if details["reading"]
    ]


def facts_of_sightings(session: Session, estate_id: UUID, items: Sequence[Item]) -> SightingFacts:
    """Answer what `decide` needs for these sightings."""
    sightings: list[Sighting] = [item.body for item in items]
    found = fetch(session, _THERE, estate=estate_id, ids=list({one.finding_id for one in sightings}))
    seen = fetch(session, _SEEN, estate=estate_id, ids=[one.sighting_id for one in sightings])
    return SightingFacts(found=frozenset(id_ for (id_,) in found), repeated=_again(items, {id_ for (id_,) in seen}))


def _again(items: Sequence[Item], there: set[UUID]) -> frozenset[UUID]:
    again = set()
    for item in items:
        if item.body.sighting_id in there:
            again.add(item.id)
        there.add(item.body.sighting_id)
    return frozenset(again)


def _repeated(session: Session, estate_id: UUID, items: Sequence[Item]) -> frozenset[UUID]:
    ids = {item.about for item in items}
    return brought_again(items, (id_ for (id_,) in fetch(session, _THERE, estate=estate_id, ids=list(ids))))
