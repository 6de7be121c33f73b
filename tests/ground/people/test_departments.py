"""The departments of an estate: who belongs where, who may set them up, and what phones hold of them."""

import pytest

from tests import make
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.ground.people.departments.rules import (
    Department,
    DepartmentKind,
    department_id,
    departments_of,
    members,
    standard,
)
from webapp.ground.people.service import disable, give_part

PATH = "/api/v1/departments"
ESTATE = new_id()


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def boss(app, session, estate):
    return make.browser(app, make.person(session, estate, role=Role.SUPERVISOR, name="沈若水"))


@pytest.fixture
def wang(session, estate):
    return make.person(session, estate, role=Role.ENGINEER, name="王师傅")


def by_kind(answer):
    return {one["kind"]: one for one in answer.get_json()}


def put(browser, estate, kind, name="工程部", head=None, people=()):
    body = {"name": name, "headId": head and str(head.id), "memberIds": [str(one.id) for one in people]}
    return browser.open("PUT", f"{PATH}/{department_id(estate.id, DepartmentKind(kind))}", json=body)


def test_who_is_named_nowhere_belongs_where_the_role_says():
    engineer, guard, finance = new_id(), new_id(), new_id()
    staff = {engineer: Role.ENGINEER, guard: Role.GUARD, finance: Role.FINANCE}

    assert members(DepartmentKind.ENGINEERING, staff, standard(ESTATE)) == [engineer]
    assert members(DepartmentKind.SECURITY, staff, standard(ESTATE)) == [guard]
    assert members(DepartmentKind.GREENING, staff, standard(ESTATE)) == []


def test_who_is_named_belongs_to_the_lists_that_name_them_and_nowhere_else():
    cleaner, head = new_id(), new_id()
    greening = Department(new_id(), DepartmentKind.GREENING, "绿化部", head, frozenset({cleaner}))

    assert departments_of(cleaner, Role.CLEANER, [greening]) == {DepartmentKind.GREENING}
    assert departments_of(head, Role.SUPERVISOR, [greening]) == {DepartmentKind.GREENING}
    assert departments_of(new_id(), Role.STEWARD, [greening]) == {DepartmentKind.CUSTOMER_SERVICE}


def test_a_new_estate_has_the_five_departments_of_the_trade(boss, estate, wang):
    listed = by_kind(boss.get(PATH))

    assert [one["name"] for one in listed.values()] == ["工程部", "保洁部", "绿化部", "保安部", "客服部"]
    assert listed["engineering"]["memberIds"] == [str(wang.id)]
    assert listed["engineering"]["namedIds"] == []


def test_a_supervisor_gives_a_department_its_name_head_and_list(boss, session, estate, wang):
    gardener = make.person(session, estate, role=Role.CLEANER, name="刘园丁")

    changed = put(boss, estate, "greening", "园林组", wang, [gardener])

    assert changed.status_code == 200
    assert (changed.get_json()["name"], changed.get_json()["headId"]) == ("园林组", str(wang.id))
    listed = by_kind(boss.get(PATH))
    assert listed["greening"]["memberIds"] == sorted([str(wang.id), str(gardener.id)])
    assert (listed["cleaning"]["memberIds"], listed["engineering"]["memberIds"]) == ([], [])


def test_an_emptied_list_sends_everybody_back_to_where_the_role_says(boss, session, estate, wang):
    put(boss, estate, "security", "保安部", None, [wang])
    put(boss, estate, "security", "保安部")

    assert by_kind(boss.get(PATH))["engineering"]["memberIds"] == [str(wang.id)]


def test_only_people_of_the_estate_who_find_repair_or_oversee_can_belong(boss, session, estate):
    finance = make.person(session, estate, role=Role.FINANCE)
    elsewhere = make.person(session, make.estate(session), role=Role.ENGINEER)

    assert put(boss, estate, "engineering", people=[finance]).get_json()["code"] == "people.cannot_belong"
    assert put(boss, estate, "engineering", head=elsewhere).status_code == 404
    assert put(boss, estate, "engineering", name="  ").status_code == 422


def test_a_stranger_and_a_steward_may_neither_read_nor_change_them(app, client, session, estate):
    steward = make.browser(app, make.person(session, estate))

    assert client.get(PATH).status_code == 401
    assert client.put(f"{PATH}/{new_id()}", json={}).status_code == 401
    assert steward.get(PATH).status_code == 403
    assert put(steward, estate, "engineering").get_json()["code"] == "core.not_allowed"


def test_a_neighbour_estate_neither_sees_nor_changes_them(app, session, boss, estate, wang):
    neighbour = make.estate(session)
    theirs = make.browser(app, make.person(session, neighbour, role=Role.MANAGER))

    assert put(theirs, estate, "engineering", name="邻居").status_code == 404
    assert by_kind(theirs.get(PATH))["engineering"]["memberIds"] == []
    assert by_kind(boss.get(PATH))["engineering"]["name"] == "工程部"


def test_everybody_s_phone_holds_them_and_hears_of_changes(app, session, boss, estate, wang):
    phone = make.phone(app, wang, estate)
    first = phone.pull()
    held = [one["data"] for one in first["changes"] if one["kind"] == "people.department"]
    assert {one["kind"]: one["memberIds"] for one in held}["engineering"] == [str(wang.id)]

    put(boss, estate, "engineering", "维修部", wang)

    told = [one["data"] for one in phone.pull(first["cursor"])["changes"] if one["kind"] == "people.department"]
    assert ("维修部", str(wang.id)) in {(one["name"], one["headId"]) for one in told}


def test_who_comes_or_leaves_changes_the_department_on_every_phone(app, session, estate, wang, boss):
    phone = make.phone(app, make.person(session, estate), estate)
    cursor = phone.pull()["cursor"]
    come = make.person(session, name="何电工")
    give_part(session, estate.id, come.id, Role.ENGINEER)
    disable(session, wang, now=make.NOON)
    session.commit()

    told = [one["data"] for one in phone.pull(cursor)["changes"] if one["kind"] == "people.department"]

    assert {one["kind"]: one["memberIds"] for one in told}["engineering"] == [str(come.id)]
