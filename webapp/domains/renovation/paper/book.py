"""The numbered books of renovations: cases, notices, passes, hot-work permits, visits; kept with the owner's file."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.domains.renovation.models import (
    Renovation,
    RenovationAct,
    SiteNotice,
    SiteRequest,
    SiteVisitRow,
    WorkerPass,
)
from webapp.domains.renovation.paper import filling, texts
from webapp.domains.renovation.paper.archive import archive_form, photos_of
from webapp.domains.renovation.paper.parts import results
from webapp.domains.renovation.paper.queries import CasePage, case_page
from webapp.domains.renovation.paper.say import say_of
from webapp.domains.renovation.paper.sheet import hot_work_form, notice_form
from webapp.domains.renovation.paper.single import pass_form, visit_form
from webapp.domains.renovation.rules.acting import CASE_FORM, HOT_WORK_FORM, NOTICE_FORM, PASS_FORM
from webapp.domains.renovation.rules.visiting import VISIT_FORM
from webapp.ground.books import Book, BookPage, Cells, days_by, written_in
from webapp.ground.books.book import Keys
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate

WORDS = Path(__file__).with_name("tables.yaml")
Entries = Callable[[Session, UUID, Keys], Mapping[UUID, set[int]]]


def _case_entries(session: Session, estate_id: UUID, keys: Keys) -> dict[UUID, set[int]]:
    found: dict[UUID, set[int]] = {key: set() for key in keys}
    query = select(RenovationAct.renovation_id, RenovationAct.entry).where(RenovationAct.estate_id == estate_id)
    for id_, entry in session.execute(query.where(RenovationAct.renovation_id.in_(keys))):
        found[id_].add(entry)
    return found


def _of_parts(table: Any) -> Entries:
    """Answer the entries of pages that are parts of a renovation: all of that renovation."""

    def entries(session: Session, estate_id: UUID, keys: Keys) -> dict[UUID, set[int]]:
        query = select(table.id, table.renovation_id).where(table.estate_id == estate_id, table.id.in_(keys))
        cases: dict[UUID, UUID] = dict(session.execute(query).all())
        of_cases = _case_entries(session, estate_id, set(cases.values()))
        return {id_: of_cases[cases[id_]] if id_ in cases else set() for id_ in keys}

    return entries


def _days_of(table: Any, column: Any) -> Callable[[Session, Estate, Keys], Mapping[UUID, date]]:
    """Answer the day of each part, by who did it when."""

    def days(session: Session, estate: Estate, keys: Keys) -> Mapping[UUID, date]:
        query = select(table.id, column).where(table.estate_id == estate.id, table.id.in_(keys))
        return {id_: day_of(datetime.fromisoformat(who["at"]), estate.timezone) for id_, who in session.execute(query)}

    return days


def _page_of(session: Session, estate_id: UUID, table: Any, key: UUID) -> CasePage:
    found = session.get(table, (estate_id, key))
    if found is None:
        raise NotFound(page=str(key))
    return case_page(session, estate_id, found.renovation_id)


def _case(session: Session, estate_id: UUID, key: UUID) -> BookPage:
    page = case_page(session, estate_id, key)
    case = page.case
    cells: Cells = (
        case["unitName"],
        case["applicant"]["name"],
        case["contractor"]["name"],
        case["scope"],
        case["permitFrom"] or "",
        case["permitUntil"] or "",
        case["state"],
    )
    form = partial(archive_form, page)
    return _whole(page, case["serial"], form, {"renovations": [cells]}, photos_of(page))


def _notice(session: Session, estate_id: UUID, key: UUID) -> BookPage:
    page = _page_of(session, estate_id, SiteNotice, key)
    told = page.part("notices", "noticeId", key)
    items = filling.item_names(told["items"], page.language)
    cells: Cells = (
        page.case["unitName"],
        items,
        told["description"],
        told["dueOn"],
        filling.listed(results(page, told), page.language),
    )
    photos = {one["sha256"] for one in told["photos"]}
    return _whole(page, told["serial"], partial(notice_form, page, told), {"rectification_notices": [cells]}, photos)


def _pass(session: Session, estate_id: UUID, key: UUID) -> BookPage:
    page = _page_of(session, estate_id, WorkerPass, key)
    told = page.part("passes", "passId", key)
    state = say_of(page)(f"pass.{told['state']}")
    cells: Cells = (page.case["unitName"], told["name"], page.case["contractor"]["name"], state, told["note"])
    photos = {told["photo"]} if told["photo"] else set()
    return _whole(page, told["serial"], partial(pass_form, page, told), {"worker_passes": [cells]}, photos)


def _hot_work(session: Session, estate_id: UUID, key: UUID) -> BookPage:
    page = _page_of(session, estate_id, SiteRequest, key)
    told = page.part("requests", "requestId", key)
    said, state = told["said"], say_of(page)(f"request.{told['state']}")
    cells: Cells = (page.case["unitName"], *(said[name] for name in ("place", "work", "operator", "watcher")), state)
    return _whole(page, told["serial"], partial(hot_work_form, page, told), {"hot_work_permits": [cells]}, set())


def _visit(session: Session, estate_id: UUID, key: UUID) -> BookPage:
    row = session.get(SiteVisitRow, (estate_id, key))
    if row is None:
        raise NotFound(visit=str(key))
    page = case_page(session, estate_id, row.renovation_id, {row.entry})
    told = next(one for one in page.visits if one["id"] == str(key))
    say = say_of(page)
    stage = say(f"stage.{told['stage']}") if told["stage"] else texts.NOTHING
    cells: Cells = (page.case["unitName"], told["byName"], say(f"outcome.{told['outcome']}"), stage, told["note"])
    photos = {one["sha256"] for one in told["photos"]}
    return _whole(page, told["serial"], partial(visit_form, page, told), {"site_visits": [cells]}, photos)


def _whole(page: CasePage, serial: str, form: Any, lines: Mapping[str, Sequence[Cells]], photos: set[str]) -> BookPage:
    return BookPage(serial=serial, proved=page.proved, form=form, lines=lines, photos=photos)


BOOKS = (
    Book(
        code=CASE_FORM,
        tables={"renovations": ("unit", "applicant", "contractor", "scope", "permitFrom", "permitUntil", "state")},
        words=WORDS,
        days=days_by(Renovation, Renovation.received_at),
        entries=_case_entries,
        page=_case,
    ),
    Book(
        code=NOTICE_FORM,
        tables={"rectification_notices": ("unit", "items", "description", "dueOn", "result")},
        words=WORDS,
        days=_days_of(SiteNotice, SiteNotice.issued),
        entries=_of_parts(SiteNotice),
        page=_notice,
    ),
    Book(
        code=PASS_FORM,
        tables={"worker_passes": ("unit", "name", "contractor", "state", "note")},
        words=WORDS,
        days=_days_of(WorkerPass, WorkerPass.issued),
        entries=_of_parts(WorkerPass),
        page=_pass,
    ),
    Book(
        code=HOT_WORK_FORM,
        tables={"hot_work_permits": ("unit", "place", "work", "operator", "watcher", "state")},
        words=WORDS,
        days=_days_of(SiteRequest, SiteRequest.asked),
        entries=_of_parts(SiteRequest),
        page=_hot_work,
    ),
    Book(
        code=VISIT_FORM,
        tables={"site_visits": ("unit", "byName", "outcome", "stage", "note")},
        words=WORDS,
        days=days_by(SiteVisitRow, SiteVisitRow.started_at),
        entries=written_in(SiteVisitRow, SiteVisitRow.entry),
        page=_visit,
    ),
)
