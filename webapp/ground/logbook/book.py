"""Writes entries into an estate's book. Whoever calls holds the estate's head, so numbers follow each other."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from webapp.core.bulk import fetch, insert_many
from webapp.core.domain import Entry
from webapp.core.feed import EstateHead
from webapp.ground.logbook.chain import Sealed, link, seal
from webapp.ground.logbook.heads import close_day
from webapp.ground.logbook.models import LogbookContent, LogbookEntry, SerialPage

Page = tuple[str, str]

INTO_ENTRIES = insert(LogbookEntry)
INTO_CONTENTS = insert(LogbookContent)
INTO_PAGES = insert(SerialPage)
_PAGES = select(SerialPage.form, SerialPage.key, SerialPage.serial).where(
    SerialPage.estate_id == bindparam("estate"),
    SerialPage.form.in_(bindparam("forms", expanding=True)),
    SerialPage.key.in_(bindparam("keys", expanding=True)),
)


class Draft(msgspec.Struct, frozen=True):
    """An entry before it has a number.

    item      the item as sent; empty for an entry that nobody pushed
    server    what the server knows of its coming in (`Entry.server`), still without the serial
    judged    what was decided
    page      (form, key) of the page it stands on
    personal  fields that are hashed apart; they are left out of the item's body
    text      the item in its canonical form, where it was made already
    body      the item's body as it was read when it came in
    """

    kind: str
    at: datetime
    item: Mapping[str, Any]
    server: Mapping[str, Any]
    judged: Mapping[str, Any]
    page: Page | None = None
    personal: Mapping[str, Any] | None = None
    text: bytes | None = None
    body: Any = None


class Written(msgspec.Struct, frozen=True):
    """An entry in the book."""

    entry: Entry
    hash: str
    serial: str | None


def write(session: Session, head: EstateHead, drafts: Sequence[Draft], zone: tzinfo) -> list[Written]:
    """Write `drafts` in their order and answer them as they stand in the book; the caller holds `head`.

    zone  the estate's: a serial counts within the year of its acceptance there
    """
    if not drafts:
        return []
    close_day(session, head, drafts[0].at.astimezone(zone).date())
    serials = _serials(session, head, drafts, zone)
    written, entries, contents = [], [], []
    for draft in drafts:
        head.entry += 1
        serial = serials.get(draft.page) if draft.page else None
        content = content_of(draft, serial)
        sealed = seal(content, draft.personal, item=draft.text)
        head.hash = link(head.estate_id, head.entry, draft.kind, draft.at, sealed.hash, head.hash)
        entries.append(_entry_row(head, draft, sealed))
        contents.append(_content_row(head, sealed))
        entry = as_entry(head.estate_id, head.entry, draft.kind, content, draft.personal, draft.body)
        written.append(Written(entry, head.hash, serial))
    insert_many(session, INTO_ENTRIES, entries)
    insert_many(session, INTO_CONTENTS, contents)
    return written


def content_of(draft: Draft, serial: str | None) -> dict[str, Any]:
    """Answer what the entry says, ready to be sealed."""
    item = draft.item
    if draft.personal:
        body = {name: value for name, value in item["body"].items() if name not in draft.personal}
        item = {**item, "body": body}
    page = list(draft.page) if draft.page else None
    return {"item": item, "judged": draft.judged, "server": {**draft.server, "page": page, "serial": serial}}


def as_entry(
    estate_id: UUID,
    number: int,
    kind: str,
    content: Mapping[str, Any],
    personal: Mapping[str, Any] | None,
    body: Any = None,
) -> Entry:
    """Answer an entry as a kind's `rows` reads it, today and when the book is verified."""
    return Entry(estate_id, number, kind, content["item"], content["server"], content["judged"], personal, body)


def _entry_row(head: EstateHead, draft: Draft, sealed: Sealed) -> dict[str, Any]:
    return {
        "estate_id": head.estate_id,
        "number": head.entry,
        "kind": draft.kind,
        "at": draft.at,
        "content_hash": sealed.hash,
        "hash": head.hash,
    }


def _content_row(head: EstateHead, sealed: Sealed) -> dict[str, Any]:
    return {
        "estate_id": head.estate_id,
        "number": head.entry,
        "salt": sealed.salt,
        "content": sealed.text,
        "personal_salt": sealed.personal_salt,
        "personal": sealed.personal,
    }


def _serials(session: Session, head: EstateHead, drafts: Sequence[Draft], zone: tzinfo) -> dict[Page, str]:
    """Answer the serial of every page, giving new ones to pages that are opened."""
    wanted = {draft.page for draft in drafts if draft.page}
    serials = _serials_given(session, head.estate_id, wanted)
    opened, counts = [], dict(head.serials)
    for number, draft in enumerate(drafts, start=head.entry + 1):
        if draft.page and draft.page not in serials:
            book = f"{draft.page[0]}-{draft.at.astimezone(zone).year}"
            counts[book] = counts.get(book, 0) + 1
            serials[draft.page] = f"{book}-{counts[book]:06d}"
            opened.append(_page_row(head.estate_id, draft.page, serials[draft.page], number))
    if opened:
        head.serials = counts
        insert_many(session, INTO_PAGES, opened)
    return serials


def _serials_given(session: Session, estate_id: UUID, wanted: set[Page]) -> dict[Page, str]:
    if not wanted:
        return {}
    forms, keys = ({page[part] for page in wanted} for part in (0, 1))
    pages = fetch(session, _PAGES, estate=estate_id, forms=list(forms), keys=list(keys))
    return {(form, key): serial for form, key, serial in pages}


def _page_row(estate_id: UUID, page: Page, serial: str, entry: int) -> dict[str, Any]:
    return {"estate_id": estate_id, "form": page[0], "key": page[1], "serial": serial, "entry": entry}
