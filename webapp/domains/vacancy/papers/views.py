"""HTTP doors of dynamic tables and half-year summaries."""

from typing import Any

from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import OVERSEERS, actor, needs
from webapp.core.db import db
from webapp.domains.vacancy.board.stock import Stock
from webapp.domains.vacancy.papers.queries import paper, papers_page, summaries_page
from webapp.domains.vacancy.rules.checking import HOLDERS
from webapp.domains.vacancy.schemas import PaperOut, SummariesOut, TablesOut
from webapp.ground.estates.models import Estate

bp = Blueprint("vacancy_papers", __name__, url_prefix="/api/v1/vacancy", description="Tables and summaries of vacancy")


@bp.get("/tables")
@needs(*OVERSEERS)
@bp.response(200, TablesOut)
def tables() -> dict[str, Any]:
    return {"tables": papers_page(_stock(), "table")}


@bp.get("/tables/<period>")
@needs(*OVERSEERS)
@bp.response(200, PaperOut)
def table(period: str) -> dict[str, Any]:
    return paper(_stock(), "table", period)


@bp.get("/summaries")
@needs(*HOLDERS)
@bp.response(200, SummariesOut)
def summaries() -> dict[str, Any]:
    return {"summaries": summaries_page(_stock())}


@bp.get("/summaries/<period>")
@needs(*HOLDERS)
@bp.response(200, PaperOut)
def summary(period: str) -> dict[str, Any]:
    return paper(_stock(), "summary", period)


def _stock() -> Stock:
    return Stock(db.session(), db.session().get_one(Estate, actor().estate_id), clock.now())
