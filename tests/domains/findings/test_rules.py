"""What a report of a finding must say, by the examples that server and phone share."""

from typing import Any

import pytest

from tests.domains.shared import examples, named, written_in
from webapp.core.wire import read
from webapp.domains.findings.rules.codes import CODES
from webapp.domains.findings.rules.details import doubts
from webapp.domains.findings.rules.report import Details, Report, missing, priority_of
from webapp.domains.findings.rules.states import FindingState, Priority
from webapp.ground.checklists.rules import ChecklistItem, Choice, Words

WORDS = Words(zh_hans="通道", zh_hant="通道", en="Passage")


def checklist_item(given: dict[str, Any] | None) -> ChecklistItem | None:
    if given is None:
        return None
    choices = (Choice(code="piled", words=WORDS),)
    return ChecklistItem(
        id=given["id"],
        words=WORDS,
        normal=WORDS,
        choices=choices,
        record=tuple(given["record"]),
        dept="security",
        urgent=given["urgent"],
        steps=tuple(given.get("steps", ())),
    )


@pytest.mark.parametrize("case", named(examples("finding_required.json", "finding")))
def test_pat_r04_what_a_report_lacks_is_told(case):
    report = read(Report, case["given"]["finding"])
    assert missing(report, checklist_item(case["given"]["item"])) == case["expect"]


@pytest.mark.parametrize("case", named(examples("details_doubtful.json")))
def test_what_was_noted_and_does_not_fit_is_told(case):
    details = read(Details, case["given"]["details"])
    assert doubts(details, case["given"]["previous"]) == case["expect"]


@pytest.mark.parametrize(
    "action,state",
    [
        ("solved_on_spot", FindingState.SOLVED_ON_SPOT),
        ("reported", FindingState.REPORTED),
        (None, FindingState.OPEN),
    ],
)
def test_a_finding_begins_where_its_finder_left_it(action, state):
    sent = {**examples("finding_required.json")[0]["given"]["finding"], "action": action}
    assert read(Report, sent).state is state


def test_what_the_checklist_marks_as_urgent_is_urgent():
    urgent = {"id": "ST-09", "record": [], "urgent": True}
    assert priority_of(checklist_item(urgent)) is Priority.URGENT
    assert priority_of(checklist_item({**urgent, "urgent": False})) is Priority.NORMAL
    assert priority_of(None) is Priority.NORMAL


def test_every_code_that_the_rules_tell_is_listed_so_that_it_gets_words():
    assert written_in("webapp/domains/findings/rules", "findings") <= set(CODES) | {
        "findings.report",
        "findings.finding",
        "findings.sighting",
    }
