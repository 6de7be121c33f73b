"""What becomes of a finding on the demo estate: given to a department, put right, looked at on site, signed by both."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from webapp.core.wire import plain
from webapp.demo.cast import HEADS, OVERSEER
from webapp.demo.mishaps import mended
from webapp.demo.phone import Item, Phone
from webapp.demo.picture import Scene
from webapp.demo.walk import Stop, Walk
from webapp.ground.checklists.shelf import newest_template
from webapp.ground.logbook.canonical import canonical, sha256
from webapp.ground.people.departments.rules import DepartmentKind

# Minutes after the report came in; what lies after now has not happened yet.
STEPS = (("dispatch", 2), ("accept", 14), ("fix", 95), ("verify", 170), ("sign", 172), ("sign", 181))


@dataclass(frozen=True, slots=True)
class Case:
    """A finding that is followed; `done` are the items of those who have acted."""

    finding_id: str
    item: str
    stop: Stop
    dept: DepartmentKind
    urgent: bool
    done: list[Item] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Deed:
    """One act that is to happen."""

    at: datetime
    login: str
    act: str
    case: Case


def deeds(walk: Walk, items: Sequence[Item], came_at: datetime, until: datetime) -> Iterator[Deed]:
    """Answer what happens until `until` about all that was reported on a walk."""
    stops = {str(stop.place_id): stop for stop in walk.beat.stops}
    for item in items:
        body = item["body"]
        if item["kind"] == "findings.report" and body["action"] == "reported":
            case = _case(body, stops)
            yield from (deed for deed in _of(case, came_at) if deed.at < until)


def _case(body: Mapping[str, Any], stops: Mapping[str, Stop]) -> Case:
    template = newest_template(body["checklist"]["type"])
    asked = template and template.item(body["item"])
    assert asked
    return Case(body["findingId"], asked.id, stops[body["placeId"]], DepartmentKind(asked.dept), asked.urgent)


def _of(case: Case, came_at: datetime) -> Iterator[Deed]:
    mender = HEADS[case.dept]
    for index, (act, minutes) in enumerate(STEPS):
        by_mender = act in ("accept", "fix") or index == len(STEPS) - 1
        yield Deed(came_at + timedelta(minutes=minutes), mender if by_mender else OVERSEER, act, case)


def item_of(deed: Deed, phone: Phone, chance: Random) -> Item:
    """Answer the item that the deed leaves on the phone; its photo is sent at once."""
    case = deed.case
    body = {"findingId": case.finding_id, **_said(deed, phone, chance)}
    item = phone.item(f"findings.{deed.act}", case.finding_id, body, deed.at)
    case.done.append(item)
    return item


def _said(deed: Deed, phone: Phone, chance: Random) -> dict[str, Any]:
    case, at = deed.case, deed.at
    match deed.act:
        case "dispatch":
            return {"dept": case.dept.value, "priority": "urgent" if case.urgent else "normal", "hard": False}
        case "fix":
            shown = phone.photograph(Scene(case.stop.floor), chance, at)
            photo = {"sha256": shown, "takenAt": plain(at), "moment": "after", "live": True}
            return {"result": mended(case.item), "photos": [photo]}
        case "verify":
            return {"outcome": "right", "scan": {"method": "camera", "code": case.stop.code}}
        case "sign":
            return {"seen": [{"id": one["id"], "sha256": sha256(canonical(one))} for one in case.done]}
    return {}
