"""A department whose supervisor writes its sheet, and the manager who signs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from time_machine import Traveller

from tests import make
from tests.domains.conftest import Beat
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.domains.checks.rules.bodies import Period
from webapp.domains.checks.rules.sheets import sheet_id
from webapp.ground.people.departments.rules import DepartmentKind

TODAY = date(2026, 11, 23)  # a Monday


@dataclass
class House:
    """Phones by the role of who holds them."""

    app: Flask
    beat: Beat
    session: Session
    clock: Traveller
    sign_in: Callable[[Role], make.PatrolPhone]
    phones: dict[Role, make.PatrolPhone] = field(default_factory=dict)

    def phone(self, role: Role) -> make.PatrolPhone:
        """Answer the phone of who has that role; they sign in when they are first asked for."""
        return self.phones.setdefault(role, self.phones.get(role) or self.sign_in(role))

    def row(self, **fields: Any) -> dict[str, Any]:
        """Answer a line about the steward."""
        (one,) = make.example("checks.write")["body"]["rows"]
        who = {"personId": str(self.beat.steward.id), "subject": self.beat.steward.name}
        return {**one, **who, "rowId": str(new_id()), **fields}

    def push(self, role: Role, act: str, about: str, **fields: Any) -> dict[str, Any]:
        """Push an act saved now and answer what was answered."""
        phone = self.phone(role)
        body = {**make.example(f"checks.{act}")["body"], "sheetId": about, **fields}
        item = phone.item(f"checks.{act}", body, saved_at=datetime.now(UTC), about=about)
        return phone.push(item)[0]

    def id_of(self, day: date = TODAY, period: str = "daily", dept: str = "customer_service") -> str:
        """Answer the id of a department's sheet."""
        return str(sheet_id(self.beat.estate.id, Period(period), DepartmentKind(dept), day))

    def write(self, *rows: Any, by: Role = Role.SUPERVISOR, day: date = TODAY, **fields: Any) -> dict[str, Any]:
        """Write a sheet and answer what was answered."""
        kept = {"period": "daily", "dept": "customer_service", "day": day.isoformat(), **fields}
        about = self.id_of(day, kept["period"], kept["dept"])
        return self.push(by, "write", about, **kept, rows=list(rows))

    def held(self, about: str, role: Role = Role.MANAGER) -> dict[str, Any]:
        """Answer a sheet as a phone holds it."""
        found: dict[str, Any] = self.phone(role).pull("checks.sheet")[about]
        return found

    def seen(self, about: str) -> list[dict[str, str]]:
        """Answer all items of the sheet as a signature names them."""
        held = self.held(about)
        return [{"id": one["id"], "sha256": one["sha256"]} for one in (held["item"], *held["slips"])]


@pytest.fixture
def house(app: Flask, session: Session, beat: Beat, clock: Traveller) -> House:
    def sign_in(role: Role) -> make.PatrolPhone:
        person = make.person(session, beat.estate, role=role, name=role.value)
        return make.PatrolPhone(make.browser(app, person), beat.estate.id)

    made = House(app, beat, session, clock, sign_in)
    made.phones[Role.STEWARD] = beat.phone
    return made


def refused(answered: dict[str, Any]) -> str | None:
    """Answer the code by which it was refused."""
    code: str | None = answered.get("code")
    return code


def uuid_text() -> str:
    """Answer an id that nothing has."""
    return str(UUID(int=7))
