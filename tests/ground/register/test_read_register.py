"""Reading the register: headers by their words, rows one by one, owners not at all (CORE-R05)."""

import json
from pathlib import Path
from typing import Any

import pytest

from webapp.ground.places.rules import UnitStatus
from webapp.ground.register import LayoutUnknown, NotAWorkbook, read_register
from webapp.ground.register.layouts import Line, lines_of
from webapp.ground.register.lines import read_line
from webapp.ground.register.rules import Field, Refusal, Unit
from webapp.ground.register.workbook import Sheet

DATA = Path(__file__).parents[2] / "data"
GOOD = {
    Field.BUILDING: "3栋",
    Field.STAIRWELL: "2单元",
    Field.FLOOR: 9.0,
    Field.NUMBER: "903",
    Field.AREA: 126.93,
    Field.STATUS: "已入住",
}


def line(**cells):
    return Line("房屋", 7, {**GOOD, **{Field[name.upper()]: value for name, value in cells.items()}})


def test_the_plain_register_comes_in_whole():
    expected = json.loads((DATA / "register-plain.expected.json").read_text("utf-8"))

    assert read_register(DATA / "register-plain.xlsx").as_json() == expected


def test_owners_names_and_telephones_are_not_read():
    register = read_register(DATA / "register-plain.xlsx")

    assert "魏燕杰" not in repr(register)
    assert "15863181386" not in repr(register)


def test_a_line_becomes_a_unit_with_native_names_and_hundredths():
    assert read_line(line()) == Unit(
        "3 栋", "2 单元", 9, "903", 12693, UnitStatus.OCCUPIED_OWNER, False, None, "房屋", 7
    )


def test_numbers_alone_are_named_as_people_say_them():
    unit = read_line(line(building=3.0, stairwell="２", floor="9层", number=903.0))

    assert isinstance(unit, Unit)
    assert (unit.building, unit.stairwell, unit.floor, unit.number) == ("3 栋", "2 单元", 9, "903")


@pytest.mark.parametrize(
    "word, status",
    [
        ("已入住", UnitStatus.OCCUPIED_OWNER),
        ("自住", UnitStatus.OCCUPIED_OWNER),
        ("出租", UnitStatus.OCCUPIED_TENANT),
        ("租住", UnitStatus.OCCUPIED_TENANT),
        ("空置", UnitStatus.VACANT_UNSOLD),
        ("未售", UnitStatus.VACANT_UNSOLD),
        ("未收楼", UnitStatus.SOLD_NOT_MOVED_IN),
        ("未入住", UnitStatus.SOLD_NOT_MOVED_IN),
        ("已收楼未住", UnitStatus.IDLE),
        (" 闲置 ", UnitStatus.IDLE),
        ("装修中", UnitStatus.IDLE),
    ],
)
def test_an_offices_word_for_a_status_is_understood(word, status):
    unit = read_line(line(status=word))

    assert isinstance(unit, Unit)
    assert unit.status is status
    assert unit.renovating is (word == "装修中")


@pytest.mark.parametrize(
    "cells, why",
    [
        ({"building": ""}, "building_missing"),
        ({"stairwell": " "}, "stairwell_missing"),
        ({"number": None}, "unit_number_missing"),
        ({"number": "9" * 41}, "name_too_long"),
        ({"floor": "顶"}, "floor_not_a_number"),
        ({"floor": 9.5}, "floor_not_a_number"),
        ({"area": "九十"}, "area_not_a_number"),
        ({"area": -90}, "area_not_a_number"),
        ({"area": "NaN"}, "area_not_a_number"),
        ({"area": "1e9"}, "area_not_a_number"),
        ({"status": "不详"}, "state_unknown"),
        ({"status": ""}, "state_unknown"),
        ({"number": "", "area": "九十", "status": "不详"}, "unit_number_missing"),
    ],
)
def test_a_line_that_cannot_be_a_unit_says_why(cells, why):
    assert read_line(line(**cells)) == Refusal("房屋", 7, why)


def test_an_empty_area_is_no_fault():
    unit = read_line(line(area=""))

    assert isinstance(unit, Unit)
    assert unit.area is None


def test_columns_are_found_by_their_words_in_any_order_and_empty_rows_are_passed_over():
    header = ["备注", "状态", "面积（㎡）", "室号", "层", "单元号", "楼 号"]
    rows: list[list[Any]] = [header, ["", "", "", "", "", "", ""], ["甲", "空置", 80.5, "101", 1.0, "1单元", "1栋"]]

    layout, lines = lines_of([Sheet("说明", [["填表须知"]]), Sheet("台账", rows)])

    assert layout.name == "plain"
    assert [(one.sheet, one.row, one.cells[Field.NUMBER]) for one in lines] == [("台账", 3, "101")]


def test_a_workbook_without_the_columns_is_refused_with_the_words_to_use(tmp_path):
    with pytest.raises(LayoutUnknown) as refusal:
        lines_of([Sheet("Sheet1", [["楼栋", "房号"], ["1栋", "101"]])])

    assert refusal.value.params["columns"] == ["楼栋", "单元", "楼层", "房号", "建筑面积", "房屋状态"]


def test_a_file_that_is_no_workbook_is_refused(tmp_path):
    (tmp_path / "台账.xlsx").write_bytes(b"not a workbook")

    with pytest.raises(NotAWorkbook):
        read_register(tmp_path / "台账.xlsx")
