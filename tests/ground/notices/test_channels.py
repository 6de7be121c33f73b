"""The estate's channels over HTTP."""

import pytest

from tests import make
from webapp.core.actor import Role

ROBOT = {
    "name": "值班群",
    "url": "wecombot://secret-of-the-robot",
    "language": "zh-Hans",
    "urgentOnly": False,
    "quietFrom": "22:00",
    "quietTo": "07:00",
    "active": True,
}
CHANNELS = "/api/v1/notices/channels"


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def office(app, session, estate):
    return make.browser(app, make.person(session, estate, role=Role.OFFICE_MANAGER))


def add(office, **fields):
    return office.post(CHANNELS, json={**ROBOT, **fields})


def test_a_channel_is_kept_and_its_secret_never_told(office):
    made = add(office)

    assert made.status_code == 201
    assert made.get_json()["service"] == "wecombot"
    listed = office.get(CHANNELS)
    assert [one["name"] for one in listed.get_json()] == ["值班群"]
    assert "secret-of-the-robot" not in listed.get_data(as_text=True)


def test_a_change_without_an_address_keeps_the_one_there_is(office):
    made = add(office).get_json()

    changed = office.open("PUT", f"{CHANNELS}/{made['id']}", json={**ROBOT, "url": "", "urgentOnly": True})

    assert changed.status_code == 200
    assert (changed.get_json()["service"], changed.get_json()["urgentOnly"]) == ("wecombot", True)


@pytest.mark.parametrize("url", ["json://10.0.0.1/", "file:///etc/passwd", "nonsense", "xml://intranet/"])
def test_an_address_that_would_make_this_server_call_anything_is_refused(office, url):
    answered = add(office, url=url)

    assert (answered.status_code, answered.get_json()["code"]) == (422, "notices.scheme_unknown")


def test_quiet_hours_have_two_ends(office):
    assert add(office, quietTo=None).get_json()["code"] == "core.bad_shape"


def test_a_trial_goes_to_the_one_channel(office):
    made = add(office, url="mailto://nobody:x@127.0.0.1:9").get_json()
    add(office, name="别的群")

    assert office.post(f"{CHANNELS}/{made['id']}/try").status_code == 202

    (trial,) = office.get("/api/v1/notices/deliveries").get_json()
    assert (trial["channel"], trial["words"]["zh-Hans"]["title"]) == ("值班群", "通知测试")


def test_strangers_stewards_and_neighbours_have_no_part_in_it(app, session, client, estate, office):
    made = add(office).get_json()
    steward = make.browser(app, make.person(session, estate))
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.OFFICE_MANAGER))

    for path in (CHANNELS, "/api/v1/notices/deliveries"):
        assert client.get(path).status_code == 401
        assert steward.get(path).status_code == 403
        assert neighbour.get(path).get_json() == []
    assert neighbour.open("PUT", f"{CHANNELS}/{made['id']}", json=ROBOT).status_code == 404
    assert neighbour.post(f"{CHANNELS}/{made['id']}/try").status_code == 404
