"""The doors of routes."""

from typing import Any

import pytest

from tests import make
from webapp.core.ids import new_id
from webapp.ground.places.models import Route
from webapp.ground.places.routes.placing import put_after
from webapp.ground.places.rules import PlaceType

ROUTES = "/api/v1/places/routes"


@pytest.fixture
def places(session, estate):
    return [make.place(session, estate, name=f"{n} 号岗亭", type=PlaceType.SURROUNDINGS) for n in (1, 2, 3)]


@pytest.fixture
def route(session, estate, places):
    return make.route(session, estate, *places, name="外围")


def ids(places):
    return [str(place.id) for place in places]


def read(admin, route):
    (found,) = [one for one in admin.get(ROUTES).get_json() if one["id"] == str(route.id)]
    return found


def change(browser, route, told, **different):
    body = {key: told[key] for key in ("name", "stewardId", "placeIds", "frequencies", "active", "version")}
    return browser.open("PUT", f"{ROUTES}/{route.id}", json={**body, **different})


def test_routes_are_told_by_name_as_people_count_with_their_places_in_order(session, estate, places, admin):
    steward = make.person(session, estate, name="陈志强")
    make.route(session, estate, name="10 栋楼内")
    second = make.route(session, estate, *reversed(places), name="2 栋楼内", steward_id=steward.id)

    first, _ = answered = admin.get(ROUTES).get_json()

    assert [route["name"] for route in answered] == ["2 栋楼内", "10 栋楼内"]
    assert first == {
        "id": str(second.id),
        "name": "2 栋楼内",
        "stewardId": str(steward.id),
        "stewardName": "陈志强",
        "active": True,
        "placeIds": ids(reversed(places)),
        "frequencies": {},
        "version": first["version"],
    }


def test_a_route_is_made_and_phones_learn_it(session, estate, places, admin, told):
    steward = make.person(session, estate)
    body = {"name": " 外围  南区 ", "stewardId": str(steward.id), "placeIds": ids(places)}

    answer = admin.post(ROUTES, json=body)

    assert answer.status_code == 201, answer.get_json()
    made = answer.get_json()
    assert (made["name"], made["stewardId"], made["placeIds"]) == ("外围 南区", str(steward.id), ids(places))
    assert told() == [("places.route", made["id"])]


def test_a_place_may_be_due_once_a_day_or_once_a_week(session, estate, route, places, admin, told):
    stands = read(admin, route)
    often = {str(places[0].id): "daily", str(places[1].id): "every_round", str(places[2].id): "weekly"}

    answer = change(admin, route, stands, frequencies=often)

    kept = {str(places[0].id): "daily", str(places[2].id): "weekly"}
    assert answer.get_json()["frequencies"] == kept
    assert answer.get_json()["version"] != stands["version"]
    phone = make.PatrolPhone(make.browser(admin.client.application, make.person(session, estate)), estate.id)
    assert phone.pull("places.route")[str(route.id)]["frequencies"] == kept


def test_a_page_of_before_that_knows_no_frequencies_leaves_them_as_they_are(admin, route, places):
    change(admin, route, read(admin, route), frequencies={str(places[0].id): "daily", str(places[1].id): "weekly"})
    body = read(admin, route)
    of_before = {key: body[key] for key in ("name", "stewardId", "active", "version")}

    answer = admin.open("PUT", f"{ROUTES}/{route.id}", json={**of_before, "placeIds": ids(places[1:])})

    assert (answer.status_code, answer.get_json()["frequencies"]) == (200, {str(places[1].id): "weekly"})


def test_a_place_put_beside_another_leaves_the_rest_as_often_visited_as_they_are(session, estate, route, places, admin):
    change(admin, route, read(admin, route), frequencies={str(places[0].id): "daily"})
    session.rollback()

    put_after(session, estate.id, make.place(session, estate, name="4 号岗亭").id, places[0].id)
    session.commit()

    assert read(admin, route)["frequencies"] == {str(places[0].id): "daily"}


def test_how_often_is_a_word_that_is_known(admin, route, places):
    answer = change(admin, route, read(admin, route), frequencies={str(places[0].id): "now and then"})

    assert answer.status_code == 422


def test_an_order_changed_is_the_order_walked(session, route, places, admin, told):
    stands = read(admin, route)

    answer = change(admin, route, stands, placeIds=ids(reversed(places)))

    assert answer.status_code == 200, answer.get_json()
    assert answer.get_json()["placeIds"] == ids(reversed(places))
    assert answer.get_json()["version"] != stands["version"]
    assert told() == [("places.route", str(route.id))]


def test_saving_a_route_unchanged_tells_phones_nothing(route, admin, told):
    assert change(admin, route, read(admin, route)).status_code == 200
    assert told() == []


def test_name_steward_and_use_are_changed_together(session, estate, route, admin):
    steward = make.person(session, estate)

    change(admin, route, read(admin, route), name="外围一圈", stewardId=str(steward.id), active=False)

    stands = read(admin, route)
    assert (stands["name"], stands["stewardId"], stands["active"]) == ("外围一圈", str(steward.id), False)


def test_two_hands_do_not_overwrite_each_other_silently(route, places, admin):
    stands = read(admin, route)
    change(admin, route, stands, placeIds=ids(reversed(places)))

    answer = change(admin, route, stands, placeIds=ids(places[:1]))

    assert (answer.status_code, answer.get_json()["code"]) == (409, "places.changed_meanwhile")
    assert read(admin, route)["placeIds"] == ids(reversed(places))


def test_a_place_switched_off_keeps_its_turn_and_cannot_be_put_on_another_route(session, estate, route, places, admin):
    places[1].active = False
    session.commit()
    other = make.route(session, estate)

    kept = change(admin, route, read(admin, route), name="外围一圈")
    refused = change(admin, other, read(admin, other), placeIds=[str(places[1].id)])

    assert kept.get_json()["placeIds"] == ids(places)
    assert (refused.get_json()["code"], refused.get_json()["params"]) == ("places.place_off", {"name": "2 号岗亭"})


@pytest.mark.parametrize(
    "wrong, status, code",
    [
        (lambda places: {"placeIds": [*ids(places), ids(places)[0]]}, 422, "places.place_twice"),
        (lambda places: {"placeIds": [str(new_id())]}, 422, "places.unknown_place"),
        (lambda places: {"stewardId": str(new_id())}, 422, "places.not_a_colleague"),
        (lambda places: {"name": "3 栋楼内"}, 409, "places.name_taken"),
        (lambda places: {"name": "  "}, 422, "core.bad_shape"),
    ],
)
def test_what_cannot_be_changes_nothing(session, estate, route, places, admin, wrong, status, code):
    make.route(session, estate, name="3 栋楼内")
    stands = read(admin, route)

    changed = change(admin, route, stands, **wrong(places))
    made = admin.post(ROUTES, json={"name": "新", "placeIds": [], **wrong(places)})

    assert (changed.status_code, changed.get_json()["code"]) == (status, code)
    assert (made.status_code, made.get_json()["code"]) == (status, code)
    assert read(admin, route) == stands
    assert len(admin.get(ROUTES).get_json()) == 2


def test_a_neighbours_colleague_and_place_are_not_this_estates(session, route, admin):
    other = make.estate(session)
    stands = read(admin, route)

    for wrong, code in (
        ({"stewardId": str(make.person(session, other).id)}, "places.not_a_colleague"),
        ({"placeIds": [str(make.place(session, other).id)]}, "places.unknown_place"),
    ):
        assert change(admin, route, stands, **wrong).get_json()["code"] == code


def test_a_steward_who_left_stays_until_another_is_named(session, estate, places, admin):
    left = make.person(session, estate, disabled_at=make.NOON)
    route = make.route(session, estate, *places, steward_id=left.id)

    kept = change(admin, route, read(admin, route), name="外围一圈")
    named = admin.post(ROUTES, json={"name": "新", "placeIds": [], "stewardId": str(left.id)})

    assert (kept.status_code, kept.get_json()["stewardId"]) == (200, str(left.id))
    assert named.get_json()["code"] == "places.not_a_colleague"


def test_the_proposed_order_goes_from_the_roof_down(session, estate, admin):
    stairs = make.stairwell(session, make.building(session, estate, name="3 栋"))
    lobby = make.place(session, estate, stairs=stairs, floor=1, type=PlaceType.LOBBY_CORRIDOR)
    low, high = (make.place(session, estate, stairs=stairs, floor=floor) for floor in (1, 2))
    roof = make.place(session, estate, stairs=stairs, type=PlaceType.ROOF_ESCAPE)
    route = make.route(session, estate, lobby, low, high, roof)

    answer = admin.get(f"{ROUTES}/{route.id}/proposal")

    assert answer.get_json() == {"placeIds": ids([roof, high, low, lobby])}
    assert read(admin, route)["placeIds"] == ids([lobby, low, high, roof])


def doors(route):
    whole: dict[str, Any] = {
        "name": "外围",
        "stewardId": None,
        "placeIds": [],
        "frequencies": {},
        "active": True,
        "version": "",
    }
    return [
        ("GET", ROUTES, None),
        ("POST", ROUTES, {"name": "新", "placeIds": []}),
        ("PUT", f"{ROUTES}/{route.id}", whole),
        ("GET", f"{ROUTES}/{route.id}/proposal", None),
    ]


def test_a_stranger_is_asked_to_sign_in(route, client):
    for method, path, body in doors(route):
        assert client.open(path, method=method, json=body).status_code == 401


def test_a_steward_may_not(route, steward):
    for method, path, body in doors(route):
        assert steward.open(method, path, json=body).status_code == 403


def test_a_neighbour_finds_nothing(session, route, neighbour):
    assert neighbour.get(ROUTES).get_json() == []
    for method, path, body in doors(route)[2:]:
        assert neighbour.open(method, path, json=body).status_code == 404
    session.expire_all()
    assert session.get_one(Route, (route.estate_id, route.id)).name == "外围"
