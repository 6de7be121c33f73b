"""Puts the page of a day together, ready for the wire: marshmallow takes ten times as long over a full day."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.wire import Wire
from webapp.desk import queries, refused_items
from webapp.desk.day import Device, RoundOfDay, VisitLine, WrittenOff, rounds_of_day
from webapp.desk.needs import MissingOf
from webapp.desk.supervision import SupervisionOfDay, supervision
from webapp.desk.trouble import Trouble, troubles
from webapp.domains.patrols.rules.places import PlaceState
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate

NEWEST = 20


class EstateOfDay(Wire, frozen=True, kw_only=True):
    """The estate whose day it is."""

    id: UUID
    name: str
    timezone: str


class DeviceOfDay(Wire, frozen=True, kw_only=True):
    """A phone: how long it has been silent, how many items wait on it or never arrived.

    out  a visit that has not arrived may lie on it
    """

    id: UUID
    name: str
    people: Sequence[str]
    last_contact_at: datetime
    silent_minutes: int
    waiting: int
    missing: int
    gone: bool
    out: bool
    written_off: WrittenOff | None


class NewVisit(Wire, frozen=True, kw_only=True):
    """A visit in short."""

    visit_id: UUID
    place_id: UUID
    place_name: str | None
    by_name: str
    at: datetime
    received_at: datetime
    state: PlaceState
    abnormal: int
    doubtful: bool
    awaited_photos: int
    serial: str


class Today(Wire, frozen=True, kw_only=True):
    """A day of an estate at a glance; `schemas.TodayOut` describes it."""

    date: date
    as_of: datetime
    estate: EstateOfDay
    devices: Sequence[DeviceOfDay]
    rounds: Sequence[RoundOfDay]
    exceptions: Sequence[Trouble]
    newest: Sequence[NewVisit]
    supervision: SupervisionOfDay


def day_asked(session: Session, estate_id: UUID, asked: date | None, now: datetime) -> date:
    """Answer the day to show: the one asked for, else the estate's today."""
    return asked or day_of(now, session.get_one(Estate, estate_id).timezone)


def today(session: Session, estate_id: UUID, day: date, missing_of: MissingOf, now: datetime) -> Today:
    """Answer a day of the estate: phones, rounds, what needs a person, what came in last."""
    estate = session.get_one(Estate, estate_id)
    read = queries.read_day(session, estate, day, missing_of)
    rounds = rounds_of_day(read, now)
    findings = queries.findings_of_day(session, read)
    refused = refused_items.on(session, estate_id, day, read.zone)
    return Today(
        date=day,
        as_of=now,
        estate=EstateOfDay(id=estate.id, name=estate.name, timezone=estate.timezone),
        devices=[_device(device, rounds, now) for device in read.devices],
        rounds=rounds,
        exceptions=troubles(rounds, read.visits, findings, refused, now),
        newest=_newest(read.visits),
        supervision=supervision(read),
    )


def _device(device: Device, rounds: Sequence[RoundOfDay], now: datetime) -> DeviceOfDay:
    return DeviceOfDay(
        id=device.id,
        name=device.name,
        people=device.people,
        last_contact_at=device.last_contact_at,
        silent_minutes=device.silent_minutes(now),
        waiting=device.waiting,
        missing=device.missing,
        gone=device.phone.gone,
        out=device.holds(rounds),
        written_off=device.written_off,
    )


def _newest(visits: Iterable[VisitLine]) -> list[NewVisit]:
    # A phone sends a morning at once: then the later scan is the newer one.
    newest = sorted(visits, key=lambda visit: (visit.received_at, visit.scanned_at), reverse=True)[:NEWEST]
    return [
        NewVisit(
            visit_id=visit.id,
            place_id=visit.place_id,
            place_name=visit.place_name,
            by_name=visit.by_name,
            at=visit.scanned_at,
            received_at=visit.received_at,
            state=visit.seen.state,
            abnormal=visit.abnormal,
            doubtful=bool(visit.doubts),
            awaited_photos=visit.awaited,
            serial=visit.serial,
        )
        for visit in newest
    ]
