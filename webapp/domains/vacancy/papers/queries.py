"""Papers of vacant units as pages ask for them: drafts of periods that are over, and what was filed."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.core.held import Data
from webapp.core.wire import plain
from webapp.domains.vacancy.board.stock import Stock
from webapp.domains.vacancy.models import VacantPaper
from webapp.domains.vacancy.papers.drafting import draft
from webapp.domains.vacancy.rules.papers import (
    PaperKind,
    days_of,
    due_on,
    halves,
    paper_id,
    sha256_of,
    state_of_paper,
)
from webapp.domains.vacancy.rules.periods import month_name, months
from webapp.domains.vacancy.rules.risk import kept_until
from webapp.ground.calendar.rules import day_of
from webapp.ground.places.models import UnitStatusRow
from webapp.ground.places.rules import UnitStatus


def periods_over(stock: Stock, kind: PaperKind) -> list[str]:
    """Answer the periods that are over since the house first knew of a vacant unit, oldest first."""
    first = known_since(stock)
    if first is None:
        return []
    by_month = [month_name(one.first) for one in months(first, stock.today)]
    names = halves(first, stock.today) if kind == "summary" else by_month
    return [name for name in names if days_of(kind, name).last < stock.today]


def known_since(stock: Stock) -> date | None:
    """Answer since when the house has known of a vacant unit; None while it never did."""
    query = select(func.min(UnitStatusRow.at)).where(UnitStatusRow.estate_id == stock.estate.id)
    at = stock.session.scalar(query.where(UnitStatusRow.status == UnitStatus.VACANT_UNSOLD))
    return day_of(at, stock.estate.timezone) if at else None


def filed_papers(session: Session, estate_id: UUID, kind: PaperKind) -> Mapping[str, VacantPaper]:
    """Answer by period what was filed."""
    query = select(VacantPaper).where(VacantPaper.estate_id == estate_id, VacantPaper.kind == kind)
    return {one.period: one for one in session.scalars(query)}


def unfiled_before(stock: Stock, kind: PaperKind, period: str) -> str | None:
    """Answer the first period before this one whose paper is not filed; None where there is none."""
    filed = filed_papers(stock.session, stock.estate.id, kind)
    return next((name for name in periods_over(stock, kind) if name < period and name not in filed), None)


def frozen_by(stock: Stock, kind: PaperKind, period: str) -> int | None:
    """Answer the entry by which a paper was filed; None while it is a draft."""
    filed = filed_papers(stock.session, stock.estate.id, kind).get(period)
    return filed.entry if filed else None


def papers_page(stock: Stock, kind: PaperKind) -> list[Data]:
    """Answer all papers of a kind, newest first."""
    filed = filed_papers(stock.session, stock.estate.id, kind)
    names = sorted({*periods_over(stock, kind), *filed}, reverse=True)
    return [told_paper(stock, kind, name, filed.get(name)) for name in names]


def summaries_page(stock: Stock) -> list[Data]:
    """Answer all summaries, newest first; one that was filed with what it would say today (`today`)."""
    return [{**told, "today": _today_of(stock, told)} for told in papers_page(stock, "summary")]


def _today_of(stock: Stock, told: Data) -> Data | None:
    """Answer a filed summary by today's knowledge; None for drafts, and once what it counts may be destroyed."""
    last = days_of("summary", told["period"]).last
    months = stock.settings(stock.today)["retention_after_sale_months"]
    if told["state"] != "filed" or kept_until(last, months) <= stock.today:
        return None
    return draft(stock, "summary", told["period"])


def paper(stock: Stock, kind: PaperKind, period: str) -> Data:
    """Answer one paper; raises NotFound."""
    filed = filed_papers(stock.session, stock.estate.id, kind)
    if period not in filed and period not in periods_over(stock, kind):
        raise NotFound(period=period)
    return told_paper(stock, kind, period, filed.get(period))


def told_paper(stock: Stock, kind: PaperKind, period: str, filed: VacantPaper | None) -> Data:
    """Answer a paper as it is told: frozen as it was filed, else by today's knowledge."""
    days = days_of(kind, period)
    due = due_on(kind, days, stock.settings(days.last))
    content = filed.content if filed else draft(stock, kind, period)
    return {
        "id": str(paper_id(stock.estate.id, kind, period)),
        "period": period,
        "state": state_of_paper(due, stock.today, filed=filed is not None),
        "dueOn": due.isoformat(),
        "serial": None,
        "filedAt": plain(filed.filed_at) if filed else None,
        "byName": filed.by_name if filed else None,
        "note": filed.note if filed else "",
        "sha256": sha256_of(content),
        "content": content,
    }
