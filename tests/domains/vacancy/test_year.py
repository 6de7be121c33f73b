"""A year of 400 vacant units among 3,000: the tables balance, and coverage is what a ledger of the test counts."""

from datetime import timedelta
from random import Random
from time import perf_counter
from typing import Any
from uuid import UUID

import pytest

from tests.domains.vacancy.year import BEGIN, END, VACANT, Year, at

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1_200)]


@pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)
def test_a_year_of_checks_sales_lettings_and_findings(vacant):
    began = perf_counter()
    year = Year(vacant, Random(8))  # what happens in a story is no secret
    year.open()
    ledger = year.ledger
    tables: dict[str, Any] = {}
    summaries: dict[str, Any] = {}
    due: dict[int, list[UUID]] = {}
    for day in (BEGIN + timedelta(days=number) for number in range((END - BEGIN).days + 3)):
        if day.weekday() == 0:
            due = _week(year)
        if day.day == 2:
            vacant.clock.move_to(at(day, 8))
            tables |= year.file("tables", "vacancy.table_file")
        if day.day == 3 and day.month in (1, 7):
            summaries |= year.file("summaries", "vacancy.summary_file")
        year.day(day, due.get(day.weekday(), ()))
    seconds = perf_counter() - began

    months = [f"2027-{number:02}" for number in range(1, 13)]
    opening = VACANT
    for month in months:
        table = tables[month]
        moved = len(table["additions"]), len(table["departures"])
        assert moved == (ledger.came[month], ledger.left[month]), month
        assert (table["opening"], table["closing"]) == (opening, ledger.at_the_end[month]), month
        assert opening + moved[0] - moved[1] == table["closing"]
        assert table["coverage"]["percent"] == ledger.percent(month), month
        assert table["coverage"]["vacant"] == len(ledger.on_the_first[month])
        opening = table["closing"]
    assert [one["percent"] for name in ("2027-H1", "2027-H2") for one in summaries[name]["coverage"]] == [
        ledger.percent(month) for month in months
    ]
    visits = sum(one["count"] for name in ("2027-H1", "2027-H2") for one in summaries[name]["visits"])
    assert ledger.checks - visits == sum(len(ledger.checked[name]) for name in ("2028-01",))
    assert vacant.differences() == []
    print(
        f"\n{ledger.checks} checks, {ledger.found} findings, {len(tables)} tables, {len(summaries)} summaries: {seconds:.0f} s"
    )


def _week(year):
    """Answer by weekday the units to check: each once a week, but for some that are passed over."""
    due = [id_ for id_ in sorted(year.ledger.vacant) if year.chance.random() > 0.3]
    return {weekday: due[weekday::5] for weekday in range(5)}
