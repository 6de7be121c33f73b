"""Lost and damaged keys: the memo, the consent, the new lock (`keys.md` 5)."""

from tests import make
from tests.domains.keys.conftest import ON_ONE_STORE
from webapp.core.ids import new_id

pytestmark = ON_ONE_STORE


def test_a_loss_on_loan_goes_into_the_memo_and_ends_with_a_copy_that_is_warned_of(cabinet):
    key_set = cabinet.entrusted()
    loan_id = cabinet.lent(key_set, **cabinet.to_tenant())
    report = cabinet.act("keeper", "report", key_set, loanId=loan_id)
    memo = {"memoId": report["id"]}
    assert cabinet.states(key_set, loan_id) == ["incident", "lost"]
    cabinet.act("keeper", "memo", key_set, **memo, course="已报告主管，调监控未见")
    cabinet.act("supervisor", "agree", key_set, **memo)

    settled = cabinet.act("supervisor", "settle", key_set, **memo, idGivenBack=True)

    assert (report["serial"], settled["serial"]) == ("BW-2026-000001",) * 2
    assert cabinet.states(key_set, loan_id) == ["in_cabinet", "settled"]
    assert cabinet.held(key_set)["memo"] is None
    assert not cabinet.held_loan(loan_id)["idKept"]
    assert cabinet.refused("keeper", "memo", key_set, **memo) == "keys.wrong_state"
    assert cabinet.differences() == []


def test_what_is_found_again_needs_nobodys_consent(cabinet):
    key_set = cabinet.register()
    loan_id = cabinet.lent(key_set)
    short = cabinet.act("keeper", "return", key_set, loanId=loan_id, counted=[1, 1])
    held = cabinet.held(key_set)["memo"]
    assert (held["memoId"], held["what"], held["reportedBy"]) == (short["id"], "short", "周师傅")

    cabinet.act("keeper", "settle", key_set, memoId=short["id"], outcome="found", result="在车座下找到")

    assert cabinet.states(key_set, loan_id) == ["in_cabinet", "settled"]


def test_a_damaged_set_comes_back_whole_and_is_in_the_memo_all_the_same(cabinet):
    key_set = cabinet.register()
    loan_id = cabinet.lent(key_set)
    memo = cabinet.act("keeper", "return", key_set, loanId=loan_id, condition="damaged")["id"]
    assert cabinet.states(key_set, loan_id) == ["incident", "returned"]

    cabinet.act("supervisor", "agree", key_set, memoId=memo, by="developer")
    cabinet.act("supervisor", "settle", key_set, memoId=memo)

    assert cabinet.states(key_set, loan_id) == ["in_cabinet", "returned"]


def test_a_new_lock_retires_all_sets_of_the_unit_that_are_not_out(cabinet, session):
    key_set, spare, out = (cabinet.register() for _ in range(3))
    elsewhere = make.unit(session, make.stairwell(session, make.building(session, cabinet.estate)))
    neighbour = cabinet.register(unitId=str(elsewhere.id))
    loan_id = cabinet.lent(out)
    memo = cabinet.act("keeper", "report", key_set)["id"]
    cabinet.act("supervisor", "agree", key_set, memoId=memo, by="developer")

    cabinet.act("supervisor", "settle", key_set, memoId=memo, outcome="lock_changed")

    assert [cabinet.states(one)[0] for one in (key_set, spare, out, neighbour)] == [
        "retired",
        "retired",
        "on_loan",
        "in_cabinet",
    ]
    cabinet.act("keeper", "return", out, loanId=loan_id)
    replaced = cabinet.register(replaces=key_set)
    assert cabinet.held(replaced)["replaces"] == key_set
    assert cabinet.differences() == []


def test_a_loan_that_comes_with_the_new_lock_in_one_push_finds_the_set_retired(cabinet):
    key_set, spare = cabinet.register(), cabinet.register()
    memo = cabinet.act("keeper", "report", key_set)["id"]
    cabinet.act("supervisor", "agree", key_set, memoId=memo, by="developer")
    phone = cabinet.phone("supervisor")
    changed = make.key_act("settle", key_set, memoId=memo, outcome="lock_changed")

    answered = phone.push(
        phone.keep("settle", changed, live=True),
        phone.keep("lend", make.key_act("lend", spare, **cabinet.loan()), live=True),
    )

    assert [one.get("code") for one in answered] == [None, "keys.not_lendable"]


def test_common_rooms_are_the_offices_own(cabinet):
    key_set = cabinet.register(unitId=None, placeName="3 栋配电房", custodyKind="common_area")
    memo = cabinet.act("keeper", "report", key_set, what="damaged")["id"]
    assert cabinet.refused("supervisor", "agree", key_set, memoId=memo) == "keys.wrong_party"

    cabinet.act("supervisor", "settle", key_set, memoId=memo)

    assert cabinet.held(key_set)["placeName"] == "3 栋配电房"
    assert cabinet.states(key_set) == ["in_cabinet"]


def test_a_loan_that_is_out_is_named_by_who_reports_its_loss(cabinet):
    key_set = cabinet.register()
    cabinet.lent(key_set)

    assert cabinet.refused("keeper", "report", key_set) == "keys.unknown_loan"
    assert cabinet.refused("supervisor", "retire", key_set) == "keys.wrong_state"


def test_retiring_a_set_ends_its_incident_and_its_loan(cabinet):
    key_set = cabinet.register()
    loan_id = cabinet.lent(key_set)
    cabinet.act("keeper", "report", key_set, loanId=loan_id)

    assert cabinet.refused("keeper", "retire", key_set) == "core.not_allowed"
    cabinet.act("supervisor", "retire", key_set)

    assert cabinet.states(key_set, loan_id) == ["retired", "settled"]
    assert cabinet.differences() == []


def test_a_memo_of_another_set_is_not_taken_for_this_one(cabinet):
    key_set = cabinet.register()
    cabinet.act("keeper", "report", key_set)

    for act in ("memo", "agree", "settle"):
        assert cabinet.refused("supervisor", act, key_set, memoId=str(new_id())) == "keys.unknown_memo"


def test_what_was_said_when_keys_came_back_short_begins_the_memo(cabinet):
    said, silent = cabinet.register(), cabinet.register()
    note = {"counted": [1, 1], "note": "一把在车里，明天送来"}

    cabinet.act("keeper", "return", said, loanId=cabinet.lent(said), **note)
    cabinet.act("keeper", "return", silent, loanId=cabinet.lent(silent), condition="damaged")

    ((begun,), none) = (cabinet.held(one)["memo"]["course"] for one in (said, silent))
    assert (begun["byName"], begun["text"]) == ("keeper", note["note"])
    assert list(none) == []
