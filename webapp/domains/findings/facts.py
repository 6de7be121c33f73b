"""What the estate knows when a batch of reports comes in: one query a table, whatever the size of the batch."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.core.bulk import fetch
from webapp.core.domain import Item
from webapp.core.made import brought_again
from webapp.domains.findings.models import Finding
from webapp.domains.findings.rules.decision import Facts
from webapp.domains.findings.rules.report import Report
from webapp.ground.places.known import known_places, of_other_estates

_THERE = select(Finding.id).where(
    Finding.estate_id == bindparam("estate"), Finding.id.in_(bindparam("ids", expanding=True))
)


def facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> Facts:
    """Answer what `decide` needs for these reports."""
    reports: list[Report] = [item.body for item in items]
    named = {report.place_id for report in reports}
    places = known_places(session, estate_id, named)
    templates = ((ref, ref.template()) for ref in {report.checklist for report in reports})
    return Facts(
        places=places,
        elsewhere=of_other_estates(session, named - places.keys()),
        templates={ref: template for ref, template in templates if template},
        repeated=_repeated(session, estate_id, items),
    )


def _repeated(session: Session, estate_id: UUID, items: Sequence[Item]) -> frozenset[UUID]:
    ids = {item.about for item in items}
    return brought_again(items, (id_ for (id_,) in fetch(session, _THERE, estate=estate_id, ids=list(ids))))
