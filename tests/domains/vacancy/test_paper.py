"""A check as PDF: the unit and its key, each item as it was found, how the valves were left, what is remarked."""

from typing import get_args

import pytest

from tests import make
from tests.domains.vacancy.conftest import ON_ONE_STORE
from webapp.domains.vacancy.paper.sheet import WORDS
from webapp.domains.vacancy.rules.care import TASKS
from webapp.domains.vacancy.rules.codes import REMARKS
from webapp.domains.vacancy.rules.planning import STEPS, PlanState
from webapp.domains.vacancy.sheets.telling import WORDS as SHEETS
from webapp.ground.paper import LANGUAGES, read_words
from webapp.ground.places.rules import UnitStatus


def printed(vacant, serial, who="supervisor"):
    answered = vacant.phone(who).browser.get(f"/api/v1/books/{serial}.pdf")
    assert answered.status_code == 200, answered.get_json()
    return make.printed(answered.data).replace("\r\n", "").replace("\n", "").replace(" ", "")


@ON_ONE_STORE
def test_vac_r06_every_visit_is_a_page_of_the_book_that_can_be_printed(vacant):
    vacant.lend()
    photo = make.send_picture(vacant.phone("visitor").browser)
    found = make.answer(
        "VU-01", "abnormal", choice="shuts_badly", note="阀芯老化", findingId=make.example("findings.report")["about"]
    )
    reason = {"valve": "water", "reason": "已报修", "dueOn": "2026-11-25"}
    serial = vacant.check(
        answers=make.check_answers(found),
        valves={"water": "open", "power": "shut", "gas": "shut"},
        openValves=[reason],
        observation="厨房柜门已扶正",
        care=["SE-04"],
        photos=[make.visit_photo(vacant.now, sha256=photo)],
    )["serial"]

    said = printed(vacant, serial)

    for words in (
        *("空置房检查记录", serial, "3栋2单元1501", "有借用登记", "12.5", "10分钟"),
        *("水阀未关（已报修，2026-11-25前关好）、电闸已断、气阀已关", "VU-01水阀关闭", "关不严、阀芯老化"),
        *("电闸已断", "厨房柜门已扶正", "防潮", "visitor"),
    ):
        assert words in said, words


@ON_ONE_STORE
def test_what_is_remarked_stands_on_the_paper_in_words(vacant):
    serial = vacant.check(windowsClosed=False)["serial"]

    said = printed(vacant, serial)

    assert "检查人当时没有借这套房的钥匙；离开时窗户没关好" in said
    assert "没有借用登记" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_has_a_word_for_every_remark_in_every_language(language):
    words = read_words(WORDS, language).words

    assert REMARKS - words.keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_papers_have_a_word_for_every_task_act_state_and_status(language):
    words = read_words(SHEETS, language).words
    named = {*(task.id for task in TASKS), *(f"act.{step.act}" for step in STEPS), *UnitStatus}

    assert {*named, *(f"plan.{state}" for state in get_args(PlanState))} - words.keys() == set()
