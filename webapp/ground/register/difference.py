"""What keeping a register changes."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(slots=True)
class Difference:
    """Counts of units, places and routes, and what phones are to be told.

    absent  stored units that the register does not name; they stay, for nothing is ever deleted
    """

    added: int = 0
    changed: int = 0
    same: int = 0
    absent: int = 0
    places: int = 0
    routes: int = 0
    changes: list[tuple[str, UUID]] = field(default_factory=list)
