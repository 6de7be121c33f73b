"""Walks an estate's chain in pages: every hash again, every content, every receipt; and derives the rows again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row as Found
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.domain import Entry, PushKind, Row
from webapp.core.feed import GENESIS
from webapp.ground.logbook.book import Written, as_entry
from webapp.ground.logbook.canonical import canonical, sha256
from webapp.ground.logbook.chain import link, salted_hash
from webapp.ground.logbook.models import LogbookContent, LogbookEntry, Receipt, SerialPage
from webapp.ground.logbook.purge import PURGE
from webapp.ground.logbook.receipts import applied_answer
from webapp.ground.logbook.verify.difference import Difference
from webapp.ground.logbook.verify.replay import Replay

PAGE = 500


@dataclass(slots=True)
class Walked:
    """Where a walk has come to: the newest entry and its hash, how much was whole, and how much is gone."""

    number: int = 0
    hash: str = GENESIS
    intact: int = 0
    from_items: int = 0
    gone: int = 0


def walk(
    session: Session, estate_id: UUID, kinds: Mapping[str, PushKind], replay: Replay, at: Walked
) -> Iterator[Difference]:
    """Walk the chain and tell what differs; `at` is moved along, `replay` is filled."""
    while page := page_after(session, estate_id, at.number):
        receipts = _receipts(session, estate_id, page)
        for row in page:
            told = [*link_differs(estate_id, row, at), *content_differs(row)]
            at.number, at.hash = row.number, row.hash
            if row.content is None:
                at.gone += 1
                replay.note_gone(row.number)
            elif not told:
                told = [*_receipt(row, receipts, at), *_derive(estate_id, row, kinds, replay)]
                at.intact += not told
            yield from told


def page_after(session: Session, estate_id: UUID, after: int) -> Sequence[Found[Any]]:
    """Answer the next entries of the chain with their contents, if they are there."""
    joined = (LogbookContent.estate_id == LogbookEntry.estate_id) & (LogbookContent.number == LogbookEntry.number)
    statement = (
        select(LogbookEntry.number, LogbookEntry.kind, LogbookEntry.at, LogbookEntry.content_hash, LogbookEntry.hash)
        .add_columns(LogbookContent.salt, LogbookContent.content)
        .add_columns(LogbookContent.personal_salt, LogbookContent.personal)
        .outerjoin(LogbookContent, joined)
        .where(LogbookEntry.estate_id == estate_id, LogbookEntry.number > after)
        .order_by(LogbookEntry.number)
        .limit(PAGE)
    )
    return session.execute(statement).all()


def link_differs(estate_id: UUID, row: Found[Any], at: Walked) -> Iterator[Difference]:
    """Tell whether an entry does not hang on the one where the walk stands, and which are missing between."""
    for number in range(at.number + 1, min(row.number, at.number + 1 + PAGE)):
        yield Difference(f"entry {number}", "entry", "there", "missing")
    expected = link(estate_id, row.number, row.kind, row.at, row.content_hash, at.hash)
    if expected != row.hash:
        yield Difference(f"entry {row.number}", "hash", expected, row.hash)


def content_differs(row: Found[Any]) -> Iterator[Difference]:
    """Tell whether what an entry says is not what was hashed."""
    if row.content is None:
        return
    expected = salted_hash(row.salt, row.content.encode())
    if expected != row.content_hash:
        yield Difference(f"entry {row.number}", "contentHash", expected, row.content_hash)
    elif row.personal is not None:
        told = msgspec.json.decode(row.content).get("personalHash")
        again = salted_hash(row.personal_salt, row.personal.encode())
        if told != again:
            yield Difference(f"entry {row.number}", "personalHash", told, again)


def _receipts(session: Session, estate_id: UUID, page: Sequence[Found[Any]]) -> Mapping[UUID, Any]:
    """Answer the receipts of the page's items, by item."""
    contents = (msgspec.json.decode(row.content) for row in page if row.content)
    items = [UUID(item["id"]) for content in contents if (item := content["item"])]
    statement = select(Receipt.item_id, Receipt.outcome, Receipt.sha256, Receipt.entry, Receipt.answer).where(
        Receipt.estate_id == estate_id, Receipt.item_id.in_(items)
    )
    return {row.item_id: row for row in session.execute(statement)}


def _receipt(row: Found[Any], receipts: Mapping[UUID, Any], at: Walked) -> Iterator[Difference]:
    content = msgspec.json.decode(row.content)
    if not content["item"]:
        return
    at.from_items += 1
    where, item_id = f"entry {row.number}", UUID(content["item"]["id"])
    receipt = receipts.get(item_id)
    if receipt is None:
        yield Difference(where, "receipt", "there", "missing")
        return
    entry = Entry(UUID(int=0), row.number, row.kind, content["item"], content["server"], content["judged"])
    answer = applied_answer(item_id, Written(entry, row.hash, content["server"]["serial"]))
    expected = {"outcome": "applied", "entry": row.number, "answer": msgspec.to_builtins(answer)}
    if row.personal_salt is None:  # else the item stands here without its personal fields
        expected["sha256"] = sha256(canonical(content["item"]))
    found = {"outcome": receipt.outcome, "entry": receipt.entry, "sha256": receipt.sha256}
    found["answer"] = msgspec.json.decode(receipt.answer)
    for field, value in expected.items():
        if found[field] != value:
            yield Difference(where, f"receipt {field}", value, found[field])


def _derive(estate_id: UUID, row: Found[Any], kinds: Mapping[str, PushKind], replay: Replay) -> Iterator[Difference]:
    content = msgspec.json.decode(row.content)
    if row.kind == PURGE:
        for first, last in content["judged"]["numbers"]:
            replay.note_purge(row.number, first, last)
        return
    if not content["item"]:
        return  # the house's own word: nothing is made of it
    if row.kind not in kinds:
        yield Difference(f"entry {row.number}", "kind", "one that this version knows", row.kind)
        return
    personal = msgspec.json.decode(row.personal) if row.personal else None
    for made in kinds[row.kind].rows_of(as_entry(estate_id, row.number, row.kind, content, personal)):
        replay.add(made, row.number)
    if page := content["server"]["page"]:
        _derive_page(estate_id, row.number, page, content["server"]["serial"], replay)


def _derive_page(estate_id: UUID, number: int, page: Sequence[str], serial: str, replay: Replay) -> None:
    key = {"estate_id": estate_id, "form": page[0], "key": page[1]}
    values = {"serial": serial, "entry": number}
    replay.add_first(Row(SerialPage.__tablename__, key, values), number)
