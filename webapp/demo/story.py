"""What has happened on the demo estate: a week of rounds, and a today with everything a supervisor has to see.

Today the first round was finished late in building 1 and missed a place in building 2; of the second, the phone of
building 4 still holds four records and is silent; the third is being walked, and something blocks an escape route.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from random import Random

from webapp.core.domain import PushKind
from webapp.demo.acts import Act
from webapp.demo.cast import FOLLOWERS, SILENT, STEWARDS
from webapp.demo.days import ZONE, past_days, plans
from webapp.demo.follow import Deed, deeds, item_of
from webapp.demo.mishaps import BLOCKED, EVERYDAY, ORDINARY, Mishap
from webapp.demo.phone import Phone
from webapp.demo.walk import Beat, Walk, items_of, paces
from webapp.domains.patrols.rules.rounds import RoundTime, rounds_of
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.settings import FOUNDED_WITH, effective

LATE_IN, MISSED_IN, SILENT_IN, BLOCKED_IN = 1, 2, 4, 3
SILENT_FOR = timedelta(minutes=47)
# 2 单元 9 层 of 36 stops from the top of 1 单元.
NINTH_FLOOR = 27
MISHAP_RATE = 0.25


@dataclass(frozen=True, slots=True)
class Sent:
    """A walk as a phone sends it; `waiting` more records stay on the phone."""

    at: datetime
    login: str
    walk: Walk | None = None
    waiting: int = 0


def tell(
    phones: Mapping[str, Phone],
    beats: Mapping[int, Beat],
    kinds: Mapping[str, PushKind],
    chance: Random,
    *,
    acts: Iterable[Act],
    now: datetime,
    days: int,
) -> None:
    """Let `days` days and today happen, in their order, through the door that phones use."""
    turn = count()
    told: list[Sent | Act] = [*acts, *_days_before(beats, chance, now, days), *today(beats, chance, now)]
    happened: list[tuple[datetime, int, Sent | Deed | Act]] = [(one.at, next(turn), one) for one in told]
    heapq.heapify(happened)
    while happened:
        at, _, event = heapq.heappop(happened)
        phone = phones[event.login]
        if isinstance(event, Act):
            phone.send([event.item(phone, chance)], kinds, at=at)
            continue
        if isinstance(event, Deed):
            phone.send([item_of(event, phone, chance)], kinds, at=at)
            continue
        items = items_of(event.walk, phone, chance) if event.walk else []
        phone.send(items, kinds, at=at, waiting=event.waiting)
        for deed in deeds(event.walk, items, at, now) if event.walk else ():
            heapq.heappush(happened, (deed.at, next(turn), deed))


def _days_before(beats: Mapping[int, Beat], chance: Random, now: datetime, days: int) -> Iterator[Sent]:
    for day in past_days(now, days):
        for times in rounds_of(list(plans(now)), day, ZONE, effective(FOUNDED_WITH)):
            for login, building, begins in _starts(times.start + timedelta(minutes=6), chance, seconds=80):
                moments = paces(begins, len(beats[building].stops), 80, chance)
                walk = Walk(beats[building], day, times.number, moments, _mishaps(chance, ORDINARY))
                yield Sent(walk.ends, login, walk)


def _starts(first: datetime, chance: Random, *, seconds: int) -> Iterator[tuple[str, int, datetime]]:
    """Answer who starts in which building when: a steward's second building follows the first."""
    for steward in STEWARDS:
        begins = first + timedelta(seconds=round(chance.uniform(0, 240)))
        for building in steward.buildings:
            yield steward.login, building, begins
            begins += timedelta(seconds=seconds * 40)


def _mishaps(chance: Random, known: Sequence[Mishap]) -> dict[int, Mishap]:
    return {chance.randrange(1, 35): chance.choice(known)} if chance.random() < MISHAP_RATE else {}


def today(beats: Mapping[int, Beat], chance: Random, now: datetime) -> Iterator[Sent]:
    """Answer what happens today up to `now`, round by round."""
    rounds = rounds_of(list(plans(now)), day_of(now, ZONE), ZONE, effective(FOUNDED_WITH))
    *finished, walking = rounds
    if len(finished) > 1:
        yield from _over(finished[0], beats, chance, now)
    if finished:
        yield from _just_over(finished[-1], beats, chance, now)
    yield from _walking(walking, beats, chance, now)
    yield from (Sent(now, player.login) for player in (*STEWARDS, *FOLLOWERS) if player.login != SILENT)


def _over(times: RoundTime, beats: Mapping[int, Beat], chance: Random, now: datetime) -> Iterator[Sent]:
    for login, building, begins in _starts(times.start + timedelta(minutes=2), chance, seconds=75):
        moments = paces(begins, len(beats[building].stops), 75, chance)
        if building == LATE_IN:
            moments[-2:] = [times.end + timedelta(minutes=7), times.end + timedelta(minutes=9)]
        left_out = {NINTH_FLOOR} if building == MISSED_IN else ()
        walk = Walk(beats[building], day_of(now, ZONE), times.number, moments, _mishaps(chance, EVERYDAY), left_out)
        yield Sent(walk.ends, login, walk)
    # Nothing of this round is left on the phone that falls silent later.
    yield Sent(times.late_until + timedelta(minutes=2), SILENT)


def _just_over(times: RoundTime, beats: Mapping[int, Beat], chance: Random, now: datetime) -> Iterator[Sent]:
    for login, building, begins in _starts(times.start + timedelta(minutes=2), chance, seconds=75):
        stops = beats[building].stops
        moments = paces(begins, len(stops), 75, chance)
        if building != SILENT_IN:
            walk = Walk(beats[building], day_of(now, ZONE), times.number, moments, _mishaps(chance, EVERYDAY))
            yield Sent(walk.ends, login, walk)
            continue
        arrived = Walk(beats[building], day_of(now, ZONE), times.number, moments[:-4], _mishaps(chance, EVERYDAY))
        yield Sent(now - SILENT_FOR, login, arrived, waiting=4)


def _walking(times: RoundTime, beats: Mapping[int, Beat], chance: Random, now: datetime) -> Iterator[Sent]:
    for login, building, begins in _starts(times.start + timedelta(minutes=1), chance, seconds=100):
        until = now - timedelta(minutes=2)
        if building != BLOCKED_IN:
            begins += timedelta(seconds=chance.uniform(300, 2000))
        moments = [at for at in paces(begins, len(beats[building].stops), 100, chance) if at < until]
        if login == SILENT or not moments:
            continue
        mishaps = {min(NINTH_FLOOR, len(moments) - 1): BLOCKED} if building == BLOCKED_IN else {}
        yield Sent(
            until + timedelta(minutes=1, seconds=30),
            login,
            Walk(beats[building], day_of(now, ZONE), times.number, moments, mishaps),
        )
