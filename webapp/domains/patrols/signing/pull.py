"""What phones hold of pages that something was done to: enough to see the whole page and to sign it without network."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.held import Data, held_by
from webapp.domains.patrols.models import PatrolRecord, PatrolVisit
from webapp.domains.patrols.rules.assignees import WALKERS
from webapp.domains.patrols.signing.book import Page
from webapp.domains.patrols.signing.deciding import KIND
from webapp.domains.patrols.signing.facts import pages_of
from webapp.domains.patrols.signing.models import PatrolAct
from webapp.domains.patrols.signing.rules import Signature, State
from webapp.ground.calendar.rules import next_working_day_end
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import effective

# A page that nobody signs for so long is looked for at the desk, not on a phone.
HELD_FOR = timedelta(days=14)
_DONE = (State.CLOSED, State.VOIDED)


def _records(session: Session, estate_id: UUID, which: ColumnElement[bool], limit: int | None) -> Mapping[UUID, Data]:
    since = (clock.now() - HELD_FOR).date()
    named = (
        select(PatrolAct.record_id, PatrolAct.day)
        .where(PatrolAct.estate_id == estate_id, PatrolAct.day >= since, which)
        .distinct()
        .order_by(PatrolAct.record_id)
        .limit(limit)
    )
    days = dict(session.execute(named).all())
    pages = pages_of(session, estate_id, list(days))
    rows = _rows(session, estate_id, days)
    open_ = [id_ for id_, page in pages.items() if page.standing.state not in _DONE]
    visits, drawn = _visits(session, estate_id, open_), _strokes(session, estate_id, days)
    estate = session.get_one(Estate, estate_id)
    return {
        id_: {
            "routeId": _text(rows[id_].route_id) if id_ in rows else None,
            "number": rows[id_].number if id_ in rows else None,
            "serial": rows[id_].serial if id_ in rows else None,
            "date": day.isoformat(),
            "dueAt": _due(pages[id_], estate),
            "supervision": pages[id_].is_supervision,
            "acts": [_act(one, pages[id_], drawn) for one in pages[id_].acts],
            "visits": [_visit(visit, pages[id_]) for visit in visits if visit.record_id == id_],
            "visitIds": [str(sheet.id) for sheet in pages[id_].sheets],
        }
        for id_, day in days.items()
    }


def _rows(session: Session, estate_id: UUID, records: Collection[UUID]) -> dict[UUID, PatrolRecord]:
    query = select(PatrolRecord).where(PatrolRecord.estate_id == estate_id, PatrolRecord.id.in_(records))
    return {row.id: row for row in session.scalars(query)}


def _visits(session: Session, estate_id: UUID, records: Collection[UUID]) -> list[PatrolVisit]:
    query = select(PatrolVisit).where(PatrolVisit.estate_id == estate_id, PatrolVisit.record_id.in_(records))
    return list(session.scalars(query.order_by(PatrolVisit.scanned_at))) if records else []


def _strokes(session: Session, estate_id: UUID, records: Collection[UUID]) -> dict[UUID, list[Any]]:
    query = select(PatrolAct.id, PatrolAct.strokes).where(
        PatrolAct.estate_id == estate_id, PatrolAct.record_id.in_(records)
    )
    return {id_: drawn for id_, drawn in session.execute(query) if drawn}


def _due(page: Page, estate: Estate) -> str | None:
    """PAT-R06: the manager signs by the end of the next working day."""
    since: datetime | None = page.standing.awaits_manager_since
    if since is None:
        return None
    settings = effective(estate.settings)
    return next_working_day_end(since, estate.timezone, settings["holidays"], settings["make_up_days"]).isoformat()


def _act(one: Signature, page: Page, drawn: Mapping[UUID, list[Any]]) -> Data:
    return {
        "id": str(one.id),
        "act": one.act.value,
        "signerId": str(one.signer_id),
        "signerName": one.signer_name,
        "at": one.at.isoformat(),
        "means": one.means,
        "note": one.note,
        "detail": dict(one.detail),
        "seen": sorted(map(str, one.seen)),
        "strokes": drawn.get(one.id),
        "sha256": page.stored.get(one.id),
    }


def _visit(visit: PatrolVisit, page: Page) -> Data:
    sheet = next(one for one in page.sheets if one.id == visit.id)
    return {
        "id": str(visit.id),
        "sha256": sheet.sha256,
        "whole": sheet.whole,
        "placeId": str(visit.place_id),
        "placeName": visit.place_name,
        "byId": str(visit.by_id),
        "byName": visit.by_name,
        "scannedAt": visit.scanned_at.isoformat(),
        "timeliness": visit.timeliness.value,
        "checklist": {"type": visit.checklist_type, "version": visit.checklist_version},
        "answers": visit.answers,
        "observation": visit.observation,
        "photos": [photo["sha256"] for photo in visit.photos],
    }


def _text(id_: UUID | None) -> str | None:
    return str(id_) if id_ else None


RECORDS = held_by(WALKERS, KIND, PatrolAct.record_id, _records)
