"""What the worker does for photos."""

from datetime import timedelta

import pytest
import time_machine

from tests import make
from tests.make.pictures import picture, sha256
from webapp.ground.photos.jobs import SWEEP
from webapp.ground.photos.models import Photo
from webapp.ground.photos.rules import Size
from webapp.ground.photos.service import sweep
from webapp.ground.photos.store import fetch, keep, key_of

LARGE = picture(width=2000, height=1500)


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def chen(app, session, estate):
    return make.browser(app, make.person(session, estate))


@pytest.fixture
def location(app):
    return app.extensions["rounds.settings"].photo_store


def work(app):
    """Do what is queued, as the consumer does."""
    queue = app.extensions["rounds.jobs"].queue
    done = 0
    while task := queue.dequeue():
        queue.execute(task)
        done += 1
    return done


def test_the_worker_makes_the_sizes_once_a_photo_has_come(app, estate, chen, location):
    for data in (LARGE, picture()):
        chen.with_token("PUT", f"/api/v1/photos/{sha256(data)}", data=data)
        chen.with_token("PUT", f"/api/v1/photos/{sha256(data)}", data=data)
    assert fetch(location, key_of(estate.id, sha256(LARGE), Size.THUMB)) is None
    assert work(app) == 2
    assert fetch(location, key_of(estate.id, sha256(LARGE), Size.THUMB))
    assert fetch(location, key_of(estate.id, sha256(LARGE), Size.SCREEN))
    assert fetch(location, key_of(estate.id, sha256(picture()), Size.SCREEN)) is None


def test_a_job_done_twice_or_too_late_changes_nothing(app, estate, chen, location):
    chen.with_token("PUT", f"/api/v1/photos/{sha256(LARGE)}", data=LARGE)
    jobs = app.extensions["rounds.jobs"]
    jobs.enqueue("photos.make_sizes", str(estate.id), sha256(LARGE))
    jobs.enqueue("photos.make_sizes", str(estate.id), "0" * 64)
    assert work(app) == 3
    assert fetch(location, key_of(estate.id, sha256(LARGE))) == LARGE


def test_a_photo_that_no_record_showed_for_a_hundred_days_is_swept(session, estate, location):
    unused, used, young = "a" * 64, "b" * 64, "c" * 64
    for name, age in ((unused, 100), (used, 100), (young, 99)):
        received_at = make.NOON - timedelta(days=age, seconds=1)
        make.photo(session, estate, name, received_at=received_at)
        keep(location, key_of(estate.id, name), b"bytes")
    make.photo_use(session, estate, used)
    assert sweep(location, now=make.NOON) == 1
    assert fetch(location, key_of(estate.id, unused)) is None
    assert fetch(location, key_of(estate.id, used)) == fetch(location, key_of(estate.id, young)) == b"bytes"


def test_the_daily_sweep_sweeps_until_nothing_is_left(session, estate):
    make.photo(session, estate, "a" * 64, received_at=make.NOON)
    with time_machine.travel(make.NOON + timedelta(days=101)):
        SWEEP.act()
    assert session.get(Photo, (estate.id, "a" * 64)) is None
