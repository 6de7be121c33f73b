"""Tags of key sets say nothing but a code, unless the estate wants names on them (C-37)."""

from uuid import UUID

import pytest
from sqlalchemy import select

from tests import make
from tests.domains.keys.conftest import ON_ONE_STORE
from webapp.core.ids import new_id
from webapp.domains.keys.tags import tags
from webapp.ground.estates.models import Estate
from webapp.ground.labels.models import LabelRow
from webapp.ground.labels.service import make_blanks

pytestmark = ON_ONE_STORE

PATH = "/api/v1/keys/tags.pdf"


def shown(cabinet, *sets):
    estate = cabinet.session.get_one(Estate, cabinet.estate.id)
    printed = tags(cabinet.session, estate, list(sets), now=make.NOON)
    cabinet.session.commit()
    return printed


def test_a_tag_is_an_opaque_code_that_leads_to_its_set(cabinet):
    key_set, other = cabinet.entrusted(), cabinet.register()

    printed = cabinet.phone("keeper").browser.post(PATH, json={"setIds": [key_set, other]})

    assert printed.data.startswith(b"%PDF")
    held = cabinet.phone("keeper").pull("places.label").values()
    assert {(one["targetKind"], one["targetId"]) for one in held} == {("key_set", key_set), ("key_set", other)}


def test_a_tag_printed_again_has_the_same_code_until_it_is_revoked(cabinet, session):
    key_set = cabinet.register()
    session.rollback()
    (first,), (again,) = shown(cabinet, *map(_id, [key_set])), shown(cabinet, *map(_id, [key_set]))
    assert first == again
    assert first.caption is None

    session.scalars(select(LabelRow)).one().revoked_at = make.NOON
    session.commit()

    (new,) = shown(cabinet, _id(key_set))
    assert new.code != first.code


def test_c_37_by_setting_it_shows_the_owner_or_for_the_developer_the_unit(cabinet, session):
    owned, held = cabinet.entrusted(), cabinet.register()
    cabinet.set(tag_prints_name=True)

    printed = shown(cabinet, _id(owned), _id(held))

    assert [one.caption for one in printed] == ["何建国", cabinet.held(held)["placeName"]]


@pytest.mark.parametrize(("who", "status"), [("engineer", 403), ("keeper", 404)])
def test_who_keeps_no_keys_prints_no_tags_and_nobody_those_of_sets_not_here(cabinet, who, status):
    answered = cabinet.phone(who).browser.post(PATH, json={"setIds": [str(new_id())]})

    assert answered.status_code == status
    assert cabinet.app.test_client().post(PATH, json={}).status_code in (401, 403)


def _id(text):
    return UUID(text)


@pytest.fixture
def blank(cabinet, session):
    """A roll of two blank tags, by their codes."""
    session.rollback()
    made = make_blanks(session, cabinet.estate.id, 2, now=make.NOON)
    session.commit()
    return [one.code for one in made.values()]


def tie(cabinet, set_id, code, who="keeper"):
    return cabinet.phone(who).do("tag", {"keySetId": set_id, "code": code})


def test_a_blank_tag_is_tied_to_a_set_by_scanning_it_and_the_one_before_goes(cabinet, blank):
    key_set = cabinet.register()
    assert cabinet.phone("keeper").browser.post(PATH, json={"setIds": [key_set]}).status_code == 200
    (before,) = [one["code"] for one in held_tags(cabinet, key_set)]

    assert tie(cabinet, key_set, blank[0])["outcome"] == "applied"

    states = {one["code"]: (one["state"], one["generation"]) for one in held_tags(cabinet, key_set)}
    assert states == {before: ("revoked", 1), blank[0]: ("active", 2)}
    assert cabinet.differences() == []


def test_a_tag_that_is_taken_or_none_and_a_set_that_is_gone_are_refused(cabinet, blank):
    one, other = cabinet.register(), cabinet.register()
    tie(cabinet, one, blank[0])

    assert tie(cabinet, other, blank[0])["code"] == "labels.claimed"
    assert tie(cabinet, one, blank[0])["code"] == "labels.not_blank"
    assert tie(cabinet, other, "A" * 12)["code"] == "labels.unknown"
    assert tie(cabinet, str(new_id()), blank[1])["code"] == "keys.unknown_set"
    assert tie(cabinet, other, blank[1], who="engineer")["code"] == "core.not_allowed"


def test_two_sets_of_one_push_never_get_one_tag(cabinet, blank):
    phone, sets = cabinet.phone("keeper"), [cabinet.register(), cabinet.register()]
    kept = [phone.keep("tag", {"keySetId": set_id, "code": blank[0]}) for set_id in sets]

    assert [one["outcome"] for one in phone.push(*kept)] == ["applied", "refused"]


def held_tags(cabinet, set_id):
    """Answer the labels of a set as phones hold them."""
    return [one for one in cabinet.phone("keeper").pull("places.label").values() if one["targetId"] == set_id]
