"""The key cabinet of the demo estate: some forty sets, a few out, one overdue, one lost."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import select

from webapp.core.db import db
from webapp.core.ids import new_id
from webapp.core.wire import plain
from webapp.demo.cast import CAST, OVERSEER
from webapp.demo.days import ZONE
from webapp.demo.phone import Item, Phone
from webapp.ground.calendar.rules import day_of
from webapp.ground.people.models import Person
from webapp.ground.places.models import Unit
from webapp.ground.places.rules import UnitStatus

# At the desk of the centre: who walks saves now and sends later.
KEEPER = OVERSEER
# Until then the stewards hang labels: a phone sends in the order of its day.
LABELS_HUNG = timedelta(hours=6)
# How many sets of each kind, and of which units.
DEVELOPER, ENTRUSTED, RETAINED = 27, 8, 3
ROOMS = ("配电房", "水泵房", "消控室")
OWNERS = ("何建国", "刘婉仪", "黄志强", "曾雅文", "邓伟明", "梁秀珍", "吴俊杰", "罗美玲", "谢文杰", "冯丽华", "马骏")
SIGNATURE = [[120, 210, 190, 120, 240, 260, 300, 150], [330, 130, 340, 270], [320, 190, 420, 170, 380, 260, 470, 240]]
_ITEMS = [{"kind": "front_door", "label": "大门", "count": 2}, {"kind": "mailbox", "label": "信报箱", "count": 1}]


@dataclass(frozen=True, slots=True)
class KeyDeed:
    """Something done about a key set, as a phone sends it."""

    at: datetime
    login: str
    act: str
    body: Item

    def item(self, phone: Phone) -> Item:
        """Answer the item that it leaves on the phone."""
        return phone.item(f"keys.{self.act}", self.body["keySetId"], self.body, self.at)


def key_deeds(estate_id: UUID, chance: Random, *, opened: datetime, now: datetime) -> Iterator[KeyDeed]:
    """Answer all that happens about keys from the opening of the estate up to `now`."""
    opened += LABELS_HUNG
    sets = list(_sets(estate_id, chance, opened, now))
    yield from sets
    out = [deed.body["keySetId"] for deed in sets if deed.body["custodyKind"] == "developer_held"]
    chance.shuffle(out)
    people = _people()
    for index, login in enumerate(("wang", "chen", "zheng")):
        lent = _lend(out[index], login, people, opened + timedelta(hours=2 + index), timedelta(hours=8))
        yield from (lent, _back(lent, lent.at + timedelta(hours=2)))
    for index, login in enumerate(("wang", "sun", "zhou")):
        yield _lend(out[3 + index], login, people, now - timedelta(minutes=50 + 35 * index), timedelta(hours=6))
    yield _lend(out[6], "luo", people, now - timedelta(hours=38), timedelta(hours=26))
    yield _lost(out[7], now - timedelta(hours=3))


def _people() -> Mapping[str, tuple[UUID, str]]:
    names = {player.login: player.name for player in CAST}
    ids = db.session().execute(select(Person.login, Person.id).where(Person.login.in_(names)))
    return {login: (id_, names[login]) for login, id_ in ids}


def _units(estate_id: UUID, status: UnitStatus, count: int, chance: Random) -> Sequence[UUID]:
    query = select(Unit.id).where(Unit.estate_id == estate_id, Unit.status == status).order_by(Unit.id)
    return chance.sample(list(db.session().scalars(query)), count)


def _sets(estate_id: UUID, chance: Random, opened: datetime, now: datetime) -> Iterator[KeyDeed]:
    owners = iter(chance.sample(OWNERS, len(OWNERS)))
    kinds = (
        ("developer_held", UnitStatus.VACANT_UNSOLD, DEVELOPER),
        ("owner_entrusted", UnitStatus.IDLE, ENTRUSTED),
        ("repair_retained", UnitStatus.SOLD_NOT_MOVED_IN, RETAINED),
    )
    number = 0
    for kind, status, count in kinds:
        for unit_id in _units(estate_id, status, count, chance):
            number += 1
            owner = {} if kind == "developer_held" else {"ownerName": next(owners)}
            body = {"custodyKind": kind, "unitId": str(unit_id), "items": _ITEMS, **owner}
            if kind == "owner_entrusted":
                body |= _entrusted(opened, until=now + timedelta(days=5 + 40 * (number - DEVELOPER - 1)))
            yield _registered(number, body, opened)
    for room in ROOMS:
        number += 1
        one = [{"kind": "room", "label": room, "count": 1}]
        yield _registered(number, {"custodyKind": "common_area", "placeName": f"地下室 {room}", "items": one}, opened)


def _registered(number: int, body: dict[str, Any], opened: datetime) -> KeyDeed:
    at = opened + timedelta(minutes=20 + number)
    place = {"keyNo": f"K-{number:03}", "cabinetSlot": f"{'ABCD'[(number - 1) // 12]}{(number - 1) % 12 + 1:02}"}
    whole = {"keySetId": str(new_id()), "receivedOn": day_of(at, ZONE).isoformat(), **place, **body}
    return KeyDeed(at, KEEPER, "register", whole)


def _entrusted(opened: datetime, *, until: datetime) -> dict[str, Any]:
    told = opened + timedelta(minutes=10)
    mandate = {
        "mandateId": str(new_id()),
        "date": day_of(told, ZONE).isoformat(),
        "reason": "长住外地，请管理处代为通风",
        "collectionRequirements": "业主本人凭业主证领取",
        "custodyUntil": day_of(until, ZONE).isoformat(),
        "disclaimerAt": plain(told),
        "signedAt": plain(told + timedelta(minutes=1)),
    }
    return {"mandate": mandate, "private": _signed(phone="13800000000")}


def _lend(set_id: str, login: str, people: Mapping[str, tuple[UUID, str]], at: datetime, period: timedelta) -> KeyDeed:
    person_id, name = people[login]
    body = {
        "keySetId": set_id,
        "loanId": str(new_id()),
        "batchId": str(new_id()),
        "borrower": {"kind": "staff", "personId": str(person_id), "name": name},
        "quantity": 3,
        "dueAt": plain(at + period),
        "reason": "vacant_care",
        "private": _signed(),
    }
    return KeyDeed(at, KEEPER, "lend", body)


def _back(lent: KeyDeed, at: datetime) -> KeyDeed:
    told = {"keySetId": lent.body["keySetId"], "loanId": lent.body["loanId"]}
    counted = [one["count"] for one in _ITEMS]
    return KeyDeed(at, KEEPER, "return", {**told, "counted": counted, "condition": "good", "private": _signed()})


def _lost(set_id: str, at: datetime) -> KeyDeed:
    course = "开信报箱后忘在单元门口，回去找时已不见，问过保洁没有捡到"
    body = {"keySetId": set_id, "what": "lost", "reportedBy": "罗文斌", "course": course}
    return KeyDeed(at, KEEPER, "report", body)


def _signed(phone: str = "") -> dict[str, Any]:
    return {"phone": phone, "strokes": SIGNATURE}
