"""Where units lie: building, stairwell (单元), floor, number; and what they are called by it."""

from typing import TypeVarTuple

from sqlalchemy import Select, func

from webapp.ground.places.models import Building, Stairwell, Unit

Columns = TypeVarTuple("Columns")

# Building by building, stairwell by stairwell, from the ground up; a number as people count: 901 before 1501.
AS_COUNTED = (
    Building.position,
    Building.name,
    Stairwell.position,
    Stairwell.name,
    Unit.floor,
    func.length(Unit.number),
    Unit.number,
    Unit.id,
)


def lying(query: Select[*Columns]) -> Select[*Columns]:
    """Answer the query of units with the stairwell and the building of each joined to it."""
    in_stairwell = (Stairwell.estate_id == Unit.estate_id) & (Stairwell.id == Unit.stairwell_id)
    in_building = (Building.estate_id == Stairwell.estate_id) & (Building.id == Stairwell.building_id)
    return query.select_from(Unit).join(Stairwell, in_stairwell).join(Building, in_building)


def called(building: str, stairwell: str, number: str) -> str:
    """Answer what a unit is called: 3 栋 2 单元 901."""
    return f"{building} {stairwell} {number}"
