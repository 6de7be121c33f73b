"""Registers as offices really keep them: every good unit comes in, every bad row is told with its reason."""

from datetime import date
from typing import Any

import pytest

from tests.ground.register.reading import read, refused, said
from tests.make.sheets import Page, ods, separated, xls, xlsx
from webapp.ground.register.rules import Field


def test_a_path_in_one_column_however_it_is_written(tmp_path):
    ways = [
        "3-2-1501",
        "3栋2单元1502",
        "3#-2-1503",
        "3幢二单元1504室",
        "３－２－１５０５",
        "3号楼2单元15层1506",
        "3-02-0301",
    ]
    page = Page([["房号", "面积", "入住情况"], *([way, 90, "空置"] for way in ways)])

    register = read(tmp_path, "台账.xlsx", xlsx(page))

    assert register.layout == "path"
    assert refused(register) == []
    assert said(register) == [
        *(f"3 栋 2 单元 15 层 150{last} vacant_unsold" for last in range(1, 7)),
        "3 栋 2 单元 3 层 0301 vacant_unsold",
    ]


def test_towers_have_one_stairwell_where_no_row_names_any(tmp_path):
    page = Page([["房屋", "状态"], ["A座1501", "自住"], ["A座1502", "出租"], ["B座201", "空置"]])

    register = read(tmp_path, "台账.xls", xls(page))

    assert said(register) == [
        "A 座 1 单元 15 层 1501 occupied_owner",
        "A 座 1 单元 15 层 1502 occupied_tenant",
        "B 座 1 单元 2 层 201 vacant_unsold",
    ]


def test_a_row_without_stairwell_among_rows_with_one_is_left_out(tmp_path):
    page = Page([["房号", "状态"], ["1-1-101", "自住"], ["1-1-102", "自住"], ["1-103", "自住"], ["2-101", "空置"]])

    register = read(tmp_path, "台账.csv", separated(page))

    assert refused(register) == [(4, "stairwell_missing"), (5, "stairwell_missing")]


def test_one_sheet_a_building_each_with_a_header_of_its_own(tmp_path):
    first = Page(
        [["单元", "楼层", "房号", "建筑面积", "状态"], ["1", 1, 101, 89.5, "入住"], ["1", 1, 102, 89.5, "空置"]], "1栋"
    )
    second = Page(
        [
            ["2栋房屋台账"],
            [],
            ["室号", "现状", "单元号", "业主", "建面(㎡)"],
            ["201室", "租住", "二单元", "王小明", "77.1㎡"],
        ],
        "2栋",
    )
    tower = Page([["房间号", "房态"], ["301", "未售"], ["302", "装修中"]], "三号楼")
    about = Page([["填表说明"], ["请按楼栋填写"]], "说明")

    register = read(tmp_path, "台账.xlsx", xlsx(about, first, second, tower))

    assert register.layout == "per_building"
    assert refused(register) == []
    assert said(register) == [
        "1 栋 1 单元 1 层 101 occupied_owner",
        "1 栋 1 单元 1 层 102 vacant_unsold",
        "2 栋 二单元 2 层 201 occupied_tenant",
        "三号楼 1 单元 3 层 301 vacant_unsold",
        "三号楼 1 单元 3 层 302 idle",
    ]
    assert [(sheet.name, sheet.header, sheet.units) for sheet in register.sheets] == [
        ("说明", None, 0), ("1栋", 1, 2), ("2栋", 3, 1), ("三号楼", 1, 2),
    ]  # fmt: skip


def test_two_header_rows_with_groups(tmp_path):
    rows = [
        ["听涛里房屋及住户台账"],
        ["序号", "房屋信息", "", "", "", "面积(㎡)", "", "住户信息", "", "入住情况"],
        ["", "楼栋", "单元", "房号", "楼层", "套内", "建筑", "姓名", "电话", ""],
        [1, "1#", "1", "101", 1, 70.1, 89.2, "施文", 13402389572.0, "已入住"],
        [2, "1#", "1", "102", 1, 70.1, 90.2, "", "", "空置"],
        ["合计", "", "", "", "", 140.2, 179.4, "", "", ""],
    ]
    merges = ["A1:J1", "A2:A3", "B2:E2", "F2:G2", "H2:I2", "J2:J3"]

    for name, content in (("a.xlsx", xlsx(Page(rows, merges=merges))), ("a.csv", separated(Page(rows)))):
        register = read(tmp_path, name, content)

        assert said(register) == ["1#楼 1 单元 1 层 101 occupied_owner", "1#楼 1 单元 1 层 102 vacant_unsold"]
        assert [unit.area for unit in register.units] == [8920, 9020]
        assert (register.layout, refused(register)) == ("office", [])
        assert register.sheets[0].header == 3


@pytest.mark.parametrize("write", [xlsx, xls])
def test_merged_building_cells_hold_for_all_their_rows_and_no_further(tmp_path, write):
    rows = [
        ["楼栋", "单元", "房号", "面积", "状态"],
        ["3栋", "1单元", 101, 90, "空置"],
        ["", "", 102, 90, "自住"],
        ["", "2单元", 101, 90, "闲置"],
        ["", "", 102, 90, "出租"],
        ["小计", "", "", 360, ""],
        [],
        ["4栋", "1单元", 101, 80, "自住"],
        ["", "", 102, 80, "自住"],
        ["", "1单元", 103, 80, "自住"],
    ]
    merges = ["A2:A5", "B2:B3", "B4:B5", "A8:A9", "B8:B9"]

    register = read(tmp_path, "台账.xls", write(Page(rows, merges=merges)))

    assert [unit.key for unit in register.units] == [
        ("3", "1", "101"), ("3", "1", "102"), ("3", "2", "101"), ("3", "2", "102"), ("4", "1", "101"), ("4", "1", "102"),
    ]  # fmt: skip
    assert refused(register) == [(10, "building_missing")]


@pytest.mark.parametrize("write", [separated, ods])
def test_a_building_written_once_for_its_rows_holds_where_the_file_knows_no_merged_cells(tmp_path, write):
    rows = [
        ["楼栋", "单元", "楼层", "房号", "状态"],
        ["3栋", "1单元", "1层", "101", "空置"],
        ["", "", "", "102", "自住"],
        ["", "", "2层", "201", "自住"],
        ["", "", "", "202", "自住"],
        ["", "小计", "", "4", ""],
        ["", "2单元", "1层", "101", "闲置"],
        ["", "", "", "102", "出租"],
        ["3栋合计", "", "", "6", ""],
        ["四栋", "1单元", "1层", "101", "空置"],
        ["", "", "", "102", "空置"],
    ]

    register = read(tmp_path, "台账.dat", write(Page(rows)))

    assert refused(register) == []
    assert [unit.key for unit in register.units] == [
        ("3", "1", "101"), ("3", "1", "102"), ("3", "1", "201"), ("3", "1", "202"),
        ("3", "2", "101"), ("3", "2", "102"), ("4", "1", "101"), ("4", "1", "102"),
    ]  # fmt: skip


def test_a_missing_building_is_not_filled_in_where_every_row_names_its_own(tmp_path):
    rows: list[Any] = [
        ["楼栋", "单元", "房号", "状态"],
        *([f"{1 + n // 4}栋", "1单元", 101 + n % 4, "自住"] for n in range(12)),
    ]
    rows[6][0] = ""

    register = read(tmp_path, "台账.csv", separated(Page(rows)))

    assert (len(register.units), refused(register)) == (11, [(7, "building_missing")])


def test_the_header_comes_again_on_every_printed_page(tmp_path):
    header = ["序号", "楼号", "单元号", "室号", "面积", "状态"]
    rows = [
        ["某某物业房屋台账"],
        header,
        [1, "1", "1", "101", 90, "入住"],
        ["第1页 共2页"],
        ["某某物业房屋台账"],
        header,
    ]
    rows += [[2, "1", "1", "102", 90, "闲置"], ["制表人:张三", "", "", "审核:", "", ""], ["注:面积为建筑面积"]]

    register = read(tmp_path, "台账.xlsx", xlsx(Page(rows)))

    assert said(register) == ["1 栋 1 单元 1 层 101 occupied_owner", "1 栋 1 单元 1 层 102 idle"]
    assert refused(register) == []


def test_a_title_row_before_each_building_in_one_sheet(tmp_path):
    rows = [["房屋台账"], ["1号楼"], ["单元", "房号", "状态"], ["1", "101", "自住"], ["2", "101", "空置"], []]
    rows += [
        ["2号楼(共2户)"],
        ["单元", "房号", "状态"],
        ["1", "101", "自住"],
        ["1", "102", "不知道"],
        ["合计", "2", ""],
    ]

    register = read(tmp_path, "台账.xlsx", xlsx(Page(rows, merges=["A1:C1", "A2:C2", "A7:C7"])))

    assert said(register) == [
        "1 号楼 1 单元 1 层 101 occupied_owner",
        "1 号楼 2 单元 1 层 101 vacant_unsold",
        "2 号楼 1 单元 1 层 101 occupied_owner",
    ]
    assert refused(register) == [(10, "state_unknown")]


def test_tables_of_different_headers_one_below_the_other(tmp_path):
    rows = [["1栋"], ["房号", "面积", "状态"], ["101", 90, "自住"], [], ["2栋"], ["状态", "室号"], ["空置", "201"]]

    register = read(tmp_path, "台账.xlsx", xlsx(Page(rows)))

    assert said(register) == ["1 栋 1 单元 1 层 101 occupied_owner", "2 栋 1 单元 2 层 201 vacant_unsold"]


def test_traditional_script_and_a_hong_kong_way_of_counting(tmp_path):
    rows = [
        ["座", "樓", "室", "建築面積", "狀態", "業主姓名", "聯絡電話"],
        ["A座", "15", "A", "650.5", "已入住", "陳大文", "9123 4567"],
        ["A座", "15", "B", "650.5", "未收樓", "", ""],
        ["A座", "16", "A", "650.5", "閒置", "", ""],
        ["B座", "1", "A", "650.5", "裝修中", "", ""],
    ]

    for encoding in ("big5hkscs", "gb18030", "utf-8", "utf-8-sig", "utf-16"):
        register = read(tmp_path, "台帳.csv", separated(Page(rows), encoding))

        assert said(register) == [
            "A 座 1 单元 15 层 15A occupied_owner",
            "A 座 1 单元 15 层 15B sold_not_moved_in",
            "A 座 1 单元 16 层 16A idle",
            "B 座 1 单元 1 层 A idle",
        ], encoding
        assert "陳大文" not in repr(register)


def test_english_words_for_a_stairwell_and_for_a_flat(tmp_path):
    rows = [
        ["Building", "Unit", "Room", "Floor", "Area (sqm)", "Status"],
        ["Block A", "1", "1501", "15/F", "1,089.50", "Vacant"],
    ]
    flats = [
        ["Tower", "Floor", "Unit", "Status"],
        ["1", "3", "3A", "Owner-occupied"],
        ["1", "3", "3B", "Under renovation"],
    ]

    register = read(tmp_path, "register.csv", separated(Page(rows), "utf-8", ";"))
    towers = read(tmp_path, "towers.csv", separated(Page(flats), "utf-8", "\t"))

    assert said(register) == ["Block A 1 单元 15 层 1501 vacant_unsold"]
    assert register.units[0].area == 108_950
    assert said(towers) == ["1 栋 1 单元 3 层 3A occupied_owner", "1 栋 1 单元 3 层 3B idle"]
    assert towers.units[1].renovating


def test_days_in_all_ways_and_never_a_guess(tmp_path):
    days = ["2024/07/28", "2023.9.13", "2024年7月28日", 45501, "20240728", date(2024, 7, 28), "2024年7月", "钥匙在前台"]
    rows = [
        ["楼栋", "单元", "房号", "状态", "备注/收楼时间"],
        *(["1", "1", 101 + at, "自住", day] for at, day in enumerate(days)),
    ]

    register = read(tmp_path, "台账.xlsx", xlsx(Page(rows)))

    july = date(2024, 7, 28)
    assert [unit.received_on for unit in register.units] == [july, date(2023, 9, 13), *[july] * 4, None, None]


def test_states_in_a_column_called_remarks(tmp_path):
    rows = [
        ["楼栋", "单元", "房号", "备注"],
        ["1", "1", 101, "空置"],
        ["1", "1", 102, "自住"],
        ["1", "1", 103, "装修中"],
    ]

    register = read(tmp_path, "台账.xlsx", xlsx(Page(rows)))

    assert [unit.status for unit in register.units] == ["vacant_unsold", "occupied_owner", "idle"]
    (note,) = [column for column in register.sheets[0].columns if column.title == "备注"]
    assert (note.meaning, note.by) == (Field.STATUS, "values")


def test_numbers_that_tell_only_the_door_on_a_floor_are_told_with_the_floor(tmp_path):
    rows = [
        ["栋", "单元", "层", "房号", "状态"],
        *(["1", "1", floor, door, "自住"] for floor in (1, 2) for door in ("01", "02")),
    ]

    register = read(tmp_path, "台账.csv", separated(Page(rows)))

    assert [unit.number for unit in register.units] == ["101", "102", "201", "202"]


def test_floors_come_from_the_cell_or_from_the_door(tmp_path):
    floors = [("", "1501", 15), ("", "0302", 3), ("", "B101", -1), ("负一层", "车库1", -1), ("十二层", "1201", 12)]
    floors += [("-1", "002", -1), ("地下1层", "003", -1), ("", "3A02", 4), ("13A", "13A01", 14), ("15/F", "15C", 15)]
    rows = [
        ["楼栋", "单元", "楼层", "房号", "状态"],
        *(["1", "1", floor, number, "自住"] for floor, number, _ in floors),
    ]

    register = read(tmp_path, "台账.xlsx", xlsx(Page(rows)))

    assert refused(register) == []
    assert [unit.floor for unit in register.units] == [floor for _, _, floor in floors]


def test_phases_tell_buildings_of_the_same_number_apart(tmp_path):
    rows = [
        ["期数", "楼栋", "单元", "房号", "状态"],
        ["一期", "1栋", "1", 101, "自住"],
        ["二期", "1栋", "1", 101, "空置"],
    ]

    register = read(tmp_path, "台账.xlsx", xlsx(Page(rows)))

    assert said(register) == ["一期 1 栋 1 单元 1 层 101 occupied_owner", "二期 1 栋 1 单元 1 层 101 vacant_unsold"]


def test_one_building_written_in_several_ways_stays_one(tmp_path):
    rows = [
        ["楼栋", "单元", "房号", "状态"],
        ["3栋", "1单元", 101, "自住"],
        ["3#", "一单元", 102, "自住"],
        ["三幢", "01", "103室", "自住"],
    ]
    rows += [[3, 1, "0101", "空置"]]

    register = read(tmp_path, "台账.xlsx", xlsx(Page(rows)))

    assert {(unit.building, unit.stairwell) for unit in register.units} == {("3 栋", "1 单元")}
    assert refused(register) == [(5, "duplicate_unit")]


def test_a_sheet_a_building_with_stairwell_and_number_in_one_cell(tmp_path):
    rows = [["房号", "状态"], ["1-101", "自住"], ["2-101", "空置"], ["3-101", "空置"]]
    of_one = [["房号", "状态"], ["4-101", "自住"], ["4-102", "空置"]]

    register = read(tmp_path, "a.xlsx", xlsx(Page(rows, "3栋"), Page(of_one, "4栋")))

    assert [unit.key for unit in register.units] == [
        ("3", "1", "101"), ("3", "2", "101"), ("3", "3", "101"), ("4", "1", "101"), ("4", "1", "102"),
    ]  # fmt: skip
    assert refused(register) == []


def test_rows_between_the_rows_name_stairwells(tmp_path):
    rows = [
        ["房号", "面积", "状态"],
        ["1单元"],
        ["101", 90, "自住"],
        ["201", 90, "空置"],
        ["2单元"],
        ["101", 90, "自住"],
    ]

    register = read(tmp_path, "a.xlsx", xlsx(Page(rows, "3栋")))

    assert [unit.key for unit in register.units] == [("3", "1", "101"), ("3", "1", "201"), ("3", "2", "101")]


def test_houses_stand_in_rows_of_their_own_above_their_units(tmp_path):
    rows = [["楼栋", "单元", "房号", "状态"], ["3栋"], ["", "1单元"], ["", "", "101", "自住"], ["", "", "102", "自住"]]
    rows += [["", "2单元"], ["", "", "101", "空置"], ["4栋"], ["", "1单元"], ["", "", "101", "空置"]]

    register = read(tmp_path, "a.xlsx", xlsx(Page(rows)))

    assert refused(register) == []
    assert [unit.key for unit in register.units] == [
        ("3", "1", "101"),
        ("3", "1", "102"),
        ("3", "2", "101"),
        ("4", "1", "101"),
    ]


def test_stairwells_side_by_side_under_one_header(tmp_path):
    rows = [["3栋"], ["", "1单元", "", "2单元", ""], ["层", "房号", "状态", "房号", "状态"]]
    rows += [["1层", "101", "自住", "101", "空置"], ["2层", "201", "出租", "201", "怪"], ["3层", "301", "闲置", "", ""]]

    register = read(tmp_path, "a.xlsx", xlsx(Page(rows, merges=["A1:E1", "B2:C2", "D2:E2"])))

    assert said(register) == [
        "3 栋 1 单元 1 层 101 occupied_owner",
        "3 栋 2 单元 1 层 101 vacant_unsold",
        "3 栋 1 单元 2 层 201 occupied_tenant",
        "3 栋 1 单元 3 层 301 idle",
    ]
    assert refused(register) == [(5, "state_unknown")]


def test_what_the_sheet_and_its_rows_or_its_title_tell_differently_is_left_to_people(tmp_path):
    header = ["楼栋", "单元", "房号", "状态"]

    rows = read(tmp_path, "a.xlsx", xlsx(Page([header, ["4栋", "1", "101", "自住"]], "3栋")))
    title = read(tmp_path, "b.xlsx", xlsx(Page([["4栋台账"], header[1:], ["1", "101", "自住"]], "3栋")))

    assert (refused(rows), refused(title)) == ([(2, "building_differs")], [(3, "building_differs")])


def test_a_unit_whose_remark_speaks_of_a_sum_is_no_subtotal(tmp_path):
    rows = [
        ["楼栋", "单元", "房号", "状态", "备注"],
        ["3", "1", "101", "怪", "面积合计见附表"],
        ["3", "1", "102", "自住", ""],
    ]

    assert refused(read(tmp_path, "a.csv", separated(Page(rows)))) == [(2, "state_unknown")]


def test_wings_have_letters_and_cellars_too(tmp_path):
    rows = [
        ["楼栋", "单元", "房号", "状态"],
        *(["3", "1", number, "自住"] for number in ("A101", "A1502", "B1501", "B101")),
    ]
    cellar = [["楼栋", "单元", "房号", "状态"], ["3", "1", "B101", "自住"]]

    wings = read(tmp_path, "a.csv", separated(Page(rows)))
    below = read(tmp_path, "b.csv", separated(Page(cellar)))

    assert [unit.floor for unit in wings.units] == [1, 15, 15, 1]
    assert [unit.floor for unit in below.units] == [-1]


def test_a_header_said_twice_in_two_languages_is_one_header(tmp_path):
    rows = [
        ["楼栋", "单元", "房号", "状态", 2024],
        ["Building", "Unit", "Room", "Status", ""],
        ["3栋", "1", "101", "自住", 5],
    ]

    register = read(tmp_path, "a.xlsx", xlsx(Page(rows)))

    assert (said(register), refused(register)) == (["3 栋 1 单元 1 层 101 occupied_owner"], [])
