"""For which units the developer owes fees, as a list for the cashier; amounts are not stated (`vacancy.md` 9)."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import select

from webapp.core.held import Data
from webapp.domains.vacancy.board.stock import Stock
from webapp.domains.vacancy.models import VacantCard
from webapp.domains.vacancy.rules.regime import vacant_spans
from webapp.ground.places.known import unit_names
from webapp.ground.places.models import Unit


def fees_page(stock: Stock) -> Data:
    """Answer every unit that is vacant and unsold, since when, and who owes for it."""
    return {"units": owed_lines(stock, stock.vacant_now, stock.today)}


def owed_lines(stock: Stock, ids: Collection[UUID], day: date) -> list[Data]:
    """Answer since when each of these units, vacant on a day, has been so, and who owes for it; longest first."""
    since = {id_: _since(stock, id_, day) for id_ in ids}
    of_estate = select(Unit.id, Unit.area).where(Unit.estate_id == stock.estate.id, Unit.id.in_(since))
    areas = dict(stock.session.execute(of_estate).all())
    owing = select(VacantCard.id, VacantCard.developer).where(VacantCard.estate_id == stock.estate.id)
    developers = dict(stock.session.execute(owing).all())
    names = unit_names(stock.session, stock.estate.id, since)
    lines = [
        {
            "unitId": str(id_),
            "unit": names[id_],
            "developer": developers.get(id_, ""),
            "area": areas[id_],
            "from": first.isoformat(),
            "days": (day - first).days,
        }
        for id_, first in since.items()
    ]
    return sorted(lines, key=lambda line: (line["from"], line["unit"]))


def _since(stock: Stock, unit_id: UUID, day: date) -> date:
    return max(span.first for span in vacant_spans(stock.days[unit_id]) if span.first <= day)
