"""Claiming blank labels through the door that phones use, and what the book says of it afterwards."""

import pytest
from sqlalchemy import select

from tests import make
from tests.make import NOON
from tests.make.patrols import PatrolPhone, iso
from tests.make.places import blank_label
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


def claim(phone, label, place, **body):
    sent = {"code": label.code, "placeId": str(place.id), "claimedAt": iso(NOON), **body}
    return phone.item("labels.claim", sent, saved_at=NOON, about=str(place.id))


def stored(session, label):
    session.expire_all()
    return session.scalars(select(LabelRow).where(LabelRow.code == label.code)).one()


def verified(app):
    return app.test_cli_runner().invoke(args=["logbook", "verify"])


def test_phones_hold_blank_labels_and_a_claimed_one_becomes_the_label_of_the_place(app, session, estate, place, phone):
    blank, hanging = blank_label(session, estate), make.label(session, place, hung=True)
    told = phone.pull("places.label")[str(blank.id)]
    assert (told["targetKind"], told["targetId"], told["spot"]) == ("blank", str(blank.id), "")

    (answer,) = phone.push(claim(phone, blank, place))

    assert answer["outcome"] == "applied"
    told = phone.pull("places.label")[str(blank.id)]
    assert (told["targetKind"], told["targetId"], told["state"]) == ("place", str(place.id), "active")
    assert (told["generation"], stored(session, hanging).reason) == (2, "replaced")
    assert verified(app).exit_code == 0, verified(app).output


def test_a_label_claimed_for_a_spot_leaves_the_others_hanging(app, session, estate, place, phone):
    blank, hanging = blank_label(session, estate), make.label(session, place, hung=True)

    phone.push(claim(phone, blank, place, spot="下"))

    assert stored(session, blank).spot == "下"
    assert as_label(stored(session, hanging)).state is LabelState.ACTIVE
    assert verified(app).exit_code == 0


def test_two_places_that_want_one_label_in_one_push_do_not_both_get_it(app, session, estate, place, phone):
    blank, roof = blank_label(session, estate), make.place(session, estate, name="3 栋 2 单元 天台")

    first, second = phone.push(claim(phone, blank, place), claim(phone, blank, roof))

    assert (first["outcome"], second["code"]) == ("applied", "labels.claimed")
    assert second["params"]["place"] == place.name
    assert stored(session, blank).target_id == place.id
    assert verified(app).exit_code == 0


def test_a_claim_is_refused_with_what_is_so(session, estate, place, phone):
    taken = make.label(session, make.place(session, estate, name="3 栋 1 单元 2 层 楼梯间"), hung=True)
    own, gone = make.label(session, place), blank_label(session, estate, revoked_at=NOON, reason="丢失")
    unused = make.place(session, estate, active=False)
    fresh = blank_label(session, estate)

    codes = [
        phone.push(claim(phone, label, where))[0]["code"]
        for label, where in (
            (taken, place),
            (own, place),
            (gone, place),
            (LabelRow(code="4K7Q2M9XTB3K"), place),
            (fresh, unused),
        )
    ]

    assert codes == ["labels.claimed", "labels.not_blank", "labels.revoked", "labels.unknown", "labels.no_place"]


def test_neither_a_neighbours_label_nor_a_neighbours_place_can_be_claimed(session, estate, place, phone):
    other = make.estate(session)
    theirs, ours = blank_label(session, other), blank_label(session, estate)

    (first,) = phone.push(claim(phone, theirs, place))
    (second,) = phone.push(claim(phone, ours, make.place(session, other)))

    assert (first["code"], second["code"]) == ("labels.unknown", "labels.no_place")


def test_a_blank_label_is_refused_where_one_is_to_be_hung(session, estate, place, phone):
    blank = blank_label(session, estate)
    body = {"code": blank.code, "placeId": str(place.id), "hungAt": iso(NOON)}

    (answer,) = phone.push(phone.item("labels.hang", body, saved_at=NOON, about=str(place.id)))

    assert answer["code"] == "labels.unclaimed"


def test_a_claim_about_another_record_is_refused(session, estate, place, phone):
    item = claim(phone, blank_label(session, estate), place)

    (answer,) = phone.push({**item, "about": str(estate.id)})

    assert (answer["outcome"], answer["code"]) == ("refused", "core.bad_shape")


def test_a_claimed_label_revoked_at_the_desk_does_not_contradict_the_book(app, session, estate, place, phone):
    blank = blank_label(session, estate)
    phone.push(claim(phone, blank, place))
    supervisor = make.browser(app, make.person(session, estate, role=Role.SUPERVISOR))

    body = {"reason": "被人拍照贴到别处", "kind": "copied"}
    assert supervisor.post(f"/api/v1/labels/{blank.code}/revoke", json=body).status_code == 204

    assert as_label(stored(session, blank)).state is LabelState.REVOKED
    assert verified(app).exit_code == 0
