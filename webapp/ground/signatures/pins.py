"""Checks the PINs that items bring, when they arrive and nowhere else (`protocol.md` 10)."""

from base64 import b64decode
from datetime import datetime
from typing import Literal
from uuid import UUID

from cryptography.exceptions import InvalidTag
from sqlalchemy.orm import Session

from webapp.core.feed import touch
from webapp.core.sealing import opener
from webapp.ground.people.models import Person
from webapp.ground.people.pins import Verdict, locked, try_pin
from webapp.ground.people.service import COLLEAGUE
from webapp.ground.signatures.rules import SealedPin

PURPOSE = b"rounds-pin-1"

Checked = Verdict | Literal["unreadable"]


def check_pin_of(
    session: Session, estate_id: UUID, person_id: UUID, sealed: SealedPin, item_id: UUID, *, now: datetime
) -> Checked:
    """Say whether `sealed` holds the person's PIN; a wrong one is counted, whatever becomes of the item.

    The estate's head is held. With the fifth wrong one phones are told that the person signs on the own phone only.
    """
    person = session.get(Person, person_id)
    pin = _opened(session, sealed, item_id)
    if person is None or pin is None:
        return "unreadable"
    verdict = try_pin(session, person, pin, item_id, now=now)
    if verdict is Verdict.WRONG and locked(session, [person_id]):
        touch(session, estate_id, [(COLLEAGUE, person_id)])
    return verdict


def _opened(session: Session, sealed: SealedPin, item_id: UUID) -> str | None:
    try:
        sender, salt, iv, box = map(b64decode, (sealed.sender, sealed.salt, sealed.iv, sealed.box))
        cipher = opener(session, sealed.key, sender, salt, PURPOSE)
        return cipher.decrypt(iv, box, str(item_id).encode()).decode() if cipher else None
    except (InvalidTag, ValueError):
        return None
