"""The register of deposits: what came in, went out, was kept, and is held."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domains.renovation.models import Renovation, SiteReceipt
from webapp.domains.renovation.rules.money import DEPOSIT
from webapp.domains.renovation.telling import told_receipt, unit_places
from webapp.ground.calendar.rules import moment_at
from webapp.ground.estates.models import Estate

Data = dict[str, Any]


def deposits(session: Session, estate: Estate, since: date | None, until: date | None) -> Data:
    """Answer the register of deposits of some days, and its sums; `held` counts all up to the last day."""
    mine = (SiteReceipt.estate_id == estate.id) & (SiteReceipt.line == DEPOSIT)
    query = select(SiteReceipt).where(mine).order_by(SiteReceipt.paid_at, SiteReceipt.id)
    if until:
        query = query.where(SiteReceipt.paid_at < moment_at(until + timedelta(days=1), "00:00", estate.timezone))
    found = session.scalars(query).all()
    first = moment_at(since, "00:00", estate.timezone) if since else None
    shown = [one for one in found if first is None or one.paid_at >= first]
    return {
        "rows": _receipts(session, estate.id, shown),
        "in": _sum(shown, "in"),
        "out": _sum(shown, "out"),
        "kept": _sum(shown, "kept"),
        "held": _sum(found, "in") - _sum(found, "out") - _sum(found, "kept"),
    }


def _sum(receipts: Iterable[SiteReceipt], direction: str) -> int:
    return sum(one.amount for one in receipts if one.direction == direction)


def _receipts(session: Session, estate_id: UUID, receipts: Sequence[SiteReceipt]) -> list[Data]:
    ids = {one.renovation_id for one in receipts}
    cases = select(Renovation).where(Renovation.estate_id == estate_id, Renovation.id.in_(ids))
    rows = {row.id: row for row in session.scalars(cases)}
    units = unit_places(session, estate_id, {row.unit_id for row in rows.values()})
    return [
        {
            "renovationId": str(one.renovation_id),
            "serial": rows[one.renovation_id].serial,
            "unitName": units[rows[one.renovation_id].unit_id]["unitName"],
            **told_receipt(one),
        }
        for one in receipts
    ]
