"""Cards of units from a workbook: read row by row, nothing is written until the phone keeps it."""

import io
from typing import Any

import pytest
import xlsxwriter

from tests import make
from tests.domains.vacancy.conftest import ON_ONE_STORE

pytestmark = ON_ONE_STORE
PATH = "/api/v1/vacancy/list"
HEAD = ["序号", "房号", "开发商", "装修标准", "西晒房间", "电器", "接管日期"]
NAME = "3 栋 2 单元 1501"


def sheet(*rows: list[Any], head: list[str] = HEAD) -> bytes:
    """Answer a workbook as an office keeps it: a title above the table."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        for at, row in enumerate([["空置房登记表"], head, *rows]):
            page.write_row(at, 0, row)
    return file.getvalue()


def looked(vacant, content, who="visitor"):
    path = f"{PATH}?name=units.xlsx"
    return vacant.phone(who).browser.post(path, data=content, content_type="application/octet-stream")


def test_what_a_row_says_is_a_card_that_the_server_takes(vacant):
    row = ["1", NAME, "鹏城地产", "精装修", "主卧、书房", "空调、热水器", "2026-03-01"]

    told = looked(vacant, sheet(row)).get_json()

    assert told["unread"] == ["序号"]
    ((said, place),) = [(one["said"], one["place"]) for one in told["rows"]]
    assert place == NAME
    assert vacant.told()["card"] is None
    assert vacant.phone("visitor").send("vacancy.register", said)["outcome"] == "applied"
    card = vacant.told()["card"]
    assert (card["developer"], card["finish"], card["westRooms"]) == ("鹏城地产", "fine", ["主卧", "书房"])
    assert [one["name"] for one in card["appliances"]] == ["空调", "热水器"]
    assert card["takenOverOn"] == "2026-03-01"
    (again,) = looked(vacant, sheet(row)).get_json()["rows"]
    assert (again["why"], again["said"]) == ("unchanged", None)


def test_an_empty_cell_changes_nothing_of_what_is_known(vacant):
    vacant.phone("visitor").send("vacancy.register", make.card_body(vacant.unit.id))

    (row,) = looked(vacant, sheet(["1", "1501", "", "毛坯", "", "空调 KFR-35、冰箱", ""])).get_json()["rows"]

    assert (row["said"]["finish"], row["said"]["developer"]) == ("bare", "鹏城地产")
    kept, new = row["said"]["appliances"]
    assert (kept, new["name"]) == ({"name": "空调", "model": "KFR-35", "manual": True}, "冰箱")


@pytest.mark.parametrize(
    ("changed", "why", "value"),
    [
        ({1: ""}, "no_place", ""),
        ({1: "99 栋 1 单元 101"}, "unit_unknown", "99 栋 1 单元 101"),
        ({3: "豪装"}, "finish_unknown", "豪装"),
        ({6: "去年"}, "bad_day", "去年"),
        ({2: "鹏" * 121}, "too_long", ""),
        ({2: ""}, "unchanged", ""),
    ],
)
def test_a_row_that_cannot_be_kept_says_why(vacant, changed, why, value):
    row = [changed.get(at, cell) for at, cell in enumerate(["1", NAME, "鹏城地产", "", "", "", ""])]

    (told,) = looked(vacant, sheet(row)).get_json()["rows"]

    assert (told["why"], told["value"], told["said"]) == (why, value, None)


def test_a_unit_named_twice_counts_once(vacant):
    row = ["1", NAME, "鹏城地产", "", "", "", ""]

    assert [one["why"] for one in looked(vacant, sheet(row, row)).get_json()["rows"]] == [None, "unit_twice"]


def test_a_file_without_such_columns_is_refused_whole(vacant):
    assert looked(vacant, sheet(head=["姓名", "电话"])).get_json()["code"] == "vacancy.no_unit_list"
    assert looked(vacant, sheet(head=["房号", "电话"])).get_json()["code"] == "vacancy.no_unit_list"


def test_the_register_that_is_printed_is_read_again(vacant):
    vacant.phone("visitor").send("vacancy.register", make.card_body(vacant.unit.id))
    printed = vacant.phone("visitor").browser.get("/api/v1/vacancy/register.xlsx").data

    (row,) = looked(vacant, printed).get_json()["rows"]

    assert (row["why"], row["place"]) == ("unchanged", NAME)


def test_only_who_visits_looks(app, vacant):
    assert app.test_client().post(f"{PATH}?name=k.xlsx").status_code == 401
    assert looked(vacant, b"", who="engineer").status_code == 403
