"""The dynamic table and the half-year summary: drafted by themselves, filed once, then frozen (`vacancy.md` 3, 9)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests import make
from tests.domains.vacancy.conftest import ON_ONE_STORE
from webapp.core.ids import new_id
from webapp.domains.vacancy.models import VacantPaper
from webapp.domains.vacancy.rules.movements import movements
from webapp.domains.vacancy.rules.papers import balances, days_of, due_on, halves, state_of_paper
from webapp.domains.vacancy.rules.periods import month
from webapp.domains.vacancy.rules.regime import Said
from webapp.ground.estates.settings import DEFAULTS
from webapp.ground.places.rules import UnitStatus

VACANT, SOLD, OWNED = UnitStatus.VACANT_UNSOLD, UnitStatus.SOLD_NOT_MOVED_IN, UnitStatus.OCCUPIED_OWNER
NOVEMBER = month("2026-11")
# The 2nd of December, 10:00 in Shenzhen.
SECOND = datetime(2026, 12, 2, 2, 0, tzinfo=UTC)


def said(*told: tuple[str, UnitStatus]) -> list[Said]:
    return [Said(date.fromisoformat(day), status) for day, status in told]


def shown(found):
    moved = [[(one.on.isoformat(), one.to) for one in part] for part in (found.came, found.left)]
    return [len(found.opening), *moved, len(found.closing)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (said(("2026-10-31", VACANT)), [1, [], [], 1]),
        (said(("2026-11-01", VACANT)), [0, [("2026-11-01", "")], [], 1]),
        (said(("2026-11-30", VACANT)), [0, [("2026-11-30", "")], [], 1]),
        (said(("2026-12-01", VACANT)), [0, [], [], 0]),
        (said(("2026-01-01", VACANT), ("2026-11-01", SOLD)), [1, [], [("2026-11-01", "sold_not_moved_in")], 0]),
        (said(("2026-01-01", VACANT), ("2026-11-30", SOLD)), [1, [], [("2026-11-30", "sold_not_moved_in")], 0]),
        (said(("2026-01-01", VACANT), ("2026-12-01", SOLD)), [1, [], [], 1]),
        (
            said(("2026-11-05", VACANT), ("2026-11-20", SOLD)),
            [0, [("2026-11-05", "")], [("2026-11-20", "sold_not_moved_in")], 0],
        ),
        (said(("2026-01-01", OWNED)), [0, [], [], 0]),
    ],
)
def test_what_came_and_left_in_a_month_balances(days, expected):
    assert shown(movements({new_id(): days}, NOVEMBER, None)) == expected


def test_what_became_known_of_earlier_months_moves_in_this_one():
    gone, come, never = new_id(), new_id(), new_id()
    days = {
        gone: said(("2026-01-01", VACANT), ("2026-09-15", SOLD)),
        come: said(("2026-10-01", VACANT)),
        never: said(("2026-01-01", OWNED)),
    }

    found = movements(days, NOVEMBER, [gone, never])

    assert shown(found) == [
        *(2, [("2026-10-01", "")], [("2026-09-15", "sold_not_moved_in"), ("2026-11-01", "")], 1),
    ]
    assert len(found.opening) + len(found.came) - len(found.left) == len(found.closing)


def test_what_moved_is_named_and_stands_in_the_order_of_the_days():
    first, second, third = sorted(new_id() for _ in range(3))
    days = {
        first: said(("2026-11-20", VACANT)),
        second: said(("2026-11-10", VACANT), ("2026-11-25", SOLD)),
        third: said(("2026-10-01", VACANT), ("2026-11-12", OWNED)),
    }

    found = movements(days, NOVEMBER, [third])

    assert [(one.unit_id, one.on.day, one.to) for one in found.came] == [(second, 10, ""), (first, 20, "")]
    assert [(one.unit_id, one.on.day, one.to) for one in found.left] == [
        *((third, 12, "occupied_owner"), (second, 25, "sold_not_moved_in")),
    ]


def test_what_the_paper_before_did_not_know_is_named_with_its_day():
    come, gone, never = sorted(new_id() for _ in range(3))
    # Vacant before, sold, and vacant again from the 1st: it came late with its first day, and moved in the month.
    days = {
        come: said(("2026-09-01", VACANT), ("2026-10-20", SOLD), ("2026-11-01", VACANT)),
        gone: said(("2026-01-01", VACANT), ("2026-10-31", SOLD)),
    }

    again = movements(days, NOVEMBER, [come, gone, never])

    assert [(one.unit_id, one.on.isoformat(), one.to) for one in again.came] == [(come, "2026-11-01", "")]
    assert [(one.unit_id, one.on.isoformat(), one.to) for one in again.left] == [
        (come, "2026-10-20", "sold_not_moved_in"),
        (gone, "2026-10-31", "sold_not_moved_in"),
        (never, "2026-11-01", ""),
    ]
    (late,) = movements({come: said(("2026-10-05", VACANT))}, NOVEMBER, []).came
    assert (late.unit_id, late.on) == (come, date(2026, 10, 5))
    unsaid = movements({come: said(("2026-11-30", OWNED))}, NOVEMBER, [come])
    assert [(one.unit_id, one.to) for one in unsaid.left] == [(come, "")]


def test_a_unit_that_came_late_and_left_on_the_1st_is_counted_once_each_way():
    unit = new_id()
    days = {unit: said(("2026-10-05", VACANT), ("2026-11-01", SOLD), ("2026-11-08", VACANT))}

    found = movements(days, NOVEMBER, [])

    assert shown(found) == [0, [("2026-10-05", ""), ("2026-11-08", "")], [("2026-11-01", "sold_not_moved_in")], 1]


def test_papers_have_their_days_and_are_due_in_time():
    assert days_of("summary", "2026-H1") == (date(2026, 1, 1), date(2026, 6, 30))
    assert days_of("summary", "2026-H2") == (date(2026, 7, 1), date(2026, 12, 31))
    assert due_on("table", NOVEMBER, DEFAULTS) == date(2026, 12, 5)
    assert due_on("table", month("2026-12"), DEFAULTS) == date(2027, 1, 5)
    assert due_on("summary", days_of("summary", "2026-H1"), DEFAULTS) == date(2026, 7, 10)
    assert due_on("summary", days_of("summary", "2026-H2"), DEFAULTS) == date(2027, 1, 10)
    assert halves(date(2025, 12, 31), date(2026, 7, 1)) == ["2025-H2", "2026-H1", "2026-H2"]
    assert halves(date(2026, 6, 1), date(2026, 6, 30)) == ["2026-H1"]
    assert halves(date(2026, 7, 31), date(2026, 7, 31)) == ["2026-H2"]
    first_days = {"half_year_due": ["01-01", "07-01"]}
    assert due_on("summary", days_of("summary", "2026-H2"), first_days) == date(2027, 1, 1)
    with pytest.raises(ValueError, match="2026-11"):
        days_of("summary", "2026-11")
    with pytest.raises(ValueError, match="2026-H1"):
        days_of("table", "2026-H1")


def test_acceptance_5_a_table_not_filed_on_the_6th_is_overdue():
    due = date(2026, 12, 5)

    assert state_of_paper(due, date(2026, 12, 5), filed=False) == "draft"
    assert state_of_paper(due, date(2026, 12, 6), filed=False) == "overdue"
    assert state_of_paper(due, date(2026, 12, 6), filed=True) == "filed"


def test_a_table_balances_or_is_not_filed():
    assert balances({"opening": 2, "additions": [1], "departures": [], "closing": 3})
    assert not balances({"opening": 2, "additions": [1], "departures": [1], "closing": 3})
    assert balances({"visits": []})
    assert balances({"opening": 2, "additions": [], "departures": [1], "closing": 1})


def told(vacant, which="tables", who="manager"):
    answered = vacant.phone(who).browser.get(f"/api/v1/vacancy/{which}")
    assert answered.status_code == 200, answered.get_json()
    return answered.get_json()[which]


def file(vacant, paper, kind="vacancy.table_file", who="manager", **fields):
    body = {"period": paper["period"], "seen": paper["sha256"], "note": "", **fields}
    (answered,) = vacant.phone(who).push(
        vacant.phone(who).item(kind, body, saved_at=datetime.now(UTC), about=paper["id"], live=True)
    )
    return answered


def test_a_table_is_drafted_filed_and_frozen_and_later_words_go_into_the_next(vacant):
    other = make.unit(vacant.session, vacant.stairs, number="1601", floor=16)
    vacant.lend()
    vacant.check(valves={"water": "open", "power": "shut", "gas": "shut"})
    vacant.later(SECOND)

    (draft,) = told(vacant)
    content = draft["content"]

    assert (draft["state"], draft["dueOn"], draft["serial"]) == ("draft", "2026-12-05", None)
    assert [content[name] for name in ("opening", "additions", "departures", "closing")] == [2, [], [], 2]
    assert [one["valves"] for one in content["valvesOpen"]] == [["water"]]
    assert [one["unit"] for one in content["feesDue"]] == ["3 栋 2 单元 1501", "3 栋 2 单元 1601"]
    assert (content["checksDue"], content["checksDone"]) == (10, 0)
    assert file(vacant, draft)["outcome"] == "applied"
    vacant.becomes("sold_not_moved_in", "2026-11-28", other)

    (filed,) = told(vacant)
    assert (filed["state"], filed["content"], filed["byName"]) == ("filed", content, "manager")
    vacant.later(SECOND + timedelta(days=31))
    december, november = told(vacant)
    assert (november["state"], december["period"]) == ("filed", "2026-12")
    moved = december["content"]
    assert [moved[name] for name in ("opening", "closing")] == [2, 1]
    assert [(one["unit"], one["on"], one["to"]) for one in moved["departures"]] == [
        ("3 栋 2 单元 1601", "2026-11-28", "sold_not_moved_in")
    ]
    assert vacant.differences() == []


def test_acceptance_5_the_table_is_overdue_from_the_6th(vacant):
    vacant.phone("manager")
    vacant.later(SECOND + timedelta(days=4))

    assert [one["state"] for one in told(vacant)] == ["overdue"]


@ON_ONE_STORE
def test_a_table_is_filed_once_in_its_turn_by_the_manager_as_it_was_shown(vacant):
    vacant.phone("manager")
    vacant.later(SECOND)
    (november,) = told(vacant)

    assert file(vacant, november, who="visitor")["code"] == "core.not_allowed"
    assert file(vacant, {**november, "id": str(new_id())})["code"] == "core.bad_shape"
    assert file(vacant, november, period="2026-H1")["code"] == "core.bad_shape"
    vacant.later(SECOND + timedelta(days=31))
    december, _ = told(vacant)
    assert file(vacant, december)["params"] == {"period": "2026-11"}
    make.unit(vacant.session, vacant.stairs, since=date(2026, 11, 3))
    assert file(vacant, november)["code"] == "vacancy.draft_changed"
    (_, again) = told(vacant)
    assert file(vacant, again, who="supervisor")["outcome"] == "applied"
    assert file(vacant, again)["code"] == "vacancy.filed_already"
    vacant.session.rollback()
    assert vacant.session.query(VacantPaper).count() == 1


@ON_ONE_STORE
def test_no_table_before_its_month_is_over(vacant):
    vacant.phone("manager")
    vacant.later(SECOND)
    (november,) = told(vacant)
    vacant.later(SECOND - timedelta(days=3))

    assert told(vacant) == []
    assert file(vacant, november)["params"] == {"from": "2026-12-01"}


def test_the_half_year_is_summed_up_and_handed_in(vacant):
    vacant.lend()
    damp = make.answer("VU-06", "abnormal", choice="mould", note="墙角发霉", findingId=str(new_id()))
    vacant.check()
    vacant.check(answers=make.check_answers(damp))
    vacant.phone("visitor").send("vacancy.care", make.care_body("SE-07", vacant.unit.id, cost=30_000))
    assert told(vacant, "summaries", "visitor") == []
    vacant.later(datetime(2027, 1, 4, 2, 0, tzinfo=UTC))

    (summary,) = told(vacant, "summaries", "visitor")

    content = summary["content"]
    assert (summary["period"], summary["dueOn"]) == ("2026-H2", "2027-01-10")
    assert [(one["unit"], one["count"]) for one in content["visits"]] == [("3 栋 2 单元 1501", 2)]
    assert content["findings"] == [{"item": "VU-06", "count": 1}]
    assert content["cost"] == 30_000
    assert [one["percent"] for one in content["coverage"]][-2:] == [100.0, 0.0]
    cleaning = next(one for one in content["care"] if one["task"] == "SE-07")
    assert (cleaning["done"], cleaning["missed"]) == (1, 5)
    assert file(vacant, summary, "vacancy.summary_file", "visitor")["outcome"] == "applied"
    assert [one["state"] for one in told(vacant, "summaries")] == ["filed"]
    assert vacant.differences() == []


@ON_ONE_STORE
def test_a_filed_summary_is_told_with_what_it_would_say_today_until_its_records_may_go(vacant):
    vacant.lend()
    vacant.check()
    vacant.later(datetime(2027, 1, 4, 2, 0, tzinfo=UTC))
    (summary,) = told(vacant, "summaries")
    assert summary["today"] is None
    assert file(vacant, summary, "vacancy.summary_file")["outcome"] == "applied"
    vacant.phone("visitor").send(
        "vacancy.check", make.check_body(vacant.unit.id, datetime(2026, 12, 30, 2, tzinfo=UTC))
    )

    (filed,) = told(vacant, "summaries")

    assert [one["visits"][0]["count"] for one in (filed["content"], filed["today"])] == [1, 2]
    vacant.later(datetime(2027, 12, 30, 2, 0, tzinfo=UTC))
    assert [one["period"] for one in told(vacant, "summaries") if one["today"]] == ["2026-H2"]
    vacant.later(datetime(2027, 12, 31, 2, 0, tzinfo=UTC))
    assert [one["period"] for one in told(vacant, "summaries") if one["today"]] == []
