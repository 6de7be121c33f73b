"""Reads what proposals are made of: the houses of the register, and the places there are."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.ground.places.models import Building, Place, Stairwell, Unit
from webapp.ground.places.proposals.rules import House, Proposal, proposals, spot_of


def proposed(session: Session, estate_id: UUID) -> list[Proposal]:
    """Answer the places to expect that the estate has not."""
    there = select(Place.type, Place.building_id, Place.stairwell_id, Place.floor, Place.name)
    rows = session.execute(there.where(Place.estate_id == estate_id)).all()
    spots = [spot_of(*row[:4]) for row in rows]
    return proposals(_houses(session, estate_id), spots, [row.name for row in rows])


def _houses(session: Session, estate_id: UUID) -> Sequence[House]:
    with_units = select(Unit.stairwell_id, Unit.floor).where(Unit.estate_id == estate_id).distinct()
    floors: defaultdict[UUID, set[int]] = defaultdict(set)
    for stairwell_id, floor in session.execute(with_units):
        floors[stairwell_id].add(floor)
    query = (
        select(Building.id, Building.name, Stairwell.id, Stairwell.name)
        .join(Building, (Building.estate_id == Stairwell.estate_id) & (Building.id == Stairwell.building_id))
        .where(Stairwell.estate_id == estate_id)
        .order_by(Building.position, Building.name, Building.id, Stairwell.position, Stairwell.name)
    )
    return [House(*row, floors=frozenset(floors[row[2]])) for row in session.execute(query)]
