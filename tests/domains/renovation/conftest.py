"""An estate in which a home is renovated, and phones by the role of who holds them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from time_machine import Traveller

from tests import make
from tests.domains.renovation.world import BEGAN, body_of
from tests.make.patrols import PatrolPhone
from tests.make.phones import example
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.domains.renovation.models import Renovation, SiteNotice
from webapp.domains.renovation.rules.states import Act
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.verify import verify
from webapp.ground.places.models import Unit

# By rules alone the two stores do not differ; both are asked where rows and pull are.
ON_ONE_STORE = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@dataclass
class Site:
    """A home that is renovated, and who sees to it."""

    app: Flask
    session: Session
    clock: Traveller
    estate: Estate
    unit: Unit
    sign_in: Callable[[Role], PatrolPhone]
    id: str = field(default_factory=lambda: str(new_id()))
    phones: dict[Role, PatrolPhone] = field(default_factory=dict)

    def phone(self, role: Role) -> PatrolPhone:
        """Answer the phone of somebody of a role; they sign in when they are first asked for."""
        if role not in self.phones:
            self.phones[role] = self.sign_in(role)
        return self.phones[role]

    def item(self, kind: str, role: Role, body: dict[str, Any]) -> dict[str, Any]:
        """Answer an item that is saved now."""
        whole = {**body, "renovationId": self.id}
        return self.phone(role).item(kind, whole, about=self.id, saved_at=datetime.now(UTC), live=True)

    def try_(self, act: Act, role: Role = Role.STEWARD, **fields: Any) -> dict[str, Any]:
        """Push an act and answer what was answered."""
        if act is Act.APPLY:
            own = {**example(act.kind)["body"]["application"], "unitId": str(self.unit.id)}
            fields = {"application": own, **fields}
        (answered,) = self.phone(role).push(self.item(act.kind, role, body_of(act, **fields)))
        return answered

    def do(self, act: Act, role: Role = Role.STEWARD, **fields: Any) -> dict[str, Any]:
        """Push an act that is to be applied."""
        answered = self.try_(act, role, **fields)
        assert answered["outcome"] == "applied", (act, answered)
        return answered

    def fact(self, kind: str, role: Role = Role.STEWARD, **fields: Any) -> dict[str, Any]:
        """Push a visit, or a look at night."""
        body = {**example(f"renovation.{kind}")["body"], **fields}
        (answered,) = self.phone(role).push(self.item(f"renovation.{kind}", role, body))
        return answered

    def move_to(self, day: str, hour: int = 10) -> None:
        """Let it be an hour of a day in Shenzhen."""
        self.clock.move_to(datetime.fromisoformat(f"{day}T{hour:02}:00:00+08:00"))

    def pass_time(self, **time: float) -> None:
        """Let time pass; who was signed in long ago signs in again."""
        self.phones.clear()
        self.clock.shift(sum(amount * {"days": 86400, "hours": 3600}[unit] for unit, amount in time.items()))

    def parts(self, table: str) -> dict[UUID, Any]:
        """Answer the notices of the renovation, as `ways_there` asks for them."""
        assert table == "renovation_notices"
        self.session.rollback()
        of_it = SiteNotice.renovation_id == UUID(self.id)
        return {one.id: one for one in self.session.scalars(select(SiteNotice).where(of_it))}

    def held(self, role: Role = Role.STEWARD) -> dict[str, Any]:
        """Answer the renovation as a phone holds it."""
        found: dict[str, Any] = self.phone(role).pull("renovation.case")[self.id]
        return found

    def row(self) -> Renovation:
        """Answer the renovation as the store has it."""
        self.session.rollback()
        return self.session.get_one(Renovation, (self.estate.id, UUID(self.id)))

    def differences(self) -> list[str]:
        """Answer what the book and the rows disagree in."""
        found: list[object] = []
        self.session.rollback()
        verify(self.session, self.estate.id, self.app.extensions["rounds.push_kinds"], found.append)
        return [str(one) for one in found]


@pytest.fixture
def site(app: Flask, session: Session, clock: Traveller) -> Site:
    clock.move_to(BEGAN)
    estate = make.estate(session)
    unit = make.unit(session, make.stairwell(session, make.building(session, estate)))

    def sign_in(role: Role) -> PatrolPhone:
        return PatrolPhone(make.browser(app, make.person(session, estate, role=role, name=role.value)), estate.id)

    return Site(app, session, clock, estate, unit, sign_in)
