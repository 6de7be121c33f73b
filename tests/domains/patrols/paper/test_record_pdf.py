"""A page of the patrol book as PDF: what it says, in whose language, and to whom."""

from datetime import timedelta
from uuid import UUID

import pytest
import zxingcpp
from pypdfium2 import PdfDocument
from sqlalchemy import select

from tests import make
from tests.domains.conftest import NOW
from tests.make.patrols import checklist
from webapp.core.actor import Duty, Role
from webapp.domains.patrols.models import PatrolRecord
from webapp.domains.patrols.paper.sheet import WORDS
from webapp.domains.patrols.rules.codes import DOUBTS, LACKS
from webapp.ground.logbook.proof import broken, proof_of
from webapp.ground.paper import LANGUAGES, read_words
from webapp.ground.places.rules import PlaceType

MINUTE = timedelta(minutes=1)


@pytest.fixture
def walked(session, beat):
    """A round of two places: one with a finding and a photo that came, one late in the day with one that did not."""
    photo = make.send_picture(beat.phone.browser)
    found = make.finding_body(beat.places[0], NOW - 20 * MINUTE)
    off = make.answer("ST-09", "abnormal", choice="piled", note="纸箱 2 个、自行车 1 辆", findingId=found["findingId"])
    absent = make.answer("ST-08", "na", reason="本层没有装")
    first = make.visit_body(
        beat.places[0],
        NOW - 20 * MINUTE,
        beat.route,
        answers=make.answers(off, absent),
        observation="地面有水，已告知保洁",
        photos=[make.visit_photo(NOW - 20 * MINUTE, sha256=photo, item="ST-09")],
    )
    second = make.visit_body(beat.places[1], NOW - 10 * MINUTE, beat.route, photos=[make.visit_photo(NOW)])
    beat.phone.visit(first)
    beat.phone.report(found)
    beat.phone.visit(second)
    session.rollback()
    return session.scalars(select(PatrolRecord)).one()


@pytest.fixture
def supervisor(app, session, beat):
    return make.browser(app, make.person(session, beat.estate, role=Role.SUPERVISOR))


def path(record_id):
    return f"/api/v1/patrols/records/{record_id}.pdf"


def test_a_record_is_printed_place_by_place_with_its_findings_by_number(walked, supervisor, beat):
    answered = supervisor.get(path(walked.id))

    said = make.printed(answered.data)
    assert (answered.status_code, answered.mimetype) == (200, "application/pdf")
    assert answered.headers["Content-Disposition"] == f'inline; filename="{walked.serial}.pdf"'
    for words in (
        "巡查记录表",
        walked.serial,
        beat.estate.name,
        "第 2 轮 14:00—17:30",
        "2026-11-23 星期一",
        "林晓岚",
        "已巡 2 处",
        "3 栋 2 单元 9 层 楼梯间",
        "灯全亮",
        "纸箱 2 个、自行车 1 辆",
        "本层没有装",
        "地面有水，已告知保洁",
        "WT-2026-000001",
        "照片未到",
        "登记簿第 1、3 号",
        "标签被撕",
    ):
        assert words.replace(" ", "") in said.replace(" ", "").replace("\r\n", ""), words


def test_pat_m1_a_broken_meter_is_listed_in_the_record(session, beat, supervisor):
    meters = make.place(session, beat.estate, name="3 栋 水表间", type=PlaceType.METERS)
    found = make.finding_body(meters, NOW, checklist=checklist("meters"), item="MT-01", choice="damaged")
    broken_one = make.answer("MT-01", "abnormal", choice="damaged", note="902 水表玻璃碎", findingId=found["findingId"])
    items = [broken_one, *(make.answer(f"MT-0{number}") for number in (2, 3, 4))]
    beat.phone.visit(make.visit_body(meters, NOW, checklist=checklist("meters"), answers=items))
    beat.phone.report(found)
    record = session.scalars(select(PatrolRecord)).one()

    said = make.printed(supervisor.get(path(record.id)).data).replace("\r\n", "")

    for words in ("水表", "902 水表玻璃碎", "WT-2026-000001"):
        assert words.replace(" ", "") in said.replace(" ", ""), words


def test_its_code_leads_to_the_check_page_with_the_hash_of_its_entries(session, walked, supervisor):
    document = PdfDocument(supervisor.get(path(walked.id)).data)
    (code,) = zxingcpp.read_barcodes(document[0].render(scale=200 / 72).to_pil())
    document.close()

    proved = proof_of(session, walked.estate_id, [1, 3])
    assert code.text == f"HTTPS://ROUNDS.CN/CHECK/{walked.serial}/{proved.hash[:16].upper()}"
    assert broken(session, walked.estate_id, [1, 3]) == []


@pytest.mark.parametrize(("language", "words"), [("zh-Hant", "巡查記錄表"), ("en", "Patrol record")])
def test_a_record_speaks_the_language_of_its_estate(session, walked, supervisor, beat, language, words):
    beat.estate.settings = {"ui_locale": language}
    session.merge(beat.estate)
    session.commit()

    assert words in make.printed(supervisor.get(path(walked.id)).data)


def test_overseers_the_archivist_and_who_made_it_may_print_it(app, session, walked, beat):
    estate = beat.estate
    archivist = make.person(session, estate, role=Role.FRONT_DESK, duties=[Duty.ARCHIVIST])

    assert make.browser(app, archivist).get(path(walked.id)).status_code == 200
    assert beat.phone.browser.get(path(walked.id)).status_code == 200


def test_nobody_else_may(app, session, walked, beat):
    other = make.browser(app, make.person(session, beat.estate, role=Role.STEWARD))
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.MANAGER))

    assert app.test_client().get(path(walked.id)).status_code == 401
    assert other.get(path(walked.id)).get_json()["code"] == "core.not_allowed"
    assert neighbour.get(path(walked.id)).status_code == 404
    assert beat.phone.browser.get(path(UUID(int=7))).status_code == 404


def test_who_signed_stands_in_the_boxes_and_a_void_page_is_stamped(app, session, beat, walked, supervisor):
    finish = make.finish_body(beat.route, NOW, unvisited={beat.places[2].id: "电梯检修"})
    ended = beat.phone.item("patrols.finish", finish, saved_at=NOW, about=finish["recordId"])
    desk = make.PatrolPhone(supervisor, beat.estate.id)
    void = {"recordId": finish["recordId"], "reason": "与纸表重复"}
    answers = [
        *beat.phone.push(ended),
        *desk.push(desk.item("patrols.void", void, saved_at=NOW, about=finish["recordId"])),
    ]
    assert [one["outcome"] for one in answers] == ["applied", "applied"]

    said = make.printed(supervisor.get(path(walked.id)).data).replace(" ", "").replace("\r\n", "")

    for words in (
        "已作废",
        "与纸表重复",
        "未巡1",
        "电梯检修",
        "3栋2单元7层楼梯间",
        "林晓岚2026-11-23",
        "登记簿第1、3—5号",
    ):
        assert words in said, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_remarked_has_words_on_paper(language):
    assert read_words(WORDS, language).words.keys() >= DOUBTS | LACKS
