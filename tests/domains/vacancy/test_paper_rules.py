"""Papers filed and plans drawn up by rules alone: who may, when, and what the entry writes."""

from datetime import date
from functools import partial

import pytest

from tests.domains.vacancy.conftest import NOW
from tests.domains.vacancy.said import ESTATE, MADE, applied, entry, item, refused
from tests.domains.vacancy.test_plans import BARE, ITEM
from webapp.core.ids import computed_id, new_id
from webapp.domains.vacancy.rules import papers, planning
from webapp.domains.vacancy.rules.care import TASKS, Window, is_done, state_of
from webapp.domains.vacancy.rules.items import Features
from webapp.domains.vacancy.rules.papers import FilePaper, PaperFacts, paper_id, sha256_of
from webapp.domains.vacancy.rules.planning import STEPS, KnownPlan, PlanFacts, plan_due_on
from webapp.ground.estates.settings import DEFAULTS

DRAFT = {"opening": 2, "additions": [{"unit": "1501"}], "departures": [], "closing": 3}
ACTING = {**DEFAULTS, "supervisor_may_act_as_manager": True}
ALONE = {**DEFAULTS, "supervisor_may_act_as_manager": False}
STEP = {step.act: step for step in STEPS}


def file(kind="table", period="2026-11", *, role="manager", about=None, settings=DEFAULTS, **told):
    draft, today = told.get("draft", DRAFT), told.get("today", date(2026, 12, 1))
    body = {"period": period, "seen": told.get("seen", sha256_of(draft)), "note": "已核对"}
    id_ = paper_id(ESTATE, kind, period)
    given = item(f"vacancy.{kind}_file", FilePaper, body, about=about or id_, role=role)
    facts = PaperFacts(
        {given.id: settings},
        {given.id: today},
        {given.id: draft},
        frozenset({id_}) if told.get("filed") else frozenset(),
        {given.id: told.get("unfiled")},
    )
    return given, papers.decide(kind, given, facts)


def test_a_table_is_filed_by_the_manager_and_a_summary_by_those_who_visit():
    for role in ("manager", "office_manager"):
        applied(file(role=role, settings=ALONE)[1])
    applied(file(role="supervisor", settings=ACTING)[1])
    for role in ("supervisor", "steward", "gm"):
        assert refused(file(role=role, settings=ALONE)[1]) == ("core.not_allowed", {})
    half = partial(file, "summary", "2026-H1")
    for role in ("steward", "supervisor", "manager"):
        applied(half(role=role, settings=ALONE)[1])
    assert refused(half(role="gm")[1]) == ("core.not_allowed", {})


def test_a_paper_is_of_a_period_of_its_kind_and_about_itself():
    assert refused(file(period="2026-H1")[1]) == ("core.bad_shape", {"field": "period"})
    assert refused(file("summary", "2026-11")[1]) == ("core.bad_shape", {"field": "period"})
    assert refused(file(about=new_id())[1]) == ("core.bad_shape", {"field": "about"})
    assert paper_id(ESTATE, "table", "2026-11") == computed_id("vacancy", ESTATE, "table", "2026-11")


def test_a_paper_is_filed_when_its_period_is_over_once_and_after_the_one_before():
    assert refused(file(today=date(2026, 11, 30))[1]) == ("vacancy.too_early", {"from": "2026-12-01"})
    assert refused(file(filed=True)[1]) == ("vacancy.filed_already", {})
    assert refused(file(unfiled="2026-10")[1]) == ("vacancy.earlier_unfiled", {"period": "2026-10"})


def test_a_table_that_does_not_balance_or_was_not_seen_so_is_not_filed():
    wrong = {**DRAFT, "closing": 4}
    counts = {"opening": 2, "additions": 1, "departures": 0, "closing": 4}

    assert refused(file(draft=wrong)[1]) == ("vacancy.table_unbalanced", counts)
    assert refused(file(seen="0" * 64)[1]) == ("vacancy.draft_changed", {})


@pytest.mark.parametrize(("kind", "period"), [("table", "2026-11"), ("summary", "2026-H1")])
def test_what_is_filed_is_frozen_as_it_was_seen(kind, period):
    given, decided = file(kind, period)

    (row,) = papers.rows(kind, entry(given, applied(decided)))

    assert (row.table, row.key) == ("vacancy_papers", {"estate_id": ESTATE, "id": given.about})
    frozen = {"kind": kind, "period": period, "content": DRAFT, "note": "已核对", "filed_at": NOW}
    assert row.values == {**frozen, **MADE}


def test_a_draft_has_one_hash_however_its_fields_stand():
    assert sha256_of({"b": 1, "a": 2}) == sha256_of({"a": 2, "b": 1})
    assert sha256_of({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    assert sha256_of({"a": 2}) != sha256_of({})


def step(act, known=None, *, role="manager", about=None, plan_id=None, settings=DEFAULTS, others=None, **fields):
    plan_id = plan_id or new_id()
    body = {"planId": str(plan_id), **fields}
    given = item(f"vacancy.plan_{act}", STEP[act].body, body, about=about or plan_id, role=role)
    plans = {**(others or {}), **({plan_id: known} if known else {})}
    return given, planning.decide(STEP[act], given, PlanFacts(plans, {given.id: settings}))


def plan(state, *items, acts=()):
    return KnownPlan(2027, state, list(items), list(acts))


def save(known=None, **fields):
    return step("save", known, **{"year": 2027, "items": [ITEM, BARE], **fields})


def test_a_plan_is_drafted_by_the_manager_from_nothing_a_draft_or_what_went_back():
    for known in (None, plan("draft"), plan("returned")):
        applied(save(known)[1])
    applied(save(role="supervisor", settings=ACTING)[1])
    assert refused(save(role="supervisor", settings=ALONE)[1]) == ("core.not_allowed", {})
    for state in ("in_review", "merged", "approved"):
        told = refused(save(plan(state))[1])
        assert told == ("vacancy.plan_wrong_state", {"state": state, "act": "save"})


def test_there_is_one_plan_a_year():
    other = {new_id(): plan("approved")}

    assert refused(save(others=other)[1]) == ("vacancy.plan_repeated", {"year": 2027})
    applied(save(others=other, year=2028)[1])
    applied(save(plan("draft"))[1])


def test_a_step_is_of_a_plan_there_is_and_about_it():
    assert refused(step("submit")[1]) == ("vacancy.unknown_plan", {})
    assert refused(step("submit", plan("draft", ITEM), about=new_id())[1]) == ("core.bad_shape", {"field": "about"})


@pytest.mark.parametrize(
    ("act", "role", "state"),
    [
        ("submit", "manager", "draft"),
        ("submit", "manager", "returned"),
        ("merge", "office_manager", "in_review"),
        ("approve", "gm", "merged"),
        ("return", "office_manager", "in_review"),
        ("return", "gm", "merged"),
    ],
)
def test_each_step_is_taken_by_whose_turn_it_is(act, role, state):
    words = {"reason": "预算压减"} if act == "return" else {}

    answer = applied(step(act, plan(state, ITEM), role=role, **words)[1])

    assert answer.judged["state"] == STEP[act].to
    for other in {"manager", "office_manager", "gm", "steward"} - {role}:
        assert refused(step(act, plan(state, ITEM), role=other, **words)[1]) == ("core.not_allowed", {})


def test_acceptance_7_without_a_budget_a_plan_does_not_go_to_review():
    bare = plan("draft", {**ITEM, "cost": None})

    assert refused(step("submit", bare)[1]) == ("vacancy.plan_incomplete", {"lacks": ["budget"]})


def test_a_plan_is_written_as_it_stands_after_each_step():
    before = {"act": "save", "at": "2026-11-01T00:00:00+00:00", "byName": "王经理", "note": ""}
    given, decided = step("return", plan("in_review", ITEM, acts=[before]), role="office_manager", reason="另行询价")

    (row,) = planning.rows(STEP["return"], entry(given, applied(decided)))

    act = {"act": "return", "at": NOW.isoformat(), "byName": "何晓明", "note": "另行询价"}
    stands = {"year": 2027, "state": "returned", "items": [ITEM], "tasks": [], "acts": [before, act]}
    assert (row.table, row.key, row.shared) == ("vacancy_plans", {"estate_id": ESTATE, "id": given.about}, True)
    assert row.values == {**stands, **MADE}
    first = applied(save(note="初稿")[1]).judged
    assert (first["year"], list(first["items"]), first["acts"][0]["note"]) == (2027, [ITEM, BARE], "初稿")


def test_approval_creates_the_tasks_of_the_year_and_nothing_else_does():
    approved = applied(step("approve", plan("merged", ITEM), role="gm")[1]).judged
    merged = applied(step("merge", plan("in_review", ITEM), role="office_manager")[1]).judged

    assert approved["tasks"] == [{"task": "SE-03", "from": "2027-05-01", "due": "2027-05-31"}]
    assert merged["tasks"] == []
    cleaned = applied(step("approve", plan("merged", {**ITEM, "task": "SE-07"}), role="gm")[1]).judged["tasks"]
    assert [one["due"] for one in cleaned] == [f"2027-{month:02}-10" for month in range(1, 13)]


def test_a_plan_is_due_in_the_year_before():
    assert plan_due_on(2027, DEFAULTS) == date(2026, 12, 31)
    assert plan_due_on(2028, {"plan_due": "11-30"}) == date(2027, 11, 30)


def windows(task_id, year=2027, **settings):
    task = next(one for one in TASKS if one.id == task_id)
    return [
        (window.first.isoformat(), window.due.isoformat(), window.last.isoformat(), window.times)
        for window in task.windows(year, {**DEFAULTS, **settings})
    ]


def test_tasks_of_care_have_their_windows():
    assert windows("SE-03") == [("2027-05-01", "2027-05-31", "2027-09-30", 1)]
    assert windows("SE-04") == [("2027-06-01", "2027-07-15", "2027-07-15", 1)]
    assert windows("SE-05") == [("2027-11-01", "2027-11-15", "2027-12-31", 1)]
    assert windows("SE-06")[1] == ("2027-02-01", "2027-02-28", "2027-02-28", 1)
    assert windows("SE-07", cleaning_per_month=2)[11] == ("2027-12-01", "2027-12-10", "2027-12-31", 2)
    assert windows("SE-08")[3] == ("2027-10-01", "2027-12-31", "2027-12-31", 1)
    assert [len(windows(one)) for one in ("SE-01", "SE-06", "SE-07", "SE-08")] == [52, 12, 12, 4]
    assert windows("SE-02") == windows("SE-09") == []


def test_weeks_are_those_that_begin_in_the_year_and_in_summer_ask_twice():
    weeks = windows("SE-01")

    assert weeks[0] == ("2027-01-04", "2027-01-10", "2027-01-10", 1)
    assert weeks[-1][0] == "2027-12-27"
    assert [times for first, _, _, times in weeks if first in ("2027-05-31", "2027-06-07", "2027-09-27")] == [1, 2, 2]
    assert windows("SE-01", 2029)[0][0] == "2029-01-01"


def test_tasks_apply_to_units_by_what_is_fitted_there():
    bare, fine = Features("bare", True, False), Features("fine", True, True, cold_region=True)
    applies = {task.id: (task.applies(bare), task.applies(fine)) for task in TASKS}

    assert applies == {
        **dict.fromkeys(("SE-01", "SE-02", "SE-07", "SE-09"), (True, True)),
        **dict.fromkeys(("SE-03", "SE-04", "SE-05", "SE-06", "SE-08"), (False, True)),
    }
    assert {task.id: task.schedule for task in TASKS} == {
        "SE-01": "weekly",
        "SE-02": "if_needed",
        "SE-03": "yearly",
        "SE-04": "each_visit",
        "SE-05": "yearly",
        "SE-06": "monthly",
        "SE-07": "monthly",
        "SE-08": "quarterly",
        "SE-09": "each_visit",
    }


def test_a_task_stands_by_its_window_and_by_how_many_units_have_it():
    window = Window(date(2027, 5, 1), date(2027, 5, 31), date(2027, 9, 30))
    days = ("2027-04-30", "2027-05-01", "2027-05-31", "2027-06-01", "2027-09-30", "2027-10-01")

    assert [state_of(window, 2, 1, date.fromisoformat(day)) for day in days] == [
        *("coming", "open", "open", "late", "late", "missed"),
    ]
    assert state_of(window, 2, 2, date(2027, 5, 1)) == "done"
    assert state_of(window, 0, 0, date(2027, 4, 30)) == "coming"


def test_a_task_is_done_on_as_many_days_of_its_window_as_it_asks_for():
    twice = Window(date(2027, 6, 7), date(2027, 6, 13), date(2027, 6, 14), 2)

    assert not is_done(twice, [date(2027, 6, 7), date(2027, 6, 7)])
    assert not is_done(twice, [date(2027, 6, 6), date(2027, 6, 7), date(2027, 6, 15)])
    assert is_done(twice, [date(2027, 6, 7), date(2027, 6, 14)])
