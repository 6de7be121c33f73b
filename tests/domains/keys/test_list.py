"""Key sets from a workbook: read and refused row by row, and nothing is written until the phone keeps it."""

import io

import pytest
import xlsxwriter

from tests import make
from tests.domains.keys.conftest import ON_ONE_STORE
from webapp.core.ids import new_id
from webapp.ground.places.models import Building, Stairwell

pytestmark = ON_ONE_STORE
PATH = "/api/v1/keys/list"
HEAD = ["序号", "钥匙编号", "单位", "托管类别", "大门", "信箱", "柜位", "业主姓名", "业主电话", "接收日期"]


def sheet(*rows, head=HEAD, title="望湖花园 钥匙清单"):
    """Answer a workbook as an office keeps it: a title above the table."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        for at, row in enumerate([[title], head, *rows]):
            page.write_row(at, 0, row)
    return file.getvalue()


def looked(cabinet, content, who="keeper"):
    return cabinet.phone(who).browser.post(f"{PATH}?name=k.xlsx", data=content, content_type="application/octet-stream")


@pytest.fixture
def name(cabinet):
    """The unit as people write it in full."""
    stairwell = cabinet.session.get_one(Stairwell, (cabinet.estate.id, cabinet.unit.stairwell_id))
    building = cabinet.session.get_one(Building, (cabinet.estate.id, stairwell.building_id))
    return f"{building.name}{stairwell.name}{cabinet.unit.number}"


def test_what_a_row_says_is_a_registration_that_the_server_takes(cabinet, name):
    held = ["1", "K-0001", name, "发展商", 2, 1, "A-01", "", "", "2026-10-01"]
    kept = ["2", "K-0002", cabinet.unit.number, "维修留存", 1, "", "A-02", "何建国", "13800000000", "2026年10月2日"]
    room = ["3", "K-0003", "配电房", "设备房", 3, "", "", "", "", ""]

    told = looked(cabinet, sheet(held, kept, room)).get_json()

    assert told["unread"] == ["序号"]
    assert [(row["row"], row["why"]) for row in told["rows"]] == [(3, None), (4, None), (5, None)]
    assert [row["said"]["receivedOn"] for row in told["rows"]] == ["2026-10-01", "2026-10-02", "2026-11-23"]
    assert cabinet.phone("keeper").pull("keys.set") == {}
    for row in told["rows"]:
        answered = cabinet.phone("keeper").do("register", {"keySetId": str(new_id()), **row["said"]})
        assert answered["outcome"] == "applied", answered
    sets = {one["keyNo"]: one for one in cabinet.phone("keeper").pull("keys.set").values()}
    assert (sets["K-0001"]["unitId"], sets["K-0001"]["quantity"]) == (str(cabinet.unit.id), 3)
    assert (sets["K-0002"]["ownerName"], sets["K-0002"]["ownerPhone"]) == ("何建国", "13800000000")
    assert (sets["K-0003"]["placeName"], sets["K-0003"]["custodyKind"]) == ("配电房", "common_area")
    assert cabinet.differences() == []


@pytest.mark.parametrize(
    ("changed", "why", "value"),
    [
        ({1: ""}, "no_number", ""),
        ({1: "K-9000"}, "number_taken", "K-9000"),
        ({2: ""}, "no_place", ""),
        ({2: "99 栋 1 单元 101"}, "unit_unknown", "99 栋 1 单元 101"),
        ({3: "借来的"}, "kind_unknown", "借来的"),
        ({3: "业主委托", 7: "何建国"}, "mandate_needed", "业主委托"),
        ({3: "维修留存"}, "no_owner", ""),
        ({4: ""}, "no_items", ""),
        ({4: "两把"}, "bad_count", "两把"),
        ({9: "去年"}, "bad_day", "去年"),
        ({6: "A" * 200}, "too_long", ""),
    ],
)
def test_a_row_that_cannot_be_registered_says_why(cabinet, changed, why, value):
    cabinet.register(keyNo="K-9000")
    good = ["1", "K-0001", cabinet.unit.number, "发展商", 2, "", "A-01", "", "", ""]
    bad = [changed.get(at, cell) for at, cell in enumerate(["2", "K-0002", *good[2:]])]

    first, second = looked(cabinet, sheet(good, bad)).get_json()["rows"]

    assert first["why"] is None
    assert (second["why"], second["value"], second["said"]) == (why, value, None)


def test_a_number_given_twice_and_a_unit_that_is_two_are_said(cabinet):
    stairwell = make.stairwell(cabinet.session, make.building(cabinet.session, cabinet.estate))
    make.unit(cabinet.session, stairwell, number=cabinet.unit.number)
    row = ["1", "K-0001", "门厅", "公共", 1, "", "", "", "", ""]

    told = looked(cabinet, sheet(row, row, ["2", "K-0002", cabinet.unit.number, "", 1, "", "", "", "", ""])).get_json()

    assert [one["why"] for one in told["rows"]] == [None, "number_taken", "unit_ambiguous"]


def test_a_file_without_such_columns_and_no_file_are_refused_whole(cabinet):
    assert looked(cabinet, sheet(head=["姓名", "电话"])).get_json()["code"] == "keys.no_key_list"
    assert looked(cabinet, b"\x00\x01").get_json()["code"] == "register.not_a_workbook"


def test_only_keepers_look(app, cabinet):
    assert app.test_client().post(f"{PATH}?name=k.xlsx").status_code == 401
    assert looked(cabinet, b"", who="engineer").status_code == 403
