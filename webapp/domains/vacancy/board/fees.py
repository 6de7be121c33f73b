"""For which units the developer owes fees, as a list for the cashier; amounts are not stated (`vacancy.md` 9)."""

from sqlalchemy import select

from webapp.core.held import Data
from webapp.domains.vacancy.board.stock import Stock
from webapp.domains.vacancy.models import VacantCard
from webapp.domains.vacancy.rules.regime import vacant_spans
from webapp.ground.places.known import unit_names
from webapp.ground.places.models import Unit


def fees_page(stock: Stock) -> Data:
    """Answer every unit that is vacant and unsold, since when, and who owes for it."""
    since = {id_: [*vacant_spans(days)][-1].first for id_, days in stock.days.items() if id_ in stock.vacant_now}
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
            "days": (stock.today - first).days,
        }
        for id_, first in since.items()
    ]
    return {"units": sorted(lines, key=lambda line: (line["from"], line["unit"]))}
