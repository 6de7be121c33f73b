"""Which items a check asks for, by season, finish and what was done before (`vacancy.md` 5, 6). Pure.

The phone has the same rule (`tests/examples/rules/vacant_items.json`).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from webapp.domains.vacancy.rules.periods import month_of, quarter_of

Finish = Literal["bare", "fine"]
_ALWAYS = tuple(f"VU-{number:02}" for number in (*range(1, 12), 16))
VALVE_ITEMS: Mapping[str, str] = {"water": "VU-01", "power": "VU-02", "gas": "VU-03"}
METER, MOULD, APPLIANCES, SHADING, FROST, WAXING = "VU-04", "VU-06", "VU-12", "VU-14", "VU-15", "VU-13"
# A normal answer says that the care was done.
_CARE_OF = {"VU-05": "SE-01", APPLIANCES: "SE-06", WAXING: "SE-08", SHADING: "SE-03", FROST: "SE-05"}
DRYING, VALVES_SHUT = "SE-02", "SE-09"


@dataclass(frozen=True, slots=True)
class Features:
    """What of a unit decides its care."""

    finish: Finish | None = None
    west_rooms: bool = False
    appliances: bool = False
    cold_region: bool = False

    @property
    def shaded(self) -> bool:
        """Whether sun from the west would crack what is fitted there."""
        return self.finish == "fine" and self.west_rooms


def asked_items(features: Features, day: date, done: Mapping[str, date]) -> list[str]:
    """Answer the items to be answered on a day. `done`: when each task was last done."""
    season = {
        APPLIANCES: features.appliances and done.get("SE-06") not in month_of(day),
        WAXING: features.finish == "fine" and done.get("SE-08") not in quarter_of(day),
        SHADING: features.shaded and in_shading(day),
        FROST: features.cold_region and in_frost(day),
    }
    return sorted([*_ALWAYS, *(item for item, asked in season.items() if asked)])


def in_shading(day: date) -> bool:
    """Say whether shades are looked at: from May, so that they hang by its end, to September."""
    return (5, 1) <= (day.month, day.day) <= (9, 30)


def in_frost(day: date) -> bool:
    """Say whether frost protection is looked at: from November to the middle of March."""
    return (day.month, day.day) >= (11, 1) or (day.month, day.day) <= (3, 15)


def in_summer(day: date) -> bool:
    """Say whether units are aired twice a week (SE-01)."""
    return (6, 1) <= (day.month, day.day) <= (9, 30)


def in_rains(day: date) -> bool:
    """Say whether it is the plum-rain season (SE-04)."""
    return (6, 1) <= (day.month, day.day) <= (7, 15)


def care_done(normal: Collection[str], besides: Iterable[str], *, valves_shut: bool) -> list[str]:
    """Answer the care that a check has done: by its normal answers, by leaving all shut, and what is named besides."""
    done = {task for item, task in _CARE_OF.items() if item in normal}
    return sorted({*done, *besides, *([VALVES_SHUT] if valves_shut else [])})
