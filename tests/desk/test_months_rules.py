"""Rules of closed months: what is missing, what is late, how long records are kept."""

from datetime import UTC, date, datetime

import pytest

from webapp.desk.months.rules import end_of_month, gaps, is_late, kept_until, last_day_kept, month_after, month_of

ZONE = "Asia/Shanghai"


@pytest.mark.parametrize(
    ("month", "count", "after"), [("2026-11", 1, "2026-12"), ("2026-12", 1, "2027-01"), ("2026-01", -1, "2025-12")]
)
def test_months_follow_each_other_over_the_year(month, count, after):
    assert month_after(month, count) == after


def test_a_month_ends_by_the_estates_clocks():
    assert end_of_month("2026-11", ZONE) == datetime(2026, 11, 30, 16, tzinfo=UTC)
    assert month_of(date(2026, 11, 30)) == "2026-11"


def test_a_record_is_kept_24_months_from_the_end_of_its_month():
    """PAT-R11."""
    assert last_day_kept("2026-11", 24) == date(2028, 11, 30)
    assert last_day_kept("2026-02", 24) == date(2028, 2, 29)
    assert kept_until(datetime(2026, 11, 30, 15, 59, tzinfo=UTC), ZONE, 24) == date(2028, 11, 30)
    assert kept_until(datetime(2026, 11, 30, 16, tzinfo=UTC), ZONE, 24) == date(2028, 12, 31)


def test_what_came_after_its_month_was_over_is_late():
    assert is_late(date(2026, 10, 31), "2026-11")
    assert not is_late(date(2026, 11, 1), "2026-11")


@pytest.mark.parametrize(
    ("present", "before", "given", "missing"),
    [
        ([], [], [], []),
        ([1, 2, 3], [], [], []),
        ([1, 3], [], [], [2]),
        ([3, 5], [1, 2], [], [4]),
        ([5], [1, 2], [], [3, 4]),
        ([1], [], [("XC-2026", 3)], [2, 3]),
        ([], [1], [("XC-2026", 2)], [2]),
    ],
)
def test_every_number_that_is_not_there_is_named(present, before, given, missing):
    """PAT-R10."""

    def serials(numbers):
        return [f"XC-2026-{number:06}" for number in numbers]

    assert gaps(serials(present), serials(before), given) == serials(missing)


def test_numbering_begins_anew_with_the_year_and_is_apart_for_each_form():
    present = ["WT-2026-000001", "XC-2026-000009", "XC-2027-000002"]

    assert gaps(present, ["XC-2026-000008"]) == ["XC-2027-000001"]
