"""Work letters and the steps after a smell, to the last field: decided by their rules alone (`patrol.md` 5 and 7)."""

from datetime import datetime, timedelta

import pytest

from tests.domains.findings.casebook import FOUND, SAVED, Casebook, due_in, id_of, scan
from webapp.core.errors import BadShape
from webapp.domains.findings.rules import letters, smell
from webapp.domains.findings.rules.standing import Smell, words_for
from webapp.domains.findings.rules.states import Act, FindingState


@pytest.fixture
def case():
    return Casebook()


class TestLetters:
    def write(self, case):
        case.do(Act.LETTER, "steward")
        return str(case.acts[-1].id)

    def test_stands_with_the_supervisor_first_and_needs_a_picture(self, case):
        assert case.refused(Act.LETTER, "engineer") == ("core.not_allowed", {})
        assert case.refused(Act.LETTER, "steward", photos=[]) == ("findings.photo_missing", {})

        self.write(case)

        assert case.standing.escalated_to == "supervisor"
        assert case.standing.state is FindingState.REPORTED

    def test_goes_upwards_until_it_is_answered(self, case):
        letter_id = self.write(case)
        case.settings = {"supervisor_may_act_as_manager": False}

        def refused(who, **said):
            return case.refused(Act.LETTER_PASS, who, letterId=letter_id, **said)

        assert refused("steward") == ("core.not_allowed", {})
        assert refused("supervisor", to=None, answer=" ") == ("findings.answer_missing", {})
        case.do(Act.LETTER_PASS, "supervisor", letterId=letter_id, to="manager", answer="情况属实")
        assert case.standing.escalated_to == "manager"
        assert refused("supervisor", to="gm") == ("findings.letter_elsewhere", {"at": "manager"})
        assert refused("manager", to="manager") == ("findings.letter_not_higher", {})
        case.do(Act.LETTER_PASS, "manager", letterId=letter_id, to="gm")
        assert refused("manager", to=None) == ("findings.letter_elsewhere", {"at": "gm"})
        case.do(Act.LETTER_PASS, "office_manager", letterId=letter_id, to=None, answer="周三到场")
        assert case.standing.escalated_to is None
        assert refused("office_manager", to=None) == ("findings.letter_answered", {})

    def test_that_nobody_wrote_is_unknown(self, case):
        other = str(id_of("other"))
        told = case.refused(Act.LETTER_PASS, "supervisor", letterId=other)
        assert told == ("findings.unknown_letter", {"letter": other})

    def test_is_told_with_all_it_went_through(self, case):
        letter_id = self.write(case)
        other_id = self.write(case)
        case.do(Act.LETTER_PASS, "supervisor", letterId=letter_id, to="manager", answer="情况属实")
        case.do(Act.LETTER_PASS, "manager", letterId=letter_id, to=None, answer="周三到场")

        first, second = letters.letters_of(case.acts)
        told = letters.told(first, {"id": letter_id, "at": "then", "byId": "his", "byName": "林", "more": "no"})

        passed = {"at": SAVED.isoformat(), "byName": "supervisor", "to": "manager", "answer": "情况属实"}
        answered = {"at": SAVED.isoformat(), "byName": "manager", "to": None, "answer": "周三到场"}
        said = case.acts[0].said
        assert told == {
            "id": letter_id,
            "at": "then",
            "byId": "his",
            "byName": "林",
            **{name: said[name] for name in ("facts", "help", "photos")},
            "standsWith": None,
            "answer": "周三到场",
            "passes": [passed, answered],
        }
        assert (str(second.written.id), second.stands_with, second.answer) == (other_id, "supervisor", None)


class TestSmells:
    @pytest.fixture
    def smelling(self):
        return Casebook().stands(state=FindingState.OPEN, smell=Smell()).due_now()

    def step(self, case, who, name, **said):
        empty = {"units": "", "answer": "", "doneAt": (FOUND + timedelta(minutes=2)).isoformat()}
        return case.do(Act.SMELL_STEP, who, step=name, **{**empty, **said})

    def refused(self, case, who, name, **said):
        return case.refused(Act.SMELL_STEP, who, step=name, **{"units": "", "answer": "", **said})

    def test_each_step_ends_its_minutes_at_the_moment_it_was_done(self, smelling):
        asked = self.step(smelling, "steward", "asked", units="901", answer="没人")
        assert asked["at"] == (FOUND + timedelta(minutes=2)).isoformat()
        assert datetime.fromisoformat(asked["dueAt"]) == FOUND + timedelta(minutes=5)
        assert smelling.standing.smell == Smell(asked=True)

        told = self.step(smelling, "steward", "guard_told", guard="关大勇")
        assert datetime.fromisoformat(told["dueAt"]) == FOUND + timedelta(minutes=10)
        assert smelling.standing.smell == Smell(asked=True, told=True)

        looked = self.step(smelling, "guard", "guard_result", result="接头松，已关阀")
        assert smelling.standing.smell == Smell(asked=True, told=True, inspected=True)
        assert looked["dueAt"] is None

    def test_a_known_cause_says_what_was_done_and_ends_it_an_unknown_one_does_not(self, smelling):
        whole = {"cause": "902 煎药", "taken": "关火开窗"}
        assert self.refused(smelling, "steward", "cause") == ("findings.step_incomplete", {"step": "cause"})
        for lacking in ({"taken": ""}, {"cause": ""}):
            said = {**whole, **lacking}
            refused = self.refused(smelling, "steward", "cause", known=True, **said)
            assert refused == ("findings.step_incomplete", {"step": "cause"})

        self.step(smelling, "steward", "cause", known=False)
        assert smelling.standing.smell == Smell(known=False)
        judged = self.step(smelling, "steward", "cause", known=True, **whole)

        assert smelling.standing.smell == Smell(known=True)
        assert "smell_tell" not in due_in(judged)
        assert self.refused(smelling, "steward", "guard_told", guard="关") == (
            "findings.step_too_early",
            {"step": "guard_told"},
        )

    def test_the_result_is_security_s_and_comes_after_they_were_told(self, smelling):
        result = {"result": "未闻到"}
        assert self.refused(smelling, "guard", "guard_result", **result) == (
            "findings.step_too_early",
            {"step": "guard_result"},
        )
        self.step(smelling, "steward", "guard_told", guard="关大勇")
        refused = self.refused(smelling, "engineer", "guard_result", **result)
        assert refused == ("findings.not_your_department", {"dept": "security"})
        assert self.refused(smelling, "guard", "asked", units="901", answer="没人") == ("core.not_allowed", {})
        assert self.refused(smelling, "guard", "guard_result", calls="110") == (
            "findings.step_incomplete",
            {"step": "guard_result"},
        )

    def test_what_is_no_smell_has_no_steps(self, case):
        assert self.refused(case, "steward", "asked", units="9", answer="没") == ("findings.not_a_smell", {})

    def test_is_told_step_by_step_the_newest_of_each(self, smelling):
        for answer in ("没人", "都没开火"):
            self.step(smelling, "steward", "asked", units="901", answer=answer)
        self.step(smelling, "steward", "cause", known=False)
        smelling.do(Act.LETTER, "steward")

        told = smell.told(smelling.standing.smell, smelling.acts)

        made = {"at": (FOUND + timedelta(minutes=2)).isoformat(), "byId": str(id_of("steward")), "byName": "steward"}
        assert told == {
            "finished": False,
            "asked": {**made, "units": "901", "answer": "都没开火"},
            "cause": {**made, "cause": "", "taken": "", "known": False},
            "guard_told": None,
            "guard_result": None,
        }


class TestOrders:
    def test_give_it_to_a_department_until_the_end_of_a_day(self):
        case = Casebook().stands(waiting_since=FOUND).due_now()

        judged = case.do(Act.ORDER, "supervisor", dept="cleaning", dueOn="2026-11-25")

        stands = case.standing
        assert (stands.state, stands.dept, stands.waiting_since) == (FindingState.DISPATCHED, "cleaning", None)
        assert judged["page"] == ("ZG", str(case.acts[-1].id))
        assert datetime.fromisoformat(judged["dueAt"]) == datetime.fromisoformat("2026-11-23T23:59:59+08:00")
        assert due_in(judged) == {"solve": datetime.fromisoformat("2026-11-25T23:59:59+08:00")}

    def test_reach_today_but_no_day_that_is_over(self, case):
        assert case.refused(Act.ORDER, "supervisor", dueOn="2026-11-22") == ("findings.due_in_past", {})
        case.do(Act.ORDER, "supervisor", dueOn="2026-11-23")

    @pytest.mark.parametrize("day", ["1970-01-01", "2200-01-01"])
    def test_name_a_day_that_somebody_plans_for(self, case, day):
        with pytest.raises(BadShape):
            case.decide(Act.ORDER, "supervisor", dueOn=day)

    def test_are_rechecked_by_an_overseer_with_a_result_in_words(self, case):
        case.do(Act.ORDER, "supervisor", dept="engineering", dueOn="2026-11-25")
        case.do(Act.ACCEPT, "engineer1")
        case.do(Act.FIX, "engineer1")

        assert case.refused(Act.VERIFY, "steward2", scan=scan()) == ("core.not_allowed", {})
        silent = case.refused(Act.VERIFY, "supervisor", scan=scan(), note="。")
        assert silent == ("findings.recheck_result_missing", {})
        case.do(Act.VERIFY, "supervisor", scan=scan(), note="闭门器已换，能自己关上")
        assert case.standing.state is FindingState.VERIFIED


def test_a_department_is_meant_by_its_own_word_and_by_the_checklists():
    assert words_for("customer_service") == {"customer_service", "steward"}
    assert words_for("engineering") == {"engineering"}
