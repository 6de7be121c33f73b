"""How much of the vacant stock was checked in a month (抽查率, `vacancy.md` 4, C-04 to C-06). Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

FULL = 100


@dataclass(frozen=True, slots=True)
class Coverage:
    """A month's figures. `target` is the pass mark that holds; the lower one of a new estate never schedules (C-06)."""

    vacant: int
    checked: int
    target: int
    is_new: bool

    @property
    def percent(self) -> float | None:
        """Percent of the stock, one decimal, never rounded up; None where nothing was vacant."""
        return self.checked * 1000 // self.vacant / 10 if self.vacant else None

    @property
    def passed(self) -> bool | None:
        """Whether the pass mark is reached."""
        return self._reaches(self.target)

    @property
    def passed_full(self) -> bool | None:
        """Whether all were checked, which a new estate is shown beside its own mark."""
        return self._reaches(FULL)

    def _reaches(self, target: int) -> bool | None:
        return self.checked * FULL >= target * self.vacant if self.vacant else None


def coverage(vacant: Collection[UUID], checked: Collection[UUID], settings: Any, month_first: date) -> Coverage:
    """Answer the figures of a month.

    vacant   units that were vacant on its first day; those added later count from the next month
    checked  units with a complete check in it
    """
    is_new = new_on(settings, month_first)
    target = settings["coverage_target_new" if is_new else "coverage_target"]
    return Coverage(len(vacant), len(set(vacant) & set(checked)), target, is_new)


def new_on(settings: Any, day: date) -> bool:
    """Say whether the estate counts as new on a day (`estate_is_new_until`, that day included)."""
    until = settings["estate_is_new_until"]
    return until is not None and day <= date.fromisoformat(until)
