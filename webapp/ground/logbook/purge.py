"""Purges contents whose time is over: what they said is gone, that they were there stays (`protocol.md` 5).

To look through a big book takes seconds, so it is done before the estate's head is locked (`survey`); what is
written meanwhile is looked at under the lock.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import ColumnElement, delete, exists, func, select
from sqlalchemy.orm import Session

from webapp.core.db import Base
from webapp.core.domain import PushKind, Row
from webapp.core.feed import lock_head
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.book import Draft, Written, as_entry, write
from webapp.ground.logbook.chain import moment
from webapp.ground.logbook.models import LogbookContent, LogbookEntry

PURGE = "logbook.purge"
_Key = tuple[str, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Survey:
    """What a purge would take, as the book stood at entry `up_to`.

    numbers  of the entries, as runs (first, last)
    rows     that only these entries made, in tables whose rows all come from entries: what a register of another room
             was told by them stays there
    shared   that no entry which stays writes too, by table and key
    """

    estate_id: UUID
    numbers: Sequence[tuple[int, int]]
    up_to: int
    rows: Sequence[Row]
    shared: Mapping[_Key, Row]


def survey(
    session: Session, estate_id: UUID, numbers: Sequence[tuple[int, int]], kinds: Mapping[str, PushKind]
) -> Survey:
    """Answer what a purge of these entries takes; it only reads, so nobody is held up."""
    newest = select(func.max(LogbookEntry.number)).where(LogbookEntry.estate_id == estate_id)
    up_to = session.scalar(newest) or 0
    owned = {table for kind in kinds.values() for table in kind.owns}
    told = (row for run in numbers for row in _rows(session, estate_id, kinds, LogbookContent.number.between(*run)))
    made = [row for row in told if row.table in owned]
    shared = {_key(row): row for row in made if row.shared}
    if shared:
        stays = [~LogbookContent.number.between(*run) for run in numbers]
        _keep_written(shared, _rows(session, estate_id, kinds, LogbookContent.number <= up_to, *stays))
    return Survey(estate_id, numbers, up_to, [row for row in made if row.new and not row.shared], shared)


def purge(
    session: Session, found: Survey, kinds: Mapping[str, PushKind], *, rule: str, by: UUID, now: datetime
) -> Written:
    """Delete the contents of the entries that were surveyed and the rows they made; answer the entry that says so.

    rule  id of the retention rule that allows it, e.g. "PAT-R11"; whoever calls has checked its date
    """
    estate_id = found.estate_id
    head = lock_head(session, estate_id)
    if _purged_since(session, found):
        found = survey(session, estate_id, found.numbers, kinds)  # what was to stay may be gone
    shared = dict(found.shared)
    if shared:
        _keep_written(shared, _rows(session, estate_id, kinds, LogbookContent.number > found.up_to))
    for run in found.numbers:
        ours = (LogbookContent.estate_id == estate_id, LogbookContent.number.between(*run))
        session.execute(delete(LogbookContent).where(*ours))
    _delete(session, [*found.rows, *shared.values()])
    judged = {"numbers": [list(run) for run in found.numbers], "rule": rule, "by": str(by)}
    zone = ZoneInfo(session.get_one(Estate, estate_id).timezone)
    return write(session, head, [Draft(PURGE, now, {}, {"receivedAt": moment(now)}, judged)], zone)[0]


def _purged_since(session: Session, found: Survey) -> bool:
    newer = (LogbookEntry.estate_id == found.estate_id, LogbookEntry.number > found.up_to)
    return bool(session.scalar(select(exists().where(*newer, LogbookEntry.kind == PURGE))))


def _keep_written(shared: dict[_Key, Row], stays: Iterable[Row]) -> None:
    """Take out of `shared` what an entry that stays writes too."""
    for row in stays:
        shared.pop(_key(row), None)


def _rows(
    session: Session, estate_id: UUID, kinds: Mapping[str, PushKind], *which: ColumnElement[bool]
) -> Iterator[Row]:
    """Derive the rows of the contents again, one content after the other."""
    statement = (
        select(LogbookContent.number, LogbookContent.content, LogbookContent.personal)
        .where(LogbookContent.estate_id == estate_id, *which)
        .order_by(LogbookContent.number)
        .execution_options(yield_per=500)
    )
    for number, text, personal in session.execute(statement):
        content = msgspec.json.decode(text)
        if kind := kinds.get(content["item"].get("kind", "")):
            apart = msgspec.json.decode(personal) if personal else None
            yield from kind.rows_of(as_entry(estate_id, number, kind.name, content, apart))


def _key(row: Row) -> _Key:
    return row.table, tuple(row.key.values())


def _delete(session: Session, rows: Iterable[Row]) -> None:
    for row in rows:
        table = Base.metadata.tables[row.table]
        session.execute(delete(table).where(*(table.c[name] == value for name, value in row.key.items())))
