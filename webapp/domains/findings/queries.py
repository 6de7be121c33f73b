"""Reads of findings for the desk: a page by deadline, and one with all that belongs to it."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.core.wire import plain
from webapp.domains.findings.models import Finding, FindingSighting
from webapp.domains.findings.rules.states import FINAL, FindingState
from webapp.domains.findings.telling import repeated, sightings, told

Data = dict[str, Any]
# A checklist says steward where the department of stewards is meant.
_WORDS = {"customer_service": ("customer_service", "steward")}


def findings(
    session: Session,
    estate_id: UUID,
    *,
    states: Collection[FindingState],
    dept: str | None,
    after: UUID | None,
    limit: int,
) -> tuple[list[Data], UUID | None]:
    """Answer a page of findings by deadline, those without one last, and the id to go on after.

    states  none: all that are not over
    Raises NotFound when there is no finding `after`.
    """
    wanted = Finding.state.in_(states) if states else Finding.state.not_in(FINAL)
    query = select(Finding).where(Finding.estate_id == estate_id, wanted)
    if dept:
        query = query.where(Finding.dept.in_(_WORDS.get(dept, (dept,))))
    if after:
        query = query.where(_behind(_finding(session, estate_id, after)))
    in_order = query.order_by(Finding.due_at.is_(None), Finding.due_at, Finding.id)
    found = session.scalars(in_order.limit(limit + 1)).all()
    page = found[:limit]
    lines = [{"id": str(id_), **data} for id_, data in told(session, estate_id, page).items()]
    return lines, page[-1].id if len(found) > limit else None


def _behind(last: Finding) -> ColumnElement[bool]:
    if last.due_at is None:
        return and_(Finding.due_at.is_(None), Finding.id > last.id)
    same = and_(Finding.due_at == last.due_at, Finding.id > last.id)
    return or_(Finding.due_at > last.due_at, same, Finding.due_at.is_(None))


def finding(session: Session, estate_id: UUID, finding_id: UUID) -> Data:
    """Answer a finding with who saw it again, and what was found there before; raises NotFound."""
    found = _finding(session, estate_id, finding_id)
    data = told(session, estate_id, [found])[found.id]
    seen = sightings(session, estate_id, [found.id])[found.id]
    return {
        "id": str(found.id),
        **data,
        "remarks": found.remarks,
        "sightings": _seen(seen),
        "repeated": [_before(one) for one in repeated(session, estate_id, [found])[found.id]],
    }


def _finding(session: Session, estate_id: UUID, finding_id: UUID) -> Finding:
    found = session.get(Finding, (estate_id, finding_id))
    if found is None:
        raise NotFound(finding=str(finding_id))
    return found


def _seen(seen: Sequence[FindingSighting]) -> list[Data]:
    return [
        {
            "id": str(one.id),
            "outcome": one.outcome.value,
            "note": one.note,
            "at": plain(one.seen_at),
            "byName": one.by_name,
        }
        for one in seen
    ]


def _before(one: Finding) -> Data:
    return {"id": str(one.id), "serial": one.serial, "state": one.state.value, "foundAt": plain(one.found_at)}
