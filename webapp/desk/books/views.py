"""HTTP doors of the page of forms: what there is, one page as PDF, a month of a form as XLSX."""

from typing import Any, cast

from flask import Response, current_app
from flask_smorest import Blueprint

from webapp.config import Settings
from webapp.core import clock
from webapp.core.actor import OVERSEERS, Duty, actor, needs
from webapp.core.db import db
from webapp.core.errors import NotFound
from webapp.desk.books import queries
from webapp.desk.books.schemas import MONTH, BooksOut, BooksQuery
from webapp.ground.books import books_of_all_rooms, pdf_answer, print_page
from webapp.ground.estates.models import Estate

bp = Blueprint("books", __name__, url_prefix="/api/v1/books", description="Numbered forms of all rooms")
FILE = {"type": "string", "format": "binary"}
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("")
@needs(*OVERSEERS, duty=Duty.ARCHIVIST)
@bp.arguments(BooksQuery, location="query")
@bp.response(200, BooksOut)
def books(query: dict[str, Any]) -> dict[str, Any]:
    session, all_books, estate = db.session(), books_of_all_rooms(), _estate()
    if serial := query["serial"].strip():
        return {"forms": [], "pages": queries.pages_named(session, all_books, estate, serial)}
    book = all_books.get(query["form"])
    return {
        "forms": queries.month_of_books(session, all_books, estate, query["month"]),
        "pages": queries.month_of_book(session, book, estate, query["month"]) if book else [],
    }


@bp.get("/<serial>.pdf")
@needs(*OVERSEERS, duty=Duty.ARCHIVIST)
@bp.response(200, FILE, content_type="application/pdf")
@bp.alt_response(404, description="No such number in this estate, or nothing stands there any more")
def page(serial: str) -> Response:
    session, estate = db.session(), _estate()
    book, found = queries.page_by_serial(session, books_of_all_rooms(), estate, serial)
    stands = book.page(session, estate.id, found.key)
    settings = cast(Settings, current_app.extensions["rounds.settings"])
    return pdf_answer(print_page(session, settings, estate.id, stands, now=clock.now()), serial)


@bp.get("/<form>/<month>.xlsx")
@needs(*OVERSEERS, duty=Duty.ARCHIVIST)
@bp.response(200, FILE, content_type=SPREADSHEET)
@bp.alt_response(404, description="No such form, or no such month")
def month(form: str, month: str) -> Response:
    book = books_of_all_rooms().get(form)
    if book is None or not MONTH.match(month):
        raise NotFound(form=form, month=month)
    made = queries.workbook(db.session(), book, _estate(), month)
    headers = {"Content-Disposition": f'attachment; filename="{form}-{month}.xlsx"', "Cache-Control": "no-store"}
    return Response(made, mimetype=SPREADSHEET, headers=headers)


def _estate() -> Estate:
    return db.session().get_one(Estate, actor().estate_id)
