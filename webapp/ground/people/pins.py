"""The signing PIN: right or wrong, and after five wrong ones none at all (`protocol.md` 10).

It is no password: whoever has it can sign beside its owner on a colleague's phone, nothing else.
"""

import enum
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from webapp.ground.people.models import Person, PinFailure
from webapp.ground.people.passwords import matches
from webapp.ground.people.rules import WRONG_PINS


class Verdict(enum.StrEnum):
    """What came of a PIN."""

    RIGHT = "right"
    WRONG = "wrong"
    LOCKED = "locked"  # five wrong ones before it: its owner signs on the own phone until a new one is set
    UNSET = "unset"


def try_pin(session: Session, person: Person, pin: str, item_id: UUID, *, now: datetime) -> Verdict:
    """Check a PIN and count it when it is wrong; an item that comes again is not counted again."""
    if person.pin_hash is None:
        return Verdict.UNSET
    failures = set(session.scalars(select(PinFailure.item_id).where(PinFailure.person_id == person.id)))
    if item_id in failures:
        return Verdict.WRONG
    if len(failures) >= WRONG_PINS:
        return Verdict.LOCKED
    if matches(pin, person.pin_hash):
        forget_failures(session, person.id)
        return Verdict.RIGHT
    session.add(PinFailure(person_id=person.id, item_id=item_id, at=now))
    session.flush()
    return Verdict.WRONG


def forget_failures(session: Session, person_id: UUID) -> None:
    """Begin to count anew."""
    session.execute(delete(PinFailure).where(PinFailure.person_id == person_id))


def locked(session: Session, people: Collection[UUID]) -> set[UUID]:
    """Answer whose PIN counts no more."""
    wrong = (
        select(PinFailure.person_id)
        .where(PinFailure.person_id.in_(people))
        .group_by(PinFailure.person_id)
        .having(func.count() >= WRONG_PINS)
    )
    return set(session.scalars(wrong))
