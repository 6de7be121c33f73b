"""HTTP doors of the papers of vacant units, as PDF and as workbooks."""

from collections.abc import Callable, Mapping
from uuid import UUID

from flask import Response
from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import OVERSEERS, Role, actor, needs
from webapp.core.db import db
from webapp.domains.vacancy.board.care import care_page
from webapp.domains.vacancy.board.stock import Stock
from webapp.domains.vacancy.papers.queries import frozen_by, paper
from webapp.domains.vacancy.plans.queries import plan_told
from webapp.domains.vacancy.rules.checking import HOLDERS
from webapp.domains.vacancy.rules.papers import PaperKind
from webapp.domains.vacancy.schemas import YearQuery
from webapp.domains.vacancy.sheets.care import care_frequency
from webapp.domains.vacancy.sheets.page import Paper, form_of, workbook_of
from webapp.domains.vacancy.sheets.plan import yearly_plan
from webapp.domains.vacancy.sheets.register import register_listing, register_workbook
from webapp.domains.vacancy.sheets.summary import half_year
from webapp.domains.vacancy.sheets.table import dynamic_table
from webapp.ground.books import pdf_answer, proof_without_page
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.proof import proof_of
from webapp.ground.paper import render_form
from webapp.ground.paper.listing import render_listing
from webapp.ground.paper.when import moment_text

bp = Blueprint("vacancy_sheets", __name__, url_prefix="/api/v1/vacancy", description="Papers of vacant units")
FILE = {"type": "string", "format": "binary"}
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SET: Mapping[PaperKind, Callable[..., Paper]] = {"table": dynamic_table, "summary": half_year}


@bp.get("/register.pdf")
@needs(*HOLDERS)
@bp.response(200, FILE, content_type=PDF)
def register_pdf() -> Response:
    stock = _stock()
    printed = moment_text(stock.now, stock.estate.timezone)
    return pdf_answer(render_listing(register_listing(stock), now=stock.now, printed=printed), "vacancy-register")


@bp.get("/register.xlsx")
@needs(*HOLDERS)
@bp.response(200, FILE, content_type=XLSX)
def register_xlsx() -> Response:
    return _xlsx(register_workbook(_stock()), "register")


@bp.get("/care.pdf")
@needs(*HOLDERS)
@bp.arguments(YearQuery, location="query")
@bp.response(200, FILE, content_type=PDF)
def care_pdf(query: dict[str, int]) -> Response:
    return _pdf(_care(query["year"]), "care")


@bp.get("/care.xlsx")
@needs(*HOLDERS)
@bp.arguments(YearQuery, location="query")
@bp.response(200, FILE, content_type=XLSX)
def care_xlsx(query: dict[str, int]) -> Response:
    return _xlsx(workbook_of(_care(query["year"])), "care")


@bp.get("/tables/<period>.pdf")
@needs(*OVERSEERS)
@bp.response(200, FILE, content_type=PDF)
def table_pdf(period: str) -> Response:
    return _pdf(_paper("table", period), period)


@bp.get("/tables/<period>.xlsx")
@needs(*OVERSEERS)
@bp.response(200, FILE, content_type=XLSX)
def table_xlsx(period: str) -> Response:
    return _xlsx(workbook_of(_paper("table", period)), period)


@bp.get("/summaries/<period>.pdf")
@needs(*HOLDERS)
@bp.response(200, FILE, content_type=PDF)
def summary_pdf(period: str) -> Response:
    return _pdf(_paper("summary", period), period)


@bp.get("/summaries/<period>.xlsx")
@needs(*HOLDERS)
@bp.response(200, FILE, content_type=XLSX)
def summary_xlsx(period: str) -> Response:
    return _xlsx(workbook_of(_paper("summary", period)), period)


@bp.get("/plans/<uuid:plan_id>.pdf")
@needs(*HOLDERS, Role.GM)
@bp.response(200, FILE, content_type=PDF)
def plan_pdf(plan_id: UUID) -> Response:
    return _pdf(_plan(plan_id), "plan")


@bp.get("/plans/<uuid:plan_id>.xlsx")
@needs(*HOLDERS, Role.GM)
@bp.response(200, FILE, content_type=XLSX)
def plan_xlsx(plan_id: UUID) -> Response:
    return _xlsx(workbook_of(_plan(plan_id)), "plan")


def _stock() -> Stock:
    return Stock(db.session(), db.session().get_one(Estate, actor().estate_id), clock.now())


def _care(year: int) -> Paper:
    stock = _stock()
    return care_frequency(stock.estate, care_page(stock, year)["tasks"], year)


def _paper(kind: PaperKind, period: str) -> Paper:
    stock = _stock()
    entry = frozen_by(stock, kind, period)
    proved = proof_of(stock.session, stock.estate.id, {entry}) if entry else None
    return _SET[kind](stock.estate, paper(stock, kind, period), proved)


def _plan(plan_id: UUID) -> Paper:
    stock = _stock()
    told, entry = plan_told(stock, plan_id)
    return yearly_plan(stock.estate, told, proof_of(stock.session, stock.estate.id, {entry}))


def _pdf(made: Paper, name: str) -> Response:
    proof = proof_without_page(made.proved, made.estate) if made.proved else None
    return pdf_answer(render_form(form_of(made, proof), now=clock.now()), f"vacancy-{name}")


def _xlsx(made: bytes, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="vacancy-{name}.xlsx"', "Cache-Control": "no-store"}
    return Response(made, mimetype=XLSX, headers=headers)
