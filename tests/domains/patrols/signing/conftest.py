"""A round of three stairwells, walked and not ended yet, and the people who may sign for it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests import make
from tests.domains.conftest import NOW, Beat
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.domains.patrols.signing.queries import standings
from webapp.domains.patrols.signing.rules import Standing
from webapp.ground.logbook.verify import verify
from webapp.ground.people.models import Person

PIN = "258047"


@dataclass
class Walked:
    """A round with its visits as items, and phones of all who have to do with it."""

    app: Flask
    session: Session
    beat: Beat
    visits: list[dict[str, Any]]
    colleague: Person
    boss: Person

    @cached_property
    def theirs(self) -> make.PatrolPhone:
        """The colleague's own phone."""
        return make.PatrolPhone(make.browser(self.app, self.colleague), self.beat.estate.id)

    @cached_property
    def desk(self) -> make.PatrolPhone:
        """The manager's tablet."""
        return make.PatrolPhone(make.browser(self.app, self.boss), self.beat.estate.id)

    @property
    def record_id(self) -> str:
        finish: str = make.finish_body(self.beat.route, NOW)["recordId"]
        return finish

    @property
    def standing(self) -> Standing:
        """How the page stands now."""
        self.session.rollback()
        (found,) = standings(self.session, self.beat.estate.id, [UUID(self.record_id)]).values()
        return found

    def act(self, phone: make.PatrolPhone, kind: str, body: dict[str, Any], at: datetime = NOW, **fields: Any) -> Any:
        """Push one act and answer what was answered, with the item as sent."""
        item = phone.item(f"patrols.{kind}", body, saved_at=at, **fields)
        (answered,) = phone.push(item)
        return answered, item

    def finish(self, at: datetime = NOW, **fields: Any) -> Any:
        """End the round on the steward's phone."""
        return self.act(self.beat.phone, "finish", make.finish_body(self.beat.route, at, self.visits, **fields), at)

    def cosign(self, finish: dict[str, Any], at: datetime = NOW, **fields: Any) -> Any:
        """Sign as the colleague, on their own phone."""
        body = make.cosign_body(self.record_id, self.colleague.id, [*self.visits, finish], **fields)
        return self.act(self.theirs, "cosign", body, at)

    def sign_off(self, finish: dict[str, Any], at: datetime = NOW) -> Any:
        """Sign as the manager."""
        body = {"recordId": self.record_id, "seen": make.seen(*self.visits, finish), "strokes": None}
        return self.act(self.desk, "sign_off", body, at)

    def visit(self, *places: int, at: datetime, **fields: Any) -> dict[str, Any]:
        """Visit places one after the other, and keep the items among those of the round; answer the last."""
        for number, place in enumerate(places):
            scanned_at = at + timedelta(minutes=5 * number)
            body = make.visit_body(self.beat.places[place], scanned_at, self.beat.route, **fields)
            saved_at = scanned_at + timedelta(minutes=1)
            self.visits.append(self.beat.phone.item("patrols.visit", body, saved_at=saved_at))
        answers = self.beat.phone.push(*self.visits[-len(places) :])
        assert {one["outcome"] for one in answers} == {"applied"}
        return self.visits[-1]


@pytest.fixture(params=["sqlite"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Answer one store: whether an act may be is decided by pure rules. `test_signing.py` beside this folder asks both."""
    shutil.copy(request.getfixturevalue("migrated_sqlite"), tmp_path / "rounds.db")
    return f"sqlite:///{tmp_path / 'rounds.db'}"


@pytest.fixture
def walked(app: Flask, session: Session, beat: Beat) -> Walked:
    colleague = make.person(session, beat.estate, name="周国平", pin=PIN)
    boss = make.person(session, beat.estate, name="何敏", role=Role.MANAGER)
    walked = Walked(app, session, beat, [], colleague, boss)
    walked.visit(0, 1, 2, at=NOW - timedelta(minutes=20))
    return walked


@pytest.fixture
def sign(walked: Walked) -> Callable[..., Any]:
    """End the round; answer what signs with a PIN on the steward's phone."""
    _, finish = walked.finish()
    key = walked.beat.phone.browser.get("/api/v1/sync/rescue/key").get_json()

    def sign(pin: str = PIN, bound_to: str | None = None) -> Any:
        item_id = str(new_id())
        sealed = make.sealed_pin(key, pin, bound_to or item_id)
        body = make.cosign_body(
            walked.record_id, walked.colleague.id, [*walked.visits, finish], means="pin", sealedPin=sealed
        )
        return walked.act(walked.beat.phone, "cosign", body, NOW, id=item_id)[0]

    return sign


def pin_told(walked: Walked) -> Any:
    """Say whether phones are told that the colleague can sign by PIN."""
    return walked.theirs.pull("people.colleague")[str(walked.colleague.id)]["pin"]


def differences(walked: Walked) -> list[Any]:
    """Answer what `logbook verify` finds."""
    walked.session.rollback()
    found: list[Any] = []
    verify(walked.session, walked.beat.estate.id, walked.app.extensions["rounds.push_kinds"], found.append)
    return found
