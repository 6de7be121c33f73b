"""An emergency entry as PDF: by whose word, who was there, what was done and who was told."""

from datetime import timedelta

import pytest

from tests import make
from tests.domains.conftest import NOW
from tests.domains.emergencies.test_entry import Door
from webapp.core.actor import Role
from webapp.domains.emergencies.paper.sheet import WORDS
from webapp.domains.emergencies.rules.codes import CODES, LEFT_ALREADY, REPEATED, UNKNOWN
from webapp.ground.paper import LANGUAGES, read_words


@pytest.fixture
def door(app, session, beat):
    return Door(app, session, beat)


@pytest.fixture
def manager(app, door):
    return make.browser(app, door.manager)


def printed(browser, serial):
    answered = browser.get(f"/api/v1/books/{serial}.pdf")
    assert answered.status_code == 200, answered.get_json()
    return make.printed(answered.data).replace("\r\n", "").replace(" ", "")


def test_pat_n4_the_paper_says_by_whose_word_who_was_there_and_who_was_told(door, manager):
    photo = make.send_picture(door.beat.phone.browser)
    taken = {"sha256": photo, "takenAt": (NOW - timedelta(minutes=20)).isoformat(), "live": True}
    found = make.finding_body(door.beat.places[0], NOW)
    door.beat.phone.report(found)
    entry_id = door.enter(findingId=found["findingId"], photos=[taken])
    serial = door.answered["serial"]
    assert "还没登记离开" in printed(manager, serial)

    door.push("leave", entry_id)

    said = printed(manager, serial)
    body = make.example("emergencies.enter")["body"]
    for words in ("紧急进入记录", serial, body["unit"], "何经理", "WT-2026-000001", "业主周先生", "林晓岚"):
        assert words in said, words
    assert all(one["name"].replace(" ", "") in said for one in body["present"])


def test_what_an_entry_lacks_stands_on_its_paper(door, manager):
    door.enter(present=[{"personId": None, "name": "林晓岚"}], reason="")

    said = printed(manager, door.answered["serial"])

    assert "没写原因；在场不足两人" in said


def test_paper_has_every_word_and_every_remark_in_every_language():
    words = [read_words(WORDS, language).words for language in LANGUAGES]

    assert all(words[0].keys() == other.keys() for other in words)
    assert all(text for one in words for text in one.values())
    assert {*CODES} - {REPEATED, UNKNOWN, LEFT_ALREADY} - words[0].keys() == set()


def test_who_was_not_asked_cannot_print_it(door, app, session):
    door.enter()
    path = f"/api/v1/books/{door.answered['serial']}.pdf"
    neighbour = make.person(session, make.estate(session, name="邻里"), role=Role.MANAGER)

    assert door.beat.phone.browser.get(path).status_code == 403
    assert make.browser(app, neighbour).get(path).status_code == 404
