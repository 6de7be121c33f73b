"""Vacant units of the demo estate: a dozen in two buildings, checked last week and today; one is due, one drips."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from webapp.core.db import db
from webapp.core.ids import new_id
from webapp.core.wire import plain
from webapp.demo.acts import LABELS_HUNG, Act, people
from webapp.demo.cabinet import KEEPER, back, hung, lend
from webapp.demo.days import ZONE
from webapp.demo.picture import Scene
from webapp.domains.vacancy.rules.items import Features, asked_items
from webapp.domains.vacancy.rules.periods import period_of
from webapp.ground.calendar.rules import day_of, moment_at
from webapp.ground.checklists.rules import template_hash
from webapp.ground.checklists.shelf import newest_template
from webapp.ground.places.models import Building, Stairwell, Unit
from webapp.ground.places.rules import UnitStatus
from webapp.ground.places.units.lying import lying

# Who walks which building between its rounds.
VISITORS = (("chen", "2 栋"), ("zhou", "5 栋"))
EACH = 6
FIRST_KEY = 49
# Between the first round of today and the second, whose windows lie around now.
TODAY_FROM = timedelta(minutes=330)
ON_SITE, A_UNIT = timedelta(minutes=10), timedelta(minutes=15)
SHUT = {"water": "shut", "power": "shut", "gas": "absent"}


@dataclass(frozen=True, slots=True)
class Home:
    """A vacant unit, and the set of its keys; every third is finely fitted."""

    unit_id: UUID
    floor: int
    number: str
    set_id: str
    fine: bool

    @property
    def features(self) -> Features:
        """What decides its care."""
        return Features("fine" if self.fine else "bare", self.fine, self.fine)


def vacancy_acts(estate_id: UUID, *, opened: datetime, now: datetime) -> Iterator[Act]:
    """Answer what happened in vacant units from the opening of the estate up to `now`."""
    begun = opened + LABELS_HUNG + timedelta(minutes=90)
    tours = _tours(now)
    for index, (login, building) in enumerate(VISITORS):
        homes, sets = [], list(_hung(estate_id, building, FIRST_KEY + index * EACH, begun))
        for number, (home, act) in enumerate(sets):
            yield act
            yield _card(home, begun + timedelta(hours=1, minutes=index * EACH + number))
            homes.append(home)
        for tour in (one for one in tours if one > begun + timedelta(hours=3)):
            today = tour > now - TODAY_FROM - ON_SITE
            # The last of the second building is due today; the first of the first drips.
            left_out = today and index == 1
            yield from _tour(homes[:-1] if left_out else homes, login, tour, drips=today and index == 0)


def _tours(now: datetime) -> Sequence[datetime]:
    last_week = period_of(day_of(now, ZONE), 7).first - timedelta(days=1)
    return (moment_at(last_week, "10:30", ZONE), now - TODAY_FROM)


def _hung(estate_id: UUID, building: str, number: int, at: datetime) -> Iterator[tuple[Home, Act]]:
    query = (
        lying(select(Unit.id, Unit.floor, Unit.number))
        .where(Unit.estate_id == estate_id, Unit.status == UnitStatus.VACANT_UNSOLD, Building.name == building)
        .order_by(Stairwell.position, Unit.floor, Unit.number)
        .limit(EACH)
    )
    for index, (unit_id, floor, door) in enumerate(db.session().execute(query).all()):
        act = hung(number + index, unit_id, at)
        yield Home(unit_id, floor, door, act.body["keySetId"], fine=index % 3 == 2), act


def _card(home: Home, at: datetime) -> Act:
    body = {
        "unitId": str(home.unit_id),
        "takenOverOn": "2024-09-01",
        "completedOn": "2024-06-28",
        "developer": "望江置业",
        "layout": "三室两厅两卫",
        "finish": home.features.finish,
        "westRooms": ["主卧"] if home.fine else [],
        "appliances": [{"name": "空调", "model": "KFR-35", "manual": True}] if home.fine else [],
    }
    return Act(at, KEEPER, "vacancy.register", str(home.unit_id), body)


def _tour(homes: Sequence[Home], login: str, begins: datetime, *, drips: bool) -> Iterator[Act]:
    known = people()
    for index, home in enumerate(homes):
        lent = lend(home.set_id, login, known, begins + timedelta(minutes=index), timedelta(hours=8))
        left = begins + ON_SITE + A_UNIT * (index + 1)
        yield lent
        yield from _check(home, login, left, drips=drips and index == 0)
        yield back(lent, begins + ON_SITE + A_UNIT * len(homes) + timedelta(minutes=3 + index))


def _check(home: Home, login: str, left: datetime, *, drips: bool) -> Iterator[Act]:
    check_id, finding_id = str(new_id()), str(new_id())
    answers = [_answer(item) for item in asked_items(home.features, day_of(left, ZONE), {})]
    body: dict[str, Any] = {
        "checkId": check_id,
        "unitId": str(home.unit_id),
        "scan": {"method": "camera"},
        "enteredAt": plain(left - A_UNIT + timedelta(minutes=3)),
        "leftAt": plain(left),
        "checklist": _checklist(),
        "answers": answers,
        "waterReading": f"{home.floor}.37",
        "airedMinutes": 10,
        "valves": SHUT,
        "windowsClosed": True,
    }
    answers[2] = {**answers[2], "result": "na", "reason": "还没通气"}
    if drips:
        told = {"choice": "shuts_badly", "note": "总阀关不严，还在滴", "findingId": finding_id}
        answers[0] = {**answers[0], "result": "abnormal", **told}
        due = day_of(left, ZONE) + timedelta(days=2)
        body["valves"] = {**SHUT, "water": "open"}
        body["openValves"] = [{"valve": "water", "reason": "阀芯坏，等厂家来换", "dueOn": due.isoformat()}]
        yield _found(home, login, left, check_id, finding_id)
    yield Act(left, login, "vacancy.check", check_id, body, shows=Scene(home.floor))


def _found(home: Home, login: str, at: datetime, check_id: str, finding_id: str) -> Act:
    body = {
        "findingId": finding_id,
        "origin": {"kind": "vacancy.check", "id": check_id},
        "placeId": str(home.unit_id),
        "checklist": _checklist(),
        "item": "VU-01",
        "choice": "shuts_badly",
        "description": "入户总阀关不严，关到底还在滴水",
        "spot": "厨房",
        "action": "reported",
        "foundAt": plain(at - timedelta(minutes=4)),
    }
    before = {"moment": "before"}
    return Act(at, login, "findings.report", finding_id, body, shows=Scene(home.floor, stained=True), photo=before)


def _answer(item: str) -> dict[str, Any]:
    return {"item": item, "result": "normal", "ms": 2_400}


def _checklist() -> dict[str, Any]:
    template = newest_template("vacant_unit")
    assert template is not None
    return {"type": template.type, "version": template.version, "hash": template_hash(template)}
