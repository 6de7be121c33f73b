"""The check page: whether a paper is what the book says, or said when it was printed."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from tests import make
from tests.domains.conftest import NOW
from webapp.core.actor import Role
from webapp.domains.patrols.models import PatrolRecord
from webapp.ground.logbook.proof import proof_of


@pytest.fixture
def printed(session, beat):
    """The serial of a record as it was printed, and the digits on the paper."""
    beat.phone.visit(make.visit_body(beat.places[0], NOW - timedelta(minutes=9), beat.route))
    session.rollback()
    return session.scalars(select(PatrolRecord.serial)).one(), proof_of(session, beat.estate.id, [1]).hash[:16].upper()


def asked(browser, printed):
    serial, hash_ = printed
    return browser.get(f"/api/v1/check/{serial}?hash={hash_}").get_json()


def test_a_paper_is_what_the_book_says_until_more_is_written(beat, printed):
    browser = beat.phone.browser
    told = asked(browser, printed)
    assert (told["state"], told["entries"], told["broken"]) == ("same", [1], [])

    beat.phone.visit(make.visit_body(beat.places[1], NOW - timedelta(minutes=5), beat.route))

    told = asked(browser, printed)
    assert (told["state"], told["newer"]) == ("older", [2])
    assert asked(browser, (printed[0].lower(), "0" * 16))["state"] == "differs"


def test_an_entry_that_was_tampered_with_is_told(session, beat, printed):
    session.execute(text("UPDATE logbook_contents SET content = replace(content, '林晓岚', '别人') WHERE number = 1"))
    session.commit()

    assert asked(beat.phone.browser, printed)["broken"] == [{"entry": 1, "field": "contentHash"}]


def test_only_people_of_the_estate_may_ask(app, session, beat, printed):
    path = f"/api/v1/check/{printed[0]}?hash={printed[1]}"
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.MANAGER))

    assert app.test_client().get(path).status_code == 401
    assert neighbour.get(path).status_code == 404
    assert beat.phone.browser.get("/api/v1/check/XC-2026-000009?hash=0123456789abcdef").status_code == 404
    assert beat.phone.browser.get(f"/api/v1/check/{printed[0]}?hash=zz").status_code == 422
