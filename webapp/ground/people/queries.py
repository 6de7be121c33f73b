"""Reads of people, parts and devices."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session

from webapp.core.actor import Duty, Maker, Role
from webapp.core.bulk import fetch
from webapp.ground.estates.models import Estate
from webapp.ground.people.leaving.queries import departed
from webapp.ground.people.models import Device, DeviceWriteOff, EstateDevice, Membership, Person, PushToken, SignIn
from webapp.ground.people.rules import Span, signed_out_at

_HELD_BY = (
    select(PushToken.person_id, PushToken.device_id, Person.disabled_at, SignIn.last_used_at, SignIn.ended_at)
    .join(Person, Person.id == PushToken.person_id)
    .outerjoin(SignIn, and_(SignIn.person_id == PushToken.person_id, SignIn.device_id == PushToken.device_id))
    .where(PushToken.hash == bindparam("hash"))
)


def by_login(session: Session, login: str) -> Person | None:
    """Answer whose login this is, folded as `rules.fold_login` does."""
    return session.scalars(select(Person).where(Person.login == login)).one_or_none()


def parts_of(session: Session, person_id: UUID) -> Sequence[tuple[Membership, Estate]]:
    """Answer the person's active parts with their estates, by the estate's name."""
    statement = (
        select(Membership, Estate)
        .join(Estate, Estate.id == Membership.estate_id)
        .where(Membership.person_id == person_id, Membership.active)
        .order_by(Estate.name)
    )
    return [(part, estate) for part, estate in session.execute(statement)]


def archivists(session: Session, estate_id: UUID) -> frozenset[UUID]:
    """Answer who has the duty of the archivist in the estate."""
    query = select(Membership.person_id, Membership.duties).where(Membership.estate_id == estate_id, Membership.active)
    return frozenset(person for person, duties in session.execute(query) if Duty.ARCHIVIST in duties)


def roles_of(session: Session, person_id: UUID) -> Mapping[UUID, Role]:
    """Answer the person's role in each estate."""
    return {part.estate_id: part.role for part, _ in parts_of(session, person_id)}


def revoked_in(session: Session, device_id: UUID) -> Mapping[UUID, str]:
    """Answer the estates that revoked the device, with the reason each gave."""
    statement = select(EstateDevice.estate_id, EstateDevice.revoked_reason).where(
        EstateDevice.device_id == device_id, EstateDevice.revoked_at.is_not(None)
    )
    return {estate_id: reason or "" for estate_id, reason in session.execute(statement)}


def me(session: Session, person_id: UUID) -> dict[str, Any]:
    """Answer what a person may know of the own account, and where they work."""
    person = session.get_one(Person, person_id)
    return {
        "id": person.id,
        "name": person.name,
        "login": person.login,
        "has_pin": person.pin_hash is not None,
        "must_change_password": person.must_change_password,
        "estates": [
            {"id": estate.id, "name": estate.name, "role": part.role, "duties": part.duties}
            for part, estate in parts_of(session, person_id)
        ],
    }


def colleagues(session: Session, estate_id: UUID) -> list[dict[str, Any]]:
    """Answer everybody who works or worked in the estate, by name."""
    left = departed(session, estate_id)
    statement = (
        select(Person, Membership)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.estate_id == estate_id)
        .order_by(Person.name, Person.id)
    )
    return [
        {
            "id": person.id,
            "name": person.name,
            "login": person.login,
            "role": part.role,
            "duties": part.duties,
            "active": part.active and person.disabled_at is None,
            "has_pin": person.pin_hash is not None,
            "left": left.get(person.id),
        }
        for person, part in session.execute(statement)
    ]


def devices(session: Session, estate_id: UUID) -> list[dict[str, Any]]:
    """Answer the devices that the estate has seen, newest contact first, with the colleagues who used each."""
    statement = (
        select(Device, EstateDevice)
        .join(EstateDevice, EstateDevice.device_id == Device.id)
        .where(EstateDevice.estate_id == estate_id)
        .order_by(Device.last_contact_at.desc(), Device.id)
    )
    users = _users_of_devices(session, estate_id)
    lost = _write_offs(session, estate_id)
    return [
        {
            "id": device.id,
            "name": device.name,
            "people": users.get(device.id, []),
            "first_contact_at": device.first_contact_at,
            "last_contact_at": device.last_contact_at,
            "last_pull_at": here.last_pull_at,
            "complete_at": device.complete_at,
            "waiting": device.waiting,
            "revoked_at": here.revoked_at,
            "revoked_reason": here.revoked_reason,
            "written_off": _still_lost(lost.get(device.id), device),
        }
        for device, here in session.execute(statement)
    ]


def _write_offs(session: Session, estate_id: UUID) -> dict[UUID, DeviceWriteOff]:
    """Answer the newest write-off of each phone that was ever given up."""
    query = (
        select(DeviceWriteOff)
        .where(DeviceWriteOff.estate_id == estate_id)
        .order_by(DeviceWriteOff.written_off_at, DeviceWriteOff.entry)
    )
    return {row.lost_device_id: row for row in session.scalars(query)}


def _still_lost(lost: DeviceWriteOff | None, device: Device) -> DeviceWriteOff | None:
    # Who is heard of again is not lost.
    return lost if lost and lost.written_off_at >= device.last_contact_at else None


def _users_of_devices(session: Session, estate_id: UUID) -> dict[UUID, list[str]]:
    statement = (
        select(SignIn.device_id, Person.name)
        .join(Person, Person.id == SignIn.person_id)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.estate_id == estate_id)
        .distinct()
        .order_by(Person.name)
    )
    users: dict[UUID, list[str]] = {}
    for device_id, name in session.execute(statement):
        users.setdefault(device_id, []).append(name)
    return users


def maker(session: Session, push_token_hash: str, now: datetime) -> Maker | None:
    """Answer whom a push token speaks for, and since when they are no longer signed in on its device."""
    rows = fetch(session, _HELD_BY, hash=push_token_hash)
    if not rows:
        return None
    person_id, device_id, disabled_at, _, _ = rows[0]
    signed_in = cast(Sequence[datetime | None], [row.last_used_at for row in rows])  # none: the join found no sign-in
    spans = [Span(used_at, row.ended_at) for used_at, row in zip(signed_in, rows, strict=True) if used_at]
    return Maker(person_id, device_id, signed_out_at(spans, disabled_at, now))


def estates_ever_of(session: Session, person_id: UUID) -> set[UUID]:
    """Answer where the person works or has worked: records of somebody who left still arrive."""
    return set(session.scalars(select(Membership.estate_id).where(Membership.person_id == person_id)))
