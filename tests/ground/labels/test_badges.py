"""Badges of the staff: a code of one's own, printed with name, role and estate."""

import pytest
from sqlalchemy import select

from tests import make
from webapp.core.actor import Role
from webapp.ground.labels.models import LabelRow
from webapp.ground.people.models import Membership

PATH = "/api/v1/labels/badges"
pytestmark = pytest.mark.parametrize("store_url", ["sqlite"], indirect=True)


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def overseer(app, session, estate):
    return make.browser(app, make.person(session, estate, role=Role.SUPERVISOR, name="沈若水"))


@pytest.fixture
def worker(session, estate):
    return make.person(session, estate, role=Role.ENGINEER, name="吴建国")


def test_a_badge_shows_who_it_is_and_keeps_its_code_however_often_it_is_printed(session, estate, overseer, worker):
    first, again = (overseer.post(PATH, json={"personIds": [str(worker.id)]}) for _ in range(2))

    said = "".join(make.printed(first.data).split())
    for words in ("吴建国", "工程人员", estate.name.split()[0], "工牌"):
        assert words in said, words
    session.rollback()
    (label,) = session.scalars(select(LabelRow)).all()
    assert (label.target_kind, label.target_id) == ("person", worker.id)
    assert make.printed(again.data) == make.printed(first.data)


def test_who_left_and_who_works_elsewhere_have_none(session, estate, overseer, worker):
    elsewhere = make.person(session, make.estate(session))
    session.get_one(Membership, (estate.id, worker.id)).active = False
    session.commit()

    asked = [overseer.post(PATH, json={"personIds": [str(one.id)]}).status_code for one in (worker, elsewhere)]

    assert asked == [404, 404]
    assert session.scalars(select(LabelRow)).all() == []


def test_only_who_prints_labels_prints_badges(app, session, estate, worker):
    body = {"personIds": [str(worker.id)]}

    assert app.test_client().post(PATH, json=body).status_code == 401
    assert make.browser(app, worker).post(PATH, json=body).status_code == 403
