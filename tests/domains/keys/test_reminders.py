"""Who is reminded of keys as a whole: departments, and overseers of the month's review (`keys.md` 4.3)."""

from datetime import date, timedelta

import pytest

from tests.domains.keys.cabinet import NOW
from tests.domains.keys.conftest import ON_ONE_STORE
from tests.domains.keys.test_notices import told
from tests.make.phones import example
from webapp.domains.keys.rules.times import month_to_review


@ON_ONE_STORE
def test_a_department_is_reminded_once_a_day_of_what_it_has_too_long(cabinet, clock):
    one, other = cabinet.register(), cabinet.register()
    loan_id = cabinet.lent(one)
    cabinet.lent(other)
    clock.move_to(NOW + timedelta(days=2))
    assert told(cabinet, "engineer", "department") == []

    clock.move_to(NOW + timedelta(days=3, hours=1))
    (line,) = told(cabinet, "engineer", "department")
    assert "工程部借的钥匙有 2 套" in line
    assert told(cabinet, "keeper", "department") == []
    cabinet.act("keeper", "return", one, loanId=loan_id)
    clock.move_to(NOW + timedelta(days=4, hours=1))
    assert len(told(cabinet, "engineer", "department")) == 2


@ON_ONE_STORE
@pytest.mark.parametrize(("signs", "told_in_december"), [(True, 1), (False, 2)])
def test_overseers_are_reminded_of_the_review_until_it_is_signed(cabinet, clock, signs, told_in_december):
    loan_id = cabinet.lent(cabinet.register(), dueAt="2026-11-26T02:00:00Z")
    assert told(cabinet, "supervisor", "review") == []

    clock.move_to(NOW.replace(day=29))
    (line,) = told(cabinet, "supervisor", "review")
    assert "2026-11 的钥匙借用还没复核签字，1 套在外" in line
    assert told(cabinet, "keeper", "review") == []
    if signs:
        review = {**example("keys.review")["body"], "month": "2026-11", "loans": [loan_id]}
        assert cabinet.phone("supervisor").do("review", review)["outcome"] == "applied"
    clock.move_to(NOW.replace(month=12, day=2))
    assert len(told(cabinet, "supervisor", "review")) == told_in_december


@pytest.mark.parametrize(
    ("today", "month"),
    [("2026-11-27", None), ("2026-11-28", "2026-11"), ("2026-12-07", "2026-11"), ("2026-12-08", None)],
)
def test_a_month_is_reviewed_in_its_last_days_and_asked_for_until_it_is_a_week_late(today, month):
    assert month_to_review(date.fromisoformat(today)) == month
