"""Which units are visited and registered, and since when, by what was said of them (`vacancy.md` 1). Pure."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from webapp.ground.places.rules import UnitStatus

# What the register of vacant units holds; visits of a unit that is let stop.
REGISTERED = frozenset({UnitStatus.VACANT_UNSOLD, UnitStatus.LET_VACANT})
# Still the developer's; from all others on the unit is sold.
UNSOLD = REGISTERED


class Said(NamedTuple):
    """What somebody said of a unit: `status` from the day `since` on. They come in the order in which it was said."""

    since: date
    status: UnitStatus


Timeline = Sequence[Said]


class Span(NamedTuple):
    """Days on which a unit was vacant: from `first` up to before `until`, when it became `to`; open when None."""

    first: date
    until: date | None
    to: UnitStatus | None


def in_regime(status: UnitStatus, settings: Mapping[str, Any]) -> bool:
    """Say whether such units are visited: idle ones belong to somebody, and nobody may go in (acceptance 4)."""
    if status is UnitStatus.SOLD_NOT_MOVED_IN:
        return bool(settings["include_sold_not_moved_in"])
    return status is UnitStatus.VACANT_UNSOLD


def visited(settings: Mapping[str, Any]) -> Collection[UnitStatus]:
    """Answer which units are visited."""
    return frozenset(status for status in UnitStatus if in_regime(status, settings))


def shown(status: UnitStatus, settings: Mapping[str, Any]) -> bool:
    """Say whether such units stand in the room's lists: those visited, and those let (`vacancy.md` 1)."""
    return status is UnitStatus.LET_VACANT or in_regime(status, settings)


def timeline(history: Iterable[Said]) -> Timeline:
    """Answer what a unit was by today's knowledge, oldest first: a later word about an earlier day wins from it on."""
    stands: list[Said] = []
    for said in history:
        stands = [one for one in stands if one.since < said.since]
        if not stands or stands[-1].status is not said.status:
            stands.append(said)
    return stands


def status_on(days: Timeline, day: date) -> UnitStatus | None:
    """Answer what a unit was on a day; None before anything was said of it."""
    return next((said.status for said in reversed(days) if said.since <= day), None)


def unbroken_since(days: Timeline, day: date, among: Collection[UnitStatus]) -> date | None:
    """Answer since when, up to a day, a unit was one of these without a break; None where it was not on that day."""
    since = None
    for said in reversed([one for one in days if one.since <= day]):
        if said.status not in among:
            break
        since = said.since
    return since


def vacant_spans(days: Timeline) -> Iterator[Span]:
    """Answer when a unit was vacant and unsold, oldest first."""
    for said, after in pairwise([*days, None]):
        if said and said.status is UnitStatus.VACANT_UNSOLD:
            yield Span(said.since, after and after.since, after and after.status)


def sold_on(days: Timeline) -> date | None:
    """Answer the day on which the unit was sold for good; None while it is the developer's, or if it never was."""
    last_unsold = max((said.since for said in days if said.status in UNSOLD), default=None)
    if last_unsold is None:
        return None
    return min((said.since for said in days if said.since > last_unsold), default=None)
