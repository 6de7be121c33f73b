"""Which places a round asks for: one that is due once a day or once a week drops out once it was seen.

The phone has the same rule (`tests/examples/rules/round_asks.json`).
"""

import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from webapp.ground.places.routes.rules import Frequency

WEEK = 7


class Asked(enum.StrEnum):
    """What a round asks of a place."""

    MUST = "must"
    MAY = "may"  # a later round of the same day or week can still do it
    NOT = "not"  # it was seen on an earlier one


class Turn(NamedTuple):
    """A round of a route, in the order in which they are walked; a round over midnight keeps the day it started on."""

    day: date
    number: int


def asked(frequency: Frequency, turn: Turn, seen: Iterable[Turn], following: Turn | None) -> Asked:
    """Say what the round `turn` asks of a place. Weeks begin on Monday.

    seen       the rounds of the same route on which the place was checked
    following  the round that comes next on the route
    """
    if frequency is Frequency.EVERY_ROUND:
        return Asked.MUST
    period = _period(frequency, turn.day)
    if any(one < turn and _period(frequency, one.day) == period for one in seen):
        return Asked.NOT
    later = following is not None and _period(frequency, following.day) == period
    return Asked.MAY if later else Asked.MUST


def following(turn: Turn, numbers_on: Callable[[date], Sequence[int]]) -> Turn | None:
    """Answer the round after `turn` within seven days; `numbers_on` answers the rounds of the route on a day."""
    days = (turn.day + timedelta(days=ahead) for ahead in range(WEEK))
    return min((Turn(day, number) for day in days for number in numbers_on(day) if (day, number) > turn), default=None)


def asking(
    turn: Turn,
    frequencies: Mapping[UUID, Frequency],
    seen: Mapping[UUID, Sequence[Turn]],
    numbers_on: Callable[[date], Sequence[int]],
) -> dict[UUID, Asked]:
    """Answer what a round asks of each place in `frequencies`; all others of the route it must visit."""
    if not frequencies:
        return {}
    next_ = following(turn, numbers_on)
    return {place: asked(often, turn, seen.get(place, ()), next_) for place, often in frequencies.items()}


def week_of(day: date) -> date:
    """Answer the Monday of the week in which `day` lies."""
    return day - timedelta(days=day.weekday())


def _period(frequency: Frequency, day: date) -> date:
    return week_of(day) if frequency is Frequency.WEEKLY else day
