"""Builders of people, and of browsers in which they are signed in."""

from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.make.moments import NOON
from webapp.core import actor as core
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.ground.estates.models import Estate
from webapp.ground.people.models import Device, EstateDevice, Membership, Person
from webapp.ground.people.passwords import hash_secret

PASSWORD = "清晨六点半开大门"
_hash = cache(hash_secret)


def person(
    session: Session,
    estate: Estate | None = None,
    *,
    role: Role = Role.STEWARD,
    login: str | None = None,
    name: str = "陈志强",
    password: str = PASSWORD,
    pin: str | None = None,
    disabled_at: datetime | None = None,
    duties: list[str] | None = None,
) -> Person:
    """Make somebody with an account, and with a part in `estate` if one is given."""
    made = Person(
        id=new_id(),
        login=login or f"p{new_id().hex[-12:]}",
        name=name,
        password_hash=_hash(password),
        must_change_password=False,
        pin_hash=_hash(pin) if pin else None,
        disabled_at=disabled_at,
        created_at=NOON,
    )
    session.add(made)
    session.commit()
    if estate is not None:
        membership(session, estate, made, role=role, duties=duties)
    return made


def membership(
    session: Session, estate: Estate, person: Person, *, role: Role = Role.STEWARD, duties: list[str] | None = None
) -> Membership:
    """Give a person a part in one more estate."""
    made = Membership(estate_id=estate.id, person_id=person.id, role=role, duties=duties or [], active=True)
    session.add(made)
    session.commit()
    return made


def device(session: Session, *estates: Estate, name: str = "红米 Note 12", **fields: Any) -> Device:
    """Make a phone that these estates have seen."""
    values = {"id": new_id(), "first_contact_at": NOON, "last_contact_at": NOON, **fields}
    made = Device(name=name, **values)
    session.add(made)
    session.flush()
    session.add_all(EstateDevice(estate_id=estate.id, device_id=made.id) for estate in estates)
    session.commit()
    return made


def actor(person: Person, estate: Estate, role: Role = Role.STEWARD, device_id: UUID | None = None) -> core.Actor:
    """Answer the person acting in the estate, for services and queries."""
    who = core.Person(id=person.id, name=person.name, device_id=device_id or new_id(), sign_in_id=new_id())
    return core.Actor(person=who, estate_id=estate.id, role=role)


class Browser:
    """A browser with somebody signed in: sends the CSRF token with every call, the push token where asked."""

    def __init__(self, client: FlaskClient, answer: dict[str, Any], device_id: UUID) -> None:
        self.client = client
        self.me = answer["me"]
        self.csrf = answer["csrfToken"]
        self.push_token = answer["pushToken"]
        self.device_id = device_id

    @property
    def headers(self) -> dict[str, str]:
        """Both tokens, for clients of another make."""
        return {"X-CSRF-Token": self.csrf, "X-Push-Token": self.push_token}

    @property
    def cookies(self) -> dict[str, str]:
        """The session cookie, for clients of another make."""
        cookie = self.client.get_cookie("rounds")
        assert cookie is not None
        return {"rounds": cookie.value}

    def open(self, method: str, path: str, **options: Any) -> TestResponse:
        """Call as the page does."""
        headers = {"X-CSRF-Token": self.csrf, **options.pop("headers", {})}
        return self.client.open(path, method=method, headers=headers, **options)

    def get(self, path: str, **options: Any) -> TestResponse:
        return self.open("GET", path, **options)

    def post(self, path: str, **options: Any) -> TestResponse:
        return self.open("POST", path, **options)

    def delete(self, path: str, **options: Any) -> TestResponse:
        return self.open("DELETE", path, **options)

    def with_token(self, method: str, path: str, **options: Any) -> TestResponse:
        """Call as the sync loop does: push token, no cookie, no CSRF token."""
        headers = {"X-Push-Token": self.push_token, **options.pop("headers", {})}
        return self.client.application.test_client().open(path, method=method, headers=headers, **options)


def browser(app: Flask, person: Person, *, password: str = PASSWORD, device_id: UUID | None = None) -> Browser:
    """Sign `person` in and answer the browser."""
    client, device_id = app.test_client(), device_id or new_id()
    answer = client.post(
        "/api/v1/session",
        json={"login": person.login, "password": password, "device": {"id": str(device_id), "name": "测试手机"}},
    )
    assert answer.status_code == 200, answer.get_json()
    return Browser(client, answer.get_json(), device_id)
