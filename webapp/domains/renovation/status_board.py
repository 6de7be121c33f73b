"""The status board (装修动态表): a cell for each unit of the buildings in which somebody renovates."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domains.renovation.models import Renovation, SiteVisitRow
from webapp.domains.renovation.rules import board as cells
from webapp.domains.renovation.telling import last_visits, standing_of
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.places.models import Building, Stairwell, Unit
from webapp.ground.places.units.lying import AS_COUNTED, lying

Data = dict[str, Any]


def board(session: Session, estate: Estate, now: datetime) -> Data:
    """Answer the status board: every unit of every building that has a renovation which is not over."""
    today = day_of(now, estate.timezone)
    open_ = select(Renovation).where(Renovation.estate_id == estate.id, Renovation.closed_at.is_(None))
    rows = {row.unit_id: row for row in session.scalars(open_)}
    visited = last_visits(session, estate, [row.id for row in rows.values()])
    stages = _stages(session, estate.id, [row.id for row in rows.values()])
    buildings: defaultdict[str, list[Data]] = defaultdict(list)
    for unit in _units_beside(session, estate.id, list(rows)):
        row = rows.get(unit["unitId"])
        told = _cell(row, visited.get(row.id), stages.get(row.id), today, estate.timezone) if row else _EMPTY
        buildings[unit["building"]].append({**unit, "unitId": str(unit["unitId"]), **told})
    return {"buildings": [{"building": name, "units": units} for name, units in buildings.items()]}


_EMPTY: Data = {"renovationId": None, "cell": "none", "stage": None, "day": None, "red": False}


def _cell(row: Renovation, visited: date | None, stage: str | None, today: date, zone: str) -> Data:
    case = standing_of(row)
    return {
        "renovationId": str(row.id),
        "cell": cells.cell_of(case, today),
        "stage": stage,
        "day": cells.day_number(case, today),
        "red": cells.is_red(case, visited, today, zone),
    }


def _stages(session: Session, estate_id: UUID, ids: list[UUID]) -> dict[UUID, str]:
    query = (
        select(SiteVisitRow.renovation_id, SiteVisitRow.stage)
        .where(SiteVisitRow.estate_id == estate_id, SiteVisitRow.renovation_id.in_(ids))
        .where(SiteVisitRow.stage.is_not(None))
        .order_by(SiteVisitRow.started_at)
    )
    return {id_: stage for id_, stage in session.execute(query) if stage}


def _units_beside(session: Session, estate_id: UUID, ids: list[UUID]) -> list[Data]:
    """Answer all units of the buildings in which these lie, in the order in which people count them."""
    renovated = lying(select(Building.id))
    query = (
        lying(select(Unit.id, Building.name, Stairwell.id, Stairwell.name, Unit.floor, Unit.number))
        .where(Unit.estate_id == estate_id)
        .where(Building.id.in_(renovated.where(Unit.estate_id == estate_id, Unit.id.in_(ids))))
        .order_by(*AS_COUNTED)
    )
    names = ("unitId", "building", "stairwellId", "stairwell", "floor", "number")
    found = [dict(zip(names, row, strict=True)) for row in session.execute(query).all()]
    return [{**one, "stairwellId": str(one["stairwellId"])} for one in found]
