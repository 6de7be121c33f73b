"""The labels of one place at the desk: what became of them, one more, one as a picture, one taken out of use."""

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from tests import make
from tests.make import NOON
from webapp.core.actor import Role

OF, FOR = "/api/v1/labels/of", "/api/v1/labels/for"


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def boss(session, estate):
    return make.person(session, estate, role=Role.SUPERVISOR, name="林主管")


@pytest.fixture
def supervisor(app, boss):
    return make.browser(app, boss)


@pytest.fixture
def place(session, estate):
    return make.place(session, estate, name="3 栋 2 单元 9 层 楼梯间")


def test_a_places_labels_are_told_with_who_hung_and_who_revoked_them(session, estate, boss, supervisor, place):
    chen = make.person(session, estate, name="陈志强")
    make.label(session, place, hung=True, hung_by=chen.id, revoked_at=NOON, reason="replaced")
    hanging = make.label(session, place, generation=2, hung=True, hung_by=chen.id)
    body = {"reason": "装修时被撕", "kind": "damaged"}
    assert supervisor.post(f"/api/v1/labels/{hanging.code}/revoke", json=body).status_code == 204

    newest, oldest = supervisor.get(f"{OF}/{place.id}").get_json()

    assert (newest["code"], newest["state"], newest["hungBy"]) == (hanging.code, "revoked", "陈志强")
    assert (newest["kind"], newest["reason"], newest["revokedBy"]) == ("damaged", "装修时被撕", "林主管")
    assert (oldest["kind"], oldest["reason"], oldest["revokedBy"]) == ("replaced", None, None)


def test_one_more_label_gets_a_spot_of_its_own(session, supervisor, place):
    make.label(session, place, hung=True)

    numbered = supervisor.post(f"{FOR}/{place.id}", json={"extra": True})
    named = supervisor.post(f"{FOR}/{place.id}", json={"extra": True, "spot": " 上 "})
    again = supervisor.post(f"{FOR}/{place.id}", json={"extra": False})

    assert [one.status_code for one in (numbered, named, again)] == [201] * 3
    made = [one.get_json() for one in (numbered, named, again)]
    assert [(one["spot"], one["generation"], one["state"]) for one in made] == [
        ("2", 2, "printed"),
        ("上", 3, "printed"),
        ("", 4, "printed"),
    ]


def test_the_first_label_of_a_place_needs_no_spot(supervisor, place):
    assert supervisor.post(f"{FOR}/{place.id}", json={}).get_json()["spot"] == ""


def test_a_place_with_two_labels_prints_what_is_missing_of_either(session, estate, supervisor, place):
    make.label(session, place, spot="上", hung=True)
    make.label(session, place, spot="下", generation=2, hung=True, revoked_at=NOON, reason="丢失")
    route = make.route(session, estate, place, name="3 栋楼内")

    (lacking,) = supervisor.get("/api/v1/labels/unlabelled").get_json()
    assert (lacking["placeId"], lacking["spot"], lacking["state"]) == (str(place.id), "下", "none")
    body = {"routeId": str(route.id), "layout": "a4-3x8"}
    assert supervisor.post("/api/v1/labels/sheet", json=body).status_code == 200

    (lacking,) = supervisor.get("/api/v1/labels/unlabelled").get_json()
    assert (lacking["spot"], lacking["state"], lacking["routeName"]) == ("下", "printed", "3 栋楼内")


def test_the_places_without_a_label_are_listed_as_they_are_walked_to(session, estate, supervisor):
    roof, stairs, hung = (make.place(session, estate, name=name) for name in ("天台", "楼梯间", "大堂"))
    make.label(session, hung, hung=True)
    make.route(session, estate, stairs, hung, roof, name="1 栋楼内")
    alone = make.place(session, estate, name="水泵房")
    make.place(session, estate, active=False)
    make.place(session, make.estate(session))

    listed = supervisor.get("/api/v1/labels/unlabelled").get_json()

    assert [(one["name"], one["routeName"]) for one in listed] == [
        ("楼梯间", "1 栋楼内"),
        ("天台", "1 栋楼内"),
        (alone.name, None),
    ]


def test_a_label_is_drawn_at_its_true_size(session, supervisor, place):
    label = make.label(session, place)

    drawing = supervisor.get(f"/api/v1/labels/{label.code.lower()}.svg?layout=roll-50", buffered=True)
    picture = supervisor.get(f"/api/v1/labels/{label.code}.png?layout=tag-25&dpi=600", buffered=True)

    assert (drawing.mimetype, picture.mimetype) == ("image/svg+xml", "image/png")
    assert b'width="50mm" height="50mm"' in drawing.data
    pixels = Image.open(BytesIO(picture.data))
    assert pixels.width / 600 * 25.4 == pytest.approx(25, abs=0.1)
    (read,) = zxingcpp.read_barcodes(pixels)
    assert read.text.endswith(label.code)


def test_a_revoked_label_is_not_drawn_again(session, supervisor, place):
    label = make.label(session, place, revoked_at=NOON, reason="丢失")

    answer = supervisor.get(f"/api/v1/labels/{label.code}.svg")

    assert (answer.status_code, answer.get_json()["code"]) == (422, "labels.revoked")


def test_a_route_of_more_than_240_labels_is_left_to_the_worker(session, estate, supervisor, monkeypatch):
    monkeypatch.setattr("webapp.ground.labels.views.AT_ONCE", 1)
    route = make.route(session, estate, make.place(session, estate), make.place(session, estate))

    answer = supervisor.post("/api/v1/labels/sheet", json={"routeId": str(route.id), "layout": "a4-3x8"})

    assert (answer.status_code, answer.get_json()["code"]) == (422, "labels.too_many")
    assert {one["state"] for one in supervisor.get("/api/v1/labels/unlabelled").get_json()} == {"none"}


def test_labels_are_for_who_prints_and_for_their_own_estate(app, session, estate, place):
    label = make.label(session, place)
    steward = make.browser(app, make.person(session, estate))
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.MANAGER))
    stranger = app.test_client()
    one_label = (f"/api/v1/labels/{label.code}.svg", f"/api/v1/labels/{label.code}.png", f"{OF}/{place.id}")

    for path in one_label:
        assert [who.get(path).status_code for who in (stranger, steward, neighbour)] == [401, 403, 404], path
    assert [who.post(f"{FOR}/{place.id}", json={}).status_code for who in (stranger, steward, neighbour)] == [
        401,
        403,
        404,
    ]
    body = {"reason": "丢失了", "kind": "lost"}
    revoke = f"/api/v1/labels/{label.code}/revoke"
    assert [who.post(revoke, json=body).status_code for who in (stranger, steward, neighbour)] == [401, 403, 404]
    for path in ("/api/v1/labels/unlabelled", "/api/v1/labels/routes"):
        assert [who.get(path).status_code for who in (stranger, steward)] == [401, 403]
        assert neighbour.get(path).get_json() == []
