"""The server dies while a phone pushes: after the restart everything is there, once, and the book is whole."""

import json
import threading
import time
import urllib.request
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from tests import make
from tests.e2e import yard
from tests.e2e.estate import PASSWORD
from tests.e2e.server import Server
from tests.e2e.yard import Yard
from tests.make.pictures import picture, sha256
from webapp.core import clock
from webapp.core.db import db
from webapp.ground.estates.models import Estate
from webapp.ground.people.models import Person
from webapp.ground.places.models import Place

pytestmark = [pytest.mark.e2e, pytest.mark.faults, pytest.mark.timeout(300)]

CUTS = 6
VISITS_BETWEEN = 60
# Long enough that some pushes are answered, short enough that most cuts fall into one.
LONGEST_LIFE_S = 1.2


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Yard]:
    """Answer an installation that may be killed."""
    with yard.served(Server(tmp_path)) as made:
        yield made


class Wire:
    """A phone on a real connection: keeps what has no answer, and sends it again."""

    def __init__(self, home: Yard) -> None:
        self.home = home
        self.waiting: dict[str, dict[str, Any]] = {}
        self.answers: dict[str, set[int]] = {}
        with home.app.app_context():
            estate = db.session.scalars(select(Estate).where(Estate.name == yard.ESTATE)).one()
            person = db.session.scalars(select(Person).where(Person.login == yard.STEWARD.login)).one()
            self.phone = make.Phone(make.browser(home.app, person, password=PASSWORD), estate.id, person.id)
            self.place = db.session.scalars(select(Place).where(Place.name == yard.PLACE)).one()
            db.session.remove()

    def record(self, visits: int) -> None:
        """Keep so many more visits, each with a photo that no other shows."""
        for _ in range(visits):
            photo = picture(seed=self.phone.seq + 1)
            shown = [make.visit_photo(clock.now(), sha256=sha256(photo))]
            item = self.phone.visit(self.place, at=clock.now(), photos=shown)
            self.waiting[item["id"]] = item

    def push(self) -> None:
        """Send what waits in pushes of twenty, each after its photos, until nothing waits or nobody answers."""
        while batch := list(self.waiting.values())[:20]:
            for item in batch:
                photo = picture(seed=item["seq"])
                self._call("PUT", f"/photos/{sha256(photo)}?estate={self.phone.estate_id}", photo)
            said = self._call("POST", "/sync/push", json.dumps(self._envelope(batch)).encode())
            for answer in json.loads(said)["answers"]:
                assert answer["outcome"] == "applied"
                self.answers.setdefault(answer["id"], set()).add(answer["entry"])
                del self.waiting[answer["id"]]

    def _envelope(self, batch: list[dict[str, Any]]) -> dict[str, Any]:
        told = {"deviceId": str(self.phone.device_id), "lastSeq": self.phone.seq, "waiting": len(self.waiting)}
        return {**told, "items": batch}

    def _call(self, method: str, path: str, data: bytes) -> bytes:
        headers = {"X-Push-Token": self.phone.browser.push_token, "Content-Type": "application/json"}
        request = urllib.request.Request(f"{self.home.url}/api/v1{path}", data, headers, method=method)
        with urllib.request.urlopen(request, timeout=20) as answer:
            return bytes(answer.read())


def test_a_server_killed_in_mid_push_has_every_visit_once_after_the_restart(home: Yard) -> None:
    chance = Random(7)
    wire = Wire(home)
    unheard = 0
    for _ in range(CUTS):
        wire.record(VISITS_BETWEEN)
        unheard += _cut(wire, after=chance.uniform(0.1, LONGEST_LIFE_S))
        home.server.start()
    wire.push()

    assert unheard, "no cut fell into a push"
    assert not wire.waiting
    sent = CUTS * VISITS_BETWEEN
    assert home.visits() == sent == len(wire.answers)
    assert all(len(entries) == 1 for entries in wire.answers.values())
    assert home.ask("SELECT count(*) FROM photos") == [(sent,)]
    verified = home.server.run("logbook", "verify", succeeds=False)
    assert verified.returncode == 0, verified.stdout


def _cut(wire: Wire, *, after: float) -> bool:
    """Push, and kill the server so many seconds later; answer whether somebody waited for an answer then."""
    cut_off = threading.Event()

    def push() -> None:
        try:
            wire.push()
        except (OSError, HTTPException):
            cut_off.set()

    pushing = threading.Thread(target=push)
    pushing.start()
    time.sleep(after)
    wire.home.server.kill()
    pushing.join()
    return cut_off.is_set()
