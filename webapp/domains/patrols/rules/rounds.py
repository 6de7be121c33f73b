"""When the rounds of a day are, and how a visit stands to its round. The phone computes the same (`protocol.md` 8)."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from webapp.core.ids import computed_id
from webapp.domains.patrols.rules.assignees import Assignees, given_to, is_given_to
from webapp.ground.calendar.rules import is_working_day, moment_at


class Timeliness(enum.StrEnum):
    """How a visit stood to its round, judged once by corrected time and kept."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    MADE_UP = "made_up"  # after the last minute in which it would have been late
    EXTRA = "extra"  # outside any round


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the day in which a round is walked; `HH:MM` by the estate's clocks."""

    number: int
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Plan:
    """When a route is walked and by whom, from `valid_from` on. The newest plan that is valid holds.

    windows  none: those of the estate's settings
    named    whom it gives its rounds to, where it names people
    """

    windows: tuple[Window, ...]
    rounds_on_working_day: int
    rounds_on_rest_day: int
    valid_from: date
    assignees: Assignees = Assignees.STEWARD
    named: tuple[UUID, ...] = ()

    def is_given_to(self, person: UUID, steward: UUID | None) -> bool:
        """Say whether its rounds are a person's to walk; `steward` is responsible for the route."""
        return is_given_to(person, self.assignees, self.named, steward)

    def given_to(self, steward: UUID | None) -> list[UUID]:
        """Answer whose its rounds are; nobody in particular where anybody may walk them."""
        return given_to(self.assignees, self.named, steward)


@dataclass(frozen=True, slots=True)
class RoundTime:
    """One round of one day; UTC. Until `late_until` it can still be done, late."""

    number: int
    start: datetime
    end: datetime
    late_until: datetime


@lru_cache(maxsize=1024)  # all visits of a round ask for it
def round_id(estate_id: UUID, route_id: UUID, day: date, number: int) -> UUID:
    """Answer the id of a round; the page of the patrol book stands under it."""
    return computed_id(estate_id, route_id, day.isoformat(), number)


@lru_cache(maxsize=1024)
def extra_id(estate_id: UUID, by: UUID, day: date) -> UUID:
    """Answer the id of the page that holds a person's visits of a day outside any round."""
    return computed_id(estate_id, by, day.isoformat(), "extra")


def read_plan(data: Mapping[str, Any]) -> Plan:
    """Answer a plan from its JSON as phones hold it."""
    told = data["windows"] if data.get("ownWindows", True) else ()
    windows = tuple(Window(window["number"], window["start"], window["end"]) for window in told)
    valid_from = date.fromisoformat(data["validFrom"])
    assignees, named = Assignees(data.get("assignees", "steward")), tuple(map(UUID, data.get("assigneeIds", ())))
    return Plan(windows, data["roundsOnWorkingDay"], data["roundsOnRestDay"], valid_from, assignees, named)


def plan_by_settings(settings: Mapping[str, Any]) -> Plan:
    """Answer the plan of a route that has none of its own."""
    windows = windows_by_settings(settings)
    return Plan(windows, settings["rounds_on_working_day"], settings["rounds_on_rest_day"], date.min)


def windows_by_settings(settings: Mapping[str, Any]) -> tuple[Window, ...]:
    """Answer the windows of routes whose plan has none of its own."""
    listed = enumerate(settings["patrol_windows"], start=1)
    return tuple(Window(number, start, end) for number, (start, end) in listed)


def own_plan(plans: Sequence[Plan], day: date) -> Plan | None:
    """Answer which of a route's plans holds on `day`; None where none does."""
    return max((plan for plan in plans if plan.valid_from <= day), key=lambda plan: plan.valid_from, default=None)


def walkers_on(plans: Sequence[Plan], day: date, steward: UUID | None) -> list[UUID]:
    """Answer whose the rounds of a day are by a route's plans; nobody in particular where anybody may walk them."""
    plan = own_plan(plans, day)
    return plan.given_to(steward) if plan else [steward] if steward else []


def plan_of(plans: Sequence[Plan], day: date, settings: Mapping[str, Any]) -> Plan:
    """Answer which of a route's plans holds on `day`; the estate's settings stand in where none does."""
    return own_plan(plans, day) or plan_by_settings(settings)


def rounds_of(plans: Sequence[Plan], day: date, zone: str, settings: Mapping[str, Any]) -> list[RoundTime]:
    """Answer the rounds of a route on `day`: as many as the kind of day asks for, and there are windows."""
    late = timedelta(minutes=settings.get("late_minutes", 0))
    return [_round_time(window, day, zone, late) for window in _windows_on(plans, day, settings)]


def numbers_on(plans: Sequence[Plan], day: date, settings: Mapping[str, Any]) -> list[int]:
    """Answer the numbers of the rounds of a route on `day`."""
    return [window.number for window in _windows_on(plans, day, settings)]


def _windows_on(plans: Sequence[Plan], day: date, settings: Mapping[str, Any]) -> list[Window]:
    plan = plan_of(plans, day, settings)
    working = is_working_day(day, settings["holidays"], settings["make_up_days"])
    count = plan.rounds_on_working_day if working else plan.rounds_on_rest_day
    return sorted(plan.windows or windows_by_settings(settings), key=lambda window: window.number)[:count]


def timeliness(corrected_at: datetime, round_: RoundTime) -> Timeliness:
    """Say how a scan stands to its round; `corrected_at` is the corrected time of the scan."""
    if corrected_at < round_.start:
        return Timeliness.EARLY
    if corrected_at <= round_.end:
        return Timeliness.ON_TIME
    return Timeliness.LATE if corrected_at <= round_.late_until else Timeliness.MADE_UP


def _round_time(window: Window, day: date, zone: str, late: timedelta) -> RoundTime:
    # A window that ends before it starts goes over midnight; the round keeps the day it started on.
    last_day = day + timedelta(days=1) if window.end <= window.start else day
    end = moment_at(last_day, window.end, zone)
    return RoundTime(window.number, moment_at(day, window.start, zone), end, end + late)
