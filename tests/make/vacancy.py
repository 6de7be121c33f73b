"""Builders of vacant units' cards, checks and care as phones send them, and of a visitor's phone."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.make.keys import KeyPhone
from tests.make.patrols import answer, checklist, iso, visit_photo
from tests.make.phones import example
from webapp.core.ids import new_id

ITEMS = tuple(f"VU-{number:02}" for number in (*range(1, 12), 16))
SHUT = {"water": "shut", "power": "shut", "gas": "shut"}
_ABOUT = {"vacancy.check": "checkId", "vacancy.care": "careId", "vacancy.register": "unitId"}


def check_answers(*different: dict[str, Any], items: tuple[str, ...] = ITEMS) -> list[dict[str, Any]]:
    """Answer what every check asks for, all normal, but for the answers given."""
    by_item = {one["item"]: one for one in different}
    return [by_item.get(item) or answer(item) for item in sorted({*items, *by_item})]


def check_body(unit_id: UUID, at: datetime, **fields: Any) -> dict[str, Any]:
    """Answer a sound check of a quarter of an hour that ends at `at`."""
    body = {
        "checkId": str(new_id()),
        "unitId": str(unit_id),
        "loanId": None,
        "scan": {"method": "camera", "code": None, "reason": None},
        "enteredAt": iso(at - timedelta(minutes=15)),
        "leftAt": iso(at),
        "checklist": checklist("vacant_unit"),
        "answers": check_answers(),
        "waterReading": "12.5",
        "airedMinutes": 10,
        "valves": SHUT,
        "openValves": [],
        "windowsClosed": True,
        "care": [],
        "observation": "",
        "photos": [visit_photo(at)],
    }
    return {**body, **fields}


def care_body(task: str, *unit_ids: UUID, **fields: Any) -> dict[str, Any]:
    """Answer care done at units."""
    units = [str(one) for one in unit_ids]
    return {**example("vacancy.care")["body"], "careId": str(new_id()), "task": task, "unitIds": units, **fields}


def card_body(unit_id: UUID, **fields: Any) -> dict[str, Any]:
    """Answer the card of a fine flat with rooms to the west and an air conditioner."""
    return {**example("vacancy.register")["body"], "unitId": str(unit_id), **fields}


class VisitorPhone(KeyPhone):
    """The phone of somebody who visits vacant units."""

    def made(self, kind: str, body: dict[str, Any], **fields: Any) -> dict[str, Any]:
        """Answer an item saved now, not sent yet."""
        told = {"about": body[_ABOUT[kind]], "saved_at": datetime.now(UTC), **fields}
        return self.item(kind, body, **told)

    def send(self, kind: str, body: dict[str, Any], **fields: Any) -> dict[str, Any]:
        """Push an item saved now and answer what was answered."""
        (answered,) = self.push(self.made(kind, body, **fields))
        return answered
