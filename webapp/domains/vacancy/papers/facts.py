"""What the estate knows when papers of vacant units are filed."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.domain import Item
from webapp.domains.vacancy.board.stock import Stock
from webapp.domains.vacancy.models import VacantPaper
from webapp.domains.vacancy.papers.drafting import draft
from webapp.domains.vacancy.papers.queries import unfiled_before
from webapp.domains.vacancy.rules.papers import PaperFacts, PaperKind, days_of
from webapp.ground.estates.judged import settings_of
from webapp.ground.estates.models import Estate


def paper_facts(kind: PaperKind, session: Session, estate_id: UUID, items: Sequence[Item]) -> PaperFacts:
    """Answer what `rules.papers.decide` needs: what the draft says when the item comes in."""
    estate = session.get_one(Estate, estate_id)
    stocks = {item.id: Stock(session, estate, item.received_at) for item in items}
    asked = {item.id: item.body.period for item in items if _is_period(kind, item.body.period)}
    return PaperFacts(
        settings=settings_of(session, estate_id, items),
        today={id_: stock.today for id_, stock in stocks.items()},
        drafts={id_: draft(stocks[id_], kind, period) for id_, period in asked.items()},
        filed=frozenset(session.scalars(select(VacantPaper.id).where(VacantPaper.estate_id == estate_id))),
        unfiled={id_: unfiled_before(stocks[id_], kind, period) for id_, period in asked.items()},
    )


def _is_period(kind: PaperKind, period: str) -> bool:
    try:
        return bool(days_of(kind, period))
    except ValueError:
        return False
