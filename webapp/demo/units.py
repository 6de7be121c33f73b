"""The register of the demo estate: 6 buildings, 2 stairwells each, 18 floors, 4 units a floor."""

from collections.abc import Iterator
from random import Random

from webapp.ground.places.rules import UnitStatus
from webapp.ground.register.rules import Unit

BUILDINGS, STAIRWELLS, FLOORS, UNITS = 6, 2, 18, 4

# In hundredths of the units, as in an estate two years after its take-over.
SHARES = {
    UnitStatus.OCCUPIED_OWNER: 56,
    UnitStatus.VACANT_UNSOLD: 15,
    UnitStatus.IDLE: 15,
    UnitStatus.SOLD_NOT_MOVED_IN: 9,
    UnitStatus.OCCUPIED_TENANT: 5,
}


def demo_units(chance: Random) -> Iterator[Unit]:
    """Answer the units in the order of a register."""
    for building in range(1, BUILDINGS + 1):
        for stairwell in range(1, STAIRWELLS + 1):
            for floor in range(1, FLOORS + 1):
                for number in range(1, UNITS + 1):
                    yield _unit(building, stairwell, floor, number, chance)


def _unit(building: int, stairwell: int, floor: int, number: int, chance: Random) -> Unit:
    (status,) = chance.choices(list(SHARES), list(SHARES.values()))
    return Unit(
        building=f"{building} 栋",
        stairwell=f"{stairwell} 单元",
        floor=floor,
        number=f"{floor}{number:02}",
        area=(8_912, 11_870, 10_345, 14_226)[number - 1],
        status=status,
        renovating=status is UnitStatus.IDLE and chance.random() < 0.4,
    )
