"""What tells buildings, stairwells and units apart, however their names are written; pure."""

from typing import Protocol

from webapp.ground.register.reading.names import building_key, number_key, stairwell_key

Home = tuple[str, str]
Key = tuple[str, str, str]


class Named(Protocol):
    """A unit of a register, or of the estate."""

    @property
    def building(self) -> str:
        """Its building's name."""

    @property
    def stairwell(self) -> str:
        """Its stairwell's name."""

    @property
    def number(self) -> str:
        """What stands on its door."""


def home_of(unit: Named) -> Home:
    """Answer the same for 3#楼 二单元 and 3 栋 2 单元."""
    return building_key(unit.building), stairwell_key(unit.stairwell)


def key_of(unit: Named) -> Key:
    """Answer the same for 3#楼 二单元 0302 and 3 栋 2 单元 302室."""
    return *home_of(unit), number_key(unit.number)
