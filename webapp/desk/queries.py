"""Reads one day of an estate: one query a table, each led by the estate, none growing with the years."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.core.feed import EstateHead
from webapp.desk.day import Device, Read, Stop, VisitLine, Walk, WrittenOff
from webapp.desk.needs import MissingOf
from webapp.desk.trouble import FindingLine
from webapp.domains.findings.models import Finding, FindingSighting
from webapp.domains.findings.rules.sighting import Outcome
from webapp.domains.findings.rules.states import Priority
from webapp.domains.patrols.evidence.queries import later_codes
from webapp.domains.patrols.models import PatrolRecord, PatrolVisit
from webapp.domains.patrols.queries import plans_of, seen_turns
from webapp.domains.patrols.rules.places import Phone
from webapp.domains.patrols.rules.rounds import walkers_on
from webapp.domains.patrols.signing.models import PatrolAct
from webapp.domains.patrols.signing.queries import standings
from webapp.ground.calendar.rules import moment_at
from webapp.ground.estates.models import Estate
from webapp.ground.estates.queries import settings_at
from webapp.ground.logbook.models import Receipt
from webapp.ground.logbook.receipts import APPLIED
from webapp.ground.people import queries as people
from webapp.ground.people.models import DeviceWriteOff, Person
from webapp.ground.photos.models import Photo, PhotoUse
from webapp.ground.places.models import Place, Route, RoutePlace
from webapp.ground.places.routes.rules import Frequency
from webapp.ground.places.rules import natural

VISIT = "patrols.visit"
# A round over midnight has its findings on the day after.
FINDINGS_OF_A_DAY = timedelta(days=2)


def stamp(session: Session, estate_id: UUID) -> tuple[int | None, ...]:
    """Answer what changes with every record, act, plan, register or refusal of the estate; two small reads."""
    head = session.execute(select(EstateHead.change, EstateHead.entry).where(EstateHead.estate_id == estate_id))
    refused = select(func.count()).where(Receipt.estate_id == estate_id, Receipt.outcome != APPLIED)
    return (*(head.one_or_none() or ()), session.scalar(refused))


def read_day(session: Session, estate: Estate, day: date, missing_of: MissingOf) -> Read:
    """Answer what the desk shows of the day, before any rule."""
    serials = _serials(session, estate.id, day)
    return Read(
        estate_id=estate.id,
        day=day,
        zone=estate.timezone,
        settings=settings_at(session, estate, moment_at(day + timedelta(days=1), "00:00", estate.timezone)),
        devices=_devices(session, estate.id, missing_of),
        walks=_walks(session, estate.id, day),
        visits=_visits(session, estate.id, day),
        pages=standings(session, estate.id, serials),
        serials=serials,
    )


def _serials(session: Session, estate_id: UUID, day: date) -> dict[UUID, str]:
    """Answer the numbers of the day's pages that something was done to."""
    page = (PatrolRecord.estate_id == PatrolAct.estate_id) & (PatrolRecord.id == PatrolAct.record_id)
    query = (
        select(PatrolRecord.id, PatrolRecord.serial)
        .join(PatrolAct, page)
        .where(PatrolAct.estate_id == estate_id, PatrolAct.day == day)
        .distinct()
    )
    return dict(session.execute(query).all())


def _devices(session: Session, estate_id: UUID, missing_of: MissingOf) -> list[Device]:
    listed = [row for row in people.devices(session, estate_id) if row["last_pull_at"]]
    missing = missing_of(session, [row["id"] for row in listed])
    return [
        Device(
            id=row["id"],
            name=row["name"],
            people=row["people"],
            last_contact_at=row["last_contact_at"],
            waiting=row["waiting"],
            missing=missing.get(row["id"], 0),
            phone=_phone(row),
            written_off=_written_off(row["written_off"]),
        )
        for row in listed
    ]


def _phone(row: Mapping[str, Any]) -> Phone:
    gone = bool(row["revoked_at"] or row["written_off"])
    return Phone(row["last_pull_at"], row["complete_at"], gone=gone, known_since=row["first_contact_at"])


def _written_off(lost: DeviceWriteOff | None) -> WrittenOff | None:
    return WrittenOff(at=lost.written_off_at, by_name=lost.by_name, reason=lost.reason) if lost else None


def _walks(session: Session, estate_id: UUID, day: date) -> list[Walk]:
    routes = session.execute(
        select(Route.id, Route.name, Route.steward_id, Person.name)
        .outerjoin(Person, Person.id == Route.steward_id)
        .where(Route.estate_id == estate_id, Route.active)
    ).all()
    stops, often = _stops(session, estate_id)
    plans = plans_of(session, estate_id, [route_id for route_id, *_ in routes])
    turns = seen_turns(session, estate_id, day, often.keys())
    given = {id_: walkers_on(plans.get(id_, []), day, steward) for id_, _, steward, _ in routes}
    names = {steward: name for *_, steward, name in routes if steward}
    names |= _names(session, {id_ for people in given.values() for id_ in people} - names.keys())
    walkers = {route_id: "、".join(names[id_] for id_ in people) for route_id, people in given.items() if people}
    walks = [
        Walk(id_, name, walkers.get(id_), stops[id_], plans.get(id_, []), often.get(id_, {}), turns.get(id_, {}))
        for id_, name, *_ in routes
    ]
    return sorted(walks, key=lambda walk: natural(walk.name))


def _names(session: Session, people: Collection[UUID]) -> dict[UUID, str]:
    """Answer the names of people whom plans name besides the stewards."""
    query = select(Person.id, Person.name).where(Person.id.in_(people))
    return dict(session.execute(query).all()) if people else {}


def _stops(
    session: Session, estate_id: UUID
) -> tuple[defaultdict[UUID, list[Stop]], defaultdict[UUID, dict[UUID, Frequency]]]:
    """Answer the places in use on each route in walking order, and how often those that are not on every round."""
    query = (
        select(RoutePlace.route_id, Place.id, Place.name, RoutePlace.frequency)
        .join(Place, (Place.estate_id == RoutePlace.estate_id) & (Place.id == RoutePlace.place_id))
        .where(RoutePlace.estate_id == estate_id, Place.active)
        .order_by(RoutePlace.position)
    )
    stops: defaultdict[UUID, list[Stop]] = defaultdict(list)
    often: defaultdict[UUID, dict[UUID, Frequency]] = defaultdict(dict)
    for route_id, place_id, name, frequency in session.execute(query):
        stops[route_id].append(Stop(place_id, name))
        if frequency is not Frequency.EVERY_ROUND:
            often[route_id][place_id] = frequency
    return stops, often


def _visits(session: Session, estate_id: UUID, day: date) -> list[VisitLine]:
    page = (PatrolRecord.estate_id == PatrolVisit.estate_id) & (PatrolRecord.id == PatrolVisit.record_id)
    query = (
        select(
            PatrolVisit.id,
            PatrolVisit.record_id,
            PatrolVisit.place_id,
            PatrolVisit.place_name,
            PatrolVisit.by_name,
            PatrolVisit.scanned_at,
            PatrolVisit.received_at,
            PatrolVisit.timeliness,
            PatrolVisit.skipped,
            PatrolVisit.abnormal,
            PatrolVisit.remarks,
            PatrolRecord.serial,
        )
        .join(PatrolRecord, page)
        .where(PatrolVisit.estate_id == estate_id, PatrolVisit.day == day)
        .order_by(PatrolVisit.scanned_at, PatrolVisit.id)
    )
    awaited, later = _awaited(session, estate_id, day), later_codes(session, estate_id, day)
    return [
        VisitLine(*row[:10], _codes(row.remarks, later.get(row.id, ())), row.serial, awaited.get(row.id, 0))
        for row in session.execute(query)
    ]


def _codes(remarks: Iterable[Mapping[str, Any]], later: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*(remark["code"] for remark in remarks), *later]))


def _awaited(session: Session, estate_id: UUID, day: date) -> dict[UUID, int]:
    """Answer how many photos of each visit of the day have not arrived."""
    of_visit = (PhotoUse.estate_id == PatrolVisit.estate_id) & (PhotoUse.origin_id == PatrolVisit.id)
    query = (
        select(PatrolVisit.id, func.count())
        .join(PhotoUse, of_visit & (PhotoUse.origin_kind == VISIT))
        .outerjoin(Photo, (Photo.estate_id == PhotoUse.estate_id) & (Photo.sha256 == PhotoUse.sha256))
        .where(PatrolVisit.estate_id == estate_id, PatrolVisit.day == day, Photo.sha256.is_(None))
        .group_by(PatrolVisit.id)
    )
    return {row[0]: row[1] for row in session.execute(query)}


_STILL_THERE = (
    (FindingSighting.estate_id == Finding.estate_id)
    & (FindingSighting.finding_id == Finding.id)
    & (FindingSighting.outcome == Outcome.STILL_THERE)
)


def findings_of_day(session: Session, read: Read) -> list[FindingLine]:
    """Answer the findings made on the day, those of its visits, and those its visits saw still there."""
    start = moment_at(read.day, "00:00", read.zone)
    end = moment_at(read.day + timedelta(days=1), "00:00", read.zone)
    visits = {visit.id for visit in read.visits}
    until = start + FINDINGS_OF_A_DAY
    seen_since = (FindingSighting.seen_at >= start) & (FindingSighting.seen_at < until)
    found = (Finding.found_at >= start) & (Finding.found_at < until)
    query = (
        select(Finding, FindingSighting.origin_id)
        .outerjoin(FindingSighting, _STILL_THERE & seen_since)
        .where(Finding.estate_id == read.estate_id, found | FindingSighting.id.is_not(None))
    )
    rows: dict[UUID, Finding] = {}
    seen: defaultdict[UUID, frozenset[UUID]] = defaultdict(frozenset)
    for row, visit_id in session.execute(query):
        rows[row.id] = row
        seen[row.id] |= {visit_id} if visit_id else set()
    return [
        _line(row, seen[row.id])
        for row in rows.values()
        if start <= row.found_at < end or row.origin_id in visits or seen[row.id] & visits
    ]


def _line(row: Finding, seen_on: frozenset[UUID]) -> FindingLine:
    return FindingLine(
        id=row.id,
        serial=row.serial,
        visit_id=row.origin_id if row.origin_kind == VISIT else None,
        place_id=row.place_id,
        place_name=row.place_name,
        checklist=row.checklist_type,
        item=row.item,
        choice=row.choice,
        spot=row.spot,
        state=row.state.value,
        urgent=row.priority is Priority.URGENT,
        found_at=row.found_at,
        by_name=row.by_name,
        seen_on=seen_on,
    )
