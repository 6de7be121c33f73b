"""Purges contents whose time is over: what they said is gone, that they were there stays (`protocol.md` 5)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import ColumnElement, delete, select
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
    numbers: Sequence[tuple[int, int]],
    kinds: Mapping[str, PushKind],
    *,
    rule: str,
    by: UUID,
    now: datetime,
) -> Written:
    """Delete the contents of some entries and the rows they made; answer the entry that says so.

    numbers  of the entries, as runs (first, last)
    rule     id of the retention rule that allows it, e.g. "PAT-R11"; whoever calls has checked its date
    """
    head = lock_head(session, estate_id)
    whole = LogbookContent.estate_id == estate_id
    made: list[Row] = []
    for run in numbers:
        ours = (whole, LogbookContent.number.between(*run))
        made += _rows(session, kinds, *ours)
        session.execute(delete(LogbookContent).where(*ours))
    shared = {_key(row): row for row in made if row.shared}
    for row in _rows(session, kinds, whole) if shared else ():
        shared.pop(_key(row), None)  # an entry that stays writes it too
    _delete(session, [*(row for row in made if row.new and not row.shared), *shared.values()])
    judged = {"numbers": [list(run) for run in numbers], "rule": rule, "by": str(by)}
    zone = ZoneInfo(session.get_one(Estate, estate_id).timezone)
    return write(session, head, [Draft(PURGE, now, {}, {"receivedAt": moment(now)}, judged)], zone)[0]


def _rows(session: Session, kinds: Mapping[str, PushKind], *which: ColumnElement[bool]) -> Iterator[Row]:
    """Derive the rows of the contents again, one content after the other."""
    statement = (
        select(LogbookContent.estate_id, LogbookContent.number, LogbookContent.content, LogbookContent.personal)
        .where(*which)
        .order_by(LogbookContent.number)
        .execution_options(yield_per=500)
    )
    for estate_id, number, text, personal in session.execute(statement):
        content = msgspec.json.decode(text)
        if kind := kinds.get(content["item"].get("kind", "")):
            apart = msgspec.json.decode(personal) if personal else None
            yield from kind.rows_of(as_entry(estate_id, number, kind.name, content, apart))


def _key(row: Row) -> tuple[str, tuple[object, ...]]:
    return row.table, tuple(row.key.values())


def _delete(session: Session, rows: Iterable[Row]) -> None:
    for row in rows:
        table = Base.metadata.tables[row.table]
        session.execute(delete(table).where(*(table.c[name] == value for name, value in row.key.items())))
