"""The doors of places: made by hand, one or many; renamed and switched off, never deleted."""

import pytest

from tests import make
from webapp.core.ids import new_id
from webapp.ground.places.rules import PlaceType

PLACES = "/api/v1/places"
POOL = {"type": "recreation", "name": "游泳池"}


def create(browser, **fields):
    return browser.post(PLACES, json={**POOL, **fields})


def many(browser, *names):
    return browser.post(f"{PLACES}/many", json={"type": "surroundings", "names": [*names]})


def names(browser):
    return [place["name"] for place in browser.get(PLACES).get_json()]


def walked(browser):
    called = {place["id"]: place["name"] for place in browser.get(PLACES).get_json()}
    return {
        route["name"]: [called[one] for one in route["placeIds"]]
        for route in browser.get("/api/v1/places/routes").get_json()
    }


@pytest.fixture
def stairs(session, estate):
    return make.stairwell(session, make.building(session, estate, name="3 栋"), name="2 单元")


def test_a_place_outside_goes_on_the_route_of_the_grounds(admin, told):
    answer = create(admin, name=" 游泳池  北侧 ")

    assert answer.status_code == 201, answer.get_json()
    made = answer.get_json()
    assert made == {
        "id": made["id"],
        "type": "recreation",
        "name": "游泳池 北侧",
        "buildingId": None,
        "stairwellId": None,
        "floor": None,
        "active": True,
        "routes": made["routes"],
    }
    assert walked(admin) == {"外围": ["游泳池 北侧"]}
    assert told() == [("places.place", made["id"]), ("places.route", made["routes"][0])]


def test_a_place_in_a_building_goes_on_the_route_of_the_building(session, estate, stairs, admin):
    top, low = (make.place(session, estate, stairs=stairs, floor=floor, name=f"{floor} 层") for floor in (2, 1))
    make.route(session, estate, top, low, name="3 栋楼内")
    house = {"buildingId": str(stairs.building_id), "stairwellId": str(stairs.id)}

    create(admin, type="roof_escape", name="天台", **house)
    create(admin, type="parking", name="3 栋 车库", buildingId=str(stairs.building_id))

    assert walked(admin) == {"3 栋楼内": ["天台", "2 层", "1 层"], "外围": ["3 栋 车库"]}


def test_a_place_may_be_put_right_after_another(session, estate, admin):
    first, last = make.place(session, estate, name="东门"), make.place(session, estate, name="西门")
    make.route(session, estate, first, last, name="夜巡")

    answer = create(admin, after=str(first.id))

    assert answer.status_code == 201, answer.get_json()
    assert walked(admin) == {"夜巡": ["东门", "游泳池", "西门"]}


def test_after_a_place_that_nobody_walks_by_it_goes_where_it_belongs(session, estate, admin):
    create(admin, after=str(make.place(session, estate, name="东门").id))

    assert walked(admin) == {"外围": ["游泳池"]}


def test_a_pasted_list_becomes_places_in_its_order(admin):
    answer = many(admin, "东门", "", "  2 号岗亭 ", "西门", " ")

    assert answer.status_code == 201, answer.get_json()
    assert [place["name"] for place in answer.get_json()["places"]] == ["东门", "2 号岗亭", "西门"]
    assert walked(admin) == {"外围": ["东门", "2 号岗亭", "西门"]}


def test_more_places_outside_come_after_those_there_in_the_order_given(admin):
    many(admin, "东门")
    many(admin, "西门", "北门")

    assert walked(admin) == {"外围": ["东门", "西门", "北门"]}


def test_a_list_with_names_taken_makes_nothing_and_names_them_all(admin):
    create(admin)

    answer = many(admin, "东门", "游泳池", "西门", "西门")

    assert answer.status_code == 409
    assert answer.get_json()["code"] == "places.name_taken"
    assert answer.get_json()["params"] == {"names": ["游泳池", "西门"]}
    assert names(admin) == ["游泳池"]


@pytest.mark.parametrize(
    "wrong", [[], ["", " "], ["x" * 121], ["东门", None], "东门", ["东门"] * 501, {"names": "东门"}]
)
def test_a_list_of_no_shape_is_refused(admin, wrong):
    answer = admin.post(f"{PLACES}/many", json={"type": "surroundings", "names": wrong})

    assert (answer.status_code, answer.get_json()["code"]) == (422, "core.bad_shape")
    assert names(admin) == []


def test_a_place_is_renamed_and_switched_off_and_keeps_its_turn(session, estate, admin, told):
    place = make.place(session, estate, name="东门")
    make.route(session, estate, place, make.place(session, estate, name="西门"), name="夜巡")

    answer = admin.open("PUT", f"{PLACES}/{place.id}", json={"name": "东大门", "active": False})

    assert answer.status_code == 200, answer.get_json()
    assert (answer.get_json()["name"], answer.get_json()["active"]) == ("东大门", False)
    assert walked(admin) == {"夜巡": ["东大门", "西门"]}
    assert told() == [("places.place", str(place.id))]


def test_saying_the_same_again_tells_phones_nothing(session, estate, admin, told):
    place = make.place(session, estate, name="东门")

    assert admin.open("PUT", f"{PLACES}/{place.id}", json={"name": "东门", "active": True}).status_code == 200
    assert told() == []


def test_the_name_of_a_place_switched_off_is_still_taken(session, estate, admin):
    make.place(session, estate, name="游泳池", active=False)
    other = make.place(session, estate, name="东门")

    assert create(admin).get_json()["code"] == "places.name_taken"
    renamed = admin.open("PUT", f"{PLACES}/{other.id}", json={"name": "游泳池", "active": True})
    assert renamed.get_json()["code"] == "places.name_taken"


@pytest.mark.parametrize("typed", ["游泳池\u200b", "\ufeff游泳池", "游泳\0池", "游泳池\r\n", "\t游泳池"])
def test_what_nobody_sees_makes_no_other_name(admin, typed):
    create(admin)

    assert create(admin, name=typed).get_json()["params"] == {"names": ["游泳池"]}


@pytest.mark.parametrize("typed", ["\ud800", "\u200b", "东门\udfff"])
def test_half_a_character_or_none_is_no_name(admin, typed):
    answer = create(admin, name=typed)

    assert (answer.status_code, answer.get_json()["code"]) == (422, "core.bad_shape")


def test_places_are_told_in_the_order_in_which_they_are_walked(session, estate, stairs, admin):
    gate = make.place(session, estate, name="东门", type=PlaceType.SURROUNDINGS)
    low, top = (make.place(session, estate, stairs=stairs, floor=floor, name=f"{floor} 层") for floor in (1, 2))
    route = make.route(session, estate, gate)

    answered = admin.get(PLACES).get_json()

    assert [place["id"] for place in answered] == [str(one.id) for one in (top, low, gate)]
    assert [place["routes"] for place in answered] == [[], [], [str(route.id)]]


def test_a_house_or_a_place_that_is_not_there_makes_nothing(session, estate, stairs, admin):
    other = make.building(session, estate)
    foreign = make.building(session, make.estate(session))

    for wrong, status, code in (
        ({"buildingId": str(foreign.id)}, 404, "core.not_found"),
        ({"buildingId": str(other.id), "stairwellId": str(stairs.id)}, 404, "core.not_found"),
        ({"stairwellId": str(stairs.id)}, 404, "core.not_found"),
        ({"after": str(new_id())}, 422, "places.unknown_place"),
        ({"type": "helipad"}, 422, "core.bad_shape"),
        ({"name": ""}, 422, "core.bad_shape"),
    ):
        answer = create(admin, **wrong)
        assert (answer.status_code, answer.get_json()["code"]) == (status, code)
    assert names(admin) == []


def doors(place):
    return [
        ("GET", PLACES, None),
        ("POST", PLACES, POOL),
        ("POST", f"{PLACES}/many", {"type": "recreation", "names": ["游泳池"]}),
        ("PUT", f"{PLACES}/{place.id}", {"name": "东门", "active": False}),
    ]


def test_a_stranger_is_asked_to_sign_in(session, estate, client):
    for method, path, body in doors(make.place(session, estate)):
        assert client.open(path, method=method, json=body).status_code == 401


def test_a_steward_may_not(session, estate, steward):
    for method, path, body in doors(make.place(session, estate)):
        assert steward.open(method, path, json=body).status_code == 403


def test_a_neighbour_finds_nothing(session, estate, neighbour):
    place = make.place(session, estate)
    (*_, (method, path, body)) = doors(place)

    assert names(neighbour) == []
    assert neighbour.open(method, path, json=body).status_code == 404
    session.refresh(place)
    assert place.active
