"""Which sheet is whose, and who was found at fault twice in a row."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.domains.shared import examples, named, written_in
from webapp.core.ids import new_id
from webapp.domains.checks.rules.bodies import CheckRow, Period
from webapp.domains.checks.rules.codes import CODES
from webapp.domains.checks.rules.sheets import Sheet, in_a_row, sheet_id
from webapp.ground.people.departments.rules import DepartmentKind

MONDAY = date(2026, 11, 23)
LIN, ZHOU = new_id(), new_id()


@pytest.mark.parametrize("case", named(examples("check_sheet_id.json")))
def test_a_department_has_one_sheet_a_day_and_one_a_week_under_an_id_that_phones_compute_alike(case):
    given = case["given"]
    period, dept = Period(given["period"]), DepartmentKind(given["dept"])

    assert str(sheet_id(UUID(given["estate"]), period, dept, date.fromisoformat(given["day"]))) == case["expect"]


def fault(person, **fields):
    return CheckRow(
        row_id=new_id(), person_id=person, subject="某人", item="dress", finding="工牌没戴", kind="general", **fields
    )


def sheet(day, *rows, period=Period.DAILY):
    return Sheet(new_id(), period, DepartmentKind.SECURITY, day, new_id(), new_id(), rows)


def people(*sheets, reported=()):
    return [one.person_id for one in in_a_row(sheets, reported)]


def test_who_is_found_at_fault_on_two_sheets_that_follow_one_another_is_told_whatever_their_order():
    first, second = sheet(MONDAY, fault(LIN), fault(ZHOU)), sheet(MONDAY + timedelta(days=3), fault(LIN))

    assert people(second, first) == [LIN]
    (repeated,) = in_a_row([first, second])
    assert repeated.rows == (first.rows[0].row_id, second.rows[0].row_id)


def test_a_sheet_between_without_them_breaks_the_row():
    days = [MONDAY + timedelta(days=count) for count in range(3)]

    assert people(sheet(days[0], fault(LIN)), sheet(days[1]), sheet(days[2], fault(LIN))) == []


def test_twice_on_one_sheet_and_a_place_twice_are_no_row():
    assert people(sheet(MONDAY, fault(LIN), fault(LIN)), sheet(MONDAY + timedelta(days=1))) == []
    assert people(sheet(MONDAY, fault(None)), sheet(MONDAY + timedelta(days=1), fault(None))) == []


def test_a_week_s_sheet_follows_its_days_and_what_it_finds_put_right_is_no_fault():
    friday = sheet(MONDAY + timedelta(days=4), fault(LIN))
    row = friday.rows[0].row_id
    right = sheet(MONDAY, fault(LIN, rechecks=row, right=True), period=Period.WEEKLY)
    still = sheet(MONDAY, fault(LIN, rechecks=row, right=False), period=Period.WEEKLY)

    assert people(friday, right) == []
    assert people(friday, still) == [LIN]


def test_what_was_reported_is_not_to_be_reported_again_but_a_third_time_is_with_new_lines():
    first, second = sheet(MONDAY, fault(LIN)), sheet(MONDAY + timedelta(days=1), fault(LIN))
    reported = [first.rows[0].row_id, second.rows[0].row_id]
    third, fourth = (sheet(MONDAY + timedelta(days=count), fault(LIN)) for count in (2, 3))

    assert people(first, second, reported=reported) == []
    assert people(first, second, third, reported=reported) == []
    assert people(first, second, third, fourth, reported=reported) == [LIN]


def test_every_code_that_is_told_is_listed():
    kinds = {f"checks.{act}" for act in ("sheet", "write", "sign", "slip", "fault")}

    assert written_in("webapp/domains/checks", "checks") - kinds == set(CODES)
