"""The yearly plan: drafted, reviewed, merged, approved, each by whose turn it is (`vacancy.md` 7, acceptance 7)."""

from datetime import UTC, date, datetime

import pytest

from tests.domains.vacancy.conftest import ON_ONE_STORE
from webapp.core.ids import new_id
from webapp.domains.vacancy.rules.planning import STEPS, lacking, state_on, year_tasks
from webapp.ground.estates.settings import DEFAULTS

ITEM = {"task": "SE-03", "what": "西晒房间遮阳", "frequency": "每年一次", "measures": "挂遮阳布", "cost": 120_000}
BARE = {"task": None, "what": "补刷外露管道", "frequency": "每年一次", "measures": "刷防锈漆", "cost": 0}


def do(vacant, who, act, plan_id, **fields):
    phone = vacant.phone(who)
    body = {"planId": plan_id, **fields}
    item = phone.item(f"vacancy.plan_{act}", body, saved_at=datetime.now(UTC), about=plan_id, live=True)
    (answered,) = phone.push(item)
    return answered


def drafted(vacant, **fields):
    plan_id = str(new_id())
    answered = do(vacant, "manager", "save", plan_id, **{"year": 2027, "items": [ITEM, BARE], **fields})
    assert answered["outcome"] == "applied", answered
    return plan_id


def told(vacant, who="manager"):
    answered = vacant.phone(who).browser.get("/api/v1/vacancy/plans")
    assert answered.status_code == 200
    return answered.get_json()["plans"]


def test_a_plan_goes_from_the_manager_over_the_office_to_the_general_manager(vacant):
    plan_id = drafted(vacant)
    for who, act, state in (
        ("manager", "submit", "in_review"),
        ("office_manager", "merge", "merged"),
        ("gm", "approve", "approved"),
    ):
        assert do(vacant, who, act, plan_id)["outcome"] == "applied"
        assert [one["state"] for one in told(vacant, "gm")] == [state]

    (plan,) = told(vacant)

    assert (plan["year"], plan["cost"], plan["dueOn"]) == (2027, 120_000, "2026-12-31")
    assert plan["tasks"] == [{"task": "SE-03", "from": "2027-05-01", "due": "2027-05-31"}]
    assert [(one["act"], one["byName"]) for one in plan["acts"]] == [
        *(("save", "manager"), ("submit", "manager"), ("merge", "office_manager"), ("approve", "gm")),
    ]
    assert vacant.differences() == []


@pytest.mark.parametrize(
    ("items", "lacks"),
    [
        ([], ["items", "budget"]),
        ([{**ITEM, "cost": None}], ["budget"]),
        ([ITEM, {**BARE, "frequency": " "}], ["frequency"]),
        ([{**ITEM, "measures": "…"}, {**BARE, "cost": None}], ["measures", "budget"]),
        ([ITEM, BARE], []),
    ],
)
def test_acceptance_7_without_a_budget_it_cannot_go_to_review(items, lacks):
    assert list(lacking(items)) == lacks


@ON_ONE_STORE
def test_acceptance_7_a_plan_without_budget_stays_a_draft(vacant):
    plan_id = drafted(vacant, items=[{**ITEM, "cost": None}])

    answered = do(vacant, "manager", "submit", plan_id)

    assert (answered["code"], answered["params"]) == ("vacancy.plan_incomplete", {"lacks": ["budget"]})
    assert [one["state"] for one in told(vacant)] == ["draft"]


@ON_ONE_STORE
def test_what_is_returned_says_why_and_is_drafted_again(vacant):
    plan_id = drafted(vacant)
    do(vacant, "manager", "submit", plan_id)
    assert do(vacant, "office_manager", "return", plan_id, reason="遮阳布太贵，另行询价")["outcome"] == "applied"

    (plan,) = told(vacant)
    assert (plan["state"], plan["acts"][-1]["note"]) == ("returned", "遮阳布太贵，另行询价")
    do(vacant, "supervisor", "save", plan_id, year=2027, items=[{**ITEM, "cost": 90_000}])
    do(vacant, "supervisor", "submit", plan_id)
    do(vacant, "office_manager", "merge", plan_id)
    assert do(vacant, "gm", "return", plan_id, reason="预算压减")["outcome"] == "applied"


@ON_ONE_STORE
def test_each_step_is_taken_from_where_it_may_be_by_whose_turn_it_is(vacant):
    plan_id = drafted(vacant)

    def code(who, act, about=plan_id, **fields):
        return do(vacant, who, act, about, **fields).get("code")

    assert code("visitor", "save", year=2027, items=[]) == "core.not_allowed"
    assert code("office_manager", "submit") == "core.not_allowed"
    assert code("manager", "merge") == "core.not_allowed"
    assert code("office_manager", "merge") == "vacancy.plan_wrong_state"
    assert code("gm", "approve") == "vacancy.plan_wrong_state"
    assert code("manager", "submit", about=str(new_id())) == "vacancy.unknown_plan"
    assert code("manager", "save", about=str(new_id()), year=2027, items=[]) == "vacancy.plan_repeated"
    do(vacant, "manager", "submit", plan_id)
    assert code("gm", "return", reason="先走流程") == "core.not_allowed"
    assert code("manager", "save", year=2027, items=[]) == "vacancy.plan_wrong_state"


def test_no_step_leads_out_of_an_approved_plan():
    assert [step.act for step in STEPS if "approved" in step.from_] == []


def test_an_approved_plan_is_active_in_its_year_and_closed_after_it():
    days = (date(2026, 12, 31), date(2027, 1, 1), date(2027, 12, 31), date(2028, 1, 1))

    assert [state_on("approved", 2027, day) for day in days] == ["approved", "active", "active", "closed"]
    assert state_on("merged", 2027, days[3]) == "merged"


def test_the_years_tasks_are_those_that_the_plan_names():
    tasks = year_tasks(2027, [{"task": "SE-08"}, {"task": None}], DEFAULTS)

    assert [(one["task"], one["due"]) for one in tasks] == [
        ("SE-08", day) for day in ("2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31")
    ]


@ON_ONE_STORE
@pytest.mark.parametrize(("who", "status"), [("gm", 200), ("visitor", 200), ("guard", 403)])
def test_who_may_read_plans(vacant, client, who, status):
    assert vacant.phone(who).browser.get("/api/v1/vacancy/plans").status_code == status
    assert client.get("/api/v1/vacancy/plans").status_code == 401
