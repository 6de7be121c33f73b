"""How offices write floors, paths, states and names: what is understood, and what is left to people."""

import pytest

from webapp.ground.places.rules import UnitStatus
from webapp.ground.register.reading.context import House, house_of_sheet, house_told
from webapp.ground.register.reading.floors import floor_on_door, floor_said
from webapp.ground.register.reading.names import building_key, building_name, number_key, stairwell_key, stairwell_name
from webapp.ground.register.reading.paths import RoomPath, room_path
from webapp.ground.register.reading.states import state_of
from webapp.ground.register.reading.words import meant
from webapp.ground.register.rules import Field


@pytest.mark.parametrize(
    "name", ["3栋", "3#楼", "3号楼", "３＃", "三幢", "03", "第三栋", "3 号 楼", "Building 3", "3棟"]
)
def test_a_building_is_the_same_however_it_is_written(name):
    assert building_key(name) == "3"


@pytest.mark.parametrize("name", ["2单元", "二单元", "2門", "02", "2梯", "Unit 2", "２單元"])
def test_a_stairwell_is_the_same_however_it_is_written(name):
    assert stairwell_key(name) == "2"


def test_names_stay_as_people_write_them():
    assert [building_name(name) for name in ("3", "3栋", "1#楼", "1#", "A", "一期3栋", "Block A")] == [
        "3 栋", "3 栋", "1#楼", "1#楼", "A 座", "一期 3 栋", "Block A",
    ]  # fmt: skip
    assert [stairwell_name(name) for name in ("2", "2单元", "东单元", "A")] == ["2 单元", "2 单元", "东单元", "A 单元"]
    assert {number_key(name) for name in ("302", "0302", "302室", "３０２")} == {"302"}


@pytest.mark.parametrize("word", ["顶层", "0", "1-2", "9.5", "夹层", "地下室", "15/33", "B10", ""])
def test_a_floor_that_is_none_for_sure_is_not_guessed(word):
    assert floor_said(word) is None


@pytest.mark.parametrize("number", ["11501", "01", "商铺1", "S101", "3A9", "12栋", ""])
def test_a_number_that_does_not_tell_its_floor_is_not_guessed(number):
    assert floor_on_door(number) is None


@pytest.mark.parametrize(
    "text, path",
    [
        ("88弄15号1501室", RoomPath("88弄", "15号", "", "", "1501")),
        ("某路88号3幢1501室", RoomPath("某路88号", "3幢", "", "", "1501")),
        ("一期3栋2单元1501", RoomPath("一期", "3栋", "2单元", "", "1501")),
        ("3栋A座1501", RoomPath("", "3栋", "A座", "", "1501")),
        ("3-2-15-1501", RoomPath("", "3", "2", "15", "1501")),
        ("三栋二单元十二层一二〇一", RoomPath("", "三栋", "二单元", "十二层", "1201")),
        ("2024-07-28", None),
        ("3-2-1501-1", None),
        ("901/902", None),
        ("3栋2单元", None),
        ("3-2-", RoomPath("", "3", "2")),
        ("商铺", None),
    ],
)
def test_a_path_is_taken_apart_or_left_to_people(text, path):
    found = room_path(text, building_known=text == "901/902")

    assert found == path


@pytest.mark.parametrize(
    "text, state",
    [
        ("已入住(装修中)", (UnitStatus.OCCUPIED_OWNER, True)),
        ("已入住（出租）", (UnitStatus.OCCUPIED_TENANT, False)),
        ("空置/未售", (UnitStatus.VACANT_UNSOLD, False)),
        ("已售，未入住", (UnitStatus.SOLD_NOT_MOVED_IN, False)),
        ("已收樓／未住", (UnitStatus.IDLE, False)),
        ("閒置", (UnitStatus.IDLE, False)),
        ("出租(至2025-12-31)", (UnitStatus.OCCUPIED_TENANT, False)),
        ("空置房出租", (UnitStatus.LET_VACANT, False)),
        ("Under renovation", (UnitStatus.IDLE, True)),
        *((word, None) for word in ("已售", "自住/出租", "空置/出租", "已收楼", "待租", "见备注", "是", "毛坯", "")),
    ],
)
def test_a_state_is_understood_or_left_to_people(text, state):
    assert state_of(text) == state


@pytest.mark.parametrize(
    "title, field",
    [
        ("樓　棟", Field.BUILDING),
        ("建築面積(㎡)", Field.AREA),
        ("房号/室号", Field.NUMBER),
        ("楼栋-单元-房号", Field.ROOM_PATH),
        ("業主聯絡電話", Field.PHONE),
        ("业主身份证号", Field.OWNER),
        ("Room No.", Field.NUMBER),
        ("总楼层", Field.IGNORED),
    ],
)
def test_a_title_is_known_by_its_meaning(title, field):
    known = meant(title)

    assert known is not None
    assert known[0] is field


@pytest.mark.parametrize("title", ["装修时间", "交接人", "是否入住", "2024年物业费"])
def test_a_title_that_is_not_known_is_left_to_people(title):
    assert meant(title) is None


def test_a_title_tells_its_building_only_when_it_tells_one():
    assert house_told("听涛里3栋2单元房屋台账(66户)") == House("3栋", "2单元")
    assert house_told("楼栋:3 单元:2") == House("3", "2")
    assert [house_told(title) for title in ("1-3栋", "1、2栋", "共3栋", "Sheet3")] == [House()] * 4
    assert [house_of_sheet(name) for name in ("3", "3-2", "Sheet3", "2024")] == [
        House("3"),
        House("3", "2"),
        House(),
        House(),
    ]
