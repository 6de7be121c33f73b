"""A key cabinet: two keepers, a supervisor, an engineer who borrows, and the units whose keys hang there."""

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
from tests.make.phones import example
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.domains.keys.models import KeyLoan, KeySet
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.verify import verify
from webapp.ground.people.models import Person
from webapp.ground.places.models import Unit

# Monday 10:00 in Shenzhen.
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
ROLES = {"supervisor": Role.SUPERVISOR, "manager": Role.MANAGER, "engineer": Role.ENGINEER}
STROKES = example("keys.take")["body"]["private"]["strokes"]
TENANT = example("keys.request")["body"]["borrower"]
PROOFS = example("keys.verify")["body"]["proofs"]
TENANT_PRIVATE = {"phone": "13900000000", "idLast4": "371X", "strokes": STROKES}


# Both stores are asked in the tests of invariants, acceptance, quarrels, registers and retention: by rules alone they
# do not differ.
ON_ONE_STORE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


def signed(**fields: Any) -> dict[str, Any]:
    """Answer the private part of an act: a drawn signature, and what else is given."""
    return {"phone": "", "idLast4": "", "strokes": STROKES, **fields}


@dataclass
class Cabinet:
    """An estate's keys, and phones by who holds them."""

    app: Flask
    session: Session
    estate: Estate
    unit: Unit
    sign_in: Callable[[str], tuple[Person, make.KeyPhone]]
    people: dict[str, Person] = field(default_factory=dict)
    phones: dict[str, make.KeyPhone] = field(default_factory=dict)

    def phone(self, who: str) -> make.KeyPhone:
        """Answer somebody's phone; they sign in when they are first asked for."""
        if who not in self.phones:
            self.people[who], self.phones[who] = self.sign_in(who)
        return self.phones[who]

    def set(self, **settings: Any) -> None:
        """Let the estate have these settings."""
        self.session.rollback()
        self.session.get_one(Estate, self.estate.id).settings = settings
        self.session.commit()

    def try_(self, who: str, act: str, set_id: str, *, live: bool = True, **fields: Any) -> dict[str, Any]:
        """Push an act and answer what was answered."""
        return self.phone(who).do(act, make.key_act(act, set_id, **fields), live=live)

    def act(self, who: str, act: str, set_id: str, **fields: Any) -> dict[str, Any]:
        """Push an act that is to be applied."""
        answered = self.try_(who, act, set_id, **fields)
        assert answered["outcome"] == "applied", answered
        return answered

    def refused(self, who: str, act: str, set_id: str, **fields: Any) -> str | None:
        """Push an act and answer the code by which it was refused."""
        code: str | None = self.try_(who, act, set_id, **fields).get("code")
        return code

    def register(self, who: str = "keeper", **fields: Any) -> str:
        """Hang a set in the cabinet and answer its id."""
        body = make.key_set_body(self.unit, **fields)
        answered = self.phone(who).do("register", body)
        assert answered["outcome"] == "applied", answered
        return str(body["keySetId"])

    def entrusted(self, **fields: Any) -> str:
        """Hang a set that its owner entrusted, and answer its id."""
        whole = example("keys.register")["body"]
        named = {name: whole[name] for name in ("custodyKind", "mandate", "private", "ownerName")}
        return self.register(**{**named, **fields})

    def loan(self, **fields: Any) -> dict[str, Any]:
        """Answer what a loan to the engineer, until tomorrow at this time, says."""
        engineer = self.phone("engineer").person_id
        borrower = {**example("keys.lend")["body"]["borrower"], "personId": str(engineer)}
        due = make.iso(datetime.now(UTC) + timedelta(days=1))
        return {"loanId": str(new_id()), "borrower": borrower, "dueAt": due, **fields}

    def to_tenant(self, **fields: Any) -> dict[str, Any]:
        """Answer what a loan to a tenant with all four proofs says."""
        whole = {"borrower": TENANT, "proofs": PROOFS, "private": TENANT_PRIVATE, "reason": "owner_request"}
        return self.loan(**{**whole, **fields})

    def lent(self, set_id: str, who: str = "keeper", **fields: Any) -> str:
        """Lend a set and answer the loan's id."""
        loan = self.loan(**fields)
        self.act(who, "lend", set_id, **loan)
        return str(loan["loanId"])

    def held(self, set_id: str, who: str = "keeper") -> dict[str, Any]:
        """Answer a set as a phone holds it."""
        found: dict[str, Any] = self.phone(who).pull("keys.set")[set_id]
        return found

    def held_loan(self, loan_id: str, who: str = "keeper") -> dict[str, Any]:
        """Answer a loan as a phone holds it."""
        found: dict[str, Any] = self.phone(who).pull("keys.loan")[loan_id]
        return found

    def states(self, set_id: str, *loans: str) -> list[str]:
        """Answer how a set, and some of its loans, stand in the store."""
        self.session.rollback()
        key_set = self.session.get_one(KeySet, (self.estate.id, UUID(set_id)))
        found = [self.session.get_one(KeyLoan, (self.estate.id, UUID(id_))) for id_ in loans]
        return [key_set.state.value, *(loan.state.value for loan in found)]

    def differences(self) -> list[str]:
        """Answer what the book and the rows disagree in."""
        found: list[object] = []
        self.session.rollback()
        verify(self.session, self.estate.id, self.app.extensions["rounds.push_kinds"], found.append)
        return [str(one) for one in found]


@pytest.fixture
def cabinet(app: Flask, session: Session, clock: Traveller) -> Cabinet:
    clock.move_to(NOW)
    estate = make.estate(session)
    unit = make.unit(session, make.stairwell(session, make.building(session, estate)))

    def sign_in(who: str) -> tuple[Person, make.KeyPhone]:
        person = make.person(session, estate, role=ROLES.get(who, Role.STEWARD), name=who)
        return person, make.KeyPhone(make.browser(app, person), estate.id)

    return Cabinet(app, session, estate, unit, sign_in)
