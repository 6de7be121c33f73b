"""What the estate knows when a batch of visits comes in: one query a table, whatever the size of the batch."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.core.bulk import fetch
from webapp.core.domain import Item
from webapp.core.made import brought_again
from webapp.domains.patrols.models import PatrolVisit
from webapp.domains.patrols.queries import plans_of
from webapp.domains.patrols.rules.decision import Facts, KnownLabel, KnownRoute
from webapp.domains.patrols.rules.rounds import RoundTime, rounds_of
from webapp.domains.patrols.rules.visit import Round, Visit
from webapp.ground.checklists.reference import ChecklistRef
from webapp.ground.estates.models import Estate
from webapp.ground.estates.queries import settings_versions
from webapp.ground.estates.rules import version_in_force
from webapp.ground.estates.settings import effective
from webapp.ground.labels.models import LabelRow
from webapp.ground.places.known import known_places, of_other_estates
from webapp.ground.places.models import RoutePlace

_ZONE = select(Estate.timezone).where(Estate.id == bindparam("estate"))
_LABELS = select(LabelRow.code, LabelRow.target_id, LabelRow.revoked_at).where(
    LabelRow.estate_id == bindparam("estate"), LabelRow.code.in_(bindparam("codes", expanding=True))
)
_STOPS = select(RoutePlace.route_id, RoutePlace.place_id).where(
    RoutePlace.estate_id == bindparam("estate"), RoutePlace.route_id.in_(bindparam("routes", expanding=True))
)
_LAST = (
    select(PatrolVisit.phone_scanned_at)
    .where(
        PatrolVisit.estate_id == bindparam("estate"),
        PatrolVisit.device_id == bindparam("device"),
        PatrolVisit.seq < bindparam("seq"),
    )
    .order_by(PatrolVisit.seq.desc())
    .limit(1)
)
_THERE = select(PatrolVisit.id).where(
    PatrolVisit.estate_id == bindparam("estate"), PatrolVisit.id.in_(bindparam("ids", expanding=True))
)


def facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> Facts:
    """Answer what `decide` needs for these visits."""
    visits: list[Visit] = [item.body for item in items]
    ((zone,),) = fetch(session, _ZONE, estate=estate_id)
    history = settings_versions(session, estate_id)
    versions = {item.id: version_in_force(history, item.rules, item.corrected_at).number for item in items}
    settings = {one.number: effective(one.settings) for one in history}
    asked = {(item.body.round, versions[item.id]) for item in items if item.body.round}
    named = {visit.place_id for visit in visits}
    places = known_places(session, estate_id, named)
    return Facts(
        zone=zone,
        versions=versions,
        settings=settings,
        places=places,
        elsewhere=of_other_estates(session, named - places.keys()),
        labels=_labels(session, estate_id, {visit.label for visit in visits if visit.label}),
        routes=_routes(session, estate_id, asked, zone, settings),
        checklists=_checklists({visit.checklist for visit in visits}),
        previous=_previous(session, estate_id, items),
        repeated=_repeated(session, estate_id, items),
    )


def _labels(session: Session, estate_id: UUID, codes: Collection[str]) -> dict[str, KnownLabel]:
    if not codes:
        return {}
    rows = fetch(session, _LABELS, estate=estate_id, codes=list(codes))
    return {code: KnownLabel(place_id, revoked_at) for code, place_id, revoked_at in rows}


def _routes(
    session: Session,
    estate_id: UUID,
    asked: Collection[tuple[Round, int]],
    zone: str,
    settings: Mapping[int, Mapping[str, Any]],
) -> dict[UUID, KnownRoute]:
    """Answer the routes of the rounds asked for, each with the version of the settings that it is judged by."""
    if not asked:
        return {}
    stops: defaultdict[UUID, set[UUID]] = defaultdict(set)
    routes = {round_.route_id for round_, _ in asked}
    for route_id, place_id in fetch(session, _STOPS, estate=estate_id, routes=list(routes)):
        stops[route_id].add(place_id)
    plans = plans_of(session, estate_id, stops)

    def rounds(route_id: UUID) -> dict[tuple[date, int], Sequence[RoundTime]]:
        days = {(round_.date, version) for round_, version in asked if round_.route_id == route_id}
        return {key: rounds_of(plans.get(route_id, ()), key[0], zone, settings[key[1]]) for key in days}

    return {route_id: KnownRoute(frozenset(places), rounds(route_id)) for route_id, places in stops.items()}


def _checklists(named: Iterable[ChecklistRef]) -> dict[ChecklistRef, Sequence[str]]:
    found = ((one, one.template()) for one in named)
    return {one: [item.id for item in template.items] for one, template in found if template}


def _previous(session: Session, estate_id: UUID, items: Sequence[Item]) -> dict[UUID, datetime]:
    """Answer by item when the visit before it was scanned, by the clock of the same phone."""
    before: dict[UUID, datetime] = {}
    for device_id in {item.device_id for item in items}:
        made_here = sorted((item for item in items if item.device_id == device_id), key=lambda item: item.seq)
        last = _last_before(session, estate_id, device_id, made_here[0].seq)
        for item in made_here:
            if last:
                before[item.id] = last
            last = item.body.scanned_at
    return before


def _last_before(session: Session, estate_id: UUID, device_id: UUID, seq: int) -> datetime | None:
    found = fetch(session, _LAST, estate=estate_id, device=device_id, seq=seq)
    return found[0].phone_scanned_at if found else None


def _repeated(session: Session, estate_id: UUID, items: Sequence[Item]) -> frozenset[UUID]:
    ids = {item.about for item in items}
    return brought_again(items, (id_ for (id_,) in fetch(session, _THERE, estate=estate_id, ids=list(ids))))
