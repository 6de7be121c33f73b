"""Reads of renovations for the desk: one as a whole, lists of them and of their notices."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.core.wire import plain
from webapp.domains.renovation.models import Renovation, RenovationAct, SiteNotice, SiteVisitRow
from webapp.domains.renovation.telling import (
    told_cases,
    told_notice,
    told_visits,
    unit_places,
)

Data = dict[str, Any]
ALL_ACTS = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """Which renovations are looked for; `after` is the id of the last one seen."""

    state: str | None = None
    unit: UUID | None = None
    after: UUID | None = None
    limit: int = 50


def found_case(session: Session, estate_id: UUID, id_: UUID) -> Renovation:
    """Answer a renovation; raises NotFound."""
    found = session.get(Renovation, (estate_id, id_))
    if found is None:
        raise NotFound(renovation=str(id_))
    return found


def whole_case(session: Session, estate_id: UUID, id_: UUID) -> Data:
    """Answer a renovation with all acts and visits, and what lies apart: phones, four signs of IDs; raises NotFound."""
    found = found_case(session, estate_id, id_)
    visits = select(SiteVisitRow).where(SiteVisitRow.estate_id == estate_id, SiteVisitRow.renovation_id == id_)
    told = told_visits(session.scalars(visits.order_by(SiteVisitRow.started_at.desc())))
    return {
        "id": str(id_),
        "case": told_cases(session, estate_id, [found], acts=ALL_ACTS)[id_],
        "visits": [{"id": str(visit), **one} for visit, one in told.items()],
        **_apart(session, estate_id, id_),
    }


def _apart(session: Session, estate_id: UUID, id_: UUID) -> Data:
    mine = (RenovationAct.estate_id == estate_id) & (RenovationAct.renovation_id == id_)
    query = select(RenovationAct.private).where(mine)
    phones: dict[str, str] = {}
    ids: dict[str, str] = {}
    for private in session.scalars(query.order_by(RenovationAct.entry)):
        phones.update((private or {}).get("phones", {}))
        ids.update((private or {}).get("ids", {}))
    return {"phones": phones, "ids": ids}


def case_list(session: Session, estate_id: UUID, asked: Asked) -> Data:
    """Answer renovations, newest first, and after which to go on."""
    query = select(Renovation).where(Renovation.estate_id == estate_id)
    if asked.state:
        query = query.where(Renovation.state == asked.state)
    if asked.unit:
        query = query.where(Renovation.unit_id == asked.unit)
    if asked.after:
        query = query.where(Renovation.id < asked.after)
    rows = session.scalars(query.order_by(Renovation.id.desc()).limit(asked.limit + 1)).all()
    page = rows[: asked.limit]
    units = unit_places(session, estate_id, {row.unit_id for row in page})
    told = [_line(row, units[row.unit_id]) for row in page]
    return {"rows": told, "after": told[-1]["id"] if len(rows) > asked.limit else None}


def _line(row: Renovation, unit: Mapping[str, Any]) -> Data:
    return {
        "id": str(row.id),
        "serial": row.serial,
        "unitId": str(row.unit_id),
        "unitName": unit["unitName"],
        "contractor": row.contractor["name"],
        "state": row.state.value,
        "permitUntil": plain(row.permit_until),
        "closedAt": plain(row.closed_at),
    }


def notices(session: Session, estate_id: UUID) -> Data:
    """Answer all rectification notices of renovations that are not over, newest first."""
    query = (
        select(SiteNotice, Renovation.unit_id)
        .join(Renovation, (Renovation.estate_id == SiteNotice.estate_id) & (Renovation.id == SiteNotice.renovation_id))
        .where(SiteNotice.estate_id == estate_id, Renovation.closed_at.is_(None))
        .order_by(SiteNotice.id.desc())
    )
    found = session.execute(query).all()
    units = unit_places(session, estate_id, {unit_id for _, unit_id in found})
    return {
        "rows": [
            {**told_notice(one), "renovationId": str(one.renovation_id), "unitName": units[unit_id]["unitName"]}
            for one, unit_id in found
        ]
    }
