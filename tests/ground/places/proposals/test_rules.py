"""Which places a register lets expect."""

from uuid import UUID

from webapp.core.ids import new_id
from webapp.ground.places.proposals.rules import House, proposals, spot_of
from webapp.ground.places.rules import PlaceType

BUILDING, STAIRS = UUID(int=3), UUID(int=32)


def house(*floors, building=BUILDING, stairwell="2 单元", stairs=STAIRS):
    return House(building, "3 栋", stairs, stairwell, frozenset(floors))


def offered(*houses, spots=(), names=()):
    return proposals(houses, spots, names)


def names_of(found):
    return [one.name for one in found]


def test_a_stairwell_is_offered_from_the_roof_down_by_the_names_people_use():
    assert names_of(offered(house(1, 2, 3))) == [
        "3 栋 2 单元 天台",
        "3 栋 2 单元 3 层 楼梯间",
        "3 栋 2 单元 3 层 走廊",
        "3 栋 2 单元 2 层 楼梯间",
        "3 栋 2 单元 2 层 走廊",
        "3 栋 2 单元 1 层 楼梯间",
        "3 栋 2 单元 水电表",
        "3 栋 2 单元 电梯",
        "3 栋 2 单元 1 层 大堂",
    ]


def test_corridors_are_left_to_choose():
    assert not any(one.default for one in offered(house(1, 2, 3)) if one.name.endswith("走廊"))


def test_only_above_six_floors_a_lift_is_expected():
    def lift(*floors):
        (found,) = [one for one in offered(house(*floors)) if one.type is PlaceType.LIFT]
        return found.default

    assert not lift(*range(1, 7))
    assert lift(*range(1, 8))


def test_a_house_of_one_floor_has_hardly_a_roof_to_walk_on():
    (roof,) = [one for one in offered(house(1)) if one.type is PlaceType.ROOF_ESCAPE]

    assert not roof.default


def test_the_hall_is_expected_though_nobody_lives_on_the_first_floor():
    assert "3 栋 2 单元 1 层 大堂" in names_of(offered(house(2, 3)))


def test_below_ground_each_floor_of_a_building_is_one_garage():
    found = offered(house(-1, 1), house(-1, -2, 1, stairwell="3 单元", stairs=UUID(int=33)))

    garages = [one for one in found if one.type is PlaceType.PARKING]
    assert names_of(garages) == ["3 栋 地下 1 层 车库", "3 栋 地下 2 层 车库"]
    assert {one.stairwell_id for one in garages} == {None}
    assert "3 栋 2 单元 负 1 层 楼梯间" in names_of(found)


def test_a_cellar_alone_has_neither_roof_nor_lift_nor_hall():
    assert names_of(offered(house(-1))) == ["3 栋 2 单元 负 1 层 楼梯间", "3 栋 地下 1 层 车库"]


def test_a_house_without_units_lets_expect_nothing():
    assert offered(house()) == []


def test_keys_name_the_house_and_not_its_name():
    assert [one.key for one in offered(house(1))] == [
        f"roof:{STAIRS}",
        f"stairwell:{STAIRS}:1",
        f"meters:{STAIRS}",
        f"lift:{STAIRS}",
        f"lobby:{STAIRS}:1",
    ]
    assert f"garage:{BUILDING}:-1" in [one.key for one in offered(house(-1))]


def test_every_key_comes_once():
    keys = [one.key for one in offered(house(-1, 1, 2), house(-1, 1, stairwell="3 单元", stairs=UUID(int=33)))]

    assert len(set(keys)) == len(keys)


def test_what_is_there_is_not_offered_again_whatever_it_is_called():
    lift = spot_of(PlaceType.LIFT, BUILDING, STAIRS, 1)
    second_floor = spot_of(PlaceType.STAIRWELL, BUILDING, STAIRS, 2)

    found = names_of(offered(house(1, 2), spots=[lift, second_floor]))

    assert "3 栋 2 单元 电梯" not in found
    assert "3 栋 2 单元 2 层 楼梯间" not in found
    assert "3 栋 2 单元 1 层 楼梯间" in found


def test_a_place_made_by_hand_under_the_name_is_not_made_twice():
    assert "3 栋 2 单元 电梯" not in names_of(offered(house(1), names=["3 栋 2 单元 电梯"]))


def test_a_neighbouring_stairwells_places_hinder_nothing():
    other = spot_of(PlaceType.LIFT, BUILDING, new_id(), None)

    assert names_of(offered(house(1), spots=[other])) == names_of(offered(house(1)))
