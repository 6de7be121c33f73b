"""A check sheet as PDF: what it says, in whose language, and to whom."""

import pytest

from tests import make
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
