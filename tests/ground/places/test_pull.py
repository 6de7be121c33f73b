"""What phones hold of places and of their labels."""

import pytest

from tests import make
from tests.make import NOON
from webapp.ground.labels.sync import PULL as LABELS
from webapp.ground.places.sync import PULL as PLACES

KINDS = {kind.name: kind for kind in (*PLACES, *LABELS)}


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def steward(session, estate):
    return make.actor(make.person(session, estate), estate)


def all_of(session, actor, kind):
    return dict(KINDS[kind].page(session, actor, None, 100))


def test_houses_and_places_are_told_as_the_contract_has_them(session, estate, steward):
    house = make.building(session, estate, name="3 栋", position=3)
    stairs = make.stairwell(session, house, name="2 单元", position=2)
    place = make.place(session, estate, stairs=stairs, floor=9, name="3 栋 2 单元 9 层 楼梯间")

    assert all_of(session, steward, "places.building") == {house.id: {"name": "3 栋", "order": 3}}
    assert all_of(session, steward, "places.stairwell") == {
        stairs.id: {"buildingId": str(house.id), "name": "2 单元", "order": 2}
    }
    assert all_of(session, steward, "places.place") == {
        place.id: {
            "type": "stairwell",
            "buildingId": str(house.id),
            "stairwellId": str(stairs.id),
            "floor": 9,
            "name": "3 栋 2 单元 9 层 楼梯间",
            "active": True,
        }
    }


def test_a_unit_is_told_with_what_it_is(session, estate, steward):
    stairs = make.stairwell(session, make.building(session, estate))
    unit = make.unit(session, stairs, number="1501", floor=15, renovating=True, area=12_693)

    assert all_of(session, steward, "places.unit") == {
        unit.id: {
            "stairwellId": str(stairs.id),
            "floor": 15,
            "number": "1501",
            "status": "vacant_unsold",
            "renovating": True,
            "area": 12_693,
        }
    }


def test_a_route_is_told_in_walking_order(session, estate, steward):
    top, middle, ground = (make.place(session, estate) for _ in range(3))
    route = make.route(session, estate, middle, top, ground, name="3 栋楼内", steward_id=steward.id)

    assert all_of(session, steward, "places.route") == {
        route.id: {
            "name": "3 栋楼内",
            "stewardId": str(steward.id),
            "placeIds": [str(one.id) for one in (middle, top, ground)],
            "frequencies": {},
            "active": True,
        }
    }


def test_a_revoked_label_is_told_with_its_reason(session, estate, steward):
    place = make.place(session, estate)
    label = make.label(session, place, hung=True, revoked_at=NOON, reason="丢失")

    assert all_of(session, steward, "places.label") == {
        label.id: {
            "code": label.code,
            "targetKind": "place",
            "targetId": str(place.id),
            "spot": "",
            "generation": 1,
            "state": "revoked",
            "revokedAt": "2026-11-23T04:00:00Z",
            "reason": "丢失",
        }
    }


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_another_estate_is_told(session, estate, steward, kind):
    other = make.estate(session)
    stairs = make.stairwell(session, make.building(session, other))
    make.unit(session, stairs)
    place = make.place(session, other, stairs=stairs, floor=1)
    make.route(session, other, place)
    make.label(session, place)
    foreign = [row for row, _ in KINDS[kind].page(session, make.actor(make.person(session), other), None, 100)]

    assert len(foreign) == 1
    assert all_of(session, steward, kind) == {}
    assert KINDS[kind].some(session, steward, foreign) == {}


def test_pages_follow_each_other_in_the_order_of_ids(session, estate, steward):
    made = sorted(make.place(session, estate).id for _ in range(5))
    kind = KINDS["places.place"]

    first = [row for row, _ in kind.page(session, steward, None, 2)]
    rest = [row for row, _ in kind.page(session, steward, first[-1], 100)]

    assert first + rest == made
