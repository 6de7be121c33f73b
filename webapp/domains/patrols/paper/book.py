"""The book of patrol records (巡查记录表): a line a page, and a line for every item that was looked at."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domains.patrols.models import PatrolRecord
from webapp.domains.patrols.paper.lines import section_of
from webapp.domains.patrols.paper.looks import look_line
from webapp.domains.patrols.paper.queries import RecordPage, entries_of, record_page, voided
from webapp.domains.patrols.paper.sheet import WORDS, form_of
from webapp.domains.patrols.rules.decision import FORM
from webapp.domains.patrols.rules.rounds import Timeliness
from webapp.ground.books import Book, BookPage, Cells
from webapp.ground.books.book import Keys
from webapp.ground.estates.models import Estate
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import read_words

TABLES = {
    "records": ("route", "round", "by", "places", "abnormal", "lateVisits", "madeUp", "state"),
    "items": ("place", "scannedAt", "by", "item", "result", "told"),
}


def page_of(stands: RecordPage) -> BookPage:
    """Answer the record as a page of its book."""
    return BookPage(
        serial=stands.record.serial,
        proved=stands.proved,
        form=partial(form_of, stands),
        lines={"records": [_line(stands)], "items": _items(stands)},
        photos=stands.photos,
    )


def _line(stands: RecordPage) -> Cells:
    count = Counter(visit.timeliness for visit in {visit.place_id: visit for visit in stands.visits}.values())
    names = dict.fromkeys([*(visit.by_name for visit in stands.visits), *(look.signer_name for look in stands.looks)])
    say = read_words(WORDS, stands.language)
    return (
        stands.route or (say("supervision") if stands.looks else ""),
        stands.record.number or "",
        "、".join(names),
        count.total() + len({look.detail["placeId"] for look in stands.looks}),
        sum(visit.abnormal for visit in stands.visits),
        count[Timeliness.LATE],
        count[Timeliness.MADE_UP],
        say(f"state.{stands.standing.state}"),
    )


def _items(stands: RecordPage) -> list[Cells]:
    """Answer a line for every item of every visit, as it is printed."""
    zone, say = stands.estate.timezone, read_words(WORDS, stands.language)
    lines: list[Cells] = []
    for visit in stands.visits:
        section = section_of(visit, 0, say=say, zone=zone, serials=stands.serials, photos={})
        where = (visit.place_name or say("unknownPlace"), moment_text(visit.scanned_at, zone), visit.by_name)
        lines += [(*where, name, result, told) for name, result, told, _ in section.items]
        lines += [(*where, label, "", told) for label, told in section.notes]
    for look in stands.looks:
        where = (look.detail["name"], moment_text(look.at, zone), look.signer_name)
        service, doing, told, _ = look_line(look, say, stands.serials)
        lines.append((*where, service, doing, told))
    return lines


def _days(session: Session, estate: Estate, keys: Keys) -> Mapping[UUID, date]:
    query = select(PatrolRecord.id, PatrolRecord.day).where(PatrolRecord.estate_id == estate.id)
    return dict(session.execute(query.where(PatrolRecord.id.in_(keys))).all())


def _page(session: Session, estate_id: UUID, record_id: UUID) -> BookPage:
    return page_of(record_page(session, estate_id, record_id))


BOOK = Book(
    code=FORM,
    tables=TABLES,
    words=Path(__file__).with_name("tables.yaml"),
    days=_days,
    entries=entries_of,
    page=_page,
    void=voided,
    monthly=True,
)
