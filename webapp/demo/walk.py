"""A steward walks a round: scans, answers every item, photographs what is worth it, reports what is wrong."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any
from uuid import UUID

from webapp.core.ids import new_id
from webapp.core.wire import plain
from webapp.demo.mishaps import Mishap
from webapp.demo.phone import Item, Phone
from webapp.demo.picture import Scene
from webapp.ground.checklists.rules import Template, template_hash
from webapp.ground.checklists.shelf import newest_template
from webapp.ground.places.rules import PlaceType

Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on a route, with the code of the label that hangs there."""

    place_id: UUID
    floor: int
    code: str


@dataclass(frozen=True, slots=True)
class Beat:
    """A route and its stops in walking order."""

    route_id: UUID
    stops: Sequence[Stop]


@dataclass(frozen=True, slots=True)
class Walk:
    """One walk of a beat. `moments` are the scans, one a stop; `left_out` stops are passed by."""

    beat: Beat
    day: date
    number: int
    moments: Sequence[datetime]
    mishaps: Mapping[int, Mishap]
    left_out: Collection[int] = ()

    @property
    def ends(self) -> datetime:
        """Answer when the last sheet is saved and on its way."""
        return self.moments[-1] + timedelta(seconds=90)


def paces(begins: datetime, count: int, seconds: int, chance: Random) -> list[datetime]:
    """Answer the moments of `count` scans, about `seconds` apart and never hurried."""
    moments = [begins]
    for _ in range(count - 1):
        moments.append(moments[-1] + timedelta(seconds=round(chance.uniform(0.75, 1.25) * seconds)))
    return moments


def items_of(walk: Walk, phone: Phone, chance: Random) -> list[Item]:
    """Answer the items that the walk leaves on the phone; its photos are sent on the way."""
    return [
        item
        for index, (stop, at) in enumerate(zip(walk.beat.stops, walk.moments, strict=False))
        if index not in walk.left_out
        for item in _at(walk, stop, at, walk.mishaps.get(index), phone, chance, photo=index == 0)
    ]


def _at(
    walk: Walk, stop: Stop, at: datetime, mishap: Mishap | None, phone: Phone, chance: Random, *, photo: bool
) -> Iterator[Item]:
    saved_at = at + timedelta(seconds=round(chance.uniform(24, 42)))
    visit_id, finding_id = str(new_id()), str(new_id())
    scene = mishap.scene(stop.floor) if mishap else Scene(stop.floor)
    photos = [phone.photograph(scene, chance, at)] if mishap or photo else []
    body = _visit(walk, stop, at, saved_at, chance)
    body["visitId"] = visit_id
    body["answers"] = [_answer(item.id, mishap, finding_id, chance) for item in _template().items]
    body["photos"] = [
        {"sha256": one, "takenAt": plain(at), "item": mishap.item if mishap else None, "live": True} for one in photos
    ]
    yield phone.item("patrols.visit", visit_id, body, saved_at)
    if mishap:
        report = _report(stop, at, mishap, visit_id, photos[0])
        report["findingId"] = finding_id
        if mishap.solved:
            after = phone.photograph(Scene(stop.floor), chance, saved_at)
            report["photos"].append({"sha256": after, "takenAt": plain(saved_at), "moment": "after", "live": True})
        yield phone.item("findings.report", finding_id, report, saved_at)


def _visit(walk: Walk, stop: Stop, at: datetime, saved_at: datetime, chance: Random) -> Body:
    return {
        "placeId": str(stop.place_id),
        "round": {"routeId": str(walk.beat.route_id), "date": walk.day.isoformat(), "number": walk.number},
        "label": stop.code,
        "scan": {"method": "camera", "reason": None},
        "scannedAt": plain(at),
        "finishedAt": plain(saved_at),
        "checklist": _checklist(),
        "observation": "",
        "position": {
            "lat": round(22.5401 + chance.gauss(0, 0.0002), 6),
            "lon": round(113.9345 + chance.gauss(0, 0.0002), 6),
            "accuracyM": round(chance.uniform(9, 48)),
        },
    }


def _answer(item: str, mishap: Mishap | None, finding_id: str, chance: Random) -> Body:
    said = {"item": item, "result": "normal", "ms": round(chance.uniform(500, 2600))}
    if mishap is None or mishap.item != item:
        return said
    told = {"result": "abnormal", "choice": mishap.choice, "note": mishap.description, "findingId": finding_id}
    return {**said, **told, "ms": round(chance.uniform(6_000, 14_000))}


def _report(stop: Stop, at: datetime, mishap: Mishap, visit_id: str, photo: str) -> Body:
    return {
        "origin": {"kind": "patrols.visit", "id": visit_id},
        "placeId": str(stop.place_id),
        "checklist": _checklist(),
        "item": mishap.item,
        "choice": mishap.choice,
        "description": mishap.description,
        "spot": mishap.spot,
        "action": "solved_on_spot" if mishap.solved else "reported",
        "foundAt": plain(at),
        "details": mishap.details,
        "photos": [{"sha256": photo, "takenAt": plain(at), "moment": "before", "live": True}],
    }


def _template() -> Template:
    template = newest_template(PlaceType.STAIRWELL)
    assert template
    return template


@cache
def _checklist() -> Body:
    template = _template()
    return {"type": template.type, "version": template.version, "hash": template_hash(template)}
