"""The doors of units."""

from datetime import date

import pytest
from sqlalchemy import select

from tests import make
from webapp.core import clock
from webapp.core.actor import Role
from webapp.core.feed import FeedRow
from webapp.ground.places.rules import UnitStatus

UNITS = "/api/v1/places/units"
SOLD = {"status": "sold_not_moved_in", "renovating": False, "since": "2026-11-20", "reason": "售出，合同 2026-118"}


@pytest.fixture(autouse=True)
def _noon(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: make.NOON)


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def stairs(session, estate):
    return make.stairwell(session, make.building(session, estate, name="3 栋"), name="2 单元")


@pytest.fixture
def admin(app, session, estate):
    return make.browser(app, make.person(session, estate, role=Role.ADMIN, name="林管理"))


def numbers(answer):
    assert answer.status_code == 200, answer.get_json()
    return [unit["number"] for unit in answer.get_json()["units"]]


def test_units_come_as_people_count_them(session, estate, stairs, admin):
    next_house = make.stairwell(session, make.building(session, estate, name="10 栋", position=10))
    make.unit(session, next_house, floor=1, number="101")
    for floor, number in ((15, "1502"), (9, "901"), (15, "1501"), (-1, "B01")):
        make.unit(session, stairs, floor=floor, number=number)

    assert numbers(admin.get(UNITS)) == ["B01", "901", "1501", "1502", "101"]


def test_a_unit_is_told_with_its_house_and_the_day_since_when(session, stairs, admin):
    unit = make.unit(session, stairs, floor=15, number="1501", area=12_693)

    assert admin.get(UNITS).get_json() == {
        "units": [
            {
                "id": str(unit.id),
                "buildingId": str(stairs.building_id),
                "building": "3 栋",
                "stairwellId": str(stairs.id),
                "stairwell": "2 单元",
                "floor": 15,
                "number": "1501",
                "area": 12_693,
                "status": "vacant_unsold",
                "renovating": False,
                "receivedOn": None,
                "since": "2026-03-01",
            }
        ],
        "next": None,
        "counts": {**dict.fromkeys((status.value for status in UnitStatus), 0), "vacant_unsold": 1},
        "renovating": 0,
    }


def test_pages_follow_each_other_without_gap_or_repeat(session, stairs, admin):
    made = [make.unit(session, stairs, floor=floor, number=f"{floor}0{n}") for floor in (9, 10) for n in (1, 2, 3)]
    read, after = [], ""
    for _ in range(3):
        page = admin.get(UNITS, query_string={"limit": "2", **({"after": after} if after else {})})
        read += numbers(page)
        after = page.get_json()["next"]

    assert read == [unit.number for unit in made]
    assert after is None


def test_counts_are_of_all_that_was_asked_for_whatever_the_status(session, estate, stairs, admin):
    make.unit(session, stairs, status=UnitStatus.IDLE, renovating=True)
    make.unit(session, stairs, status=UnitStatus.IDLE)
    make.unit(session, stairs)
    make.unit(session, make.stairwell(session, make.building(session, estate)))

    answer = admin.get(UNITS, query_string={"building": str(stairs.building_id), "status": "idle"}).get_json()

    assert len(answer["units"]) == 2
    assert (answer["counts"]["idle"], answer["counts"]["vacant_unsold"], answer["renovating"]) == (2, 1, 1)


@pytest.mark.parametrize(
    "q, found",
    [
        ("1501", ["1501"]),
        ("150", ["1501", "1502"]),
        ("3-2-1501", ["1501"]),
        ("３－２－１５０１", ["1501"]),
        ("3 栋 2 单元 1501", ["1501"]),
        ("3栋2单元", ["1501", "1502"]),
        ("1-2-1501", []),
        ("%", []),
    ],
)
def test_a_unit_is_found_by_its_number_in_short_or_in_full(session, estate, stairs, admin, q, found):
    make.unit(session, stairs, floor=15, number="1501")
    make.unit(session, stairs, floor=15, number="1502")
    make.unit(
        session, make.stairwell(session, make.building(session, estate, name="13 栋"), name="2 单元"), number="901"
    )

    assert numbers(admin.get(UNITS, query_string={"q": q})) == found


def test_a_status_said_by_hand_stands_in_the_history_with_who_said_it(session, stairs, admin):
    unit = make.unit(session, stairs)

    answer = admin.post(f"{UNITS}/{unit.id}/status", json=SOLD)

    assert answer.status_code == 200, answer.get_json()
    told = answer.get_json()
    assert (told["status"], told["since"]) == ("sold_not_moved_in", "2026-11-20")
    newest, first = told["history"]
    assert newest == {
        "status": "sold_not_moved_in",
        "renovating": False,
        "since": "2026-11-20",
        "reason": "售出，合同 2026-118",
        "source": "hand",
        "byName": "林管理",
        "at": "2026-11-23T04:00:00+00:00",
    }
    assert (first["status"], first["source"], first["byName"]) == ("vacant_unsold", "register", None)
    assert admin.get(f"{UNITS}/{unit.id}").get_json() == told


def test_phones_learn_of_a_new_status(session, stairs, admin):
    unit = make.unit(session, stairs)
    admin.post(f"{UNITS}/{unit.id}/status", json=SOLD)

    assert ("places.unit", unit.id) in [(row.kind, row.object_id) for row in session.scalars(select(FeedRow))]


@pytest.mark.parametrize(
    "wrong, code",
    [
        ({"since": "2026-11-24"}, "places.since_in_future"),
        ({"status": "vacant_unsold", "since": "2026-03-01"}, "places.status_unchanged"),
        ({"reason": "   "}, "core.bad_shape"),
        ({"status": "sold"}, "core.bad_shape"),
        ({"since": None}, "core.bad_shape"),
    ],
)
def test_what_cannot_be_changes_nothing(session, stairs, admin, wrong, code):
    unit = make.unit(session, stairs)

    answer = admin.post(f"{UNITS}/{unit.id}/status", json={**SOLD, **wrong})

    assert (answer.status_code, answer.get_json()["code"]) == (422, code)
    session.refresh(unit)
    assert (unit.status, unit.since) == (UnitStatus.VACANT_UNSOLD, date(2026, 3, 1))


def test_the_day_is_the_estates_own(session, app, monkeypatch):
    late = make.estate(session, timezone="Pacific/Honolulu")
    unit = make.unit(session, make.stairwell(session, make.building(session, late)))
    admin = make.browser(app, make.person(session, late, role=Role.ADMIN))

    answer = admin.post(f"{UNITS}/{unit.id}/status", json={**SOLD, "since": "2026-11-23"})

    assert answer.get_json()["params"] == {"today": "2026-11-22"}


def doors(unit_id):
    return [("GET", UNITS, None), ("GET", f"{UNITS}/{unit_id}", None), ("POST", f"{UNITS}/{unit_id}/status", SOLD)]


def test_a_stranger_is_asked_to_sign_in(session, stairs, client):
    for method, path, body in doors(make.unit(session, stairs).id):
        assert client.open(path, method=method, json=body).status_code == 401


def test_a_steward_finds_a_unit_and_no_more_and_a_guard_nothing(app, session, estate, stairs):
    steward = make.browser(app, make.person(session, estate))
    guard = make.browser(app, make.person(session, estate, role=Role.GUARD))
    every = doors(make.unit(session, stairs).id)

    assert [steward.open(method, path, json=body).status_code for method, path, body in every] == [200, 403, 403]
    assert [guard.open(method, path, json=body).status_code for method, path, body in every] == [403] * 3


def test_a_neighbour_finds_nothing(app, session, stairs):
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.MANAGER))
    unit = make.unit(session, stairs)

    assert numbers(neighbour.get(UNITS)) == []
    assert sum(neighbour.get(UNITS).get_json()["counts"].values()) == 0
    assert neighbour.get(UNITS, query_string={"after": str(unit.id)}).status_code == 404
    for method, path, body in doors(unit.id)[1:]:
        assert neighbour.open(method, path, json=body).status_code == 404
