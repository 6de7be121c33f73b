"""A problem sheet as PDF: what it says, in whose language, and to whom."""

from uuid import UUID

import pytest
from sqlalchemy import select

from tests import make
from tests.domains.conftest import NOW
from webapp.core.actor import Duty, Role
from webapp.domains.findings.models import Finding
from webapp.domains.findings.paper.sheet import WORDS
from webapp.domains.findings.rules.codes import REMARKS
from webapp.domains.findings.rules.states import Act, FindingState
from webapp.ground.paper import LANGUAGES, read_words


@pytest.fixture
def found(session, beat):
    """A passage blocked by bicycles, photographed, and still blocked an hour later."""
    photo = make.finding_photo(NOW, sha256=make.send_picture(beat.phone.browser))
    body = make.finding_body(beat.places[0], NOW, photos=[photo])
    beat.phone.report(body)
    seen = make.sighting_body(body["findingId"], NOW, note="还在原处")
    beat.phone.push(beat.phone.item("findings.sighting", seen, saved_at=NOW))
    session.rollback()
    return session.scalars(select(Finding)).one()


@pytest.fixture
def supervisor(app, session, beat):
    return make.browser(app, make.person(session, beat.estate, role=Role.SUPERVISOR))


def path(finding_id):
    return f"/api/v1/findings/{finding_id}.pdf"


def test_a_sheet_says_what_was_found_and_what_became_of_it(found, supervisor, beat):
    answered = supervisor.get(path(found.id))

    said = make.printed(answered.data).replace("\r\n", "").replace(" ", "")
    assert (answered.status_code, answered.mimetype) == (200, "application/pdf")
    for words in (
        "巡查问题处理表",
        found.serial,
        "3 栋 2 单元 9 层 楼梯间",
        "消防疏散通道",
        "堆放杂物",
        "防火门外",
        "纸箱 2 个、自行车 1 辆",
        "2026-11-23 15:38",
        "林晓岚",
        "紧急",
        "902",
        "没有或看不到",
        "已上报",
        "处理前",
        "复查：仍存在",
        "还在原处",
        "验证人",
        "登记簿第 1—2 号",
    ):
        assert words.replace(" ", "") in said, words


def test_a_closed_sheet_tells_its_whole_course_and_who_signed(crew, supervisor):
    finding_id = crew.verified()
    for who in ("steward", "engineer"):
        crew.act(who, "sign", finding_id, seen=crew.seen(finding_id))

    said = make.printed(supervisor.get(path(finding_id)).data).replace("\r\n", "").replace(" ", "")

    order = ("派工WX", "接单", "完成处理", "现场验证", "签字")
    course = said[said.index("处理经过") :].replace("supervisor", "")
    assert [course.index(words[:2]) for words in order] == sorted(course.index(words[:2]) for words in order)
    for words in (
        "已关闭",
        "派工单号WX-2026-000001",
        "合格；扫码验证",
        "处理后",
        "engineer2026-11-23",
        "登记簿第1—7号",
    ):
        assert words in said, words


def test_what_was_ordered_rectified_says_its_number_and_by_which_day(crew, supervisor):
    finding_id = crew.report()
    crew.act("supervisor", "order", finding_id, dept="engineering", dueOn="2026-11-25")

    said = make.printed(supervisor.get(path(finding_id)).data).replace("\r\n", "").replace(" ", "")

    assert "整改单号ZG-2026-000001" in said
    assert "整改期限2026-11-25" in said
    assert "派工单号" not in said


def test_overseers_the_archivist_and_who_found_it_may_print_it(app, session, found, beat, supervisor):
    archivist = make.person(session, beat.estate, role=Role.FRONT_DESK, duties=[Duty.ARCHIVIST])

    for browser in (supervisor, make.browser(app, archivist), beat.phone.browser):
        assert browser.get(path(found.id)).status_code == 200


def test_nobody_else_may(app, session, found, beat):
    other = make.browser(app, make.person(session, beat.estate, role=Role.FINANCE))
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.MANAGER))

    assert app.test_client().get(path(found.id)).status_code == 401
    assert other.get(path(found.id)).get_json()["code"] == "core.not_allowed"
    assert neighbour.get(path(found.id)).status_code == 404
    assert beat.phone.browser.get(path(UUID(int=7))).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_and_remark_has_words_on_paper(language):
    words = read_words(WORDS, language).words

    assert words.keys() >= set(REMARKS)
    assert all(words[f"state.{state}"] for state in FindingState)
    assert all(words[f"act.{act}"] for act in Act)
