"""What is remarked of a check, rule by rule, without a store (`vacancy.md` 5)."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.domains.vacancy.conftest import NOW
from tests.make.patrols import answer, iso, visit_photo
from tests.make.vacancy import ITEMS, SHUT, check_answers, check_body
from webapp.core.ids import new_id
from webapp.core.wire import read
from webapp.domains.vacancy.rules.bodies import Check, reading_of
from webapp.domains.vacancy.rules.remarks import Around, remarks
from webapp.ground.estates.settings import DEFAULTS

LOAN = new_id()
SOUND = Around("3 栋 2 单元 1501", "vacant_unsold", True, LOAN, list(ITEMS), "here", None, DEFAULTS)


def told(around: Around = SOUND, **fields: Any) -> dict[str, Any]:
    """Answer what is remarked of a check, by code."""
    check = read(Check, check_body(new_id(), NOW, **fields))
    return {one.code: one.params for one in remarks(check, around, check.entered_at, check.left_at)}


@pytest.mark.parametrize(
    ("code", "params", "fields"),
    [
        ("vacancy.photo_missing", {}, {"photos": []}),
        ("vacancy.photo_not_live", {}, {"photos": [visit_photo(NOW, live=False)]}),
        ("vacancy.windows_open", {}, {"windowsClosed": False}),
        ("vacancy.items_missing", {"items": ["VU-16"]}, {"answers": check_answers()[:-1]}),
        (
            "vacancy.valve_missing",
            {"items": ["VU-02"]},
            {"answers": check_answers(answer("VU-02", "not_checked", reason="电箱锁着"))},
        ),
        (
            "vacancy.valve_unlike",
            {"valves": ["gas"]},
            {"valves": {**SHUT, "gas": "absent"}},
        ),
        (
            "vacancy.reason_missing",
            {"items": ["VU-05"]},
            {"answers": check_answers(answer("VU-05", "not_checked"))},
        ),
        (
            "vacancy.abnormal_incomplete",
            {"items": ["VU-10"]},
            {"answers": check_answers(answer("VU-10", "abnormal", choice="leaking", note="厨房漏水"))},
        ),
        ("vacancy.bare_normal", {"items": []}, {"observation": "正常"}),
        (
            "vacancy.observation_missing",
            {},
            {"answers": [answer(one, "na", reason="房内正在验收") for one in ITEMS]},
        ),
        ("vacancy.unknown_item", {"items": ["ZZ-01"]}, {"answers": [*check_answers(), answer("ZZ-01")]}),
        ("vacancy.item_repeated", {"items": ["VU-01"]}, {"answers": [answer("VU-01"), *check_answers()]}),
        (
            "vacancy.power_left_on",
            {},
            {"answers": check_answers(answer("VU-12")), "valves": {**SHUT, "power": "open"}},
        ),
        ("vacancy.reading_missing", {}, {"waterReading": "看不清"}),
        ("vacancy.left_before_entered", {}, {"enteredAt": iso(NOW), "leftAt": iso(NOW - timedelta(hours=1))}),
        ("vacancy.not_scanned", {}, {"scan": {"method": "listed", "code": None, "reason": "标签脱落"}}),
    ],
)
def test_what_is_not_in_order_is_remarked(code, params, fields):
    assert told(**fields)[code] == params


def test_of_a_sound_check_nothing_is_remarked():
    assert told() == {}
    assert told(observation="厨房柜门已扶正") == {}
    assert told(leftAt=iso(NOW), enteredAt=iso(NOW)) == {}


def test_a_valve_that_is_not_there_is_no_open_one():
    gas = answer("VU-03", "na", reason="未通气")

    assert told(valves={**SHUT, "gas": "absent"}, answers=check_answers(gas)) == {}


def test_a_valve_found_open_and_shut_before_leaving_is_in_order():
    found = answer("VU-01", "abnormal", choice="not_shut", note="水阀开着，已关", findingId=str(new_id()))

    assert told(answers=check_answers(found)) == {}


def test_vac_r01_each_open_valve_needs_its_own_reason():
    valves = {"water": "open", "power": "open", "gas": "shut"}
    reason = {"valve": "water", "reason": "等厂家换阀芯", "dueOn": "2026-11-25"}
    found = told(valves=valves, openValves=[reason])

    assert found["vacancy.valve_open"] == {"valves": ["power"]}
    assert found["vacancy.valve_unlike"] == {"valves": ["water", "power"]}


def test_vac_r02_the_loan_named_is_the_one_that_had_the_key():
    assert told(loanId=str(LOAN)) == {}
    assert told(loanId=str(new_id())) == {"vacancy.other_loan": {}}
    assert told(replace(SOUND, loan=None)) == {"vacancy.no_key_loan": {"unit": "3 栋 2 单元 1501"}}


def test_vac_r05_appliances_that_ran_leave_the_power_off():
    ran = check_answers(answer("VU-12"))
    around = replace(SOUND, asked=[*ITEMS[:-1], "VU-12", "VU-16"])

    assert told(around, answers=ran) == {}
    faulty = check_answers(answer("VU-12", "abnormal", choice="faulty", note="空调不制冷", findingId=str(new_id())))
    kept_on = {"valves": {**SHUT, "power": "open"}}
    assert "vacancy.power_left_on" not in told(around, answers=faulty, **kept_on)
    assert "vacancy.power_left_on" in told(around, answers=ran, **kept_on)


@pytest.mark.parametrize("label", ["elsewhere", "revoked", "unknown"])
def test_another_tag_is_remarked(label):
    assert told(replace(SOUND, label=label)) == {f"vacancy.label_{label}": {}}
    assert told(replace(SOUND, label=None)) == {}


@pytest.mark.parametrize(
    ("reading", "found"),
    [
        ("12.50", {}),
        ("12.51", {}),
        ("12.52", {"vacancy.water_ran": {"litres": 20}}),
        ("12.49", {"vacancy.reading_back": {}}),
    ],
)
def test_a_meter_that_stands_still_shows_what_it_showed(reading, found):
    assert told(replace(SOUND, reading=Decimal("12.5")), waterReading=reading) == found


def test_a_meter_that_was_found_turning_may_have_turned():
    turning = check_answers(answer("VU-04", "abnormal", choice="turning", note="水表在走", findingId=str(new_id())))
    around = replace(SOUND, reading=Decimal("12.5"))

    assert told(around, waterReading="19", answers=turning) == {}
    assert told(around, waterReading="", answers=turning) == {}
    assert told(around, waterReading="11", answers=turning) == {"vacancy.reading_back": {}}


@pytest.mark.parametrize(
    ("text", "value"),
    [("12.5", "12.5"), ("0012", "12"), ("1234567.1234", "1234567.1234"), ("", None), ("12,5", None), ("-1", None)],
)
def test_a_reading_is_cubic_metres_or_nothing(text, value):
    assert reading_of(text) == (Decimal(value) if value else None)


def test_what_is_remarked_comes_in_the_order_of_its_codes():
    codes = list(told(replace(SOUND, loan=None, regime=False), photos=[], windowsClosed=False, waterReading=""))

    assert codes == sorted(codes)
    assert len(codes) == 5


def test_a_valve_that_nobody_answered_is_missing_as_one_that_was_not_checked():
    remarked = told(answers=[one for one in check_answers() if one["item"] != "VU-01"])

    assert remarked == {
        "vacancy.items_missing": {"items": ["VU-01"]},
        "vacancy.valve_missing": {"items": ["VU-01"]},
    }


def test_what_was_seen_stands_for_itself_where_nothing_was_normal():
    none = [answer(one, "na", reason="房内正在验收") for one in ITEMS]

    assert "vacancy.observation_missing" in told(answers=none)
    assert "vacancy.observation_missing" not in told(answers=none, observation="验收队在场，未能逐项查")
