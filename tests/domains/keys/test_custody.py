"""From the registration to the hand-over (`keys.md` 1 to 3, 7, 8)."""

from datetime import timedelta

from tests import make
from tests.domains.keys.conftest import ON_ONE_STORE
from tests.make.phones import example
from webapp.core.ids import new_id
from webapp.domains.keys.models import KeyCheck

pytestmark = ON_ONE_STORE


def test_a_set_is_registered_with_all_that_the_register_knows(cabinet):
    key_set = cabinet.entrusted(keyNo="K-0301")

    held = cabinet.held(key_set)
    building = held["placeName"]
    assert building.endswith(f"1 单元 {cabinet.unit.number}")
    assert (held["keyNo"], held["quantity"], held["ownerPhone"]) == ("K-0301", 3, "13800000000")
    assert (held["serial"], held["mandate"]["serial"], held["custodyUntil"]) == ("TG-2026-000001",) * 2 + (
        "2027-05-31",
    )
    assert "strokes" not in str(held)
    assert cabinet.differences() == []


LACKING = (
    ({"unitId": None}, "keys.unit_missing"),
    ({"custodyKind": "common_area", "unitId": None, "placeName": ""}, "keys.unit_missing"),
    ({"unitId": str(new_id())}, "keys.unknown_unit"),
    ({"custodyKind": "repair_retained"}, "keys.owner_missing"),
    ({"mandate": example("keys.register")["body"]["mandate"]}, "keys.mandate_unfit"),
    ({"keyNo": "K-1"}, "keys.key_no_taken"),
)


def test_what_lacks_at_the_registration_is_said(cabinet):
    cabinet.register(keyNo="K-1")
    phone = cabinet.phone("keeper")

    for fields, code in LACKING:
        assert phone.do("register", make.key_set_body(cabinet.unit, **fields))["code"] == code


def test_two_sets_of_one_push_do_not_take_one_number_and_a_retired_one_gives_its_own_back(cabinet):
    phone = cabinet.phone("keeper")
    first, second = (make.key_set_body(cabinet.unit, keyNo="K-7") for _ in range(2))

    answered = phone.push(*(phone.keep("register", body, live=True) for body in (first, second)))
    assert [one.get("code") for one in answered] == [None, "keys.key_no_taken"]
    assert cabinet.refused("keeper", "register", first["keySetId"], **first) == "keys.set_repeated"
    cabinet.act("supervisor", "retire", first["keySetId"])
    cabinet.register(keyNo="K-7")


def test_a_new_mandate_prolongs_the_custody(cabinet):
    key_set = cabinet.entrusted()
    later = {**example("keys.mandate")["body"]["mandate"], "mandateId": str(new_id()), "custodyUntil": "2028-05-31"}

    told = cabinet.act("keeper", "mandate", key_set, mandate=later)

    held = cabinet.held(key_set)
    assert (held["custodyUntil"], held["serial"]) == ("2028-05-31", told["serial"]) == ("2028-05-31", "TG-2026-000002")
    assert cabinet.refused("keeper", "mandate", cabinet.register(), mandate=later) == "keys.mandate_unfit"
    assert cabinet.differences() == []


def test_the_developer_has_the_own_keys_back_on_a_written_request(cabinet):
    key_set = cabinet.register()
    developer = {"kind": "developer", "name": "置业公司工程部"}

    assert cabinet.refused("keeper", "hand_over", key_set, collector=developer, proof="valid_id") == "keys.no_proof"
    unsigned = {"collector": developer, "proof": "written_request", "private": None}
    assert cabinet.refused("keeper", "hand_over", key_set, **unsigned) == "keys.signature_missing"
    cabinet.act("keeper", "hand_over", key_set, collector=developer, proof="written_request")
    assert cabinet.states(key_set) == ["handed_over"]


def test_at_moving_in_the_owner_signs_and_may_leave_a_key_for_repairs(cabinet):
    key_set = cabinet.register()
    cabinet.act("keeper", "hand_over", key_set, movingIn=True)

    left = cabinet.register(custodyKind="repair_retained", ownerName="何建国", replaces=key_set)

    assert cabinet.states(left) == ["in_cabinet"]
    cabinet.act("keeper", "hand_over", left, proof="valid_id")


def test_calls_of_the_chase_and_of_the_custody_are_logged(cabinet):
    key_set = cabinet.entrusted()
    custody = {"topic": "custody", "loanId": None, "whom": "何建国", "result": "下周来取"}
    assert cabinet.act("keeper", "call", key_set, **custody)["serial"] == "TG-2026-000001"
    assert cabinet.refused("keeper", "call", key_set, loanId=None) == "keys.unknown_loan"
    loan_id = cabinet.lent(key_set)
    cabinet.act("keeper", "call", key_set, loanId=loan_id)

    assert [one["whom"] for one in cabinet.held(key_set)["custodyCalls"]] == ["何建国"]
    (call,) = cabinet.held_loan(loan_id)["calls"]
    assert (call["whom"], call["promise"], call["at"]) == ("周师傅", "今天 18:00 前", "2026-11-26T02:10:00Z")


def check_body(**slots):
    private = example("keys.spot_check")["body"]["private"]
    told = [{"cabinetSlot": slot, "expected": [], "found": found} for slot, found in slots.items()]
    return {"checkId": str(new_id()), "slots": told, "private": private}


def test_a_spot_check_says_what_is_missing_and_what_hangs_where_it_should_not(cabinet, session):
    here, moved, out = (cabinet.register(cabinetSlot=slot) for slot in ("A1", "A2", "A3"))
    cabinet.lent(out)
    phone = cabinet.phone("keeper")

    assert phone.do("spot_check", check_body(A1=[here, moved], A2=[], A3=[]))["outcome"] == "applied"

    session.rollback()
    found = session.query(KeyCheck).one().found
    assert [(one["missing"], one["unexpected"]) for one in found["slots"]] == [([], [moved]), ([moved], []), ([], [])]
    assert found["percent"] == 100
    unsigned = {**check_body(A1=[]), "private": None}
    assert phone.do("spot_check", unsigned)["code"] == "keys.signature_missing"
    assert cabinet.phone("engineer").do("spot_check", check_body(A1=[]))["code"] == "core.not_allowed"
    assert cabinet.differences() == []


def test_the_months_review_names_every_loan_that_is_out(cabinet):
    first, second = (cabinet.lent(cabinet.register()) for _ in range(2))
    told = {**example("keys.review")["body"], "reviewId": str(new_id())}
    phone = cabinet.phone("supervisor")

    assert phone.do("review", {**told, "loans": [first]})["code"] == "keys.review_incomplete"
    assert cabinet.phone("keeper").do("review", {**told, "loans": [first, second]})["code"] == "core.not_allowed"
    assert phone.do("review", {**told, "loans": [first, second]})["outcome"] == "applied"
    assert cabinet.differences() == []


def test_a_set_handed_over_leaves_the_phones_after_a_month(cabinet, clock):
    key_set = cabinet.register()
    cabinet.act("keeper", "hand_over", key_set)
    assert cabinet.held(key_set)["state"] == "handed_over"

    # Who calls now and then stays signed in.
    held = [(clock.shift(timedelta(days=10)), list(cabinet.phone("keeper").pull("keys.set")))[1] for _ in range(4)]

    assert held == [[key_set], [key_set], [key_set], []]
