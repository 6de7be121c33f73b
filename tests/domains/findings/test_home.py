"""What is wrong in a resident's home, reported from outside with its calls (PAT-N1 to PAT-N3)."""

from tests import make
from tests.domains.findings.conftest import FOUND
from tests.make.patrols import checklist
from webapp.ground.notices.jobs import LOOK

CALLS = ("resident_called", "manager_called", "help_called")


def home(crew, *steps):
    details = {"unit": "902", "plate": None, "number": None, "expiry": None, "reading": None}
    what = {"item": "HA-01", "choice": "smoke", "description": "门缝冒烟，敲门无人应"}
    return crew.report(checklist=checklist("home_abnormal"), details=details, steps=list(steps), **what)


def test_pat_n3_it_is_urgent_keeps_its_calls_and_is_told_to_guard_and_overseers_at_once(crew):
    crew.phone("guard")
    called = [{"step": step, "doneAt": make.iso(FOUND), "reason": None} for step in CALLS]

    held = crew.held(home(crew, *called))

    assert (held["priority"], held["dept"], held["details"]["unit"]) == ("urgent", "security", "902")
    assert [step["step"] for step in held["steps"]] == list(CALLS)
    LOOK.act()
    (told,) = [one for one in crew.phone("guard").pull("notices.notice").values() if one["kind"] == "findings.urgent"]
    assert "门缝冒烟" in told["words"]["zh-Hans"]["line"]


def test_pat_n3_a_report_without_its_calls_is_kept_and_says_what_is_missing(crew):
    excused = {"step": "help_called", "doneAt": None, "reason": "住户已回家，自己处理"}

    remarks = {one["code"] for one in crew.stored(home(crew, excused)).remarks}

    assert {"findings.resident_not_called", "findings.manager_not_called"} <= remarks
    assert "findings.help_not_called" not in remarks
