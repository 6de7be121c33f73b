"""What is done to accounts and devices, by their owners and by those set over them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import Actor, Role
from webapp.core.errors import NotFound
from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.people import queries
from webapp.ground.people.departments.rules import told
from webapp.ground.people.models import EstateDevice, Membership, Person, SignIn
from webapp.ground.people.passwords import hash_secret, matches, one_time_password
from webapp.ground.people.pins import forget_failures
from webapp.ground.people.refusals import LoginTaken, NotYourself, PasswordUnchanged
from webapp.ground.people.rules import EndedWhy, check_may_reset, check_password, check_pin, new_login
from webapp.ground.people.sign_in import end_sign_ins

COLLEAGUE = "people.colleague"


def add_person(
    session: Session, login: str, name: str, password: str | None, *, now: datetime
) -> tuple[Person, str | None]:
    """Make an account and answer it, with a one-time password when none was given.

    Raises BadLogin, LoginTaken, PasswordTooShort or PasswordTooCommon.
    """
    login = new_login(login)
    if queries.by_login(session, login):
        raise LoginTaken(login=login)
    once = None if password else one_time_password()
    if password:
        check_password(password, login)
    person = Person(
        id=new_id(),
        login=login,
        name=name,
        password_hash=hash_secret(password or once or ""),
        must_change_password=once is not None,
        created_at=now,
    )
    session.add(person)
    session.flush()
    return person, once


def give_part(session: Session, estate_id: UUID, person_id: UUID, role: Role) -> None:
    """Give a person a part in an estate, or another role there."""
    part = session.get(Membership, (estate_id, person_id))
    if part is None:
        part = Membership(estate_id=estate_id, person_id=person_id, duties=[])
        session.add(part)
    part.role, part.active = role, True
    session.flush()
    touch(session, estate_id, [(COLLEAGUE, person_id), *told(estate_id)])


def disable(session: Session, person: Person, *, now: datetime) -> None:
    """Switch an account off: every sign-in ends, records made before still arrive for 90 days."""
    person.disabled_at = person.disabled_at or now
    end_sign_ins(session, EndedWhy.DISABLED, now, SignIn.person_id == person.id)
    tell_of(session, person.id)


def tell_of(session: Session, person_id: UUID) -> None:
    """Let the phones of every estate where the person works fetch them again."""
    for part, _ in sorted(queries.parts_of(session, person_id), key=lambda row: row[0].estate_id):
        touch(session, part.estate_id, [(COLLEAGUE, person_id), *told(part.estate_id)])


def change_password(session: Session, person: Person, new_password: str, sign_in_id: UUID, *, now: datetime) -> None:
    """Set the own password (the old one was checked) and end every other sign-in.

    Raises PasswordTooShort, PasswordTooCommon or PasswordUnchanged.
    """
    check_password(new_password, person.login)
    if matches(new_password, person.password_hash):
        raise PasswordUnchanged()
    person.password_hash = hash_secret(new_password)
    person.must_change_password = False
    others = (SignIn.person_id == person.id, SignIn.id != sign_in_id)
    end_sign_ins(session, EndedWhy.PASSWORD_CHANGED, now, *others)


def set_pin(session: Session, person: Person, pin: str) -> None:
    """Set the own signing PIN (the password was checked); raises PinNotDigits or PinTooSimple."""
    check_pin(pin)
    _keep_pin(session, person, hash_secret(pin))


def reset_password(session: Session, actor: Actor, person_id: UUID, *, now: datetime) -> str:
    """Answer a one-time password, to be changed at the next sign-in; every sign-in of the person ends.

    Raises NotFound, NotYourself, HigherRole or AlsoElsewhere.
    """
    person = _subordinate(session, actor, person_id)
    once = one_time_password()
    person.password_hash = hash_secret(once)
    person.must_change_password = True
    end_sign_ins(session, EndedWhy.PASSWORD_RESET, now, SignIn.person_id == person.id)
    return once


def reset_pin(session: Session, actor: Actor, person_id: UUID) -> None:
    """Take the PIN away, so that its owner sets a new one; raises as `reset_password` does."""
    _keep_pin(session, _subordinate(session, actor, person_id), None)


def revoke_device(session: Session, actor: Actor, device_id: UUID, reason: str, *, now: datetime) -> None:
    """Shut a device out of the estate and end the sign-ins of its people there. The first reason stands.

    Raises NotFound. Records still on it wait in quarantine when they arrive (`protocol.md` 1).
    """
    here = session.get(EstateDevice, (actor.estate_id, device_id), with_for_update=True)
    if here is None:
        raise NotFound(device=str(device_id))
    if here.revoked_at is None:
        here.revoked_at, here.revoked_by, here.revoked_reason = now, actor.id, reason
    staff = select(Membership.person_id).where(Membership.estate_id == actor.estate_id)
    on_it = (SignIn.device_id == device_id, SignIn.person_id.in_(staff))
    end_sign_ins(session, EndedWhy.DEVICE_REVOKED, now, *on_it)


def _keep_pin(session: Session, person: Person, pin_hash: str | None) -> None:
    person.pin_hash = pin_hash
    forget_failures(session, person.id)
    tell_of(session, person.id)


def _subordinate(session: Session, actor: Actor, person_id: UUID) -> Person:
    person = session.get(Person, person_id)
    theirs = queries.roles_of(session, person_id)
    if person is None or actor.estate_id not in theirs:
        raise NotFound(person=str(person_id))
    if person_id == actor.id:
        raise NotYourself()
    check_may_reset(queries.roles_of(session, actor.id), theirs)
    return person
