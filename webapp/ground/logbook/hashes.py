"""The SHA-256 of items that became entries, as receipts and signatures name them."""

from collections.abc import Collection
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.ground.logbook.canonical import sha256
from webapp.ground.logbook.models import LogbookContent


class _Content(msgspec.Struct):
    item: msgspec.Raw


_contents = msgspec.json.Decoder(_Content)


def item_hashes(session: Session, estate_id: UUID, entries: Collection[int]) -> dict[int, str]:
    """Answer by entry the hash of the item that it holds; entries whose content is purged are left out.

    Of an item with personal fields it is that of the item without them.
    """
    query = select(LogbookContent.number, LogbookContent.content).where(
        LogbookContent.estate_id == estate_id, LogbookContent.number.in_(entries)
    )
    # The text is canonical, so that the item in it is the very text that was hashed when it came in.
    found = session.execute(query) if entries else ()
    return {number: sha256(bytes(_contents.decode(content).item)) for number, content in found}
