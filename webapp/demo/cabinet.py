"""The key cabinet of the demo estate: some forty sets, a few out, one overdue, one lost."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import select

from webapp.core.db import db
from webapp.core.ids import new_id
from webapp.core.wire import plain
from webapp.demo.acts import LABELS_HUNG, Act, people
from webapp.demo.cast import OVERSEER
from webapp.demo.days import ZONE
from webapp.ground.calendar.rules import day_of
from webapp.ground.places.models import Unit
from webapp.ground.places.rules import UnitStatus

# At the desk of the centre: who walks saves now and sends later.
KEEPER = OVERSEER
# How many sets of each kind, and of which units.
DEVELOPER, ENTRUSTED, RETAINED = 27, 8, 3
ROOMS = ("配电房", "水泵房", "消控室")
OWNERS = ("何建国", "刘婉仪", "黄志强", "曾雅文", "邓伟明", "梁秀珍", "吴俊杰", "罗美玲", "谢文杰", "冯丽华", "马骏")
SIGNATURE = [[120, 210, 190, 120, 240, 260, 300, 150], [330, 130, 340, 270], [320, 190, 420, 170, 380, 260, 470, 240]]
_ITEMS = [{"kind": "front_door", "label": "大门", "count": 2}, {"kind": "mailbox", "label": "信报箱", "count": 1}]


def key_acts(estate_id: UUID, chance: Random, *, opened: datetime, now: datetime) -> Iterator[Act]:
    """Answer all that happens about keys from the opening of the estate up to `now`."""
    opened += LABELS_HUNG
    sets = list(_sets(estate_id, chance, opened, now))
    yield from sets
    out = [deed.body["keySetId"] for deed in sets if deed.body["custodyKind"] == "developer_held"]
    chance.shuffle(out)
    known = people()
    for index, login in enumerate(("wang", "chen", "zheng")):
        lent = lend(out[index], login, known, opened + timedelta(hours=2 + index), timedelta(hours=8))
        yield from (lent, back(lent, lent.at + timedelta(hours=2)))
    for index, login in enumerate(("wang", "sun", "zhou")):
        yield lend(out[3 + index], login, known, now - timedelta(minutes=50 + 35 * index), timedelta(hours=6))
    yield lend(out[6], "luo", known, now - timedelta(hours=38), timedelta(hours=26))
    yield _lost(out[7], now - timedelta(hours=3))


def _units(estate_id: UUID, status: UnitStatus, count: int, chance: Random) -> Sequence[UUID]:
    query = select(Unit.id).where(Unit.estate_id == estate_id, Unit.status == status).order_by(Unit.id)
    return chance.sample(list(db.session().scalars(query)), count)


def _sets(estate_id: UUID, chance: Random, opened: datetime, now: datetime) -> Iterator[Act]:
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


def _registered(number: int, body: dict[str, Any], opened: datetime) -> Act:
    at = opened + timedelta(minutes=20 + number)
    place = {"keyNo": f"K-{number:03}", "cabinetSlot": f"{'ABCDE'[(number - 1) // 12]}{(number - 1) % 12 + 1:02}"}
    whole = {"keySetId": str(new_id()), "receivedOn": day_of(at, ZONE).isoformat(), **place, **body}
    return _act(at, "register", whole)


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


def hung(number: int, unit_id: UUID, opened: datetime) -> Act:
    """Answer how a key of a vacant unit is hung in the cabinet, for its developer."""
    return _registered(number, {"custodyKind": "developer_held", "unitId": str(unit_id), "items": _ITEMS}, opened)


def lend(set_id: str, login: str, known: Mapping[str, tuple[UUID, str]], at: datetime, period: timedelta) -> Act:
    """Answer how a set is lent to somebody of the cast."""
    person_id, name = known[login]
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
    return _act(at, "lend", body)


def back(lent: Act, at: datetime) -> Act:
    """Answer how what was lent comes back, whole."""
    told = {"keySetId": lent.body["keySetId"], "loanId": lent.body["loanId"]}
    counted = [one["count"] for one in _ITEMS]
    return _act(at, "return", {**told, "counted": counted, "condition": "good", "private": _signed()})


def _lost(set_id: str, at: datetime) -> Act:
    course = "开信报箱后忘在单元门口，回去找时已不见，问过保洁没有捡到"
    body = {"keySetId": set_id, "what": "lost", "reportedBy": "罗文斌", "course": course}
    return _act(at, "report", body)


def _act(at: datetime, act: str, body: dict[str, Any]) -> Act:
    return Act(at, KEEPER, f"keys.{act}", body["keySetId"], body)


def _signed(phone: str = "") -> dict[str, Any]:
    return {"phone": phone, "strokes": SIGNATURE}
