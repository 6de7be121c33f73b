"""Two phones lent one set offline: what the book says, and how an overseer ends it (`protocol.md` 9)."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests import make
from tests.domains.keys.cabinet import NOW
from webapp.core.ids import new_id
from webapp.ground.labels.models import LabelRow


@pytest.fixture
def dispute(cabinet, clock):
    """A set that two phones have lent: `set`, `first` that stands, `second` that is disputed."""
    key_set = cabinet.register()
    first = cabinet.lent(key_set)
    clock.move_to(NOW + timedelta(minutes=10))
    second = cabinet.loan()
    cabinet.act("other", "lend", key_set, live=False, **second)
    assert cabinet.states(key_set, first, second["loanId"]) == ["on_loan", "open", "disputed"]
    return key_set, first, second["loanId"]


def resolve(cabinet, key_set, holder, *others, who="supervisor", **fields):
    ended = [{"loanId": loan, "outcome": outcome} for loan, outcome in others]
    private = make.key_act("take", key_set)["private"]
    told = {"holderLoanId": holder, "others": ended, "private": private, **fields}
    return cabinet.try_(who, "resolve", key_set, **told)


def test_the_overseers_finding_wins_over_the_clock(cabinet, dispute):
    key_set, first, second = dispute

    assert resolve(cabinet, key_set, second, (first, "refused"))["outcome"] == "applied"

    assert cabinet.states(key_set, first, second) == ["on_loan", "refused", "open"]
    assert cabinet.held(key_set)["disputed"] == []
    assert cabinet.differences() == []


def test_the_tag_scanned_in_the_cabinet_ends_both(cabinet, session, dispute):
    key_set, first, second = dispute
    tag = _tag(session, cabinet, key_set)
    elsewhere = _tag(session, cabinet, cabinet.register())
    ended = ((first, "returned"), (second, "refused"))

    scanned = {"means": "tag_scanned", "code": elsewhere}
    assert resolve(cabinet, key_set, None, *ended, **scanned)["code"] == "keys.tag_elsewhere"
    assert resolve(cabinet, key_set, None, *ended, **{**scanned, "code": tag})["outcome"] == "applied"

    assert cabinet.states(key_set, first, second) == ["in_cabinet", "returned", "refused"]
    assert cabinet.held_loan(first)["returned"]["byName"] == "supervisor"


def test_a_case_is_ended_whole_by_an_overseer_and_only_while_there_is_one(cabinet, dispute):
    key_set, first, second = dispute

    assert resolve(cabinet, key_set, first, who="supervisor")["code"] == "keys.case_incomplete"
    assert resolve(cabinet, key_set, first, (second, "refused"), (str(new_id()), "refused"))["code"] == (
        "keys.case_incomplete"
    )
    assert resolve(cabinet, key_set, first, (second, "refused"), whom="")["code"] == "core.bad_shape"
    assert resolve(cabinet, key_set, first, (second, "returned"), private=None)["code"] == "keys.signature_missing"
    assert resolve(cabinet, key_set, first, (second, "refused"), who="keeper")["code"] == "core.not_allowed"
    assert resolve(cabinet, key_set, first, (second, "refused"))["outcome"] == "applied"
    assert resolve(cabinet, key_set, first)["code"] == "keys.not_in_dispute"


def test_what_was_counted_of_a_disputed_loan_helps_but_ends_nothing(cabinet, dispute):
    key_set, first, second = dispute

    cabinet.act("other", "return", key_set, loanId=second)
    assert cabinet.states(key_set, first, second) == ["on_loan", "open", "disputed"]
    assert cabinet.held_loan(second)["acts"][-1]["remarks"][0]["code"] == "keys.return_of_disputed"

    assert resolve(cabinet, key_set, first, (second, "returned"), private=None)["outcome"] == "applied"
    assert cabinet.states(key_set, first, second) == ["on_loan", "open", "returned"]


def test_a_short_count_of_a_disputed_loan_is_no_return(cabinet, dispute):
    key_set, first, second = dispute
    cabinet.act("other", "return", key_set, loanId=second, counted=[1, 1])

    assert resolve(cabinet, key_set, first, (second, "returned"))["code"] == "keys.count_mismatch"


def test_a_late_loan_of_a_set_that_was_lost_meanwhile_is_disputed(cabinet):
    key_set = cabinet.register()
    cabinet.act("keeper", "report", key_set)
    loan = cabinet.loan()

    assert cabinet.refused("other", "lend", key_set, **loan) == "keys.not_lendable"
    cabinet.act("other", "lend", key_set, live=False, **loan)

    assert cabinet.states(key_set, loan["loanId"]) == ["incident", "disputed"]
    assert resolve(cabinet, key_set, loan["loanId"])["code"] == "keys.wrong_state"


def test_both_phones_learn_of_the_loan_that_gave_way(cabinet, clock):
    key_set = cabinet.register()
    phone = cabinet.phone("keeper")
    early = phone.keep("lend", make.key_act("lend", key_set, **(first := cabinet.loan())))
    clock.move_to(NOW + timedelta(minutes=1))
    second = cabinet.lent(key_set, "other")
    before = cabinet.phone("other").browser.get(
        "/api/v1/sync/pull", query_string={"estate": str(cabinet.estate.id), "limit": 500}
    )
    phone.push(early)

    since = {"estate": str(cabinet.estate.id), "since": before.get_json()["cursor"]}
    changes = cabinet.phone("other").browser.get("/api/v1/sync/pull", query_string=since).get_json()["changes"]

    told = {one["id"]: one["data"]["state"] for one in changes if one["kind"] == "keys.loan"}
    assert told == {first["loanId"]: "open", second: "disputed"}


def _tag(session, cabinet, key_set):
    session.rollback()
    code = f"{new_id().hex[-11:].upper()}0"
    session.add(
        LabelRow(
            estate_id=cabinet.estate.id,
            id=new_id(),
            code=code,
            target_kind="key_set",
            target_id=UUID(key_set),
            generation=1,
            made_at=NOW,
        )
    )
    session.commit()
    return code
