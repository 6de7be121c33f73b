"""A phone seen from the wire: numbers its items without gaps and pushes them under its maker's token."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from flask import Flask
from werkzeug.test import TestResponse

from tests.make.moments import NOON
from tests.make.people import Browser, browser
from webapp.core.ids import new_id
from webapp.ground.estates.models import Estate
from webapp.ground.people.models import Person
from webapp.ground.places.models import Place

KINDS = Path(__file__).parents[1] / "examples/kinds"

Sent = dict[str, Any]


def example(kind: str) -> dict[str, Any]:
    """Answer a fresh copy of the shared example of a kind of item."""
    read: dict[str, Any] = json.loads((KINDS / f"{kind}.json").read_text())
    return read


class Phone:
    """A phone with somebody signed in."""

    def __init__(self, browser: Browser, estate_id: UUID, person_id: UUID) -> None:
        self.browser = browser
        self.estate_id = estate_id
        self.person_id = person_id
        self.device_id = browser.device_id
        self.seq = 0

    def item(self, kind: str, about: UUID, body: Any, *, at: datetime = NOON, **fields: Any) -> Sent:
        """Answer the next item this phone has kept."""
        self.seq += 1
        made = {
            "id": str(new_id()),
            "seq": self.seq,
            "kind": kind,
            "v": 1,
            "estate": str(self.estate_id),
            "about": str(about),
            "by": str(self.person_id),
            "recordedAt": at.isoformat(),
            "clock": {"page": "p1", "elapsedMs": self.seq * 1000, "offsetMs": 0},
            "seen": 0,
            "rules": "",
            "live": False,
            "body": body,
        }
        return made | fields

    def visit(self, place: Place, *, at: datetime = NOON, estate: UUID | None = None, **body: Any) -> Sent:
        """Answer an item that brings a visit of the place, all normal, without photos."""
        sheet = example("patrols.visit")["body"]
        sheet["answers"] = [answer for answer in sheet["answers"] if answer["result"] == "normal"]
        visit_id = new_id()
        times = {"scannedAt": at.isoformat(), "finishedAt": (at + timedelta(minutes=1)).isoformat()}
        about: dict[str, Any] = {
            "visitId": str(visit_id),
            "placeId": str(place.id),
            "round": None,
            "photos": [],
            "label": None,
        }
        scan = {"scan": {"method": "listed", "reason": "标签破损"}}
        estate_id = {"estate": str(estate or self.estate_id)}
        return self.item("patrols.visit", visit_id, {**sheet, **about, **times, **scan, **body}, at=at, **estate_id)

    def send(self, *items: Any, **envelope: Any) -> TestResponse:
        """Push and answer the response as it is."""
        told = {
            "deviceId": str(self.device_id),
            "sentAt": NOON.isoformat(),
            "lastSeq": self.seq,
            "waiting": 0,
            "head": None,
            "items": items,
        }
        return self.browser.with_token("POST", "/api/v1/sync/push", json=told | envelope)

    def push(self, *items: Any, **envelope: Any) -> dict[str, Any]:
        """Push and answer all that the server said."""
        answer = self.send(*items, **envelope)
        assert answer.status_code == 200, answer.get_json()
        said: dict[str, Any] = answer.get_json()
        return said

    def pull(self, since: str = "", **query: Any) -> dict[str, Any]:
        """Pull one page and answer all that the server said."""
        asked = {"since": since, "estate": str(self.estate_id), **query}
        answer = self.browser.get("/api/v1/sync/pull", query_string=asked)
        assert answer.status_code == 200, answer.get_json()
        said: dict[str, Any] = answer.get_json()
        return said


def phone(app: Flask, person: Person, estate: Estate, device_id: UUID | None = None) -> Phone:
    """Sign `person` in on a phone of theirs in the estate."""
    return Phone(browser(app, person, device_id=device_id), estate.id, person.id)
