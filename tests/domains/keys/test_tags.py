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
