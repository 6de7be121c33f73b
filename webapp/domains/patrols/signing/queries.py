"""Reads of what was done to pages of the patrol book."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from webapp.domains.patrols.models import PatrolVisit
from webapp.domains.patrols.signing.models import PatrolAct
from webapp.domains.patrols.signing.rules import Act, Signature, Standing, looks, standing

# All but the strokes, which only a page and its print show.
_SIGNATURE = (
    PatrolAct.id,
    PatrolAct.record_id,
    PatrolAct.act,
    PatrolAct.signer_id,
    PatrolAct.signer_name,
    PatrolAct.at,
    PatrolAct.entry,
    PatrolAct.means,
    PatrolAct.note,
    PatrolAct.detail,
    PatrolAct.seen,
)


def acts_of(session: Session, estate_id: UUID, records: Collection[UUID]) -> dict[UUID, list[Signature]]:
    """Answer what was done to each of these pages, in the order of the book; a page without acts is left out."""
    query = (
        select(*_SIGNATURE)
        .where(PatrolAct.estate_id == estate_id, PatrolAct.record_id.in_(records))
        .order_by(PatrolAct.entry)
    )
    found: defaultdict[UUID, list[Signature]] = defaultdict(list)
    for row in session.execute(query) if records else ():
        found[row.record_id].append(_signature(row))
    return found


def standings(session: Session, estate_id: UUID, records: Collection[UUID]) -> Mapping[UUID, Standing]:
    """Answer how each of these pages stands: its state, who signed, what stands below a signature."""
    acts = acts_of(session, estate_id, records)
    visits: defaultdict[UUID, list[UUID]] = defaultdict(list)
    query = select(PatrolVisit.record_id, PatrolVisit.id).where(
        PatrolVisit.estate_id == estate_id, PatrolVisit.record_id.in_(records)
    )
    for record_id, visit_id in session.execute(query) if records else ():
        visits[record_id].append(visit_id)
    for record_id, done in acts.items():
        visits[record_id] += [one.id for one in looks(done)]
    return {id_: standing(acts.get(id_, ()), visits[id_]) for id_ in records}


def strokes(session: Session, estate_id: UUID, record_id: UUID) -> dict[UUID, Sequence[Sequence[int]]]:
    """Answer the drawn signatures on a page by act, each stroke [x, y, x, y …] in a box of 1000 × 400."""
    query = select(PatrolAct.id, PatrolAct.strokes).where(
        PatrolAct.estate_id == estate_id, PatrolAct.record_id == record_id
    )
    return {id_: drawn for id_, drawn in session.execute(query) if drawn}


def _signature(row: Row[*tuple[Any, ...]]) -> Signature:
    return Signature(
        id=row.id,
        act=Act(row.act),
        signer_id=row.signer_id,
        signer_name=row.signer_name,
        at=row.at,
        entry=row.entry,
        means=row.means,
        note=row.note,
        detail=row.detail,
        seen=frozenset(map(UUID, row.seen)),
    )
