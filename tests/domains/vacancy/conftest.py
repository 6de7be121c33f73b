"""Vacant units of one stairwell, the keys of some, a steward who visits them, and whoever oversees it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from time_machine import Traveller

from tests import make
from tests.make.phones import example
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.domains.vacancy.models import VacantCheck
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.verify import verify
from webapp.ground.people.models import Person
from webapp.ground.places.models import Stairwell, Unit

# Monday 10:00 in Shenzhen.
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
ROLES = {"keeper": Role.STEWARD, "visitor": Role.STEWARD}

# Both stores are asked in the tests of acceptance and of lists; by rules alone they do not differ.
ON_ONE_STORE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@dataclass
class Vacant:
    """An estate's vacant units, and phones by who holds them."""

    app: Flask
    session: Session
    estate: Estate
    stairs: Stairwell
    unit: Unit
    clock: Traveller
    sign_in: Callable[[str], tuple[Person, make.VisitorPhone]]
    people: dict[str, Person] = field(default_factory=dict)
    phones: dict[str, make.VisitorPhone] = field(default_factory=dict)

    def phone(self, who: str) -> make.VisitorPhone:
        """Answer somebody's phone; they sign in when they are first asked for."""
        if who not in self.phones:
            self.people[who], self.phones[who] = self.sign_in(who)
        return self.phones[who]

    @property
    def now(self) -> datetime:
        """The moment it is."""
        return datetime.now(UTC)

    def set(self, **settings: Any) -> None:
        """Let the estate have these settings."""
        self.session.rollback()
        self.session.get_one(Estate, self.estate.id).settings = settings
        self.session.commit()

    def lend(self, unit: Unit | None = None, who: str = "visitor") -> str:
        """Hang a key of the unit, lend it, let half an hour pass on the way, and answer the loan's id."""
        body = make.key_set_body(unit or self.unit)
        assert self.phone("keeper").do("register", body)["outcome"] == "applied"
        borrower = {**example("keys.lend")["body"]["borrower"], "personId": str(self.phone(who).person_id)}
        due = make.iso(datetime.now(UTC) + timedelta(days=1))
        loan = {"loanId": str(new_id()), "borrower": borrower, "dueAt": due, "reason": "vacant_care"}
        answered = self.phone("keeper").do("lend", make.key_act("lend", body["keySetId"], **loan))
        assert answered["outcome"] == "applied", answered
        self.clock.shift(timedelta(minutes=30))
        return str(loan["loanId"])

    def check(self, unit: Unit | None = None, who: str = "visitor", **fields: Any) -> dict[str, Any]:
        """Push a check that ended now, as it came from the queue, and answer what was answered."""
        live = fields.pop("live", False)
        body = make.check_body((unit or self.unit).id, datetime.now(UTC), **fields)
        return self.phone(who).send("vacancy.check", body, live=live)

    def live(self, unit: Unit | None = None, who: str = "visitor", **fields: Any) -> dict[str, Any]:
        """Push a check while the visitor waits for the answer."""
        return self.check(unit, who, live=True, **fields)

    def later(self, at: datetime) -> None:
        """Let so much time pass that everybody signs in anew, on new phones."""
        self.clock.move_to(at)
        self.phones.clear()

    def kept(self, serial: str) -> VacantCheck:
        """Answer a check as the store has it."""
        self.session.rollback()
        return self.session.query(VacantCheck).filter_by(serial=serial).one()

    def remarks(self, **fields: Any) -> dict[str, Any]:
        """Answer what is remarked of a queued check, by code."""
        answered = self.check(**fields)
        assert answered["outcome"] == "applied", answered
        return {one["code"]: one["params"] for one in self.kept(answered["serial"]).remarks}

    def told(self, unit: Unit | None = None, who: str = "visitor") -> dict[str, Any] | None:
        """Answer a unit as a phone holds it; None when it holds none."""
        held: dict[str, Any] | None = self.phone(who).pull("vacancy.unit").get(str((unit or self.unit).id))
        return held

    def becomes(self, status: str, since: str, unit: Unit | None = None) -> None:
        """Let the supervisor say what a unit is from a day on."""
        body = {"status": status, "renovating": False, "since": since, "reason": "按合同"}
        path = f"/api/v1/places/units/{(unit or self.unit).id}/status"
        answered = self.phone("supervisor").browser.post(path, json=body)
        assert answered.status_code == 200, answered.get_json()

    def differences(self) -> list[str]:
        """Answer what the book and the rows disagree in."""
        found: list[object] = []
        self.session.rollback()
        verify(self.session, self.estate.id, self.app.extensions["rounds.push_kinds"], found.append)
        return [str(one) for one in found]


@pytest.fixture
def vacant(app: Flask, session: Session, clock: Traveller) -> Vacant:
    clock.move_to(NOW)
    estate = make.estate(session)
    stairs = make.stairwell(session, make.building(session, estate, name="3 栋"), name="2 单元")
    unit = make.unit(session, stairs, number="1501", floor=15)

    def sign_in(who: str) -> tuple[Person, make.VisitorPhone]:
        person = make.person(session, estate, role=ROLES.get(who) or Role(who), name=who)
        return person, make.VisitorPhone(make.browser(app, person), estate.id)

    return Vacant(app, session, estate, stairs, unit, clock, sign_in)
