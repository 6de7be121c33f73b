"""A head of the book that was sent out: one click says whether the book up to it is still what it was."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from tests import make
from tests.domains.conftest import NOW
from webapp.core.actor import Duty, Role
from webapp.core.db import unit_of_work
from webapp.core.ids import new_id
from webapp.ground.logbook.heads import begin_epoch
from webapp.ground.logbook.models import DailyHead
from webapp.ground.logbook.purge import purge, survey
from webapp.ground.notices.jobs import LOOK
from webapp.ground.notices.models import DeliveryState, Notice, NoticeChannel, NoticeDelivery


@pytest.fixture
def archivist(app, session, beat):
    """Two visits on Monday, one on Tuesday: the head of Monday is entry 2."""
    for minutes in (9, 5):
        beat.phone.visit(make.visit_body(beat.places[0], NOW - timedelta(minutes=minutes), beat.route))
    return make.browser(app, make.person(session, beat.estate, role=Role.FRONT_DESK, duties=[Duty.ARCHIVIST]))


@pytest.fixture
def head(session, beat, clock, archivist):
    """The hash of Monday's end."""
    clock.shift(timedelta(days=1))
    beat.phone.visit(make.visit_body(beat.places[1], NOW + timedelta(hours=23), beat.route))
    session.rollback()
    found = session.scalars(select(DailyHead)).one()
    return found.entry, found.hash


def asked(browser, hash_, entry=None):
    query = {"hash": hash_} | ({"entry": entry} if entry else {})
    answered = browser.get("/api/v1/heads/check", query_string=query)
    assert answered.status_code == 200, answered.get_json()
    return answered.get_json()


def forge(session, statement):
    session.rollback()
    session.execute(text(statement))
    session.commit()


def test_the_ends_of_days_are_listed_with_the_channels_they_went_out_by(session, beat, archivist, head):
    with unit_of_work() as writing:
        fields = {"language": "zh-Hans", "urgent_only": False, "active": True, "made_at": NOW}
        way = NoticeChannel(estate_id=beat.estate.id, id=new_id(), url="json://127.0.0.1:9/", name="群", **fields)
        writing.add(way)
    (listed,) = archivist.get("/api/v1/heads").get_json()
    assert listed == {"day": "2026-11-23", "entry": 2, "hash": head[1], "channels": []}

    LOOK.act()
    session.rollback()
    said = session.scalars(select(Notice).where(Notice.kind == "notices.day_end")).one()
    session.query(NoticeDelivery).filter_by(notice_id=said.id).one().state = DeliveryState.SENT
    session.commit()

    assert archivist.get("/api/v1/heads").get_json()[0]["channels"] == ["群"]
    assert f"https://rounds.cn/heads/2/{head[1]}" in said.words["zh-Hans"]["line"]


def test_a_head_whose_book_is_as_it_was_is_intact_and_found_by_its_hash_alone(archivist, head):
    entry, hash_ = head
    whole = {"entry": 2, "hash": hash_, "state": "intact", "intact": 2, "purged": 0, "broken": [], "restoredAt": None}

    assert asked(archivist, hash_, entry) == asked(archivist, hash_.upper()) == whole


def test_a_changed_entry_below_the_head_is_told_and_one_after_it_is_not_its_concern(session, archivist, head):
    entry, hash_ = head
    forge(session, "UPDATE logbook_contents SET content = replace(content, '林晓岚', '别人') WHERE number = 3")
    assert asked(archivist, hash_, entry)["state"] == "intact"

    forge(session, "UPDATE logbook_contents SET content = replace(content, '林晓岚', '别人') WHERE number = 1")

    told = asked(archivist, hash_, entry)
    assert (told["state"], told["intact"], told["broken"]) == ("broken", 1, [{"entry": 1, "field": "contentHash"}])


def test_a_book_that_was_written_anew_differs_from_what_was_sent(session, archivist, head):
    entry, hash_ = head
    forge(session, f"UPDATE logbook_entries SET hash = '{'1' * 64}' WHERE number = 2")

    assert asked(archivist, hash_, entry)["state"] == "differs"
    assert asked(archivist, hash_)["state"] == "unknown"


def test_a_book_that_was_cut_off_is_missing_what_was_sent(session, archivist, head):
    forge(session, "DELETE FROM logbook_entries WHERE number > 1")

    assert asked(archivist, head[1], head[0])["state"] == "missing"


def test_an_entry_taken_out_of_the_middle_is_told(session, archivist, head):
    forge(session, "DELETE FROM logbook_entries WHERE number = 1")

    told = asked(archivist, head[1], head[0])
    assert (told["state"], told["broken"][0]) == ("broken", {"entry": 2, "field": "entry"})


def test_what_was_lawfully_destroyed_is_no_difference_and_what_is_merely_gone_is(app, session, beat, archivist, head):
    kinds = app.extensions["rounds.push_kinds"]
    found = survey(session, beat.estate.id, [(1, 1)], kinds)
    with unit_of_work() as writing:
        purge(writing, found, kinds, rule="PAT-R11", by=beat.steward.id, now=NOW + timedelta(days=800))
    told = asked(archivist, head[1], head[0])
    assert (told["state"], told["intact"], told["purged"]) == ("intact", 1, 1)

    forge(session, "DELETE FROM logbook_contents WHERE number = 2")

    assert asked(archivist, head[1], head[0])["broken"] == [{"entry": 2, "field": "content"}]


def test_it_is_told_when_a_backup_was_put_back(session, archivist, head):
    with unit_of_work() as writing:
        begin_epoch(writing, NOW + timedelta(days=2))

    assert asked(archivist, "0" * 64, 9)["restoredAt"]


def test_only_managers_and_the_archivist_ask_and_only_of_their_own_book(app, session, beat, archivist, head):
    estate, path = make.estate(session), f"/api/v1/heads/check?hash={head[1]}"
    neighbour = make.browser(app, make.person(session, estate, role=Role.MANAGER))
    manager = make.browser(app, make.person(session, beat.estate, role=Role.MANAGER))

    for door in ("/api/v1/heads", path):
        assert app.test_client().get(door).status_code == 401
        assert beat.phone.browser.get(door).status_code == 403
        assert manager.get(door).status_code == 200
    assert neighbour.get("/api/v1/heads").get_json() == []
    assert asked(neighbour, head[1])["state"] == "unknown"
    assert archivist.get("/api/v1/heads/check?hash=zz").status_code == 422
