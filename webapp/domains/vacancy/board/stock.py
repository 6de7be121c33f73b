"""The vacant stock over time, and how much of it was checked each month."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.held import Data
from webapp.domains.vacancy.queries import checked_days, unit_timelines
from webapp.domains.vacancy.rules.coverage import FULL, Coverage, coverage
from webapp.domains.vacancy.rules.periods import Period, month_name, months
from webapp.domains.vacancy.rules.regime import Timeline, status_on, unbroken_since
from webapp.ground.calendar.rules import day_of, end_of
from webapp.ground.estates.models import Estate
from webapp.ground.estates.queries import settings_at
from webapp.ground.places.rules import UnitStatus


@dataclass(frozen=True)
class Stock:
    """What an estate's units were, read once for many questions."""

    session: Session
    estate: Estate
    now: datetime

    @property
    def today(self) -> date:
        """The estate's day."""
        return day_of(self.now, self.estate.timezone)

    @cached_property
    def days(self) -> Mapping[UUID, Timeline]:
        """What each unit was, and when."""
        return unit_timelines(self.session, self.estate.id, self.estate.timezone)

    def settings(self, day: date) -> Mapping[str, Any]:
        """Answer the settings as they held at the end of a day, or now."""
        return settings_at(self.session, self.estate, min(self.now, end_of(day, self.estate.timezone)))

    @cached_property
    def vacant_now(self) -> set[UUID]:
        """The units that are vacant and unsold today."""
        return self.vacant_on(self.today)

    def vacant_on(self, day: date) -> set[UUID]:
        """Answer the units that were vacant and unsold on a day."""
        return {id_ for id_, days in self.days.items() if status_on(days, day) is UnitStatus.VACANT_UNSOLD}

    def since(self, day: date, among: Collection[UnitStatus]) -> dict[UUID, date]:
        """Answer the units that were one of these on a day, and since when without a break."""
        found = {id_: unbroken_since(days, day, among) for id_, days in self.days.items()}
        return {id_: since for id_, since in found.items() if since is not None}


def coverage_of(stock: Stock, period: Period) -> tuple[Coverage, list[UUID]]:
    """Answer a month's coverage, and the units that were not checked in it."""
    vacant = stock.vacant_on(period.first)
    checked = checked_days(stock.session, stock.estate.id, period.first, period.last)
    figures = coverage(vacant, checked, stock.settings(period.last), period.first)
    return figures, sorted(vacant - checked.keys())


def told_coverage(period: Period, figures: Coverage) -> Data:
    """Answer a month's figures as they are told."""
    return {
        "month": month_name(period.first),
        "vacant": figures.vacant,
        "checked": figures.checked,
        "percent": figures.percent,
        "target": figures.target,
        "full": FULL,
        "isNew": figures.is_new,
        "pass": figures.passed,
        "passFull": figures.passed_full,
    }


def coverage_page(stock: Stock, first: date, last: date) -> Data:
    """Answer the months from that of `first` to that of `last`, none of them to come."""
    found = []
    for period in months(first, min(last, stock.today)):
        figures, missing = coverage_of(stock, period)
        found.append({**told_coverage(period, figures), "missing": [str(id_) for id_ in missing]})
    return {"months": found}
