"""The machine of findings and their deadlines, by the examples that server and phone share (`patrol.md` 7)."""

from datetime import datetime

import pytest

from tests.domains.shared import examples, moment, named
from webapp.core.wire import plain
from webapp.domains.findings.rules.deadlines import Figures, ended, running
from webapp.domains.findings.rules.standing import Due, Smell, Standing, columns, department_of, from_columns
from webapp.domains.findings.rules.states import Act, FindingState, Priority, leads_to


def test_every_act_leads_where_the_shared_table_says_and_nowhere_else():
    table = {(one["act"], one["from"]): set(one["to"]) for one in examples("finding_transitions.json")}

    for act in Act:
        for state in FindingState:
            assert leads_to(act, state) == table.get((act, state), set()), (act, state)


def test_nothing_leads_out_of_what_is_closed_or_rejected():
    for act in Act:
        assert not leads_to(act, FindingState.CLOSED)
        assert not leads_to(act, FindingState.REJECTED)


def standing(given):
    moments = {name: moment(given[name]) for name in ("waitingSince", "solveSince", "fixedAt")}
    return Standing(
        state=FindingState(given["state"]),
        priority=Priority(given["priority"]),
        hard=given["hard"],
        waiting_since=moments["waitingSince"],
        solve_since=moments["solveSince"],
        fixed_at=moments["fixedAt"],
        smell=Smell(**given["smell"]) if given["smell"] else None,
    )


def figures(given):
    days = (given["holidays"], given["makeUpDays"])
    return Figures("Asia/Shanghai", *days, given["verifyWorkingDays"], smell_step2_minutes=5, smell_step3_minutes=10)


def due_cases():
    cases = examples("finding_due.json")
    base = cases[0]["given"]
    return [{**case, "given": {**base, **case["given"]}} for case in cases]


@pytest.mark.parametrize("case", named(due_cases()))
def test_dl_02_dl_11_dl_12_what_is_due_when(case):
    given = case["given"]
    found_at = datetime.fromisoformat(given["foundAt"])
    assert [plain(due) for due in running(standing(given), found_at, figures(given))] == case["expect"]


def test_an_act_ends_a_deadline_only_when_it_runs_no_longer():
    at = datetime.fromisoformat("2026-11-23T07:46:00Z")
    told = Due(what="smell_tell", since=at, due_at=at)
    before = Standing(state=FindingState.REPORTED, priority=Priority.URGENT, due=(told,))
    after = Standing(state=FindingState.REPORTED, priority=Priority.URGENT)

    assert ended(before, after, "smell_tell") == at
    assert ended(before, before, "smell_tell") is None
    assert ended(before, after, "verify") is None
    assert ended(before, after, None) is None


def test_what_a_standing_says_is_what_its_columns_give_back():
    at = datetime.fromisoformat("2026-11-23T07:46:00Z")
    due = Due(what="solve", since=at, due_at=at)
    said = Standing(state=FindingState.REPORTED, priority=Priority.URGENT, smell=Smell(asked=True), due=(due,))

    assert from_columns(columns(said)) == said
    assert columns(said)["due_at"] == at


def test_the_steward_of_a_checklist_is_the_customer_service():
    assert [department_of(word) for word in ("steward", "security", None)] == ["customer_service", "security", None]
