"""What the estate knows when acts on renovations, or visits to sites, come in: one query a table."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Select, bindparam, select
from sqlalchemy.orm import Session

from webapp.core.actor import Duty
from webapp.core.bulk import fetch
from webapp.core.domain import Item
from webapp.core.standing import from_columns
from webapp.domains.renovation.models import (
    Renovation,
    SiteNight,
    SiteNotice,
    SiteReceipt,
    SiteRequest,
    SiteVisitRow,
    WorkerPass,
)
from webapp.domains.renovation.rules.acting import Facts, Home, Known
from webapp.domains.renovation.rules.bodies import Apply
from webapp.domains.renovation.rules.standing import Case, Notice, Pass, Receipt, Request
from webapp.domains.renovation.rules.visiting import NightCheck, SiteVisit, VisitFacts
from webapp.ground.checklists.reference import ChecklistRef
from webapp.ground.estates.judged import settings_of
from webapp.ground.estates.models import Estate
from webapp.ground.labels.models import LabelRow
from webapp.ground.people.models import Membership
from webapp.ground.places.models import Unit

_ESTATE: BindParameter[Any] = bindparam("estate")
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)


def _all(table: Any, by: str) -> Select[Any]:
    return select(*table.__table__.columns).where(table.estate_id == _ESTATE, getattr(table, by).in_(_IDS))


def _there(table: Any) -> Select[Any]:
    return select(table.id).where(table.estate_id == _ESTATE, table.id.in_(_IDS))


_CASES = _all(Renovation, "id")
_PARTS: Mapping[type, tuple[type[Any], Select[Any]]] = {
    Pass: (Pass, _all(WorkerPass, "renovation_id")),
    Notice: (Notice, _all(SiteNotice, "renovation_id")),
    Request: (Request, _all(SiteRequest, "renovation_id")),
    Receipt: (Receipt, _all(SiteReceipt, "renovation_id").order_by(SiteReceipt.id)),
}
_TAKEN = tuple(map(_there, (WorkerPass, SiteNotice, SiteRequest)))
_VISITED: Mapping[type, Select[Any]] = {SiteVisit: _there(SiteVisitRow), NightCheck: _there(SiteNight)}
_UNITS = _there(Unit)
_RENOVATED = select(Renovation.unit_id, Renovation.serial).where(
    Renovation.estate_id == _ESTATE, Renovation.unit_id.in_(_IDS), Renovation.closed_at.is_(None)
)
_HOMES = (
    select(Renovation.id, Unit.status, Unit.renovating, Renovation.serial)
    .join(Unit, (Unit.estate_id == Renovation.estate_id) & (Unit.id == Renovation.unit_id))
    .where(Renovation.estate_id == _ESTATE, Renovation.id.in_(_IDS))
)
_DUTIES = select(Membership.person_id, Membership.duties).where(Membership.estate_id == _ESTATE, Membership.active)
_ZONE = select(Estate.timezone).where(Estate.id == _ESTATE)
_LABELS = select(LabelRow.code, LabelRow.target_id).where(
    LabelRow.estate_id == _ESTATE, LabelRow.revoked_at.is_(None), LabelRow.code.in_(_IDS)
)


def act_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> Facts:
    """Answer what `rules.ways` need for these acts."""
    units = {item.body.application.unit_id for item in items if isinstance(item.body, Apply)}
    named = list(_named(items))
    cases = {item.about for item in items}
    return Facts(
        zone=_zone(session, estate_id),
        cases=known_cases(session, estate_id, cases),
        homes=_homes(session, estate_id, cases),
        settings=settings_of(session, estate_id, items),
        units=_ids(session, _UNITS, estate_id, units),
        renovated=_renovated(session, estate_id, units),
        taken=frozenset(id_ for query in _TAKEN for id_ in _ids(session, query, estate_id, named)),
        archivists=_archivists(session, estate_id),
    )


def known_cases(session: Session, estate_id: UUID, ids: Collection[UUID]) -> dict[UUID, Known]:
    """Answer renovations as they stand, with all that belongs to them."""
    rows = fetch(session, _CASES, estate=estate_id, ids=list(ids)) if ids else []
    cases = {row.id: from_columns(Case, row._asdict()) for row in rows}
    passes, notices, requests, receipts = (_parts(session, estate_id, kind, cases) for kind in _PARTS)
    return {
        id_: Known(case, _by_id(passes[id_]), _by_id(notices[id_]), _by_id(requests[id_]), tuple(receipts[id_]))
        for id_, case in cases.items()
    }


def _parts(session: Session, estate_id: UUID, kind: type, cases: Collection[UUID]) -> Mapping[UUID, list[Any]]:
    found: defaultdict[UUID, list[Any]] = defaultdict(list)
    shape, query = _PARTS[kind]
    for row in fetch(session, query, estate=estate_id, ids=list(cases)) if cases else []:
        found[row.renovation_id].append(from_columns(shape, row._asdict()))
    return found


def _by_id(parts: Iterable[Any]) -> dict[UUID, Any]:
    return {one.id: one for one in parts}


def _named(items: Iterable[Item]) -> Iterator[UUID]:
    for item in items:
        notice = getattr(item.body, "notice", None)
        if notice:
            yield notice.notice_id
        for name in ("pass_id", "request_id"):
            if named := getattr(item.body, name, None):
                yield named


def _ids(session: Session, query: Select[Any], estate_id: UUID, ids: Collection[UUID]) -> frozenset[UUID]:
    rows = fetch(session, query, estate=estate_id, ids=list(ids)) if ids else []
    return frozenset(id_ for (id_,) in rows)


def _renovated(session: Session, estate_id: UUID, units: Collection[UUID]) -> dict[UUID, str]:
    rows = fetch(session, _RENOVATED, estate=estate_id, ids=list(units)) if units else []
    return {unit_id: serial or "" for unit_id, serial in rows}


def _homes(session: Session, estate_id: UUID, cases: Collection[UUID]) -> dict[UUID, Home]:
    rows = fetch(session, _HOMES, estate=estate_id, ids=list(cases)) if cases else []
    return {id_: Home(status, renovating, serial or "") for id_, status, renovating, serial in rows}


def _archivists(session: Session, estate_id: UUID) -> frozenset[UUID]:
    rows = fetch(session, _DUTIES, estate=estate_id)
    return frozenset(person for person, duties in rows if Duty.ARCHIVIST in duties)


def _zone(session: Session, estate_id: UUID) -> str:
    ((zone,),) = fetch(session, _ZONE, estate=estate_id)
    return str(zone)


def visit_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> VisitFacts:
    """Answer what `rules.visiting` needs for these visits or looks at night."""
    codes = {item.body.code for item in items if isinstance(item.body, SiteVisit) and item.body.code}
    return VisitFacts(
        zone=_zone(session, estate_id),
        cases=known_cases(session, estate_id, {item.about for item in items}),
        settings=settings_of(session, estate_id, items),
        checklists=_checklists(items),
        labels=dict(fetch(session, _LABELS, estate=estate_id, ids=list(codes))) if codes else {},
        repeated=_repeated(session, estate_id, items),
    )


def _checklists(items: Iterable[Item]) -> dict[ChecklistRef, Sequence[str]]:
    named = {item.body.checklist for item in items if isinstance(item.body, SiteVisit) and item.body.checklist}
    found = ((one, one.template()) for one in named)
    return {one: [item.id for item in template.items] for one, template in found if template}


def _repeated(session: Session, estate_id: UUID, items: Sequence[Item]) -> frozenset[UUID]:
    own = {item.id: own_id(item.body) for item in items}
    query = _VISITED[type(items[0].body)]
    known, again = set(_ids(session, query, estate_id, list(own.values()))), set()
    for item_id, id_ in own.items():
        if id_ in known:
            again.add(item_id)
        known.add(id_)
    return frozenset(again)


def own_id(body: SiteVisit | NightCheck) -> UUID:
    """Answer the id of the record that a fact brings."""
    return body.visit_id if isinstance(body, SiteVisit) else body.check_id
