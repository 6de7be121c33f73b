"""Hanging labels through the door that phones use, and what the book says of it afterwards."""

import pytest

from tests import make
from tests.make import NOON
from tests.make.patrols import PatrolPhone, iso
from webapp.core.actor import Role
from webapp.ground.labels.models import LabelRow
from webapp.ground.labels.queries import as_label
from webapp.ground.labels.rules import LabelState


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def place(session, estate):
    return make.place(session, estate, name="3 栋 2 单元 9 层 楼梯间")


@pytest.fixture
def phone(app, session, estate):
    return PatrolPhone(make.browser(app, make.person(session, estate)), estate.id)


def hang(phone, label, place):
    body = {"code": label.code, "placeId": str(place.id), "hungAt": iso(NOON)}
    return phone.item("labels.hang", body, saved_at=NOON, about=str(place.id))


def state_of(session, label):
    session.expire_all()
    return as_label(session.get_one(LabelRow, (label.estate_id, label.id))).state


def verified(app):
    return app.test_cli_runner().invoke(args=["logbook", "verify"])


def test_a_reprint_lets_the_old_label_go_when_it_is_scanned_and_not_before(app, session, place, phone):
    old = make.label(session, place, generation=1)
    phone.push(hang(phone, old, place))
    new = make.label(session, place, generation=2)
    assert state_of(session, old) is LabelState.ACTIVE

    (answer,) = phone.push(hang(phone, new, place))

    assert (answer["outcome"], answer["serial"]) == ("applied", None)
    assert (state_of(session, old), state_of(session, new)) == (LabelState.REVOKED, LabelState.ACTIVE)
    assert phone.pull("places.label")[str(old.id)]["reason"] == "replaced"
    assert verified(app).exit_code == 0


def test_both_scans_of_one_push_count_in_their_order(session, place, phone):
    old, new = make.label(session, place, generation=1), make.label(session, place, generation=2)

    answers = phone.push(hang(phone, old, place), hang(phone, new, place), hang(phone, new, place))

    assert [answer["outcome"] for answer in answers] == ["applied"] * 3
    assert (state_of(session, old), state_of(session, new)) == (LabelState.REVOKED, LabelState.ACTIVE)


def test_a_label_is_refused_with_what_is_so(session, estate, place, phone):
    elsewhere = make.label(session, make.place(session, estate, name="3 栋 1 单元 2 层 楼梯间"))
    gone = make.label(session, place, revoked_at=NOON, reason="丢失")
    unknown = LabelRow(code="4K7Q2M9XTB3K")

    answers = [phone.push(hang(phone, label, place))[0] for label in (elsewhere, gone, unknown)]

    assert [answer["code"] for answer in answers] == ["labels.elsewhere", "labels.revoked", "labels.unknown"]
    assert answers[0]["params"]["place"] == "3 栋 1 单元 2 层 楼梯间"


def test_a_label_revoked_at_the_desk_does_not_contradict_the_book(app, session, estate, place, phone):
    label = make.label(session, place)
    phone.push(hang(phone, label, place))
    supervisor = make.browser(app, make.person(session, estate, role=Role.SUPERVISOR))

    answer = supervisor.post(f"/api/v1/labels/{label.code}/revoke", json={"reason": "装修时被撕"})

    assert answer.status_code == 204
    assert state_of(session, label) is LabelState.REVOKED
    checked = verified(app)
    assert checked.exit_code == 0, checked.output


def test_a_scan_that_is_about_another_record_is_refused(session, place, phone):
    label = make.label(session, place)
    item = hang(phone, label, place)

    (answer,) = phone.push({**item, "about": str(label.id)})

    assert (answer["outcome"], answer["code"]) == ("refused", "core.bad_shape")
    assert state_of(session, label) is LabelState.PRINTED
