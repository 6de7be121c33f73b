"""The register of deposits: what came in, went out, was kept, and is held."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.standing import from_columns
from webapp.domains.renovation.models import Renovation, SiteReceipt
from webapp.domains.renovation.rules import money
from webapp.domains.renovation.rules.standing import Receipt
from webapp.domains.renovation.telling import told_receipt, unit_places
from webapp.ground.calendar.rules import moment_at
from webapp.ground.estates.models import Estate

Data = dict[str, Any]


def deposits(session: Session, estate: Estate, since: date | None, until: date | None) -> Data:
    """Answer the register of deposits of some days, its sums, and those of each month.

    before  what was held when the first day began
    held    what is held when the last day ends; of each month likewise
    """
    mine = (SiteReceipt.estate_id == estate.id) & (SiteReceipt.line == money.DEPOSIT)
    query = select(SiteReceipt).where(mine).order_by(SiteReceipt.paid_at, SiteReceipt.id)
    if until:
        query = query.where(SiteReceipt.paid_at < moment_at(until + timedelta(days=1), "00:00", estate.timezone))
    found = session.scalars(query).all()
    first = moment_at(since, "00:00", estate.timezone) if since else None
    earlier = [one for one in found if first and one.paid_at < first]
    shown = found[len(earlier) :]
    before = money.sums(map(_as_rules_see, earlier)).held
    told = [_as_rules_see(one) for one in shown]
    months = money.by_month(told, estate.timezone, before)
    return {
        "rows": _receipts(session, estate.id, shown),
        "before": before,
        **_told(money.sums(told, before)),
        "months": [{"month": month, **_told(sums)} for month, sums in months],
    }


def _as_rules_see(row: SiteReceipt) -> Receipt:
    return from_columns(Receipt, row.__dict__)


def _told(sums: money.Sums) -> Data:
    return {"in": sums.paid_in, "out": sums.paid_out, "kept": sums.kept, "held": sums.held}


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
