"""Receipts: what was answered to each item, so that sending it again changes nothing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from webapp.core.bulk import fetch, insert_many
from webapp.core.domain import Refused
from webapp.ground.logbook.book import Written
from webapp.ground.logbook.models import Receipt

INTO_RECEIPTS = insert(Receipt)
APPLIED, REFUSED, HELD = "applied", "refused", "held"


_ANSWERED = select(Receipt.estate_id, Receipt.item_id, Receipt.sha256, Receipt.outcome, Receipt.answer).where(
    Receipt.estate_id.in_(bindparam("estates", expanding=True)), Receipt.item_id.in_(bindparam("items", expanding=True))
)


_HASHES = select(Receipt.item_id, Receipt.sha256).where(
    Receipt.estate_id == bindparam("estate"),
    Receipt.item_id.in_(bindparam("items", expanding=True)),
    Receipt.outcome == "applied",
)


class Answered(msgspec.Struct, frozen=True):
    """An item that came before."""

    sha256: str
    held: bool
    answer: str


class Came(msgspec.Struct, frozen=True):
    """How an item came in."""

    item_id: UUID
    estate_id: UUID
    sha256: str
    by_id: UUID
    device_id: UUID
    at: datetime


def answered(
    session: Session, estate_ids: Collection[UUID], item_ids: Sequence[UUID]
) -> Mapping[tuple[UUID, UUID], Answered]:
    """Answer what was said to those of the items that came before, by (estate, item)."""
    if not item_ids:
        return {}
    rows = fetch(session, _ANSWERED, estates=list(estate_ids), items=item_ids)
    return {
        (estate_id, item_id): Answered(sha, outcome == HELD, answer)
        for estate_id, item_id, sha, outcome, answer in rows
    }


def hashes_of(session: Session, estate_id: UUID, item_ids: Collection[UUID]) -> dict[UUID, str]:
    """Answer the SHA-256 of those of the items that became entries: signatures name them so (`protocol.md` 10)."""
    return dict(fetch(session, _HASHES, estate=estate_id, items=list(item_ids))) if item_ids else {}


def applied(came: Came, written: Written) -> dict[str, Any]:
    """Answer the receipt of an item that became an entry."""
    return _row(came, APPLIED, applied_answer(came.item_id, written), entry=written.entry.number)


def refused(came: Came, refusal: Refused, content: str) -> dict[str, Any]:
    """Answer the receipt of an item that was refused; it keeps the item's text."""
    answer = {"id": came.item_id, "outcome": REFUSED, "code": refusal.code, "params": refusal.params}
    return _row(came, REFUSED, answer, content=content)


def held(came: Came, content: str) -> dict[str, Any]:
    """Answer the receipt of an item in quarantine: kept, and not answered yet."""
    return _row(came, HELD, {}, content=content)


def applied_answer(item_id: UUID, written: Written) -> dict[str, Any]:
    """Answer what is said to an item that became an entry."""
    return {
        "id": item_id,
        "outcome": APPLIED,
        "serial": written.serial,
        "entry": written.entry.number,
        "hash": written.hash,
    }


def keep(session: Session, receipts: Sequence[Mapping[str, Any]]) -> None:
    """Write receipts; fails when another transaction answered one of these items first."""
    insert_many(session, INTO_RECEIPTS, receipts)


def release(session: Session, items: Iterable[tuple[UUID, UUID]]) -> None:
    """Take items (estate, id) out of quarantine, just before they are answered."""
    for estate_id, item_id in items:
        which = (Receipt.estate_id == estate_id, Receipt.item_id == item_id, Receipt.outcome == HELD)
        session.execute(delete(Receipt).where(*which))


def is_applied(session: Session, estate_id: UUID, item_id: UUID) -> bool:
    """Say whether the item became an entry."""
    found = session.get(Receipt, (estate_id, item_id))
    return found is not None and found.outcome == APPLIED


def withdraw(session: Session, key: tuple[UUID, UUID]) -> None:
    """Take back what was answered to an item (estate, id) that did not become an entry; it is answered anew."""
    which = (Receipt.estate_id == key[0], Receipt.item_id == key[1], Receipt.outcome != APPLIED)
    session.execute(delete(Receipt).where(*which))


def note_again(session: Session, key: tuple[UUID, UUID], at: datetime) -> None:
    """Remember that the item (estate, id) was decided again: its phone is told the answer."""
    which = (Receipt.estate_id == key[0], Receipt.item_id == key[1])
    session.execute(update(Receipt).where(*which).values(decided_again_at=at))


def _row(
    came: Came, outcome: str, answer: Mapping[str, Any], entry: int | None = None, content: str | None = None
) -> dict[str, Any]:
    return {
        "estate_id": came.estate_id,
        "item_id": came.item_id,
        "sha256": came.sha256,
        "by_id": came.by_id,
        "device_id": came.device_id,
        "received_at": came.at,
        "outcome": outcome,
        "entry": entry,
        "answer": msgspec.json.encode(answer).decode(),
        "content": content,
    }
