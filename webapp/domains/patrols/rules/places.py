"""What has become of a place on a round. Derived whenever it is asked, never stored (`protocol.md` 8)."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from webapp.domains.patrols.rules.rounds import RoundTime, Timeliness

# Phones pull the plans of this many days ahead: one that pulled before may hold the round.
PLANNED_AHEAD = timedelta(days=14)


class PlaceState(enum.StrEnum):
    """What has become of a place on a round."""

    DUE = "due"
    DONE = "done"
    LATE = "late"
    MADE_UP = "made_up"
    SKIPPED = "skipped"
    NOT_ARRIVED = "not_arrived"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Phone:
    """What is known of a phone that may hold visits.

    pulled_at    when it last fetched plans and places
    complete_at  the last contact after which nothing was left on it: all numbers received, none waiting
    gone         revoked or written off by the supervisor: nothing more is expected of it
    known_since  when it first called: before that it held no plan
    """

    pulled_at: datetime | None
    complete_at: datetime | None
    gone: bool = False
    known_since: datetime | None = None

    def may_hold(self, round_: RoundTime) -> bool:
        """Say whether a visit of this round may still lie on the phone."""
        if self.gone or self.pulled_at is None or self.pulled_at < round_.start - PLANNED_AHEAD:
            return False
        if self.known_since and self.known_since > round_.late_until:
            return False
        # A phone that was complete while the round could still be walked may have been used after.
        return self.complete_at is None or self.complete_at <= round_.late_until


@dataclass(frozen=True, slots=True)
class Seen:
    """A visit of the place on this round; `skipped` when nothing could be checked."""

    timeliness: Timeliness
    skipped: bool = False

    @property
    def state(self) -> PlaceState:
        """What the place would be by this visit alone."""
        if self.skipped:
            return PlaceState.SKIPPED
        late = {Timeliness.LATE: PlaceState.LATE, Timeliness.MADE_UP: PlaceState.MADE_UP}
        return late.get(self.timeliness, PlaceState.DONE)


# Of several visits the best counts.
_BEST_FIRST = (PlaceState.DONE, PlaceState.LATE, PlaceState.MADE_UP, PlaceState.SKIPPED)


def place_state(
    visits: Iterable[Seen],
    round_: RoundTime,
    phones: Iterable[Phone],
    grace: timedelta,
    now: datetime,
    *,
    excused_at: datetime | None = None,
) -> PlaceState:
    """Say what has become of a place.

    visits      those of this place on this round, in any order
    phones      all that may have walked it
    grace       `arrival_grace_hours`: how long after the window silence counts as "not arrived"
    excused_at  when somebody gave the reason why it is left out; given too late, the place is missed all the same
    """
    states = {visit.state for visit in visits}
    for state in _BEST_FIRST:
        if state in states:
            return state
    if excused_at and excused_at <= round_.late_until:
        return PlaceState.SKIPPED
    if now <= round_.late_until:
        return PlaceState.DUE
    silent = any(phone.may_hold(round_) for phone in phones)
    return PlaceState.NOT_ARRIVED if silent and now < round_.end + grace else PlaceState.MISSED
