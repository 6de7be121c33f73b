"""Vacant units and their checks as phones and pages hold them: all that a page of one unit needs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.held import Data
from webapp.core.wire import plain
from webapp.domains.vacancy.models import VacantCard, VacantCheck
from webapp.domains.vacancy.queries import (
    checked_days,
    last_done,
    mouldy_since,
    newest_checks,
    readings,
    told_of,
    unit_timelines,
)
from webapp.domains.vacancy.rules.acting import CLEANING
from webapp.domains.vacancy.rules.regime import Timeline, in_regime, unbroken_since, visited
from webapp.domains.vacancy.rules.risk import risk_band
from webapp.ground.estates.models import Estate

# Two months and a day: this month and the one before are known wherever one asks.
HELD_FOR = timedelta(days=62)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of vacant units besides the register, by unit."""

    was: Mapping[UUID, Timeline]
    cards: Mapping[UUID, VacantCard]
    checks: Mapping[UUID, VacantCheck]
    days: Mapping[UUID, Sequence[date]]
    done: Mapping[UUID, Mapping[str, date]]
    readings: Mapping[UUID, Sequence[tuple[datetime, Decimal]]]
    mouldy: Mapping[UUID, date]
    told: Mapping[UUID, date]


def seen(session: Session, estate: Estate, ids: Sequence[UUID], today: date) -> Seen:
    """Answer what is known of these units; one query a thing."""
    estate_id = estate.id
    cards = select(VacantCard).where(VacantCard.estate_id == estate_id, VacantCard.id.in_(ids))
    return Seen(
        was=unit_timelines(session, estate_id, estate.timezone, ids),
        cards={one.id: one for one in session.scalars(cards)},
        checks=newest_checks(session, estate_id, ids),
        days=checked_days(session, estate_id, today - HELD_FOR, today, ids),
        done=last_done(session, estate_id, ids),
        readings=readings(session, estate_id, ids, clock.now()),
        mouldy=mouldy_since(session, estate_id, ids),
        told=told_of(session, estate_id, CLEANING, ids),
    )


def told_unit(unit: Row[Any], known: Seen, settings: Mapping[str, Any], today: date) -> Data:
    """Answer one unit as it is told; `unit` is a row of `units_shown`."""
    card, check = known.cards.get(unit.id), known.checks.get(unit.id)
    read = max(known.readings.get(unit.id, ()), default=None)
    return {
        "buildingId": str(unit.building_id),
        "building": unit.building,
        "buildingOrder": unit.building_order,
        "stairwellId": str(unit.stairwell_id),
        "stairwell": unit.stairwell,
        "stairwellOrder": unit.stairwell_order,
        "floor": unit.floor,
        "number": unit.number,
        "area": unit.area,
        "status": unit.status.value,
        "since": plain(unit.since),
        "inRegime": in_regime(unit.status, settings),
        "visitedSince": plain(unbroken_since(known.was.get(unit.id, ()), today, visited(settings))),
        "card": told_card(card) if card else None,
        "riskBand": risk_band(card.completed_on if card else None, today),
        "valves": check.valves if check else None,
        "openValves": check.open_valves if check else [],
        "waterReading": str(read[1]) if read else None,
        "waterReadAt": plain(read[0]) if read else None,
        "lastCheck": _brief(check) if check else None,
        "checkedOn": [day.isoformat() for day in known.days.get(unit.id, ())],
        "care": {task: day.isoformat() for task, day in sorted(known.done.get(unit.id, {}).items())},
        "dryingSince": plain(known.mouldy.get(unit.id)),
        "cleaningToldOn": plain(known.told.get(unit.id)),
    }


def told_card(card: VacantCard) -> Data:
    """Answer what is known of a unit besides its status, and who wrote it."""
    return {
        "takenOverOn": plain(card.taken_over_on),
        "completedOn": plain(card.completed_on),
        "developer": card.developer,
        "layout": card.layout,
        "finish": card.finish,
        "westRooms": card.west_rooms,
        "appliances": card.appliances,
        "movingInNoticeOn": plain(card.moving_in_notice_on),
        "note": card.note,
        "byName": card.by_name,
        "at": plain(card.at),
    }


def _brief(check: VacantCheck) -> Data:
    return {
        "checkId": str(check.id),
        "at": plain(check.left_at),
        "byId": str(check.by_id),
        "byName": check.by_name,
        "complete": check.complete,
        "serial": check.serial,
        "abnormal": check.abnormal,
    }


def told_checks(checks: Iterable[VacantCheck]) -> dict[UUID, Data]:
    """Answer checks as they are told, by id."""
    return {check.id: _told(check) for check in checks}


def _told(check: VacantCheck) -> Data:
    return {
        "unitId": str(check.unit_id),
        "unitName": check.unit_name,
        "serial": check.serial,
        "enteredAt": plain(check.entered_at),
        "leftAt": plain(check.left_at),
        "byId": str(check.by_id),
        "byName": check.by_name,
        "loanId": plain(check.loan_id),
        "scan": check.scan,
        "checklist": check.checklist,
        "answers": check.answers,
        "waterReading": check.water_reading,
        "airedMinutes": check.aired_minutes,
        "valves": check.valves,
        "openValves": check.open_valves,
        "windowsClosed": check.windows_closed,
        "care": check.care,
        "observation": check.observation,
        "photos": check.photos,
        "complete": check.complete,
        "remarks": check.remarks,
    }
