"""How a route is walked, and what may stand on it."""

from dataclasses import replace
from random import Random
from uuid import UUID

import pytest

from webapp.core.ids import new_id
from webapp.ground.places.refusals import PlaceOff, PlaceTwice, UnknownPlace
from webapp.ground.places.routes.rules import RouteState, Stop, check_stops, joined, walking_order
from webapp.ground.places.rules import PlaceType

THIRD, TENTH = (3, "3 栋"), (10, "10 栋")
FIRST_STAIRS, SECOND_STAIRS = (1, "1 单元"), (2, "2 单元")


def stop(name, type=PlaceType.STAIRWELL, floor=None, building=THIRD, stairwell=FIRST_STAIRS, **fields):  # noqa: A002
    return Stop(new_id(), type, name, building, stairwell, floor, **fields)


def names(stops):
    return [one.name for one in stops]


def shuffled(stops, seed=7):
    mixed = list(stops)
    Random(seed).shuffle(mixed)
    return mixed


STAIRWELL = [
    stop("天台", PlaceType.ROOF_ESCAPE),
    stop("10 层 楼梯间", floor=10),
    stop("2 层 楼梯间", floor=2),
    stop("2 层 走廊", PlaceType.LOBBY_CORRIDOR, floor=2),
    stop("2 层 水电表", PlaceType.METERS, floor=2),
    stop("1 层 楼梯间", floor=1),
    stop("负 1 层 楼梯间", floor=-1),
    stop("水电表", PlaceType.METERS),
    stop("电梯", PlaceType.LIFT),
    stop("1 层 大堂", PlaceType.LOBBY_CORRIDOR, floor=1),
]


def test_a_stairwell_is_walked_from_the_roof_down_to_the_lift_and_the_lobby():
    assert names(walking_order(shuffled(STAIRWELL))) == names(STAIRWELL)


def test_stairwells_and_buildings_follow_each_other_as_people_count_them():
    stops = [
        stop("3-1"),
        stop("3-2", stairwell=SECOND_STAIRS),
        stop("3 栋 车库", PlaceType.PARKING, floor=-1, stairwell=None),
        stop("10-1", building=TENTH),
    ]

    assert names(walking_order(shuffled(stops))) == names(stops)


def test_what_lies_in_no_building_comes_last_by_name():
    stops = [
        stop("3-1"),
        stop("2 号岗亭", PlaceType.SURROUNDINGS, building=None, stairwell=None),
        stop("10 号岗亭", PlaceType.SURROUNDINGS, building=None, stairwell=None),
        stop("儿童乐园", PlaceType.RECREATION, building=None, stairwell=None),
    ]

    assert names(walking_order(shuffled(stops))) == ["3-1", "儿童乐园", "2 号岗亭", "10 号岗亭"]


@pytest.mark.parametrize("seed", range(20))
def test_the_order_does_not_depend_on_the_order_before(seed):
    assert walking_order(shuffled(STAIRWELL, seed)) == walking_order(STAIRWELL)


def test_a_new_place_comes_where_it_is_walked():
    roof, *rest = STAIRWELL

    assert joined(rest, [roof]) == STAIRWELL


def test_on_a_route_in_an_order_of_the_own_new_places_come_last():
    roof, top, *rest = STAIRWELL
    walked = [*rest, top]

    assert joined(walked, [roof]) == [*walked, roof]


def known(*stops):
    return {one.id: one for one in stops}


def test_a_place_stands_on_a_route_once():
    with pytest.raises(PlaceTwice) as refused:
        check_stops([STAIRWELL[0].id, STAIRWELL[0].id], (), known(STAIRWELL[0]))

    assert refused.value.params == {"name": "天台"}


def test_an_unknown_place_stands_on_no_route():
    with pytest.raises(UnknownPlace):
        check_stops([new_id()], (), {})


def test_what_is_switched_off_is_not_put_on_a_route_and_not_thrown_off_it():
    off = replace(STAIRWELL[0], active=False)

    check_stops([off.id], {off.id}, known(off))
    with pytest.raises(PlaceOff):
        check_stops([off.id], (), known(off))


STATE = RouteState("3 栋楼内", UUID(int=1), active=True, place_ids=(UUID(int=2), UUID(int=3)))


@pytest.mark.parametrize(
    "different",
    [
        {"name": "3 栋"},
        {"steward_id": None},
        {"active": False},
        {"place_ids": (UUID(int=3), UUID(int=2))},
        {"place_ids": (UUID(int=2),)},
    ],
)
def test_every_change_of_a_route_is_another_version(different):
    assert replace(STATE, **different).version != STATE.version
    assert replace(STATE).version == STATE.version
