"""What phones hold of vacant units: one row a unit, told again when the unit becomes something else."""

from datetime import timedelta

import pytest

from tests import make
from tests.domains.vacancy.conftest import NOW
from tests.make.patrols import checklist
from webapp.ground.places.rules import UnitStatus


def test_a_unit_is_told_with_its_last_check(vacant, clock):
    vacant.lend()
    first = vacant.check(waterReading="12.5")
    clock.move_to(NOW + timedelta(days=8))
    vacant.lend()
    vacant.check(photos=[], waterReading="")

    told = vacant.told(who="supervisor")

    where = ("building", "stairwell", "floor", "number", "status", "inRegime", "since")
    assert [told[name] for name in where] == ["3 栋", "2 单元", 15, "1501", "vacant_unsold", True, "2026-03-01"]
    assert (told["checkedOn"], told["lastCheck"]["complete"]) == (["2026-11-23"], False)
    assert (told["waterReading"], told["valves"]) == ("12.5", {"water": "shut", "power": "shut", "gas": "shut"})
    checks = vacant.phone("supervisor").pull("vacancy.check")
    assert sorted(one["serial"] for one in checks.values()) == [first["serial"], "KZ-2026-000002"]


@pytest.mark.parametrize("who", ["guard", "engineer", "finance"])
def test_who_does_not_visit_vacant_units_holds_none(vacant, who):
    vacant.lend()
    vacant.check()

    assert vacant.told(who=who) is None
    assert vacant.phone(who).pull("vacancy.check") == {}


def test_acceptance_4_an_idle_unit_is_not_among_them_and_a_let_one_is_not_visited(vacant):
    idle = make.unit(vacant.session, vacant.stairs, status=UnitStatus.IDLE)
    let = make.unit(vacant.session, vacant.stairs, status=UnitStatus.LET_VACANT)
    sold = make.unit(vacant.session, vacant.stairs, status=UnitStatus.SOLD_NOT_MOVED_IN)

    assert vacant.told(idle) is None
    assert vacant.told(let)["inRegime"] is False
    assert vacant.told(sold)["inRegime"] is True
    vacant.set(include_sold_not_moved_in=False)
    assert vacant.told(sold) is None


def test_a_unit_that_is_sold_is_told_again_and_leaves(vacant):
    vacant.set(include_sold_not_moved_in=False)
    phone = vacant.phone("supervisor")
    held = phone.browser.get("/api/v1/sync/pull", query_string={"estate": str(vacant.estate.id)}).get_json()

    vacant.becomes("sold_not_moved_in", "2026-11-20")

    asked = {"estate": str(vacant.estate.id), "since": held["cursor"]}
    changes = phone.browser.get("/api/v1/sync/pull", query_string=asked).get_json()["changes"]
    told = {one["kind"]: one["data"] for one in changes}
    assert told["places.unit"]["status"] == "sold_not_moved_in"
    assert told["vacancy.unit"] is None


def test_vac_r04_what_is_found_in_a_unit_is_a_finding_of_the_unit(vacant):
    body = make.finding_body(
        vacant.unit,
        NOW,
        checklist=checklist("vacant_unit"),
        item="VU-09",
        choice="forced",
        origin={"kind": "vacancy.check", "id": make.example("vacancy.check")["about"]},
    )

    assert vacant.phone("visitor").report(body)["outcome"] == "applied"
    (finding,) = vacant.phone("visitor").pull("findings.finding").values()
    assert (finding["placeName"], finding["placeType"]) == ("3 栋 2 单元 1501", "unit")
    assert (finding["dept"], finding["priority"]) == ("security", "urgent")
