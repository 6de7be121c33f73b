"""Builders of patrol visits as phones send them, and of a phone that sends."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from tests.make.people import Browser
from webapp.core.db import unit_of_work
from webapp.core.ids import new_id
from webapp.domains.patrols.models import PatrolPlan
from webapp.domains.patrols.rules.rounds import Plan
from webapp.domains.patrols.service import set_plan
from webapp.ground.checklists.rules import template_hash
from webapp.ground.checklists.shelf import newest_template
from webapp.ground.places.models import Place, Route

PHOTO = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def iso(moment: datetime) -> str:
    """Answer a moment as phones write it."""
    return moment.isoformat().replace("+00:00", "Z")


def checklist(type_: str = "stairwell") -> dict[str, Any]:
    """Answer the reference to the newest version of a checklist."""
    template = newest_template(type_)
    assert template
    return {"type": template.type, "version": template.version, "hash": template_hash(template)}


def answer(item: str, result: str = "normal", **fields: Any) -> dict[str, Any]:
    """Answer the result of one item."""
    empty: dict[str, Any] = {"choice": None, "note": None, "reason": None, "methods": [], "ms": 900, "findingId": None}
    return {"item": item, "result": result, **empty, **fields}


def answers(*different: dict[str, Any]) -> list[dict[str, Any]]:
    """Answer a whole stairwell in order, but for the answers given."""
    template = newest_template("stairwell")
    assert template
    by_item = {one["item"]: one for one in different}
    return [by_item.get(item.id, answer(item.id)) for item in template.items]


def visit_photo(at: datetime, *, sha256: str = PHOTO, item: str | None = None, live: bool = True) -> dict[str, Any]:
    """Answer a photo of a visit."""
    return {"sha256": sha256, "takenAt": iso(at), "item": item, "live": live}


def visit_body(
    place: Place, at: datetime, route: Route | None = None, *, number: int = 2, day: str | None = None, **fields: Any
) -> dict[str, Any]:
    """Answer a sound visit, scanned at `at` by the phone's clock: on a round of `route`, else outside any."""
    round_ = {"routeId": str(route.id), "date": day or at.date().isoformat(), "number": number} if route else None
    body = {
        "visitId": str(new_id()),
        "placeId": str(place.id),
        "round": round_,
        "label": None,
        "scan": {"method": "listed", "reason": "标签被撕"},
        "scannedAt": iso(at),
        "finishedAt": iso(at + timedelta(seconds=50)),
        "checklist": checklist(),
        "answers": answers(),
        "observation": "",
        "photos": [],
        "position": None,
    }
    return {**body, **fields}


def plan(session: Session, estate_id: UUID, route: Route, plan_: Plan) -> PatrolPlan:
    """Give a route its own plan, set the day before it begins."""
    session.rollback()
    before = datetime.combine(plan_.valid_from - timedelta(days=1), time(12), UTC)
    with unit_of_work() as writing:
        return set_plan(writing, estate_id, route.id, plan_, now=before)


class PatrolPhone:
    """The phone of somebody signed in: numbers items, and pushes them."""

    def __init__(self, browser: Browser, estate_id: UUID) -> None:
        self.browser = browser
        self.estate_id = estate_id
        self.last_seq = 0

    def item(self, kind: str, body: dict[str, Any], *, saved_at: datetime, **fields: Any) -> dict[str, Any]:
        """Answer an item saved at `saved_at` by the phone's clock."""
        self.last_seq += 1
        made = {
            "id": str(new_id()),
            "seq": self.last_seq,
            "kind": kind,
            "v": 1,
            "estate": str(self.estate_id),
            "about": body.get("visitId") or body.get("findingId") or body.get("recordId"),
            "by": self.browser.me["id"],
            "recordedAt": iso(saved_at),
            "clock": {"page": "p1", "elapsedMs": 1000 * self.last_seq, "offsetMs": 0},
            "seen": 0,
            "rules": "",
            "live": False,
            "body": body,
        }
        return {**made, **fields}

    def push(self, *items: dict[str, Any], waiting: int = 0) -> list[dict[str, Any]]:
        """Push `items` and answer what was answered to each."""
        envelope = {
            "items": list(items),
            "deviceId": str(self.browser.device_id),
            "lastSeq": self.last_seq,
            "waiting": waiting,
        }
        answered = self.browser.with_token("POST", "/api/v1/sync/push", json=envelope)
        assert answered.status_code == 200, answered.get_json()
        found: list[dict[str, Any]] = answered.get_json()["answers"]
        return found

    def visit(self, body: dict[str, Any], **fields: Any) -> dict[str, Any]:
        """Push one visit, saved when it was finished, and answer what was answered."""
        saved_at = datetime.fromisoformat(body["finishedAt"])
        (answered,) = self.push(self.item("patrols.visit", body, **{"saved_at": saved_at, **fields}))
        return answered

    def report(self, body: dict[str, Any], **fields: Any) -> dict[str, Any]:
        """Push one finding, saved when it was found, and answer what was answered."""
        saved_at = datetime.fromisoformat(body["foundAt"])
        (answered,) = self.push(self.item("findings.report", body, **{"saved_at": saved_at, **fields}))
        return answered

    def pull(self, kind: str) -> dict[str, Any]:
        """Answer all that the phone may hold of a kind, by id."""
        answered = self.browser.get("/api/v1/sync/pull", query_string={"estate": str(self.estate_id), "limit": 500})
        assert answered.status_code == 200, answered.get_json()
        return {one["id"]: one["data"] for one in answered.get_json()["changes"] if one["kind"] == kind}
