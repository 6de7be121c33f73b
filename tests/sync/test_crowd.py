"""When everybody calls at once: some are worked on, some wait, and whoever is one too many is told when to return."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from webapp.sync import views
from webapp.sync.crowd import RETURN_AFTER_SECONDS, Crowd
from webapp.sync.refusals import Busy


@pytest.fixture
def crowd(monkeypatch):
    """A server that carries out one call at a time and lets nobody wait."""
    small = Crowd(at_work=1, waiting=0)
    monkeypatch.setattr(views, "_crowd", small)
    return small


def test_who_finds_the_waiting_room_full_is_told_when_to_return(phone, place, crowd):
    visit = phone.visit(place)
    crowd.enter()

    answer = phone.send(visit)

    assert answer.status_code == 503
    assert answer.get_json()["code"] == "sync.busy"
    assert answer.headers["Retry-After"] == str(RETURN_AFTER_SECONDS)
    crowd.leave()
    assert phone.push(visit)["answers"][0]["outcome"] == "applied"


def test_a_pull_takes_its_turn_too(phone, crowd):
    crowd.enter()

    assert phone.browser.get("/api/v1/sync/pull").status_code == 503


def test_every_call_gives_its_turn_back_whatever_came_of_it(phone, place, crowd):
    for sent in ({"items": "none"}, {}, {"deviceId": str(place.id)}):
        phone.send(phone.visit(place), **sent)
    phone.browser.get("/api/v1/sync/pull", query_string={"limit": "many"})

    assert phone.push(phone.visit(place))["answers"][0]["outcome"] == "applied"


def test_who_waits_comes_in_when_another_leaves():
    crowd = Crowd(at_work=1, waiting=1)
    crowd.enter()
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(crowd.enter)
        with pytest.raises(TimeoutError):
            waiting.result(timeout=0.1)
        with pytest.raises(Busy):
            crowd.enter()

        crowd.leave()

        waiting.result(timeout=5)
