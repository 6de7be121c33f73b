"""Having the records of a closed month destroyed once their time is over (`months.purge`, PAT-R11)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS
from webapp.core.domain import Applied, Decision, Entry, Item, PushKind, Refused, Row
from webapp.core.errors import NotAllowed
from webapp.core.made import made_columns
from webapp.core.wire import Wire
from webapp.desk.books.pages import in_parts
from webapp.desk.months.contents import contents_between
from webapp.desk.months.models import MonthClosing
from webapp.desk.months.rules import kept_until, last_day_kept
from webapp.ground.books import Books, books_of_all_rooms
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import setting
from webapp.ground.logbook.models import LogbookEntry
from webapp.ground.paper.when import runs
from webapp.ground.people.queries import archivists

PURGE = "months.purge"
UNKNOWN, ACTIVE, NOTHING = "months.unknown_closing", "months.retention_active", "months.nothing_due"


class Purge(Wire, frozen=True, kw_only=True):
    """Body of `months.purge`: which closed month."""

    purge_id: UUID
    closing_id: UUID


@dataclass(frozen=True, slots=True)
class Due:
    """What of a closed month may go.

    until    the last day on which nothing of it may go
    numbers  runs of entries of the pages whose time is over
    pages    how many those are
    """

    until: date
    numbers: Sequence[tuple[int, int]]
    pages: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What the estate knows: `due` by closing, and which day it is there, by item."""

    archivists: frozenset[UUID]
    today: Mapping[UUID, date]
    due: Mapping[UUID, Due]


def due_of(session: Session, books: Books, estate: Estate, closing: MonthClosing, today: date) -> Due:
    """Answer what of the closing may go today: each page by the newest entry about it, what is open never."""
    months = setting(estate.settings, "patrol_retention_months")
    until = last_day_kept(closing.month, months)
    if today <= until:
        return Due(until, (), 0)
    entries = _entries(session, {code: book for code, book in books.items() if book.monthly}, estate, closing)
    newest = _moments(session, estate.id, {max(numbers) for numbers in entries if numbers})
    over = [
        numbers for numbers in entries if numbers and today > kept_until(newest[max(numbers)], estate.timezone, months)
    ]
    return Due(until, runs(number for numbers in over for number in numbers), len(over))


def _entries(session: Session, books: Books, estate: Estate, closing: MonthClosing) -> list[set[int]]:
    """Answer the entries from which each page of the closing was written that is not open."""
    found = contents_between(session, books, estate, closing.month, closing.since, closing.up_to)
    entries: list[set[int]] = []
    for book in books.values():
        open_ = set(book.open(session, estate.id))
        for keys in in_parts([page.key for page in found.of(book.code) if page.key not in open_]):
            entries += book.entries(session, estate.id, keys).values()
    return entries


def _moments(session: Session, estate_id: UUID, numbers: set[int]) -> Mapping[int, datetime]:
    query = select(LogbookEntry.number, LogbookEntry.at).where(LogbookEntry.estate_id == estate_id)
    return dict(session.execute(query.where(LogbookEntry.number.in_(numbers))).all())


def facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> Facts:
    """Answer what `decide` needs."""
    estate = session.get_one(Estate, estate_id)
    today = {item.id: day_of(item.received_at, estate.timezone) for item in items}
    due = {}
    for item in items:
        closing = session.get(MonthClosing, (estate_id, item.body.closing_id))
        if closing:
            due[closing.id] = due_of(session, books_of_all_rooms(), estate, closing, today[item.id])
    return Facts(archivists(session, estate_id), today, due)


def decide(item: Item, facts: Facts) -> Decision:
    """Let the records of the month go whose time is over; nothing goes before (acceptance 9)."""
    purge: Purge = item.body
    if item.role not in OVERSEERS and item.by not in facts.archivists:
        return Refused(NotAllowed.code)
    if item.about != purge.closing_id:
        return Refused("core.bad_shape", {"field": "about"})
    due = facts.due.get(purge.closing_id)
    if due is None:
        return Refused(UNKNOWN, {"closing": str(purge.closing_id)})
    if facts.today[item.id] <= due.until:
        return Refused(ACTIVE, {"until": due.until.isoformat()})
    if not due.numbers:
        return Refused(NOTHING)
    return Applied(
        {
            "purgedAt": item.corrected_at.isoformat(),
            "keptUntil": due.until.isoformat(),
            "numbers": [list(run) for run in due.numbers],
            "pages": due.pages,
        }
    )


def rows(entry: Entry) -> Sequence[Row]:
    """Answer the purge as it was asked for; the worker carries it out."""
    purge, judged = entry.read(Purge), entry.judged
    values = {
        "closing_id": purge.closing_id,
        "numbers": judged["numbers"],
        "pages": judged["pages"],
        "kept_until": date.fromisoformat(judged["keptUntil"]),
        "purged_at": datetime.fromisoformat(judged["purgedAt"]),
        **made_columns(entry),
    }
    return [Row("month_purges", {"estate_id": entry.estate_id, "id": purge.purge_id}, values)]


PURGING = PushKind(
    name=PURGE,
    version=1,
    body=Purge,
    facts=facts,
    decide=decide,
    rows=rows,
    owns=("month_purges",),
    acts=True,
)
