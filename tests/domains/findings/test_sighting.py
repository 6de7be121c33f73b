"""An open finding that a later visit sees again is no second finding: it stands in the history of the first."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests import make
from tests.domains.conftest import NOW
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.domains.findings.models import Finding, FindingSighting
from webapp.domains.findings.rules.sighting import Outcome

FOUND = NOW - timedelta(minutes=2)
SEEN = NOW + timedelta(hours=20)


@pytest.fixture
def finding_id(beat, clock):
    """A finding reported yesterday; today its finder stands before it again."""
    body = make.finding_body(beat.places[0], FOUND)
    assert beat.phone.report(body)["outcome"] == "applied"
    clock.move_to(SEEN + timedelta(minutes=3))
    return body["findingId"]


def saw(phone, finding_id, at=SEEN, **fields):
    body = make.sighting_body(finding_id, at, **fields)
    (answered,) = phone.push(phone.item("findings.sighting", body, saved_at=at))
    return answered


def sightings(session):
    session.rollback()
    return session.scalars(select(FindingSighting).order_by(FindingSighting.seen_at)).all()


def test_still_there_is_a_line_in_the_history_and_no_second_finding(beat, session, finding_id):
    visit_id = str(new_id())

    assert saw(beat.phone, finding_id, visit_id=visit_id)["outcome"] == "applied"

    (seen,) = sightings(session)
    assert (str(seen.finding_id), str(seen.origin_id), seen.outcome) == (finding_id, visit_id, Outcome.STILL_THERE)
    assert (seen.seen_at, seen.by_name, seen.remarks) == (SEEN, "林晓岚", [])
    assert session.scalar(select(func.count()).select_from(Finding)) == 1


def test_a_sighting_stands_on_no_page_and_gets_no_number(beat, finding_id):
    assert saw(beat.phone, finding_id)["serial"] is None


def test_what_was_seen_gone_is_told_and_stays_open_until_its_repair_is_verified(beat, finding_id):
    saw(beat.phone, finding_id)
    saw(beat.phone, finding_id, at=SEEN + timedelta(minutes=1), outcome="gone")

    held = beat.phone.pull("findings.finding")[finding_id]

    assert held["state"] == "reported"
    assert held["timesSeen"] == 2
    assert (held["lastSeen"]["outcome"], held["lastSeen"]["byName"]) == ("gone", "林晓岚")


def test_a_finding_nobody_saw_again_says_so(beat, finding_id):
    held = beat.phone.pull("findings.finding")[finding_id]

    assert (held["timesSeen"], held["lastSeen"], held["details"]["unit"]) == (0, None, "902")


def test_a_sighting_of_what_nobody_knows_is_kept_with_a_remark(beat, session, finding_id):
    assert saw(beat.phone, str(new_id()))["outcome"] == "applied"

    (seen,) = sightings(session)
    assert seen.remarks == [{"code": "findings.unknown_finding", "params": {}}]


def test_a_neighbour_cannot_add_to_the_history_of_our_finding(beat, app, session, finding_id):
    estate = make.estate(session, name="邻居苑")
    neighbour = make.person(session, estate, role=Role.STEWARD)
    phone = make.PatrolPhone(make.browser(app, neighbour), estate.id)

    saw(phone, finding_id)

    assert beat.phone.pull("findings.finding")[finding_id]["timesSeen"] == 0
    assert phone.pull("findings.finding") == {}


def test_the_same_sighting_counts_once(beat, session, finding_id):
    body = make.sighting_body(finding_id, SEEN)
    items = [beat.phone.item("findings.sighting", body, saved_at=SEEN) for _ in range(2)]

    first, again = beat.phone.push(*items)

    assert (first["outcome"], again["outcome"]) == ("applied", "refused")
    assert again["code"] == "findings.sighting_repeated"
    (later,) = beat.phone.push(beat.phone.item("findings.sighting", body, saved_at=SEEN))
    assert later["code"] == "findings.sighting_repeated"
    assert len(sightings(session)) == 1


def test_an_item_about_another_finding_than_its_body_names_is_refused(beat, finding_id):
    body = make.sighting_body(finding_id, SEEN)

    (answered,) = beat.phone.push(beat.phone.item("findings.sighting", body, saved_at=SEEN, about=str(new_id())))

    assert answered["code"] == "core.bad_shape"
