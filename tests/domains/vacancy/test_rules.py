"""What is due, asked and counted, by the examples that the phone reads too (`vacancy.md` 1, 4, 5, 7, 10)."""

import json
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from webapp.core.ids import new_id
from webapp.domains.vacancy.rules.coverage import coverage, new_on
from webapp.domains.vacancy.rules.items import Features, asked_items, care_done, in_rains, in_summer
from webapp.domains.vacancy.rules.periods import is_due, month, month_name, months, period_of, quarter_of
from webapp.domains.vacancy.rules.regime import (
    Said,
    in_regime,
    shown,
    sold_on,
    status_on,
    timeline,
    unbroken_since,
    vacant_spans,
    visited,
)
from webapp.domains.vacancy.rules.risk import deemed_from, kept_until, months_after, risk_band
from webapp.ground.estates.settings import DEFAULTS
from webapp.ground.places.rules import UnitStatus

EXAMPLES = Path(__file__).parents[2] / "examples/rules"
VACANT, SOLD, LET, OWNED, IDLE = (
    UnitStatus.VACANT_UNSOLD,
    UnitStatus.SOLD_NOT_MOVED_IN,
    UnitStatus.LET_VACANT,
    UnitStatus.OCCUPIED_OWNER,
    UnitStatus.IDLE,
)


def examples(name: str) -> list[Any]:
    return [
        pytest.param(SimpleNamespace(**one), id=one.get("name")) for one in json.loads((EXAMPLES / name).read_text())
    ]


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize("given", examples("vacant_items.json"))
def test_a_check_asks_what_season_finish_and_plan_ask(given):
    features = Features(
        given.card["finish"], bool(given.card["westRooms"]), bool(given.card["appliances"]), given.coldRegion
    )
    done = {task: day(on) for task, on in given.done.items()}

    assert asked_items(features, day(given.day), done) == given.asks


@pytest.mark.parametrize("given", examples("vacant_week.json"))
def test_a_day_lies_in_its_week(given):
    period = period_of(day(given.day), given.every)

    assert (period.first.isoformat(), period.last.isoformat()) == (given.first, given.last)
    assert day(given.day) in period
    assert period.last + timedelta(days=1) not in period
    assert period.first - timedelta(days=1) not in period
    assert None not in period


@pytest.mark.parametrize("given", examples("vacant_coverage.json"))
def test_acceptance_1_coverage_is_what_was_checked_of_what_was_vacant_on_the_first(given):
    vacant = [new_id() for _ in range(given.vacant)]
    until = "2026-12-31" if given.isNew else None
    own = {"coverage_target": given.target, "coverage_target_new": given.targetNew, "estate_is_new_until": until}

    # One that came later, and was checked, counts from the next month.
    found = coverage(vacant, [*vacant[: given.checked], new_id()], own, day("2026-11-01"))

    assert (found.vacant, found.checked, found.percent) == (given.vacant, given.checked, given.percent)
    assert (found.passed, found.passed_full) == (getattr(given, "pass"), given.full)
    assert found.target == (given.targetNew if given.isNew else given.target)
    assert found.is_new is given.isNew


@pytest.mark.parametrize("given", examples("vacant_risk.json"))
def test_damage_is_likeliest_in_the_first_years(given):
    completed = day(given.completedOn) if given.completedOn else None

    assert risk_band(completed, day(given.day)) == given.band


def test_an_estate_is_new_up_to_and_with_its_last_day():
    own = {**DEFAULTS, "estate_is_new_until": "2026-11-30"}

    assert [new_on(own, day(text)) for text in ("2026-11-30", "2026-12-01")] == [True, False]
    assert new_on(DEFAULTS, day("2026-11-30")) is False


@pytest.mark.parametrize("given", examples("vacant_due.json"))
def test_a_unit_is_due_until_a_complete_check_lies_in_the_week(given):
    since = day(given.since) if given.since else None

    assert is_due(map(day, given.checkedOn), day(given.day), given.every, since) is given.due


def test_a_sale_does_not_break_the_visits_and_a_letting_does():
    days = [Said(day("2026-01-05"), VACANT), Said(day("2026-03-02"), LET), Said(day("2026-06-01"), VACANT)]
    sold = [*days, Said(day("2026-09-01"), SOLD)]
    both = visited(DEFAULTS)

    assert unbroken_since(days, day("2026-05-31"), both) is None
    assert [unbroken_since(sold, day(on), both) for on in ("2026-03-01", "2026-12-31")] == [
        day("2026-01-05"),
        day("2026-06-01"),
    ]
    assert unbroken_since(sold, day("2026-12-31"), {VACANT}) is None


@pytest.mark.parametrize("status", UnitStatus)
def test_acceptance_4_only_vacant_units_are_visited_and_sold_ones_while_the_estate_says_so(status):
    without = {**DEFAULTS, "include_sold_not_moved_in": False}

    assert in_regime(status, DEFAULTS) is (status in (VACANT, SOLD))
    assert in_regime(status, without) is (status is VACANT)
    assert shown(status, without) is (status in (VACANT, LET))


def test_a_later_word_about_an_earlier_day_wins_from_it_on():
    said = [Said(day("2026-01-01"), VACANT), Said(day("2026-06-01"), SOLD), Said(day("2026-04-01"), OWNED)]

    days = timeline(said)

    assert days == [Said(day("2026-01-01"), VACANT), Said(day("2026-04-01"), OWNED)]
    told = [status_on(days, day(text)) for text in ("2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01")]
    assert told == [None, VACANT, VACANT, OWNED]


def test_what_is_said_twice_holds_from_the_first_day():
    assert timeline([Said(day("2026-01-01"), VACANT), Said(day("2026-06-01"), VACANT)]) == [
        Said(day("2026-01-01"), VACANT)
    ]
    assert timeline([Said(day("2026-06-01"), SOLD), Said(day("2026-06-01"), VACANT)]) == [
        Said(day("2026-06-01"), VACANT)
    ]


def test_a_unit_is_vacant_from_take_over_to_sale_or_letting_and_again_after_it():
    days = timeline(
        [
            Said(day("2026-01-01"), VACANT),
            Said(day("2026-03-01"), LET),
            Said(day("2026-05-01"), VACANT),
            Said(day("2026-06-01"), SOLD),
        ]
    )

    assert list(vacant_spans(days)) == [
        (day("2026-01-01"), day("2026-03-01"), LET),
        (day("2026-05-01"), day("2026-06-01"), SOLD),
    ]
    assert list(vacant_spans(days[:3]))[-1] == (day("2026-05-01"), None, None)
    assert list(vacant_spans([Said(day("2026-01-01"), IDLE)])) == []


def test_acceptance_6_a_unit_sold_on_1_march_keeps_its_records_to_1_march():
    days = timeline([Said(day("2024-01-01"), VACANT), Said(day("2025-03-01"), SOLD), Said(day("2025-05-01"), OWNED)])

    sold = sold_on(days)

    assert sold == day("2025-03-01")
    assert kept_until(sold, DEFAULTS["retention_after_sale_months"]) == day("2026-03-01")
    assert sold_on(days[:1]) is None
    assert sold_on(timeline([*days, Said(day("2025-06-01"), VACANT)])) is None
    assert sold_on([Said(day("2024-01-01"), OWNED)]) is None


def test_a_month_after_the_notice_an_owner_is_deemed_moved_in():
    assert deemed_from(day("2026-01-31")) == day("2026-02-28")
    assert deemed_from(day("2026-11-23")) == day("2026-12-23")
    assert months_after(day("2024-02-29"), 12) == day("2025-02-28")
    assert months_after(day("2026-12-31"), 2) == day("2027-02-28")


def test_months_and_quarters_have_their_days():
    assert month("2026-02") == (day("2026-02-01"), day("2026-02-28"))
    assert [month_name(one.first) for one in months(day("2026-11-30"), day("2027-01-01"))] == [
        "2026-11",
        "2026-12",
        "2027-01",
    ]
    assert quarter_of(day("2026-06-30")) == (day("2026-04-01"), day("2026-06-30"))
    assert quarter_of(day("2026-10-01")) == (day("2026-10-01"), day("2026-12-31"))


@pytest.mark.parametrize(
    ("text", "summer", "rains"),
    [
        ("2026-05-31", False, False),
        ("2026-06-01", True, True),
        ("2026-07-15", True, True),
        ("2026-07-16", True, False),
        ("2026-09-30", True, False),
        ("2026-10-01", False, False),
    ],
)
def test_units_are_aired_twice_a_week_in_summer_and_kept_from_damp_in_the_rains(text, summer, rains):
    assert (in_summer(day(text)), in_rains(day(text))) == (summer, rains)


def test_a_check_has_done_the_care_that_its_normal_answers_say():
    normal = ["VU-05", "VU-12", "VU-13", "VU-14", "VU-15", "VU-06"]

    assert care_done(normal, ["SE-04", "SE-06"], valves_shut=True) == [
        *("SE-01", "SE-03", "SE-04", "SE-05", "SE-06", "SE-08", "SE-09")
    ]
    assert care_done([], [], valves_shut=False) == []
