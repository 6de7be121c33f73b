"""The registers that were promised to be read, and what is never read of them (CORE-R05)."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ground.register.reading import read, refused
from tests.make.sheets import Page, separated, xlsx
from webapp.ground.register import LayoutUnknown, read_register
from webapp.ground.register.reading.words import heading
from webapp.ground.register.rules import WHY, Field

DATA = Path(__file__).parents[2] / "data"
HEADER = ["楼栋", "单元", "楼层", "房号", "建筑面积", "房屋状态"]
GOOD = ["3栋", "2单元", 9, "903", 126.93, "已入住"]


@pytest.mark.parametrize("name", ["plain", "office"])
def test_the_promised_registers_come_in_whole(name):
    expected = json.loads((DATA / f"register-{name}.expected.json").read_text("utf-8"))

    assert read_register(DATA / f"register-{name}.xlsx").as_json() == expected


@pytest.mark.parametrize("name", ["plain", "office"])
def test_the_command_prints_exactly_the_promised_line(app, name):
    answer = app.test_cli_runner().invoke(
        args=["import-register", str(DATA / f"register-{name}.xlsx"), "--dry-run", "--json"]
    )

    assert answer.output.count("\n") == 1
    assert json.loads(answer.output) == json.loads((DATA / f"register-{name}.expected.json").read_text("utf-8"))


def test_a_register_whose_columns_are_unknown_is_no_success_of_the_command(app, tmp_path):
    (tmp_path / "a.csv").write_bytes(separated(Page([["甲", "乙", "丙"], ["1", "2", "3"], ["1", "2", "4"]])))

    answer = app.test_cli_runner().invoke(args=["import-register", str(tmp_path / "a.csv"), "--dry-run", "--json"])

    assert answer.exit_code == 1
    assert "number" in answer.output


@pytest.mark.parametrize("name", ["plain", "office"])
def test_owners_names_and_telephones_are_not_read(name):
    register = repr(read_register(DATA / f"register-{name}.xlsx"))

    assert not any(secret in register for secret in ("魏燕杰", "15863181386", "施文", "13402389572", "18394766942"))


def test_names_and_telephones_under_unknown_titles_are_no_samples(tmp_path):
    people = ["王小明", "李建国", "张燕兰", "陈大文"]
    rows = [
        [*HEADER, "甲方", "号", "说明2"],
        *(
            [*GOOD[:3], f"90{at}", 90, "自住", one, f"1386318138{at}", f"找{one} 1380000000{at}"]
            for at, one in enumerate(people)
        ),
    ]

    register = read(tmp_path, "a.xlsx", xlsx(Page(rows)))

    assert [column.meaning for column in register.sheets[0].columns[6:]] == [Field.OWNER, Field.PHONE, Field.PHONE]
    assert not any(one in repr(register) for one in [*people, "138"])


@pytest.mark.parametrize(
    "column, cell, why",
    [
        (0, "", "building_missing"),
        (1, " ", "stairwell_missing"),
        (3, None, "unit_number_missing"),
        (3, "0", "unit_number_missing"),
        (3, "9" * 41, "name_too_long"),
        (3, "4-2-903", "building_differs"),
        (3, "3-1-903", "stairwell_differs"),
        (3, "3栋2单元", "room_path_unclear"),
        (3, "901/902", "room_path_unclear"),
        (3, 901.5, "room_path_unclear"),
        (2, "顶", "floor_not_a_number"),
        (2, 9.5, "floor_not_a_number"),
        (2, 0, "floor_not_a_number"),
        (4, "九十", "area_not_a_number"),
        (4, -90, "area_not_a_number"),
        (4, 0, "area_not_a_number"),
        (4, "1e9", "area_not_a_number"),
        (4, "89.5/102", "area_not_a_number"),
        (5, "不详", "state_unknown"),
        (5, "已售", "state_unknown"),
        (5, "自住/出租", "state_unknown"),
        (5, "空置/出租", "state_unknown"),
        (5, "", "state_missing"),
        (5, "-", "state_missing"),
    ],
)
def test_a_row_that_cannot_be_a_unit_says_why(tmp_path, column, cell, why):
    rows: list[Any] = [
        HEADER,
        *([*GOOD[:3], f"91{at}", 90, "自住"] for at in range(6)),
        [*GOOD],
        ["3栋", "1单元", 1, "101", 90, "自住"],
    ]
    rows[7][column] = cell

    register = read(tmp_path, "a.xlsx", xlsx(Page(rows)))

    assert (len(register.units), refused(register)) == (7, [(8, why)])
    assert why in WHY


def test_the_cell_at_fault_is_told_as_it_was_written_unless_it_may_be_a_persons(tmp_path):
    rows = [
        HEADER,
        [*GOOD[:5], "不详"],
        [*GOOD[:5], "施文"],
        [*GOOD[:5], "13800000000"],
        [*GOOD[:4], "九十", "自住"],
        GOOD,
    ]

    register = read(tmp_path, "a.xlsx", xlsx(Page(rows)))

    assert [refusal.value for refusal in register.refusals] == ["不详", "", "", "九十"]


def test_an_empty_area_is_no_fault(tmp_path):
    register = read(
        tmp_path, "a.csv", separated(Page([HEADER, [*GOOD[:4], "", "闲置"], [*GOOD[:3], "904", "-", "闲置"]]))
    )

    assert [unit.area for unit in register.units] == [None, None]


def test_columns_are_found_by_their_words_in_any_order(tmp_path):
    header = ["备注", "状态", "面积（㎡）", "室号", "层", "单元号", "楼 号"]

    register = read(
        tmp_path,
        "a.xlsx",
        xlsx(Page([["填表须知"]], "须知"), Page([header, [], ["甲", "空置", 80.5, "101", 1, "1单元", "1栋"]], "台账")),
    )

    assert register.layout == "plain"
    assert [(unit.sheet, unit.row, unit.number) for unit in register.units] == [("台账", 3, "101")]
    assert register.sheets[0].header is None


def test_an_unknown_column_is_shown_with_samples_and_understood_once_somebody_has_said_it(tmp_path):
    rows = [["楼栋", "单元", "房号", "目前咋样"], ["1", "1", "101", "住人"], ["1", "1", "102", "空置"]]

    before = read(tmp_path, "a.xlsx", xlsx(Page(rows)))
    after = read(tmp_path, "a.xlsx", xlsx(Page(rows)), **{heading("目前 咋样"): Field.STATUS})

    assert (before.layout, before.units, before.sheets[0].missing) == ("unknown", (), (Field.STATUS,))
    unknown = before.sheets[0].columns[3]
    assert (unknown.title, unknown.samples, unknown.meaning) == ("目前咋样", ("住人", "空置"), None)
    assert (len(after.units), refused(after)) == (1, [(2, "state_unknown")])
    assert after.sheets[0].columns[3].by == "remembered"


def test_a_table_without_any_known_word_can_be_understood_by_hand(tmp_path):
    rows = [["台账"], ["lou", "dy", "fang", "zt"], ["1", "1", "101", "自住"], ["1", "1", "102", "空置"]]
    chosen = {"LOU": Field.BUILDING, "DY": Field.STAIRWELL, "FANG": Field.NUMBER, "ZT": Field.STATUS}

    assert [column.title for column in read(tmp_path, "a.csv", separated(Page(rows))).sheets[0].columns] == rows[1]
    assert len(read(tmp_path, "a.csv", separated(Page(rows)), **chosen).units) == 2


def test_text_that_holds_no_table_is_refused_with_the_sheets_that_were_looked_at(tmp_path):
    with pytest.raises(LayoutUnknown) as refusal:
        read(tmp_path, "a.xlsx", xlsx(Page([["通知"], ["请各位业主注意"]], "通知")))

    assert refusal.value.params["sheets"] == ["通知"]


def test_of_two_columns_for_one_meaning_the_surer_word_is_believed(tmp_path):
    rows = [
        ["楼栋", "单元", "房号", "套内面积", "建筑面积", "装修状态", "入住状态"],
        ["1", "1", "101", 70, 90, "已装修", "自住"],
    ]

    (unit,) = read(tmp_path, "a.xlsx", xlsx(Page(rows))).units

    assert (unit.area, unit.status, unit.renovating) == (9000, "occupied_owner", False)


def test_hidden_sheets_and_summaries_are_no_registers(tmp_path):
    page = Page([HEADER, GOOD], "台账")
    old = Page([HEADER, [*GOOD[:3], "904", 90, "自住"]], "旧台账", hidden=True)
    summary = Page([["楼栋", "总户数", "已入住", "空置"], ["3栋", 1, 1, 0]], "汇总")
    again = Page([HEADER, GOOD], "全部统计")

    register = read(tmp_path, "a.xlsx", xlsx(page, old, summary, again))

    assert (len(register.units), refused(register)) == (1, [])
    assert [(sheet.name, sheet.units) for sheet in register.sheets] == [("台账", 1), ("汇总", 0), ("全部统计", 0)]
