"""Spot checks, reviews and what may be let go, as rules alone decide them (`keys.md` 4.3, 8; KEY-I10)."""

from datetime import UTC, date, datetime

import pytest

from tests.domains.keys.cabinet import NOW, signed
from tests.domains.keys.world import UNIT, Phone, World
from webapp.core.actor import Role
from webapp.core.domain import Applied, Refused
from webapp.core.ids import new_id
from webapp.core.wire import read
from webapp.domains.keys.rules import purging
from webapp.domains.keys.rules.checks import (
    REVIEW,
    SPOT_CHECK,
    CheckFacts,
    ReviewLoans,
    SpotCheck,
    check_rows,
    decide_check,
    decide_review,
    review_rows,
)

HERE, GONE, STRANGE, FIRST, SECOND, RECORD = (new_id() for _ in range(6))
KEEPER = Phone(new_id(), "林晓岚", Role.STEWARD)
SUPERVISOR = Phone(new_id(), "沈若水", Role.SUPERVISOR)
ENGINEER = Phone(new_id(), "吴建国", Role.ENGINEER)


def texts(*ids):
    return sorted(str(id_) for id_ in ids)


def check(*slots, phone=KEEPER, about=RECORD, private=True):
    told = [{"cabinetSlot": slot, "expected": [], "found": texts(*found)} for slot, found in slots]
    body = {"checkId": str(RECORD), "slots": told, "private": signed() if private else None}
    return phone.item(SPOT_CHECK, about, read(SpotCheck, body), NOW)


def review(*loans, phone=SUPERVISOR, about=RECORD, private=True, note="两户已催"):
    body = {"reviewId": str(RECORD), "month": "2026-11", "loans": texts(*loans), "note": note}
    return phone.item(REVIEW, about, read(ReviewLoans, {**body, "private": signed() if private else None}), NOW)


def facts(item, *, percent=10, repeated=(), slots=None):
    hung = {"A1": frozenset({HERE, GONE}), "A2": frozenset(), "A3": frozenset()} if slots is None else slots
    return CheckFacts(hung, frozenset({FIRST, SECOND}), {item.id: percent}, frozenset(repeated))


def kept(item, **given):
    """Answer the decision about an item that is taken in."""
    decide = decide_check if item.kind == SPOT_CHECK else decide_review
    answer = decide(item, facts(item, **given))
    assert isinstance(answer, Applied), answer
    return answer


def test_a_check_says_of_each_hook_what_should_hang_there_what_does_and_the_difference():
    item = check(("A1", [HERE, STRANGE]), ("A2", []), ("B9", [GONE]))

    answer = kept(item)

    assert answer.judged == {
        "at": NOW.isoformat(),
        "remarks": [],
        "slots": [
            {
                "cabinetSlot": "A1",
                "expected": texts(HERE, GONE),
                "found": texts(HERE, STRANGE),
                "missing": texts(GONE),
                "unexpected": texts(STRANGE),
            },
            {"cabinetSlot": "A2", "expected": [], "found": [], "missing": [], "unexpected": []},
            {"cabinetSlot": "B9", "expected": [], "found": texts(GONE), "missing": [], "unexpected": texts(GONE)},
        ],
        "percent": 66,
    }
    assert answer.personal["private"]["strokes"]


@pytest.mark.parametrize(("asked", "remarks"), [(33, []), (34, [{"code": "keys.few_slots", "params": {}}])])
def test_a_check_of_fewer_hooks_than_asked_is_kept_with_a_remark(asked, remarks):
    item = check(("A1", []), ("A1", [HERE]))

    assert kept(item, percent=asked).judged["remarks"] == remarks


def test_where_no_hook_is_in_use_all_of_them_were_looked_at():
    item = check(("A1", []))

    assert kept(item, percent=100, slots={}).judged["percent"] == 100


def test_a_check_fills_one_row_with_all_that_was_found():
    item = check(("A2", []))
    answer = kept(item)

    (row,) = check_rows(World([KEEPER]).entry(item, answer))

    assert (row.table, row.key) == ("key_checks", {"estate_id": UNIT, "id": RECORD})
    assert row.values == {
        "what": "spot_check",
        "month": None,
        "note": "",
        "found": {"slots": answer.judged["slots"], "percent": 33},
        "at": NOW,
        "private": answer.personal["private"],
        "remarks": [],
        "by_id": KEEPER.person,
        "by_name": "林晓岚",
        "device_id": KEEPER.person,
        "received_at": NOW,
        "drift_ms": 0,
        "marks": [],
        "entry": 1,
    }


@pytest.mark.parametrize(
    ("item", "code", "params"),
    [
        (check(("A1", []), phone=ENGINEER), "core.not_allowed", {}),
        (check(("A1", []), about=HERE), "core.bad_shape", {"field": "about"}),
        (check(("A1", []), private=False), "keys.signature_missing", {}),
        (review(FIRST, SECOND, phone=KEEPER), "core.not_allowed", {}),
        (review(FIRST, SECOND, about=HERE), "core.bad_shape", {"field": "about"}),
        (review(FIRST, SECOND, private=False), "keys.signature_missing", {}),
        (review(), "keys.review_incomplete", {"loans": texts(FIRST, SECOND)}),
        (review(SECOND), "keys.review_incomplete", {"loans": texts(FIRST)}),
    ],
)
def test_what_is_not_looked_through_wholly_or_by_the_right_people_is_refused(item, code, params):
    decide = decide_check if item.kind == SPOT_CHECK else decide_review

    assert decide(item, facts(item)) == Refused(code, params)


@pytest.mark.parametrize("item", [check(("A1", [])), review(FIRST, SECOND)])
def test_one_record_is_not_kept_twice(item):
    decide = decide_check if item.kind == SPOT_CHECK else decide_review

    assert decide(item, facts(item, repeated=[item.id])) == Refused("core.bad_shape", {"field": "about"})


def test_a_review_keeps_what_was_out_then_its_month_and_its_note():
    item = review(FIRST, SECOND, STRANGE)
    answer = kept(item)
    assert answer.judged == {"at": NOW.isoformat(), "remarks": [], "loans": texts(FIRST, SECOND)}

    (row,) = review_rows(World([SUPERVISOR]).entry(item, answer))

    told = ("what", "month", "note", "found", "at", "remarks")
    assert [row.values[name] for name in told] == [
        "review",
        "2026-11",
        "两户已催",
        {"loans": texts(FIRST, SECOND)},
        NOW,
        [],
    ]
    assert row.values["private"] == answer.personal["private"]
    assert row.key["id"] == RECORD


def purge(before="2026-11-23", *, phone=SUPERVISOR, about=RECORD):
    body = read(purging.PurgeKeys, {"purgeId": str(RECORD), "closedBefore": before})
    return phone.item(purging.PURGE, about, body, datetime(2028, 11, 23, tzinfo=UTC))


def purge_facts(item, *, runs=((1, 3), (7, 7)), archivists=()):
    return purging.PurgeFacts(frozenset(archivists), {item.id: date(2026, 11, 23)}, {item.id: runs})


@pytest.mark.parametrize(
    ("item", "code", "params"),
    [
        (purge(phone=KEEPER), "core.not_allowed", {}),
        (purge(about=HERE), "core.bad_shape", {"field": "about"}),
        (purge("2026-11-24"), "keys.retention_active", {"until": "2026-11-23"}),
    ],
)
def test_key_i10_nothing_goes_before_its_time_nor_by_anybody(item, code, params):
    assert purging.decide(item, purge_facts(item)) == Refused(code, params)


def test_key_i10_where_nothing_is_old_enough_nothing_is_asked_for():
    item = purge()

    assert purging.decide(item, purge_facts(item, runs=())) == Refused("keys.nothing_due")


@pytest.mark.parametrize("phone", [SUPERVISOR, KEEPER])
def test_key_i10_what_is_over_goes_by_an_overseer_or_whoever_keeps_the_archive(phone):
    item = purge(phone=phone)
    answer = purging.decide(item, purge_facts(item, archivists=[KEEPER.person]))
    assert isinstance(answer, Applied)
    assert answer.judged == {"purgedAt": item.corrected_at.isoformat(), "numbers": [[1, 3], [7, 7]]}

    (row,) = purging.rows(World([phone]).entry(item, answer))

    assert (row.table, row.key) == ("key_purges", {"estate_id": UNIT, "id": RECORD})
    told = ("closed_before", "numbers", "purged_at", "by_id", "entry")
    assert [row.values[name] for name in told] == [
        date(2026, 11, 23),
        [[1, 3], [7, 7]],
        item.corrected_at,
        phone.person,
        1,
    ]
