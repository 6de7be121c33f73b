"""The worker grades what came in, and grades anew when photos come or stay away."""

from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import select

from tests import make
from tests.domains.conftest import NOW
from tests.ground.photos.test_look import again
from tests.make.pictures import picture, sha256
from webapp.demo.picture import Scene, photo_of
from webapp.domains.patrols.evidence.jobs import GRADE_OVERDUE
from webapp.domains.patrols.evidence.models import PatrolGrade
from webapp.domains.patrols.models import PatrolVisit
from webapp.domains.patrols.rules.rounds import round_id
from webapp.domains.patrols.rules.tasks import task_of

SCANNED = NOW - timedelta(minutes=20)


def send(app, evidence, data):
    """Let a photo arrive, and the worker do what it queues."""
    sent = evidence.beat.phone.browser.with_token("PUT", f"/api/v1/photos/{sha256(data)}", data=data)
    assert sent.status_code in (200, 201)
    queue = app.extensions["rounds.jobs"].queue
    while task := queue.dequeue():
        queue.execute(task)


def test_a_sound_visit_has_no_row_and_a_doubtful_one_has_its_reasons(evidence):
    sound = evidence.visit(0)
    typed = evidence.visit(
        1, SCANNED + timedelta(minutes=2), shots=["ab" * 32], scan={"method": "typed", "reason": "破损"}
    )

    assert evidence.grades() == {typed: ["patrols.not_scanned"]}
    assert sound not in evidence.grades()


def test_drumming_and_photos_of_another_time_are_told(evidence, session):
    fast = [make.answer(one["item"], ms=180) for one in make.answers()]
    early = make.visit_photo(SCANNED - timedelta(hours=1))
    visit = evidence.visit(answers=fast, photos=[early])

    assert evidence.grades() == {visit: ["patrols.drumming", "patrols.photo_outside_visit"]}
    (remarks,) = session.scalars(select(PatrolVisit.remarks))
    assert {"code": "patrols.drumming", "params": {"ms": 180}} in remarks


def test_answers_that_were_not_timed_are_no_drumming(evidence):
    untimed = [make.answer(one["item"], ms=0) for one in make.answers()]
    evidence.visit(answers=untimed)

    assert evidence.grades() == {}


def test_of_two_visits_with_the_very_same_photo_the_later_one_is_doubted_whichever_comes_first(evidence):
    evidence.seq = 1
    later = evidence.visit(1, SCANNED + timedelta(minutes=5))
    assert evidence.grades() == {}

    evidence.seq = 0  # it was made before, and went another way
    evidence.visit(0, SCANNED)

    assert evidence.grades() == {later: ["patrols.photo_repeated"]}


def test_a_photo_of_a_finding_is_no_repeat_of_its_visit(evidence):
    visit = evidence.visit()
    finding = make.finding_body(evidence.beat.places[0], SCANNED)
    finding["origin"] = {"kind": "patrols.visit", "id": visit}
    finding["photos"] = [make.finding_photo(SCANNED, sha256="9f" * 32)]
    evidence.beat.phone.report(finding)

    assert evidence.grades() == {}


def test_the_same_picture_in_other_bytes_is_found_once_both_have_arrived(app, evidence):
    shot = photo_of(Scene(9), Random(5))
    sent_on = again(shot, scale=0.7)
    evidence.visit(0, SCANNED, shots=[sha256(shot)])
    later = evidence.visit(1, SCANNED + timedelta(minutes=5), shots=[sha256(sent_on)])
    send(app, evidence, sent_on)
    assert evidence.grades() == {}

    send(app, evidence, shot)

    assert evidence.grades() == {later: ["patrols.photo_alike"]}


def test_a_photo_awaited_for_more_than_a_week_lowers_the_grade_until_it_comes(app, evidence, clock):
    data = picture(seed=3)
    visit = evidence.visit(shots=[sha256(data)])
    assert evidence.grades() == {}

    clock.move_to(NOW + timedelta(days=7, minutes=1))
    GRADE_OVERDUE.act()
    assert evidence.grades() == {visit: ["patrols.photo_awaited"]}

    send(app, evidence, data)
    assert evidence.grades() == {}


def test_somebody_at_two_places_at_once_is_told_whatever_phone_it_was(app, session, evidence, beat, clock):
    other = make.PatrolPhone(make.browser(app, beat.steward), beat.estate.id)
    evidence.visit(0, SCANNED)
    quick = evidence.visit(1, SCANNED + timedelta(seconds=8), shots=["ab" * 32], phone=other)

    assert evidence.grades()[quick][0] == "patrols.pace"


def test_a_grade_keeps_the_moment_since_when_its_reasons_stand(evidence, session, clock):
    evidence.visit(scan={"method": "typed", "reason": "破损"})
    evidence.grades()
    clock.shift(timedelta(hours=1))
    evidence.visit(1, NOW, shots=["ab" * 32])
    evidence.grades()

    (row,) = session.scalars(select(PatrolGrade))
    assert row.changed_at == NOW


@pytest.fixture
def task(beat, session):
    """Every visit is asked for a live task; answers the one of the first place."""
    beat.estate.settings = {"live_task_percent": 100}
    session.commit()
    page = round_id(beat.estate.id, beat.route.id, NOW.date(), 2)
    return task_of(page, beat.places[0].id, "stairwell", 100)


def test_a_live_task_that_was_done_leaves_the_evidence_solid(evidence, task):
    evidence.visit(photos=[{**make.visit_photo(SCANNED), "task": task}], v=2)

    assert evidence.grades() == {}


def test_a_live_task_that_was_not_done_is_remarked_and_doubted(evidence, task, session):
    visit = evidence.visit(photos=[{**make.visit_photo(SCANNED), "task": "another"}], v=2)

    assert evidence.grades() == {visit: ["patrols.task_missing"]}
    (remarks,) = session.scalars(select(PatrolVisit.remarks))
    assert remarks == [{"code": "patrols.task_missing", "params": {"task": task}}]


def test_an_app_that_knew_no_tasks_owes_none(evidence, task):
    evidence.visit(v=1)

    assert evidence.grades() == {}
