"""What a month's bundle would hold: pages by the entry they were first written in, gaps, late ones, open findings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.core.feed import EstateHead
from webapp.desk.months.models import MonthClosing
from webapp.desk.months.rules import book_of, end_of_month, gaps, is_late, month_after, month_of
from webapp.domains.findings.models import Finding
from webapp.domains.findings.rules.states import FINAL
from webapp.domains.patrols.models import PatrolRecord
from webapp.domains.patrols.paper.queries import voided
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.models import LogbookEntry, SerialPage

RECORDS, FINDINGS = "XC", "WT"
FORMS = (RECORDS, FINDINGS)


@dataclass(frozen=True, slots=True)
class Page:
    """A numbered page: what stands on it, of which day that is, and the entry that opened it."""

    form: str
    key: UUID
    serial: str
    entry: int
    accepted_at: datetime
    day: date | None  # None: nothing stands there any more
    void: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """What a month's bundle holds. `before` are the serials of earlier bundles."""

    month: str
    since: int
    up_to: int
    pages: Sequence[Page]
    gaps: Sequence[str]
    open: Sequence[str]

    def of(self, form: str) -> list[Page]:
        """Answer the pages of one form, in the order of their numbers."""
        return [page for page in self.pages if page.form == form]

    def forms(self) -> dict[str, Any]:
        """Answer what is told of each form: its range, what is missing, void or late."""
        return {form: self._told(form, self.of(form)) for form in FORMS}

    def _told(self, form: str, pages: Sequence[Page]) -> dict[str, Any]:
        return {
            "first": pages[0].serial if pages else None,
            "last": pages[-1].serial if pages else None,
            "count": len(pages),
            "gaps": [serial for serial in self.gaps if serial.startswith(f"{form}-")],
            "voids": [page.serial for page in pages if page.void],
            "late": [page.serial for page in pages if page.day and is_late(page.day, self.month)],
        }


def contents(session: Session, estate: Estate, month: str) -> Contents:
    """Answer what the bundle of `month` would hold, were it closed now: all accepted since the last closing."""
    last = last_closing(session, estate.id)
    since = last.up_to if last else 0
    up_to = _newest_entry(session, estate.id, before=end_of_month(month, estate.timezone))
    return contents_between(session, estate, month, since, max(since, up_to))


def contents_between(session: Session, estate: Estate, month: str, since: int, up_to: int) -> Contents:
    """Answer the pages that were opened by the entries after `since`, up to `up_to`."""
    pages = _pages(session, estate.id, since, up_to)
    missing = {page.serial for page in pages if page.day is None}
    found = [page for page in pages if page.day is not None]
    before = select(SerialPage.serial).where(SerialPage.estate_id == estate.id, SerialPage.entry <= since)
    lost = gaps((page.serial for page in found), session.scalars(before), _given(session, estate.id, pages, up_to))
    return Contents(month, since, up_to, found, sorted({*lost, *missing}), _open(session, estate.id, up_to))


def last_closing(session: Session, estate_id: UUID) -> MonthClosing | None:
    """Answer the estate's newest closing."""
    query = select(MonthClosing).where(MonthClosing.estate_id == estate_id)
    return session.scalars(query.order_by(MonthClosing.month.desc()).limit(1)).first()


def month_to_close(session: Session, estate: Estate, now: datetime) -> str:
    """Answer which month is to be closed next: the last one, once it is closed this one, and so on."""
    this = month_of(day_of(now, estate.timezone))
    last = last_closing(session, estate.id)
    if last and last.month >= this:
        return month_after(last.month)
    oldest = session.scalar(select(func.min(LogbookEntry.at)).where(LogbookEntry.estate_id == estate.id))
    begun = month_of(day_of(oldest, estate.timezone)) if oldest else this
    return this if (last and last.month == month_after(this, -1)) or begun == this else month_after(this, -1)


def _newest_entry(session: Session, estate_id: UUID, *, before: datetime) -> int:
    query = select(func.max(LogbookEntry.number)).where(LogbookEntry.estate_id == estate_id, LogbookEntry.at < before)
    return session.scalar(query) or 0


def _pages(session: Session, estate_id: UUID, since: int, up_to: int) -> list[Page]:
    query = (
        select(SerialPage, LogbookEntry.at)
        .join(
            LogbookEntry, (LogbookEntry.estate_id == SerialPage.estate_id) & (LogbookEntry.number == SerialPage.entry)
        )
        .where(SerialPage.estate_id == estate_id, SerialPage.form.in_(FORMS))
        .where(SerialPage.entry > since, SerialPage.entry <= up_to)
        .order_by(SerialPage.form, SerialPage.serial)
    )
    opened = [(page, at) for page, at in session.execute(query)]
    days = _days(session, estate_id, [page for page, _ in opened])
    void = voided(session, estate_id, [UUID(page.key) for page, _ in opened if page.form == RECORDS])
    keys = [UUID(page.key) for page, _ in opened]
    return [
        Page(page.form, key, page.serial, page.entry, at, days.get(key), void=key in void)
        for key, (page, at) in zip(keys, opened, strict=True)
    ]


def _days(session: Session, estate_id: UUID, pages: Iterable[SerialPage]) -> Mapping[UUID, date]:
    """Answer of which day each page is: the round's, or when the finding was found."""
    zone = ZoneInfo(session.get_one(Estate, estate_id).timezone)
    keys: dict[str, list[UUID]] = {form: [] for form in FORMS}
    for page in pages:
        keys[page.form].append(UUID(page.key))
    days: dict[UUID, date] = {}
    for ids in _parts(keys[RECORDS]):
        records = select(PatrolRecord.id, PatrolRecord.day).where(PatrolRecord.estate_id == estate_id)
        days |= dict(session.execute(records.where(PatrolRecord.id.in_(ids))).all())
    for ids in _parts(keys[FINDINGS]):
        found = select(Finding.id, Finding.found_at).where(Finding.estate_id == estate_id, Finding.id.in_(ids))
        days |= {id_: at.astimezone(zone).date() for id_, at in session.execute(found)}
    return days


def _parts(ids: Sequence[UUID], size: int = 500) -> Iterable[Sequence[UUID]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


def _given(session: Session, estate_id: UUID, pages: Iterable[Page], up_to: int) -> list[tuple[str, int]]:
    """Answer the newest number that each book has given, where nothing was given after `up_to`."""
    head = session.get(EstateHead, estate_id)
    if head is None or head.entry > up_to:
        return []
    books = {book_of(page.serial) for page in pages}
    return [(book, count) for book, count in head.serials.items() if book in books]


def _open(session: Session, estate_id: UUID, up_to: int) -> list[str]:
    query = select(Finding.serial).where(
        Finding.estate_id == estate_id, Finding.entry <= up_to, Finding.state.not_in(FINAL)
    )
    return list(session.scalars(query.order_by(Finding.serial)))
