"""Those who see a finding through: who found it, another steward, the department, security, and who oversees."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from time_machine import Traveller

from tests import make
from tests.domains.conftest import NOW, Beat
from webapp.core.actor import Role
from webapp.domains.findings.models import Finding
from webapp.ground.people.models import Person

FOUND = NOW - timedelta(minutes=2)
ROLES = {
    "steward": Role.STEWARD,
    "engineer": Role.ENGINEER,
    "guard": Role.GUARD,
    "supervisor": Role.SUPERVISOR,
    "manager": Role.MANAGER,
}


@dataclass
class Crew:
    """Phones by who holds them; the finder's is the beat's own."""

    app: Flask
    beat: Beat
    session: Session
    sign_in: Callable[[str], tuple[Person, make.PatrolPhone]]
    people: dict[str, Person] = field(default_factory=dict)
    phones: dict[str, make.PatrolPhone] = field(default_factory=dict)

    def phone(self, who: str) -> make.PatrolPhone:
        """Answer somebody's phone; they sign in when they are first asked for."""
        if who == "finder":
            return self.beat.phone
        if who not in self.phones:
            self.people[who], self.phones[who] = self.sign_in(who)
        return self.phones[who]

    def report(self, **fields: Any) -> str:
        """Report a finding at the first place and answer its id."""
        body = make.finding_body(self.beat.places[0], FOUND, **fields)
        assert self.beat.phone.report(body, v=2)["outcome"] == "applied"
        return str(body["findingId"])

    def try_(self, who: str, act: str, finding_id: str, **fields: Any) -> dict[str, Any]:
        """Push an act saved now and answer what was answered."""
        now = datetime.now(UTC)
        phone = self.phone(who)
        body = make.finding_act(act, finding_id, **fields)
        (answered,) = phone.push(phone.item(f"findings.{act}", body, saved_at=now))
        return answered

    def act(self, who: str, act: str, finding_id: str, **fields: Any) -> dict[str, Any]:
        """Push an act that is to be applied."""
        answered = self.try_(who, act, finding_id, **fields)
        assert answered["outcome"] == "applied", answered
        return answered

    def refused(self, who: str, act: str, finding_id: str, **fields: Any) -> str | None:
        """Push an act and answer the code by which it was refused."""
        code: str | None = self.try_(who, act, finding_id, **fields).get("code")
        return code

    def scan(self) -> dict[str, Any]:
        """Answer the scan of the place's own label."""
        return {"method": "camera", "code": self.beat.labels[0].code, "reason": None}

    def fixed(self, **fields: Any) -> str:
        """Bring a finding to the fixed repair, and answer its id."""
        finding_id = self.report(**fields)
        self.act("supervisor", "dispatch", finding_id)
        self.act("engineer", "accept", finding_id)
        self.act("engineer", "fix", finding_id)
        return finding_id

    def verified(self, **fields: Any) -> str:
        """Bring a finding to the verified repair, and answer its id."""
        finding_id = self.fixed(**fields)
        self.act("steward", "verify", finding_id, scan=self.scan())
        return finding_id

    def held(self, finding_id: str, who: str = "supervisor") -> dict[str, Any]:
        """Answer the finding as a phone holds it."""
        found: dict[str, Any] = self.phone(who).pull("findings.finding")[finding_id]
        return found

    def seen(self, finding_id: str) -> list[dict[str, str]]:
        """Answer all items of the finding as a signature names them."""
        held = self.held(finding_id)
        return [{"id": one["id"], "sha256": one["sha256"]} for one in (held["report"], *held["acts"])]

    def stored(self, finding_id: str) -> Finding:
        """Answer the finding as it is stored."""
        self.session.rollback()
        return self.session.get_one(Finding, (self.beat.estate.id, UUID(finding_id)))


@pytest.fixture
def crew(app: Flask, session: Session, beat: Beat, clock: Traveller) -> Crew:
    def sign_in(who: str) -> tuple[Person, make.PatrolPhone]:
        person = make.person(session, beat.estate, role=ROLES[who.rstrip("2")], name=who)
        return person, make.PatrolPhone(make.browser(app, person), beat.estate.id)

    return Crew(app, beat, session, sign_in)
