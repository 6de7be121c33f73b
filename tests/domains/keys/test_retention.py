"""KEY-I10: key records are kept two years from their closing; then they go, and the book says so."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from webapp.core.ids import new_id
from webapp.domains.keys.models import KeyActRow, KeyLoan, KeySet
from webapp.domains.keys.purging import CARRY_OUT
from webapp.domains.keys.rules.purging import first_day_kept


def let_go(cabinet, who, day):
    """Ask for what was closed before a day to go; who asks has just signed in."""
    cabinet.phones.clear()
    purge_id = str(new_id())
    phone = cabinet.phone(who)
    item = phone.keep("purge", {"purgeId": purge_id, "closedBefore": day}, about=purge_id)
    (answered,) = phone.push(item)
    return answered


def test_acceptance_8_key_i10_a_loan_closed_twenty_three_months_ago_stays(cabinet, clock):
    key_set = cabinet.register()
    cabinet.act("keeper", "return", key_set, loanId=cabinet.lent(key_set))
    clock.move_to(datetime(2028, 10, 23, 2, 0, tzinfo=UTC))

    refused = let_go(cabinet, "supervisor", "2026-11-24")

    assert (refused["code"], refused["params"]) == ("keys.retention_active", {"until": "2026-10-23"})
    assert let_go(cabinet, "keeper", "2026-10-01")["code"] == "core.not_allowed"
    assert let_go(cabinet, "supervisor", "2026-10-01")["code"] == "keys.nothing_due"


def test_after_two_years_closed_records_go_and_what_stands_is_told_as_before(cabinet, session, clock):
    key_set, gone, out = (cabinet.register() for _ in range(3))
    memo = cabinet.act("keeper", "return", key_set, loanId=cabinet.lent(key_set), counted=[1, 1])["id"]
    cabinet.act("keeper", "settle", key_set, memoId=memo, outcome="found", result="找到了")
    cabinet.act("keeper", "hand_over", gone)
    still = cabinet.lent(out)
    clock.move_to(datetime(2028, 11, 24, 2, 0, tzinfo=UTC))
    assert let_go(cabinet, "supervisor", "2026-11-24")["outcome"] == "applied"

    session.rollback()
    CARRY_OUT.act()
    CARRY_OUT.act()

    assert cabinet.differences() == []
    assert cabinet.states(key_set) == ["in_cabinet"]
    assert cabinet.states(out, still) == ["on_loan", "open"]
    assert session.scalar(select(func.count()).select_from(KeySet)) == 2
    assert session.scalar(select(func.count()).select_from(KeyLoan)) == 1
    assert {act.act.value for act in session.scalars(select(KeyActRow))} == {"register", "lend"}
    assert let_go(cabinet, "supervisor", "2026-11-24")["code"] == "keys.nothing_due"


@pytest.mark.parametrize(
    ("today", "months", "first"),
    [
        ("2028-11-23", 24, "2026-11-23"),
        ("2028-02-29", 24, "2026-02-28"),
        ("2028-01-31", 2, "2027-11-30"),
        ("2028-12-31", 24, "2026-12-31"),
    ],
)
def test_months_are_counted_by_the_calendar(today, months, first):
    assert first_day_kept(date.fromisoformat(today), months) == date.fromisoformat(first)
