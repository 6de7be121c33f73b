"""What each act on a finding comes to, to the last field: decided by its rule alone (`patrol.md` 5 and 7)."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.domains.findings.casebook import (
    ARRIVED,
    BY_ACT,
    FOUND,
    PLACE,
    SAVED,
    Casebook,
    due_in,
    id_of,
    photo,
    scan,
    seen,
)
from webapp.core.domain import Refused
from webapp.domains.findings.rules.acting import LabelThere
from webapp.domains.findings.rules.standing import Signature, Smell
from webapp.domains.findings.rules.states import Act, FindingState, Priority
from webapp.ground.people.departments.rules import Department, DepartmentKind

DAY_END = datetime.fromisoformat("2026-11-23T15:59:59+00:00")
HERE = scan()


@pytest.fixture
def case():
    return Casebook()


def opened(**changes):
    """Answer a finding that was left open; its day is running."""
    return Casebook().stands(state=FindingState.OPEN, waiting_since=FOUND, **changes).due_now()


def fixed():
    """Answer a finding that engineer1 has put right."""
    case = Casebook()
    case.do(Act.DISPATCH, "manager")
    case.do(Act.ACCEPT, "engineer1")
    case.do(Act.FIX, "engineer1")
    return case


def verified():
    case = fixed()
    case.do(Act.VERIFY, "steward2", scan=HERE)
    return case


def signing(case):
    """Answer what a signature on a verified repair names."""
    return seen(*(one.id for one in case.acts if one.act in (Act.FIX, Act.SETTLE, Act.VERIFY)))


class TestAnyAct:
    def test_says_when_it_was_and_how_the_finding_stood(self, case):
        judged = case.do(Act.DISPATCH, "manager")

        assert judged["at"] == SAVED.isoformat()
        assert judged["before"] == "reported"
        assert judged["remarks"] == []
        assert judged["changes"] == (("findings.finding", id_of("finding")),)

    def test_about_another_finding_or_one_nobody_knows_is_refused(self, case):
        assert case.refused(Act.DISPATCH, "manager", about=id_of("other")) == ("core.bad_shape", {"field": "about"})
        item = case.item(Act.DISPATCH, "manager")
        facts = case.facts(item)
        refused = BY_ACT[Act.DISPATCH].decide(item, replace(facts, found={}))
        assert refused == Refused("findings.unknown_finding", {"finding": str(id_of("finding"))})

    def test_out_of_its_state_is_refused_with_both_words(self, case):
        told = case.refused(Act.ACCEPT, "engineer1")

        assert told == ("findings.wrong_state", {"state": "reported", "act": "accept"})

    def test_with_a_doubtful_time_or_a_picture_of_an_album_is_remarked(self, case):
        case.do(Act.DISPATCH, "manager")
        case.do(Act.ACCEPT, "engineer1")

        judged = case.do(Act.FIX, "engineer1", photos=[photo(live=False)], doubtful=True)

        codes = [{"code": f"findings.{code}", "params": {}} for code in ("photo_not_live", "time_doubtful")]
        assert judged["remarks"] == codes


class TestSettling:
    def test_reported_waits_for_the_manager_since_it_came_in(self):
        judged = opened().do(Act.SETTLE, "steward")

        assert judged["standing"]["state"] == "reported"
        assert datetime.fromisoformat(judged["standing"]["waitingSince"]) == ARRIVED
        assert judged["dueAt"] is None

    def test_solved_on_the_spot_ends_the_day_it_had_and_waits_for_a_look(self):
        case = opened()
        assert case.refused(Act.SETTLE, "steward", action="solved_on_spot") == ("findings.after_photo_missing", {})

        judged = case.do(Act.SETTLE, "steward", action="solved_on_spot", photos=[photo()])

        stands = case.standing
        assert (stands.state, stands.waiting_since) == (FindingState.SOLVED_ON_SPOT, None)
        assert (stands.fixed_at, stands.fixer_id, stands.fixer_name) == (SAVED, id_of("steward"), "steward")
        assert datetime.fromisoformat(judged["dueAt"]) == DAY_END
        assert due_in(judged) == {"verify": DAY_END + timedelta(days=1)}

    def test_is_for_who_walks(self):
        assert opened().refused(Act.SETTLE, "engineer") == ("core.not_allowed", {})


class TestDispatching:
    def test_gives_it_to_a_department_with_an_order_of_its_own_and_ends_the_minutes(self):
        case = Casebook().stands(waiting_since=ARRIVED, priority=Priority.URGENT).due_now()

        judged = case.do(Act.DISPATCH, "manager", dept="security", priority="normal", hard=True)

        stands = case.standing
        assert (stands.state, stands.dept, stands.priority) == (FindingState.DISPATCHED, "security", Priority.NORMAL)
        assert (stands.hard, stands.waiting_since) == (True, None)
        assert judged["page"] == ("WX", str(case.acts[-1].id))
        assert datetime.fromisoformat(judged["dueAt"]) == ARRIVED + timedelta(minutes=3)
        assert due_in(judged) == {"solve": DAY_END + timedelta(days=7)}

    def test_is_the_manager_s_and_the_supervisor_s_only_in_the_same_post(self, case):
        for nobody in ("steward", "engineer", "guard"):
            assert case.refused(Act.DISPATCH, nobody) == ("core.not_allowed", {})
        case.settings = {"supervisor_may_act_as_manager": False}
        assert case.refused(Act.DISPATCH, "supervisor") == ("core.not_allowed", {})
        case.settings = {}
        case.do(Act.DISPATCH, "supervisor")

    def test_office_managers_may_too(self, case):
        case.do(Act.DISPATCH, "office_manager")


class TestRejecting:
    def test_ends_it_and_the_minutes_it_had(self):
        case = Casebook().stands(waiting_since=ARRIVED).due_now()

        judged = case.do(Act.REJECT, "manager")

        stands = case.standing
        assert (stands.state, stands.closed_at, stands.waiting_since) == (FindingState.REJECTED, SAVED, None)
        assert datetime.fromisoformat(judged["dueAt"]) == DAY_END
        assert stands.due == ()

    def test_leaves_no_smell_behind_whose_cause_nobody_knows(self, case):
        case.stands(smell=Smell(asked=True))
        assert case.refused(Act.REJECT, "manager") == ("findings.smell_unfinished", {})

        case.stands(smell=Smell(known=True)).do(Act.REJECT, "manager")


class TestRepairing:
    def test_is_the_department_s_or_an_overseer_s_in_its_stead(self, case):
        case.do(Act.DISPATCH, "manager")
        refused = ("findings.not_your_department", {"dept": "engineering"})
        assert case.refused(Act.ACCEPT, "guard") == refused

        case.do(Act.ACCEPT, "supervisor")

        assert case.standing.state is FindingState.IN_REPAIR
        assert case.refused(Act.FIX, "guard") == refused

    def test_who_is_on_a_department_s_list_belongs_to_it_and_to_no_other(self, case):
        listed = frozenset({id_of("guard7")})
        case.departments = (Department(id_of("d"), DepartmentKind.ENGINEERING, "工程部", None, listed),)
        case.do(Act.DISPATCH, "manager")
        case.do(Act.ACCEPT, "guard7")

    def test_says_in_words_and_in_a_picture_what_was_done(self):
        case = Casebook()
        case.do(Act.DISPATCH, "manager")
        case.do(Act.ACCEPT, "engineer1")
        assert case.refused(Act.FIX, "engineer1", result=" — ") == ("findings.result_missing", {})
        before = [photo("before")]
        assert case.refused(Act.FIX, "engineer1", photos=before) == ("findings.after_photo_missing", {})

        judged = case.do(Act.FIX, "engineer1", photos=[*before, photo()])

        stands = case.standing
        assert (stands.state, stands.fixed_at) == (FindingState.FIXED, SAVED)
        assert (stands.fixer_id, stands.fixer_name) == (id_of("engineer1"), "engineer1")
        assert datetime.fromisoformat(judged["dueAt"]) == DAY_END
        assert judged["remarks"] == []


class TestVerifying:
    def test_right_names_who_looked_and_ends_the_day_to_look(self):
        case = fixed()

        judged = case.do(Act.VERIFY, "steward2", scan=HERE)

        stands = case.standing
        assert (stands.state, stands.verified_at) == (FindingState.VERIFIED, SAVED)
        assert (stands.verifier_id, stands.verifier_name) == (id_of("steward2"), "steward2")
        assert datetime.fromisoformat(judged["dueAt"]) == DAY_END + timedelta(days=1)
        assert judged["remarks"] == []

    def test_not_right_is_rework_that_begins_now_and_was_nobody_s_work(self):
        case = fixed()
        bad = {"scan": HERE, "outcome": "not_right"}
        assert case.refused(Act.VERIFY, "steward2", **bad, note="。") == ("findings.reason_missing", {})

        judged = case.do(Act.VERIFY, "steward2", **bad, note="门还是关不严")

        stands = case.standing
        assert (stands.state, stands.rework) == (FindingState.REOPENED, 1)
        assert (stands.waiting_since, stands.solve_since) == (ARRIVED, SAVED)
        assert (stands.fixed_at, stands.fixer_id, stands.fixer_name) == (None, None, None)
        assert datetime.fromisoformat(judged["dueAt"]) == DAY_END + timedelta(days=1)

    def test_after_rework_asks_for_both_signatures_anew(self):
        case = fixed()
        typed = {"scan": scan("HERE", "typed"), "outcome": "not_right", "note": "门还是关不严"}
        judged = case.do(Act.VERIFY, "steward2", **typed)
        assert [one["code"] for one in judged["remarks"]] == ["findings.code_typed"]
        old = Signature(side="fixer", by_id=id_of("engineer1"), by_name="engineer1", at=FOUND)
        case.stands(state=FindingState.FIXED, fixer_id=id_of("engineer1"), fixed_at=SAVED, signatures=(old,))

        case.do(Act.VERIFY, "steward2", scan=HERE)

        assert case.standing.signatures == ()

    def test_is_never_the_fixer_s_own_nor_the_finder_s_who_solved_it_before_it_said_who(self):
        assert fixed().refused(Act.VERIFY, "engineer1", scan=HERE) == ("core.not_allowed", {})
        case = Casebook().stands(state=FindingState.SOLVED_ON_SPOT, fixed_at=SAVED, fixer_id=id_of("steward3"))
        assert case.refused(Act.VERIFY, "steward3", scan=HERE) == ("findings.own_repair", {})
        case.stands(fixer_id=None)
        assert case.refused(Act.VERIFY, "steward", scan=HERE) == ("findings.own_repair", {})

    @pytest.mark.parametrize(
        "read,code",
        [
            (scan(None), "label_unknown"),
            (scan("HERE", "listed"), "label_unknown"),
            (scan("NOWHERE"), "label_unknown"),
            (scan("ELSEWHERE"), "label_elsewhere"),
            (scan("GONE"), "label_revoked"),
        ],
    )
    def test_without_having_stood_there_asks_for_a_reason_and_is_remarked(self, read, code):
        case = fixed()
        case.labels |= {"ELSEWHERE": LabelThere(id_of("other"), None), "GONE": LabelThere(PLACE, SAVED)}
        assert case.refused(Act.VERIFY, "steward2", scan=read) == ("findings.not_on_site", {})

        judged = case.do(Act.VERIFY, "steward2", scan={**read, "reason": "标签被水泡坏"})

        assert [one["code"] for one in judged["remarks"]] == [f"findings.{code}", "findings.verified_without_scan"]

    def test_by_a_label_revoked_later_or_typed_from_the_wall_counts(self):
        case = fixed()
        case.labels["LATER"] = LabelThere(PLACE, SAVED + timedelta(seconds=1))
        assert case.do(Act.VERIFY, "steward2", scan=scan("LATER"))["remarks"] == []

        typed = fixed().do(Act.VERIFY, "steward2", scan=scan("HERE", "typed"))
        assert [one["code"] for one in typed["remarks"]] == ["findings.code_typed"]


class TestSigning:
    def test_both_sides_sign_and_it_is_closed(self):
        case = verified()
        first = case.do(Act.SIGN, "steward2", seen=signing(case))
        assert (case.standing.state, first["dueAt"]) == (FindingState.VERIFIED, None)

        case.do(Act.SIGN, "engineer1", seen=signing(case))

        stands = case.standing
        assert (stands.state, stands.closed_at) == (FindingState.CLOSED, SAVED)
        told = [(one.side, one.by_id, one.by_name, one.at) for one in stands.signatures]
        assert told == [
            ("verifier", id_of("steward2"), "steward2", SAVED),
            ("fixer", id_of("engineer1"), "engineer1", SAVED),
        ]

    def test_who_is_not_involved_or_has_signed_or_whose_side_has_is_refused(self):
        case = verified()
        head = Department(id_of("d"), DepartmentKind.ENGINEERING, "工程部", id_of("engineer9"))
        assert case.refused(Act.SIGN, "manager", seen=signing(case)) == ("findings.not_involved", {})
        case.do(Act.SIGN, "steward2", seen=signing(case))
        assert case.refused(Act.SIGN, "steward2", seen=signing(case)) == ("findings.signed_already", {})

        case = verified()
        case.departments = (head,)
        case.do(Act.SIGN, "engineer9", seen=signing(case))
        assert case.refused(Act.SIGN, "engineer1", seen=signing(case)) == ("findings.signed_already", {})

    def test_the_head_of_customer_service_signs_for_what_was_solved_on_the_spot(self):
        case = opened()
        case.do(Act.SETTLE, "steward", action="solved_on_spot", photos=[photo()])
        case.do(Act.VERIFY, "steward2", scan=HERE)
        kinds = (DepartmentKind.ENGINEERING, DepartmentKind.CUSTOMER_SERVICE)
        heads = ("engineer9", "supervisor9")
        case.departments = tuple(
            Department(id_of(who), kind, who, id_of(who)) for kind, who in zip(kinds, heads, strict=True)
        )

        assert case.refused(Act.SIGN, "engineer9", seen=signing(case)) == ("findings.not_involved", {})
        case.do(Act.SIGN, "supervisor9", seen=signing(case))

    def test_names_how_it_was_put_right_and_that_it_is_as_the_book_knows_them(self):
        case = verified()
        repair, look = (one.id for one in case.acts if one.act in (Act.FIX, Act.VERIFY))

        lacking = case.refused(Act.SIGN, "steward2", seen=seen(repair))
        other = case.refused(Act.SIGN, "steward2", seen=[*seen(repair), *seen(look, sha256="0" * 64)])
        strange = case.refused(Act.SIGN, "steward2", seen=seen(repair, look, id_of("never")))

        assert lacking == other == ("findings.not_seen", {"items": [str(look)]})
        assert strange == ("findings.not_seen", {"items": [str(id_of("never"))]})

    def test_a_report_that_solved_it_itself_is_what_is_named(self):
        case = Casebook().stands(
            state=FindingState.SOLVED_ON_SPOT, fixed_at=SAVED, fixer_id=id_of("steward"), fixer_name="steward"
        )
        case.do(Act.VERIFY, "steward2", scan=HERE)
        case.hashes[id_of("report")] = "a" * 64

        (only,) = case.refused(Act.SIGN, "steward2", seen=signing(case))[1]["items"]
        assert only == str(id_of("report"))
        case.do(Act.SIGN, "steward2", seen=[*signing(case), *seen(id_of("report"))])

    def test_a_smell_is_not_signed_before_it_is_followed_to_its_end(self):
        case = verified().stands(smell=Smell(asked=True, known=False, told=True))
        assert case.refused(Act.SIGN, "steward2", seen=signing(case)) == ("findings.smell_unfinished", {})

        case.stands(smell=Smell(inspected=True)).do(Act.SIGN, "steward2", seen=signing(case))
