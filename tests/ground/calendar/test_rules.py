"""Working days and local times (`domain/README.md` 4); the phone's tests read the same examples."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from webapp.ground.calendar.rules import (
    day_of,
    departures,
    is_working_day,
    moment_at,
    next_working_day_end,
    unknown_year,
    working_day_after,
)

EXAMPLES = Path(__file__).parents[2] / "examples/rules/working_day.json"
SHANGHAI = "Asia/Shanghai"
NATIONAL_DAYS = [f"2026-10-0{day}" for day in range(1, 8)]


@pytest.mark.parametrize("example", json.loads(EXAMPLES.read_text("utf-8")), ids=lambda example: example["name"])
def test_working_days(example):
    given = example["given"]

    worked = is_working_day(date.fromisoformat(given["day"]), given["holidays"], given["makeUpDays"])

    assert worked is example["expect"]


def test_a_day_begins_at_midnight_in_the_zone_of_the_estate():
    assert day_of(datetime(2026, 11, 22, 15, 59, 59, tzinfo=UTC), SHANGHAI) == date(2026, 11, 22)
    assert day_of(datetime(2026, 11, 22, 16, tzinfo=UTC), SHANGHAI) == date(2026, 11, 23)


def test_a_local_time_is_one_moment_for_everybody():
    assert moment_at(date(2026, 11, 23), "09:00", SHANGHAI) == datetime(2026, 11, 23, 1, tzinfo=UTC)


def test_a_zone_with_summer_time_keeps_its_local_times():
    assert moment_at(date(2026, 3, 28), "09:00", "Europe/Paris") == datetime(2026, 3, 28, 8, tzinfo=UTC)
    assert moment_at(date(2026, 3, 29), "09:00", "Europe/Paris") == datetime(2026, 3, 29, 7, tzinfo=UTC)
    assert moment_at(date(2026, 10, 25), "02:30", "Europe/Paris") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_pat_r06_the_manager_has_until_the_end_of_the_next_working_day():
    wednesday_noon = datetime(2026, 9, 30, 4, tzinfo=UTC)

    until = next_working_day_end(wednesday_noon, SHANGHAI, NATIONAL_DAYS, ["2026-10-10"])

    assert until == datetime(2026, 10, 8, 15, 59, 59, tzinfo=UTC)


def test_the_day_of_the_event_is_day_zero():
    friday = date(2026, 11, 27)

    assert working_day_after(friday, 0, [], []) == friday
    assert working_day_after(friday, 2, [], []) == date(2026, 12, 1)


def test_an_estate_s_own_word_comes_before_the_public_calendar():
    national = {"2026-10-10": True, "2026-10-01": False}
    own = [{"day": "2026-10-10", "worked": False}, {"day": "2026-10-08", "worked": False}]

    assert departures(national, own) == {"holidays": ["2026-10-01", "2026-10-08", "2026-10-10"], "make_up_days": []}


@pytest.mark.parametrize(
    "today,until,expected",
    [
        (date(2026, 11, 1), 2026, None),
        (date(2026, 11, 2), 2026, 2027),
        (date(2027, 3, 1), 2026, 2027),
        (date(2026, 11, 2), 2027, None),
        (date(2026, 5, 1), 0, 2026),
    ],
)
def test_a_year_of_which_nothing_is_known_is_told_two_months_ahead(today, until, expected):
    assert unknown_year(today, until) == expected
