"""What may be done about places of a round that nobody visited. Pure; the phone decides alike (`left_out.json`).

While the round can still be walked, who leaves a place out says why: it is skipped. After that it was missed, and stays
so; it can be made up (补检) with a reason, until the manager's signature under the round is due (PAT-R06).
"""

import enum
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from webapp.domains.patrols.rules.rounds import RoundTime
from webapp.ground.calendar.rules import end_of, working_day_after


class Way(enum.StrEnum):
    """What may be done about a place that was not visited."""

    SKIP = "skip"
    MAKE_UP = "make_up"
    NOTHING = "nothing"


def made_up_until(day: date, zone: str, settings: Mapping[str, Any]) -> datetime:
    """Answer until when, UTC, places of a round of `day` may be made up: the end of a working day after it."""
    last = working_day_after(day, settings["made_up_working_days"], settings["holidays"], settings["make_up_days"])
    return end_of(last, zone)


def way_at(moment: datetime, round_: RoundTime, until: datetime) -> Way:
    """Answer what may be done at a moment (UTC, corrected); `until`: see `made_up_until`."""
    if moment <= round_.late_until:
        return Way.SKIP
    return Way.MAKE_UP if moment <= until else Way.NOTHING
