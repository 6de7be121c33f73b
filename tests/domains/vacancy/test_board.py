"""What pages ask: the picture, a unit's history, coverage, care, fees (`vacancy.md` 4, 6, 9)."""

from datetime import timedelta

import pytest

from tests import make
from tests.domains.vacancy.conftest import NOW, ON_ONE_STORE
from tests.make.patrols import checklist
from webapp.core.actor import Role
from webapp.ground.places.rules import UnitStatus


def got(vacant, path, who="supervisor"):
    answered = vacant.phone(who).browser.get(f"/api/v1/vacancy/{path}")
    assert answered.status_code == 200, answered.get_json()
    return answered.get_json()


def test_the_picture_shows_what_is_due_found_and_checked(vacant, clock):
    other = make.unit(vacant.session, vacant.stairs, number="1502", floor=15)
    vacant.lend()
    vacant.check()
    found = make.finding_body(other, NOW, checklist=checklist("vacant_unit"), item="VU-10", choice="leaking")
    vacant.phone("visitor").report(found)

    page = got(vacant, "units")

    assert (page["day"], page["period"]) == ("2026-11-23", {"first": "2026-11-23", "last": "2026-11-29"})
    lines = {one["number"]: one for one in page["units"]}
    told = {
        number: [one[name] for name in ("due", "daysSince", "checkedThisMonth", "openFindings")]
        for number, one in lines.items()
    }
    assert told == {"1501": [False, 0, True, 0], "1502": [True, None, False, 1]}
    clock.move_to(NOW + timedelta(days=8))
    (first,) = (one for one in got(vacant, "units")["units"] if one["number"] == "1501")
    assert (first["due"], first["daysSince"], first["checkedThisMonth"]) == (True, 8, False)
    house = lines["1501"]["buildingId"]
    assert len(got(vacant, f"units?building={house}")["units"]) == 2
    assert got(vacant, f"units?building={vacant.unit.id}")["units"] == []


def test_a_unit_has_a_history_and_a_day_until_which_its_records_are_kept(vacant, clock):
    vacant.lend()
    serial = vacant.check()["serial"]
    vacant.phone("visitor").send("vacancy.care", make.care_body("SE-07", vacant.unit.id))
    clock.move_to(NOW + timedelta(days=1))
    vacant.becomes("sold_not_moved_in", "2026-11-24")

    page = got(vacant, f"units/{vacant.unit.id}")

    assert [one["serial"] for one in page["checks"]] == [serial]
    assert [(one["task"], one["byName"]) for one in page["care"]] == [("SE-07", "visitor")]
    assert [one["status"] for one in page["statuses"]] == ["sold_not_moved_in", "vacant_unsold"]
    assert (page["soldOn"], page["keptUntil"]) == ("2026-11-24", "2027-11-24")
    assert page["unit"]["inRegime"] is True


@ON_ONE_STORE
def test_acceptance_1_sixteen_of_twenty_are_enough_for_a_new_estate_only(vacant, clock):
    units = [vacant.unit, *(make.unit(vacant.session, vacant.stairs) for _ in range(19))]
    for unit in units[:16]:
        vacant.lend(unit)
        vacant.check(unit)

    def month(**settings):
        vacant.set(**settings)
        (told,) = got(vacant, "coverage?from=2026-11&to=2027-03")["months"]
        return told

    old, new = month(), month(estate_is_new_until="2026-12-31")
    assert [old[name] for name in ("vacant", "checked", "percent", "target", "pass")] == [20, 16, 80.0, 100, False]
    assert [new[name] for name in ("percent", "target", "pass", "passFull", "isNew")] == [80.0, 80, True, False, True]
    assert set(old["missing"]) == {str(unit.id) for unit in units[16:]}


def test_a_month_counts_what_was_vacant_on_its_first_day(vacant, clock):
    make.unit(vacant.session, vacant.stairs, since=NOW.date())
    vacant.lend()
    vacant.check()
    vacant.check(photos=[])

    months = got(vacant, "coverage?from=2026-02&to=2026-11")["months"]

    told = {one["month"]: (one["vacant"], one["checked"], one["percent"]) for one in months}
    assert (told["2026-02"], told["2026-03"], told["2026-11"]) == ((0, 0, None), (1, 0, 0.0), (1, 1, 100.0))


@ON_ONE_STORE
@pytest.mark.parametrize("asked", ["from=2026-13&to=2026-14", "from=2026-11", "from=1999-01&to=2026-01", "from=x&to=y"])
def test_no_coverage_of_months_that_are_none(vacant, asked):
    answered = vacant.phone("supervisor").browser.get(f"/api/v1/vacancy/coverage?{asked}")

    assert answered.status_code == 422


@ON_ONE_STORE
def test_care_of_the_year_is_counted_task_by_task(vacant, clock):
    other = make.unit(vacant.session, vacant.stairs)
    make.unit(vacant.session, vacant.stairs, status=UnitStatus.IDLE)
    phone = vacant.phone("visitor")
    phone.send("vacancy.register", make.card_body(vacant.unit.id))
    phone.send("vacancy.care", make.care_body("SE-08", vacant.unit.id))
    phone.send("vacancy.care", make.care_body("SE-07", vacant.unit.id, other.id))

    tasks = {one["task"]: one for one in got(vacant, "care?year=2026")["tasks"]}

    assert {task: one["applies"] for task, one in tasks.items()} == {
        **dict.fromkeys(("SE-01", "SE-02", "SE-07", "SE-09"), 2),
        **dict.fromkeys(("SE-03", "SE-04", "SE-06", "SE-08"), 1),
        "SE-05": 0,
    }
    november, december = tasks["SE-07"]["periods"][10:]
    # After the 10th it is late, and counts.
    assert (november["of"], november["done"], november["state"], december["state"]) == (2, 2, "done", "coming")
    assert tasks["SE-06"]["periods"][10]["state"] == "open"
    assert tasks["SE-08"]["periods"][2]["state"] == "missed"
    assert (tasks["SE-08"]["last"], tasks["SE-08"]["next"]) == (
        "2026-11-23",
        {"from": "2026-10-01", "due": "2026-12-31"},
    )
    week = next(one for one in tasks["SE-01"]["periods"] if one["from"] == "2026-11-23")
    assert (week["of"], week["done"], week["state"]) == (2, 0, "open")


@ON_ONE_STORE
def test_the_cashier_has_a_list_of_what_the_developer_owes_for(vacant):
    vacant.phone("visitor").send("vacancy.register", make.card_body(vacant.unit.id))
    make.unit(vacant.session, vacant.stairs, status=UnitStatus.LET_VACANT)

    (line,) = got(vacant, "fees", who="finance")["units"]

    assert (line["unit"], line["developer"], line["from"]) == ("3 栋 2 单元 1501", "鹏城地产", "2026-03-01")
    assert (line["days"], line["area"]) == (267, 8_912)


PATHS = ("units", "units/{unit}", "coverage?from=2026-01&to=2026-02", "care?year=2026", "fees")


@ON_ONE_STORE
@pytest.mark.parametrize("path", PATHS)
def test_no_stranger_and_nobody_else_sees_vacant_units(vacant, client, path):
    asked = f"/api/v1/vacancy/{path.format(unit=vacant.unit.id)}"

    assert client.get(asked).status_code == 401
    assert vacant.phone("guard").browser.get(asked).status_code == 403


@ON_ONE_STORE
def test_a_neighbour_sees_none(vacant):
    neighbour = make.estate(vacant.session)
    person = make.person(vacant.session, neighbour, role=Role.SUPERVISOR)
    browser = make.browser(vacant.app, person)

    assert browser.get("/api/v1/vacancy/units").get_json()["units"] == []
    assert browser.get(f"/api/v1/vacancy/units/{vacant.unit.id}").status_code == 404
    assert browser.get("/api/v1/vacancy/fees").get_json()["units"] == []


@ON_ONE_STORE
def test_tags_of_units_are_printed_once_and_scanned_to_the_unit(vacant):
    browser = vacant.phone("visitor").browser
    body = {"unitIds": [str(vacant.unit.id)], "layout": "tag-25"}

    made = browser.post("/api/v1/vacancy/tags.pdf", json=body)
    browser.post("/api/v1/vacancy/tags.pdf", json=body)

    assert made.data.startswith(b"%PDF")
    labels = vacant.phone("visitor").pull("places.label").values()
    assert [(one["targetKind"], one["targetId"]) for one in labels] == [("unit", str(vacant.unit.id))]
    stranger = {"unitIds": [make.example("findings.report")["about"]]}
    assert browser.post("/api/v1/vacancy/tags.pdf", json=stranger).status_code == 404
    assert vacant.phone("guard").browser.post("/api/v1/vacancy/tags.pdf", json=body).status_code == 403
