"""Puts the page of a day together."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.desk import queries
from webapp.desk.day import Device, RoundOfDay, VisitLine, rounds_of_day
from webapp.desk.needs import MissingOf
from webapp.desk.trouble import Trouble, troubles
from webapp.ground.calendar.rules import day_of, moment_at
from webapp.ground.estates.models import Estate

NEWEST = 20


def day_asked(session: Session, estate_id: UUID, asked: date | None, now: datetime) -> date:
    """Answer the day to show: the one asked for, else the estate's today."""
    return asked or day_of(now, session.get_one(Estate, estate_id).timezone)


def today(session: Session, estate_id: UUID, day: date, missing_of: MissingOf, now: datetime) -> dict[str, Any]:
    """Answer a day of the estate: phones, rounds, what needs a person, what came in last."""
    estate = session.get_one(Estate, estate_id)
    read = queries.read_day(session, estate, day, missing_of)
    rounds = rounds_of_day(read, now)
    findings = queries.findings_of_day(session, read)
    refused = queries.refused_items(session, estate_id, *_span(day, read.zone))
    return {
        "date": day,
        "as_of": now,
        "estate": {"id": estate.id, "name": estate.name, "timezone": estate.timezone},
        "devices": [_device(device, now) for device in read.devices],
        "rounds": [_round(round_) for round_ in rounds],
        "exceptions": [_trouble(one) for one in troubles(rounds, read.visits, findings, refused, now)],
        "newest": _newest(read.visits),
    }


def _span(day: date, zone: str) -> tuple[datetime, datetime]:
    start = moment_at(day, "00:00", zone)
    return start, start + timedelta(days=1)


def _device(device: Device, now: datetime) -> dict[str, Any]:
    return {
        "id": device.id,
        "name": device.name,
        "people": device.people,
        "last_contact_at": device.last_contact_at,
        "silent_minutes": device.silent_minutes(now),
        "waiting": device.waiting,
        "missing": device.missing,
        "gone": device.phone.gone,
    }


def _round(round_: RoundOfDay) -> dict[str, Any]:
    return {
        "round_id": round_.round_id,
        "route_id": round_.route_id,
        "route_name": round_.route_name,
        "steward_name": round_.steward_name,
        **asdict(round_.times),
        "serial": round_.serial,
        "counts": round_.counts,
        "places": round_.places,
    }


def _trouble(one: Trouble) -> dict[str, Any]:
    places = [{"place_id": place_id, "name": name} for place_id, name in one.places]
    return {**asdict(one), "places": places, "place_id": places[0]["place_id"] if places else None}


def _newest(visits: Sequence[VisitLine]) -> list[dict[str, Any]]:
    newest = sorted(visits, key=lambda visit: visit.received_at, reverse=True)[:NEWEST]
    return [
        {
            "visit_id": visit.id,
            "place_id": visit.place_id,
            "place_name": visit.place_name,
            "by_name": visit.by_name,
            "at": visit.scanned_at,
            "received_at": visit.received_at,
            "state": visit.seen.state,
            "abnormal": visit.abnormal,
            "doubtful": bool(visit.doubts),
            "awaited_photos": visit.awaited,
            "serial": visit.serial,
        }
        for visit in newest
    ]
