"""Purges contents whose time is over: what they said is gone, that they were there stays (`protocol.md` 5)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.core.db import Base
from webapp.core.domain import PushKind, Row
from webapp.core.feed import lock_head
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.book import Draft, Written, as_entry, write
from webapp.ground.logbook.chain import moment
from webapp.ground.logbook.models import LogbookContent

PURGE = "logbook.purge"


def purge(
    session: Session,
    estate_id: UUID,
    numbers: tuple[int, int],
    kinds: Mapping[str, PushKind],
    *,
    rule: str,
    by: UUID,
    now: datetime,
) -> Written:
    """Delete the contents of the entries `numbers` (first, last) and the rows they made; answer the entry that says so.

    rule  id of the retention rule that allows it, e.g. "PAT-R11"; whoever calls has checked its date
    """
    head = lock_head(session, estate_id)
    ours = (LogbookContent.estate_id == estate_id, LogbookContent.number.between(*numbers))
    contents = session.execute(
        select(LogbookContent.number, LogbookContent.content, LogbookContent.personal).where(*ours)
    )
    for number, text, personal in contents.all():
        content = msgspec.json.decode(text)
        kind = kinds.get(content["item"].get("kind", ""))
        if kind:
            entry = as_entry(estate_id, number, kind.name, content, msgspec.json.decode(personal) if personal else None)
            _delete(session, kind.rows_of(entry))
    session.execute(delete(LogbookContent).where(*ours))
    judged = {"numbers": [list(numbers)], "rule": rule, "by": str(by)}
    zone = ZoneInfo(session.get_one(Estate, estate_id).timezone)
    return write(session, head, [Draft(PURGE, now, {}, {"receivedAt": moment(now)}, judged)], zone)[0]


def _delete(session: Session, rows: Sequence[Row]) -> None:
    for row in rows:
        if row.new and not row.shared:
            table = Base.metadata.tables[row.table]
            session.execute(delete(table).where(*(table.c[name] == value for name, value in row.key.items())))
