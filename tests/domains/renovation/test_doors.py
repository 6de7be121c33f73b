"""The doors of renovations: who may ask for what, and that a neighbour estate sees nothing."""

import pytest

from tests import make
from tests.domains.renovation.conftest import ON_ONE_STORE
from tests.domains.renovation.ways_there import closed, in_progress, rectifying
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.domains.renovation.paper.texts import forms
from webapp.domains.renovation.rules.states import Act

pytestmark = ON_ONE_STORE
ROOM = "/api/v1/renovation"
DOORS = {
    f"{ROOM}/cases/{new_id()}": (Role.STEWARD, Role.GUARD),
    f"{ROOM}/cases": (Role.GUARD, Role.CLEANER),
    f"{ROOM}/board": (Role.FINANCE, Role.GM),
    f"{ROOM}/deposits": (Role.FINANCE, Role.STEWARD),
    f"{ROOM}/notices": (Role.ENGINEER, Role.CLEANER),
    f"{ROOM}/wordings": (Role.MANAGER, Role.STEWARD),
}


def get(site, path, role=Role.SUPERVISOR):
    return site.phone(role).browser.get(path)


@pytest.mark.parametrize(("path", "roles"), DOORS.items(), ids=[path.rsplit("/", 1)[1][:8] for path in DOORS])
def test_a_stranger_and_who_has_no_part_are_turned_away(site, path, roles):
    may, may_not = roles

    assert site.app.test_client().get(path).status_code == 401
    assert get(site, path, may_not).status_code == 403
    assert get(site, path, may).status_code in (200, 404)


def test_one_renovation_as_a_whole_tells_what_lies_apart_to_the_office(site):
    in_progress(site)
    site.fact("visit", visitId=str(new_id()))

    told = get(site, f"{ROOM}/cases/{site.id}").get_json()

    assert told["phones"] == {"owner": "13800000000", "contractor": "13900000000"}
    assert sorted(told["ids"].values()) == ["0022", "371X"]
    assert (told["case"]["state"], len(told["visits"])) == ("in_progress", 1)
    elsewhere = make.estate(site.session, name="别处")
    neighbour = make.browser(site.app, make.person(site.session, elsewhere, role=Role.MANAGER))
    assert neighbour.get(f"{ROOM}/cases/{site.id}").status_code == 404
    assert neighbour.get(f"{ROOM}/cases").get_json() == {"rows": [], "after": None}


def test_the_list_goes_on_after_the_last_one_seen(site):
    site.do(Act.APPLY)
    site.do(Act.WITHDRAW)
    first, site.id = site.id, str(new_id())
    site.do(Act.APPLY)

    page = get(site, f"{ROOM}/cases?limit=1").get_json()
    assert [one["id"] for one in page["rows"]] == [site.id]
    rest = get(site, f"{ROOM}/cases?limit=1&after={page['after']}").get_json()
    assert ([one["id"] for one in rest["rows"]], rest["after"]) == ([first], None)
    cancelled = get(site, f"{ROOM}/cases?state=cancelled&unit={site.unit.id}").get_json()
    assert [one["id"] for one in cancelled["rows"]] == [first]


def test_the_board_shows_each_unit_of_a_building_in_which_somebody_renovates(site):
    in_progress(site)
    site.move_to("2026-12-01")

    (building,) = get(site, f"{ROOM}/board").get_json()["buildings"]

    (unit,) = building["units"]
    assert (unit["cell"], unit["day"], unit["red"], unit["stage"]) == ("in_progress", 2, True, None)
    site.fact("visit", visitId=str(new_id()), startedAt="2026-12-01T01:00:00Z")
    (unit,) = get(site, f"{ROOM}/board").get_json()["buildings"][0]["units"]
    assert (unit["red"], unit["stage"]) == (False, "plumbing_electric")


def test_the_register_of_deposits_sums_what_came_in_and_went_out(site):
    closed(site)
    whole = get(site, f"{ROOM}/deposits", Role.FINANCE).get_json()
    november = get(site, f"{ROOM}/deposits?to=2026-11-30", Role.FINANCE).get_json()

    assert [(one["direction"], one["amount"]) for one in whole["rows"]] == [("in", 200000), ("out", 200000)]
    assert (whole["in"], whole["out"], whole["held"]) == (200000, 200000, 0)
    assert (november["in"], november["out"], november["held"]) == (200000, 0, 200000)
    later = get(site, f"{ROOM}/deposits?from=2026-12-01", Role.FINANCE).get_json()
    assert (later["before"], later["in"], later["out"], later["held"]) == (200000, 0, 200000, 0)
    assert [(one["month"], one["in"], one["out"], one["held"]) for one in whole["months"]] == [
        ("2026-11", 200000, 0, 200000),
        (later["months"][0]["month"], 0, 200000, 0),
    ]


def test_the_list_of_notices_names_the_unit(site):
    rectifying(site)

    (notice,) = get(site, f"{ROOM}/notices").get_json()["rows"]

    assert (notice["state"], notice["renovationId"]) == ("issued", site.id)
    assert notice["unitName"] == site.held()["unitName"]


def test_what_is_shipped_is_told_to_who_words_the_papers(site):
    rows = get(site, f"{ROOM}/wordings", Role.MANAGER).get_json()["rows"]

    by_form = {one["form"]: one for one in rows}
    assert set(by_form) == forms()
    permit = by_form["permit"]
    assert (permit["title"], permit["names"][:2]) == ("房屋装修许可证", ["estate", "unit"])
    assert "{permitUntil}" in permit["text"]
