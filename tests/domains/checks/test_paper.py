"""A check sheet as PDF: what it says, in whose language, and to whom."""

import io
from datetime import timedelta

import pytest
from python_calamine import CalamineWorkbook

from tests import make
from tests.domains.checks.conftest import TODAY
from tests.domains.conftest import NOW
from webapp.core.actor import Role
from webapp.domains.checks.paper.sheet import WORDS
from webapp.ground.paper import LANGUAGES, read_words


@pytest.fixture
def sheet(house):
    """A signed sheet with a small point and a serious one, of a day on which something was found."""
    house.beat.phone.report(make.finding_body(house.beat.places[0], NOW), v=2)
    serious = house.row(kind="other", item="work", finding="擅自离岗 40 分钟")
    house.write(house.row(), serious)
    sheet = house.id_of()
    house.push(Role.MANAGER, "slip", sheet, rowId=serious["rowId"])
    house.push(Role.MANAGER, "sign", sheet, seen=house.seen(sheet))
    return sheet


def test_a_check_sheet_says_what_was_found_what_followed_and_who_signed(house, sheet):
    answered = house.phone(Role.MANAGER).browser.get(f"/api/v1/checks/{sheet}.pdf")

    said = make.printed(answered.data).replace("\r\n", "").replace(" ", "")
    assert (answered.status_code, answered.mimetype) == (200, "application/pdf")
    for words in (
        *("管理服务中心内部工作日检查表", "RJ-2026-000001", "客服部", "林晓岚", "工牌没戴", "口头纠正"),
        *("擅自离岗40分钟", "BH-2026-000001", "2026-11-26", "纸箱2个、自行车1辆", "WT-2026-000001", "manager"),
    ):
        assert words.replace(" ", "") in said, words


def said(house, serial):
    """Answer what the page with this number says on paper."""
    answered = house.phone(Role.MANAGER).browser.get(f"/api/v1/books/{serial}.pdf")
    assert answered.status_code == 200, answered.get_json()
    return make.printed(answered.data).replace("\r\n", "").replace(" ", "")


def test_a_slip_says_what_is_wrong_by_when_and_how_the_recheck_went(house, sheet):
    before = said(house, "BH-2026-000001")
    for words in (
        *("不合格单", "客服部", "林晓岚", "擅自离岗40分钟", "巡查时擅自离岗40分钟"),
        *("2026-11-26星期四", "RJ-2026-000001", "签发（经理）"),
    ):
        assert words in before, words
    (serious,) = [row for row in house.held(sheet)["rows"] if row["kind"] == "other"]

    again = house.row(finding="已按时在岗", rechecks=serious["rowId"], right=True)
    house.write(again, by=Role.MANAGER, rating="good", period="weekly")

    assert "已改好（ZJ-2026-000001" in said(house, "BH-2026-000001")


def test_a_fault_report_says_who_was_found_at_fault_twice_and_in_what(house):
    first, second = house.row(), house.row(finding="工牌还是没戴")
    house.write(first, day=TODAY - timedelta(days=3))
    house.write(second)
    both = [first["rowId"], second["rowId"]]
    house.push(Role.SUPERVISOR, "fault", house.id_of(), rows=both, personId=str(house.beat.steward.id))

    words = said(house, "GC-2026-000001")

    for told in ("员工过错报告单", "林晓岚", "2026-11-20", "工牌没戴", "2026-11-23", "工牌还是没戴", "RJ-2026-000002"):
        assert told in words, told


def test_slips_and_reports_are_lines_of_a_months_workbook(house, sheet):
    answered = house.phone(Role.MANAGER).browser.get("/api/v1/books/BH/2026-11.xlsx")

    (rows,) = [one.to_python() for one in sheets_of(answered.data)]
    assert rows[1][0] == "BH-2026-000001"
    assert {"RJ-2026-000001", "客服部", "林晓岚", "2026-11-26"} <= set(rows[1])


def sheets_of(data):
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [book.get_sheet_by_name(name) for name in book.sheet_names]


def test_a_check_sheet_is_printed_for_overseers_of_its_estate_alone(house, sheet, app, session):
    path = f"/api/v1/checks/{sheet}.pdf"
    neighbour = make.person(session, make.estate(session, name="邻里"), role=Role.MANAGER)

    assert app.test_client().get(path).status_code == 401
    assert house.beat.phone.browser.get(path).status_code == 403
    assert make.browser(app, neighbour).get(path).status_code == 404


def test_paper_has_every_word_in_every_language():
    words = [read_words(WORDS, language).words for language in LANGUAGES]

    assert all(words[0].keys() == other.keys() for other in words)
    assert all(text for one in words for text in one.values())
