"""Reasons and grades: what speaks against a visit, what is missing, and what they come to."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from tests.domains.conftest import NOW
from webapp.domains.patrols.evidence.rules import Basis, Grade, Spot, grade, is_new, metres, reasons
from webapp.domains.patrols.rules.codes import DOUBTS, LACKS, LATER, THIN

HERE = {"lat": 22.5401, "lon": 113.9345, "accuracyM": 18}
HOUSE, OTHER_HOUSE = uuid4(), uuid4()
SPOT = Spot(uuid4(), NOW, uuid4(), "9 层", HOUSE, 9, HERE)
SOUND = Basis([], SPOT, None, True, False, False, False, 0, True, timedelta(seconds=20))


def before(seconds, **differs):
    """The basis of a visit whose maker was elsewhere so many seconds before."""
    spot = Spot(uuid4(), NOW - timedelta(seconds=seconds), uuid4(), "8 层", HOUSE, 8, HERE)
    return replace(SOUND, before=replace(spot, **differs))


def codes(basis):
    return [reason.code for reason in reasons(basis)]


def told(basis):
    return [(reason.code, dict(reason.params)) for reason in reasons(basis)]


def test_a_scan_with_a_live_photo_and_a_position_is_solid():
    assert reasons(SOUND) == []
    assert grade([]) is Grade.SOLID


@pytest.mark.parametrize(
    "differs, code",
    [
        ({"live_photo": False}, "patrols.no_photo"),
        ({"spot": replace(SPOT, position=None)}, "patrols.no_position"),
        ({"spot": replace(SPOT, position={**HERE, "accuracyM": 400})}, "patrols.position_vague"),
    ],
)
def test_what_is_missing_makes_it_fair_and_is_no_doubt(differs, code):
    basis = replace(SOUND, **differs)

    assert codes(basis) == [code]
    assert grade(codes(basis)) is Grade.FAIR


def test_a_doubt_says_what_it_rests_on():
    assert told(replace(SOUND, awaited=2)) == [("patrols.photo_awaited", {"count": 2})]
    assert told(replace(SOUND, spot=replace(SPOT, position={**HERE, "accuracyM": 400.4}))) == [
        ("patrols.position_vague", {"metres": 400})
    ]
    assert told(before(21.4)) == [("patrols.pace", {"seconds": 21, "from": "8 层"})]
    assert told(before(5, place_name=None)) == [("patrols.pace", {"seconds": 5, "from": ""})]
    remark = {"code": "patrols.drumming", "params": {"ms": 180}}
    assert told(replace(SOUND, remarks=[remark])) == [("patrols.drumming", {"ms": 180})]


def test_the_weightiest_reason_stands_first_and_equal_ones_in_one_order():
    drummed = {"code": "patrols.drumming", "params": {"ms": 180}}
    basis = replace(SOUND, remarks=[drummed], live_photo=False, repeated=True, new_device=True, awaited=1)

    assert codes(basis) == [
        "patrols.photo_repeated",
        "patrols.drumming",
        "patrols.photo_awaited",
        "patrols.new_device",
        "patrols.no_photo",
    ]


@pytest.mark.parametrize("code", ["patrols.photo_not_live", "patrols.photo_outside_visit"])
def test_a_photo_of_another_time_is_not_missed_a_second_time(code):
    basis = replace(SOUND, remarks=[{"code": code, "params": {}}], live_photo=False)

    assert codes(basis) == [code]


def test_a_position_is_vague_from_a_hundred_metres_on():
    assert codes(replace(SOUND, spot=replace(SPOT, position={**HERE, "accuracyM": 100}))) == []
    assert codes(replace(SOUND, spot=replace(SPOT, position={**HERE, "accuracyM": 101}))) == ["patrols.position_vague"]


def test_an_estate_that_asks_for_no_position_misses_none():
    assert codes(replace(SOUND, asks_position=False, spot=replace(SPOT, position=None))) == []


@pytest.mark.parametrize(
    "differs, code, given",
    [
        ({"repeated": True, "alike": True}, "patrols.photo_repeated", Grade.DOUBTFUL),
        ({"alike": True}, "patrols.photo_alike", Grade.WEAK),
        ({"awaited": 2}, "patrols.photo_awaited", Grade.WEAK),
        ({"new_device": True}, "patrols.new_device", Grade.WEAK),
    ],
)
def test_what_other_records_tell_is_a_doubt_and_the_very_same_photo_the_strongest(differs, code, given):
    basis = replace(SOUND, **differs)

    assert codes(basis) == [code]
    assert grade(codes(basis)) is given


def test_two_heavy_doubts_make_a_visit_doubtful_and_one_makes_it_weak():
    drummed = {"code": "patrols.drumming", "params": {"ms": 180}}
    bare = {"code": "patrols.bare_normal", "params": {"items": []}}
    basis = replace(SOUND, remarks=[drummed, bare])

    assert codes(basis) == ["patrols.drumming"]
    assert grade(codes(basis)) is Grade.WEAK
    assert grade(codes(replace(basis, alike=True))) is Grade.DOUBTFUL


@pytest.mark.parametrize(
    "seconds, differs, too_quick",
    [
        (21, {}, True),  # 20 s and a floor
        (22, {}, False),
        (25, {"floor": 3}, True),
        (30, {"floor": 3}, False),
        (59, {"building_id": OTHER_HOUSE}, True),
        (60, {"building_id": OTHER_HOUSE}, False),
        (19, {"building_id": None}, True),
        (20, {"building_id": None}, False),
        (60, {"position": {**HERE, "lat": 22.55}}, True),  # 1,100 m
        (200, {"position": {**HERE, "lat": 22.55}}, False),
        (60, {"position": {**HERE, "lat": 22.55, "accuracyM": 1000}}, False),  # somewhere within a kilometre
        (1, {"place_id": SPOT.place_id}, False),
        (21, {"floor": None}, False),  # no floor known: the place's own seconds
        (21, {"floor": 10}, True),  # down takes as long as up
        (22, {"floor": 10}, False),
        (60, {"position": None}, False),
        (24, {"position": {**HERE, "lat": 22.5421, "accuracyM": 0}}, True),  # 222 m less the 18 of one phone: 25.5 s
        (24, {"position": {**HERE, "lat": 22.5421}}, False),  # less the 18 of both: 23.3 s
    ],
)
def test_nobody_gets_from_place_to_place_quicker_than_on_foot(seconds, differs, too_quick):
    assert codes(before(seconds, **differs)) == (["patrols.pace"] if too_quick else [])


def test_a_pace_that_the_phone_told_itself_is_told_once():
    told = {"code": "patrols.too_fast", "params": {}}

    assert codes(replace(before(5), remarks=[told])) == ["patrols.too_fast"]


def test_a_phone_is_new_for_a_day_to_somebody_who_had_another():
    mine, other = uuid4(), uuid4()
    signed_in = {mine: NOW, other: NOW - timedelta(days=30)}

    assert is_new(signed_in, mine, NOW + timedelta(hours=23))
    assert not is_new(signed_in, mine, NOW + timedelta(hours=25))
    assert not is_new({mine: NOW}, mine, NOW)
    assert not is_new(signed_in, other, NOW)
    assert not is_new({}, mine, NOW)


def test_distances_are_those_of_a_globe():
    shenzhen, harbin = {"lat": 22.5431, "lon": 114.0579}, {"lat": 45.8038, "lon": 126.5350}

    assert metres(HERE, HERE) == 0
    assert metres(HERE, {**HERE, "lat": 22.5411}) == pytest.approx(111.2, abs=0.1)
    assert metres(HERE, {**HERE, "lon": 113.9355}) == pytest.approx(102.7, abs=0.1)
    assert metres(shenzhen, harbin) == metres(harbin, shenzhen) == pytest.approx(2_821_736, abs=1)


def test_every_code_is_either_a_doubt_or_a_lack_or_thin():
    groups = [DOUBTS, LATER, THIN, LACKS]

    assert sum(map(len, groups)) == len(frozenset().union(*groups))
