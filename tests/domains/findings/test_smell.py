"""A smell of gas or burning: its steps, its minutes, and that it does not end before security has looked (ST-13)."""

from datetime import timedelta

import pytest

from tests import make
from tests.domains.conftest import NOW
from webapp.domains.findings.rules.states import FindingState


def step(crew, who, finding_id, name, **said):
    body = {"units": "", "answer": "", "doneAt": make.iso(NOW), **said}
    return crew.try_(who, "smell_step", finding_id, step=name, **body).get("code")


@pytest.fixture
def smell(crew):
    """A smell of gas, verified although nobody knows where it came from."""
    return crew.verified(item="ST-13", choice="gas")


def test_a_smell_whose_cause_is_known_ends_without_security(crew, smell):
    assert step(crew, "finder", smell, "cause", known=True, cause="902 煎药") == "findings.step_incomplete"
    assert step(crew, "finder", smell, "cause", known=True, cause="902 煎药", taken="关火开窗，味散") is None

    crew.act("steward", "sign", smell, seen=crew.seen(smell))
    assert crew.held(smell)["smell"]["cause"]["known"] is True
    assert step(crew, "finder", smell, "guard_told", guard="关大勇") == "findings.step_too_early"


def test_the_minutes_of_a_smell_run_until_the_units_are_asked_and_security_is_told(crew, clock):
    finding_id = crew.report(item="ST-13", choice="gas", action=None)
    due = {one["what"]: one["dueAt"] for one in crew.held(finding_id)["due"]}
    assert (due["smell_ask"], due["smell_tell"]) == ("2026-11-23T07:41:00Z", "2026-11-23T07:46:00Z")

    clock.move_to(NOW + timedelta(minutes=9))
    step(crew, "finder", finding_id, "asked", units="901", answer="没人")
    step(crew, "finder", finding_id, "guard_told", guard="关大勇", doneAt=make.iso(NOW + timedelta(minutes=1)))

    held = crew.held(finding_id)
    assert {one["what"] for one in held["due"]} == {"dispatch", "solve"}
    assert [one["dueAt"] for one in held["acts"]] == ["2026-11-23T07:41:00Z", "2026-11-23T07:46:00Z"]
    assert held["smell"]["guard_told"]["at"] == (NOW + timedelta(minutes=1)).isoformat()


def test_a_smell_cannot_be_waved_away_and_what_is_none_has_no_steps(crew):
    smell, other = crew.report(item="ST-13", choice="gas"), crew.report()

    assert crew.refused("supervisor", "reject", smell) == "findings.smell_unfinished"
    assert step(crew, "finder", other, "asked", units="901", answer="没人") == "findings.not_a_smell"
    assert step(crew, "finder", smell, "asked", units="901") == "findings.step_incomplete"
    assert crew.stored(smell).state is FindingState.REPORTED
