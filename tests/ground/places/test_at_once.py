"""Two who set up the same estate in the same moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests import make
from webapp.core.actor import Role

PLACES = "/api/v1/places"


@pytest.fixture
def both(app, session, estate, admin):
    return [admin, make.browser(app, make.person(session, estate, role=Role.MANAGER))]


def at_once(both, act):
    with ThreadPoolExecutor(len(both)) as pool:
        return sorted(answer.status_code for answer in pool.map(act, both))


def test_a_name_is_given_once(both, admin):
    body = {"type": "recreation", "name": "游泳池"}

    assert at_once(both, lambda browser: browser.post(PLACES, json=body)) == [201, 409]
    assert len(admin.get(PLACES).get_json()) == 1


def test_a_route_is_changed_by_one_of_them(session, estate, both, admin):
    make.route(session, estate, name="外围")
    (stands,) = admin.get(f"{PLACES}/routes").get_json()
    body = {key: stands[key] for key in ("stewardId", "placeIds", "frequencies", "active", "version")}

    def rename(browser):
        name = f"外围 {browser.me['id'][-4:]}"
        return browser.open("PUT", f"{PLACES}/routes/{stands['id']}", json={**body, "name": name})

    assert at_once(both, rename) == [200, 409]


def test_a_proposal_is_made_once(session, estate, both, admin):
    stairs = make.stairwell(session, make.building(session, estate))
    make.unit(session, stairs)
    keys = [f"lift:{stairs.id}"]

    confirmed = at_once(both, lambda browser: browser.post(f"{PLACES}/proposals/confirm", json={"keys": keys}))

    assert confirmed == [200, 409]
    assert len(admin.get(PLACES).get_json()) == 1
