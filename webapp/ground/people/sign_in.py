"""Signing in and out. Wrong passwords are counted in the store, by login and device, before they are checked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from webapp.core.db import insert_into, unit_of_work
from webapp.core.ids import new_id
from webapp.ground.people import queries
from webapp.ground.people.models import (
    Device,
    EstateDevice,
    Person,
    PushToken,
    SignIn,
    SignInFailure,
)
from webapp.ground.people.passwords import matches, new_push_token, token_hash
from webapp.ground.people.refusals import AccountDisabled, BadCredentials, DeviceRevoked, PartEnded, TooManyTries
from webapp.ground.people.rules import FAILURES_KEPT, EndedWhy, fold_login, seconds_left

# Stands for every device on which the login was never signed in: fresh ids must not buy fresh tries.
UNKNOWN_DEVICE = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Opened:
    """A fresh sign-in. `push_token` is told this once."""

    sign_in_id: UUID
    person_id: UUID
    push_token: str


def sign_in(login: str, password: str, device_id: UUID, device_name: str, *, now: datetime) -> Opened:
    """Sign somebody in on a device and answer the sign-in.

    Raises TooManyTries, BadCredentials (also for an unknown login, after as long a time), AccountDisabled, PartEnded or
    DeviceRevoked (by every estate where the person works).
    """
    person = check_own_password(fold_login(login)[:64], password, device_id, now=now)
    if person.disabled_at is not None:
        raise AccountDisabled()
    with unit_of_work() as session:
        estates = [estate.id for _, estate in queries.parts_of(session, person.id)]
        if not estates and queries.estates_ever_of(session, person.id):
            raise PartEnded()
        revoked = queries.revoked_in(session, device_id)
        if estates and revoked.keys() >= set(estates):
            raise DeviceRevoked(reason=revoked[estates[0]])
        _meet_device(session, device_id, device_name, estates, now)
        return _open(session, person.id, device_id, now)


def check_own_password(login: str, password: str, device_id: UUID, *, now: datetime) -> Person:
    """Answer whose login and password these are; raises TooManyTries or BadCredentials."""
    with unit_of_work() as session:
        person = queries.by_login(session, login)
        key = device_id if person and _was_here(session, person.id, device_id) else UNKNOWN_DEVICE
        stored = person.password_hash if person else None
        _count_try(session, login, key, now)
    if not matches(password, stored) or person is None:
        raise BadCredentials()
    with unit_of_work() as session:
        session.execute(delete(SignInFailure).where(SignInFailure.login == login, SignInFailure.device_id == key))
        return session.get_one(Person, person.id)


def sign_out(sign_in_id: UUID, *, now: datetime) -> None:
    """End one sign-in; the push token of its device lives on."""
    with unit_of_work() as session:
        end_sign_ins(session, EndedWhy.SIGNED_OUT, now, SignIn.id == sign_in_id)


def end_sign_ins(session: Session, why: EndedWhy, now: datetime, *which: ColumnElement[bool]) -> None:
    """End every sign-in that matches and has not ended."""
    session.execute(update(SignIn).where(*which, SignIn.ended_at.is_(None)).values(ended_at=now, ended_why=why))


def _was_here(session: Session, person_id: UUID, device_id: UUID) -> bool:
    known = select(SignIn.id).where(SignIn.person_id == person_id, SignIn.device_id == device_id)
    return session.scalar(known.limit(1)) is not None


def _count_try(session: Session, login: str, device_id: UUID, now: datetime) -> None:
    session.execute(delete(SignInFailure).where(SignInFailure.last_at < now - FAILURES_KEPT))
    first = {"login": login, "device_id": device_id, "failures": 0, "last_at": now}
    session.execute(insert_into(session, SignInFailure).on_conflict_do_nothing().values(first))
    row = session.get_one(SignInFailure, (login, device_id), with_for_update=True, populate_existing=True)
    if wait := seconds_left(row.failures, row.last_at, now):
        raise TooManyTries(retryAfter=wait)
    row.failures += 1
    row.last_at = now


def _meet_device(session: Session, device_id: UUID, name: str, estates: list[UUID], now: datetime) -> None:
    device = session.get(Device, device_id)
    if device is None:
        device = Device(id=device_id, name=name, first_contact_at=now, last_contact_at=now, last_seq=0, waiting=0)
        session.add(device)
        session.flush()
    device.name = name
    known = set(session.scalars(select(EstateDevice.estate_id).where(EstateDevice.device_id == device_id)))
    session.add_all(EstateDevice(estate_id=estate, device_id=device_id) for estate in estates if estate not in known)


def _open(session: Session, person_id: UUID, device_id: UUID, now: datetime) -> Opened:
    # What an earlier cookie of this person here was worth ends with it.
    again = (SignIn.person_id == person_id, SignIn.device_id == device_id)
    end_sign_ins(session, EndedWhy.SIGNED_IN_AGAIN, now, *again)
    token = new_push_token()
    opened = SignIn(id=new_id(), person_id=person_id, device_id=device_id, made_at=now, last_used_at=now)
    session.add(opened)
    session.add(PushToken(hash=token_hash(token), person_id=person_id, device_id=device_id, made_at=now))
    return Opened(sign_in_id=opened.id, person_id=person_id, push_token=token)
