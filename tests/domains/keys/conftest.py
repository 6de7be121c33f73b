"""A key cabinet upon a store: two keepers, a supervisor, an engineer who borrows, and the units whose keys hang there."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from time_machine import Traveller

from tests import make
from tests.domains.keys.cabinet import NOW, ROLES, Cabinet
from tests.domains.keys.ruled import RuledCabinet
from webapp.core.actor import Role
from webapp.domains.keys.models import KeyLoan, KeySet
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.verify import verify
from webapp.ground.people.models import Person
from webapp.ground.places.models import Unit

# Both stores are asked in the tests of invariants, acceptance, quarrels, registers and retention: by rules alone they
# do not differ.
ON_ONE_STORE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@dataclass
class StoredCabinet(Cabinet):
    """An estate's keys in a migrated store, asked over HTTP."""

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
def cabinet(app: Flask, session: Session, clock: Traveller) -> StoredCabinet:
    clock.move_to(NOW)
    estate = make.estate(session)
    unit = make.unit(session, make.stairwell(session, make.building(session, estate)))

    def sign_in(who: str) -> tuple[Person, make.KeyPhone]:
        person = make.person(session, estate, role=ROLES.get(who, Role.STEWARD), name=who)
        return person, make.KeyPhone(make.browser(app, person), estate.id)

    return StoredCabinet(app, session, estate, unit, sign_in)


@pytest.fixture
def ruled(clock: Traveller) -> RuledCabinet:
    clock.move_to(NOW)
    return RuledCabinet()
