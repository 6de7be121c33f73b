"""The doors of the labels room."""

import pypdfium2
import pytest
import zxingcpp

from tests import make
from webapp.core.actor import Role


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def supervisor(app, session, estate):
    return make.browser(app, make.person(session, estate, role=Role.SUPERVISOR))


def codes_of(answer):
    with pypdfium2.PdfDocument(answer.data, autoclose=True) as document:
        return [one.text[-12:] for page in document for one in zxingcpp.read_barcodes(page.render(scale=4).to_pil())]


def test_routes_say_how_many_of_their_places_are_labelled(session, estate, supervisor):
    hung, printed, bare, gone = (make.place(session, estate) for _ in range(4))
    gone.active = False
    route = make.route(session, estate, hung, printed, bare, gone, name="3 栋楼内")
    make.label(session, hung, hung=True)
    make.label(session, hung, generation=2)
    make.label(session, printed)
    make.route(session, make.estate(session), name="别人的路线")

    answer = supervisor.get("/api/v1/labels/routes")

    assert answer.get_json() == [
        {
            "id": str(route.id),
            "name": "3 栋楼内",
            "places": 3,
            "labels": {"printed": 1, "active": 1, "missing": 1},
        }
    ]


def test_a_sheet_is_a_pdf_with_a_label_for_each_place(session, estate, supervisor):
    route = make.route(session, estate, make.place(session, estate), make.place(session, estate))
    body = {"routeId": str(route.id), "layout": "a4-3x8"}

    first = supervisor.post("/api/v1/labels/sheet", json=body)
    again = supervisor.post("/api/v1/labels/sheet", json=body)
    reprint = supervisor.post("/api/v1/labels/sheet", json={**body, "reprint": True})

    assert (first.status_code, first.mimetype) == (200, "application/pdf")
    assert first.headers["X-Label-Warnings"] == ""
    assert len(codes_of(first)) == 2
    assert sorted(codes_of(again)) == sorted(codes_of(first))
    assert not set(codes_of(reprint)) & set(codes_of(first))


@pytest.mark.parametrize("role, status", [(Role.STEWARD, 403), (Role.ADMIN, 200), (Role.MANAGER, 200)])
def test_only_overseers_and_administrators_print(app, session, estate, role, status):
    route = make.route(session, estate, make.place(session, estate))
    browser = make.browser(app, make.person(session, estate, role=role))

    answer = browser.post("/api/v1/labels/sheet", json={"routeId": str(route.id), "layout": "a4-3x8"})

    assert answer.status_code == status


def test_another_estates_route_is_not_there(session, supervisor):
    other = make.estate(session)
    route = make.route(session, other, make.place(session, other))

    answer = supervisor.post("/api/v1/labels/sheet", json={"routeId": str(route.id), "layout": "a4-3x8"})

    assert (answer.status_code, answer.get_json()["code"]) == (404, "core.not_found")


def test_a_route_whose_labels_all_hang_says_so(session, estate, supervisor):
    place = make.place(session, estate)
    make.label(session, place, hung=True)
    route = make.route(session, estate, place)

    answer = supervisor.post("/api/v1/labels/sheet", json={"routeId": str(route.id), "layout": "a4-3x8"})

    assert (answer.status_code, answer.get_json()["code"]) == (422, "labels.nothing_to_print")


def test_a_lost_label_is_revoked_by_its_code_as_people_type_it(session, estate, supervisor):
    label = make.label(session, make.place(session, estate), hung=True)
    typed = f"{label.code[:4]}-{label.code[4:8]}-{label.code[8:]}".lower()

    answer = supervisor.post(f"/api/v1/labels/{typed}/revoke", json={"reason": "被撕掉"})

    assert answer.status_code == 204
    session.refresh(label)
    assert label.reason == "被撕掉"


def test_a_mistyped_code_revokes_nothing(supervisor):
    assert supervisor.post("/api/v1/labels/4K7Q2M9XTB3J/revoke", json={"reason": "丢失"}).status_code == 404


def test_the_command_prints_every_route_once(app, session, estate, tmp_path):
    shared, other = make.place(session, estate), make.place(session, estate)
    make.route(session, estate, shared, name="1 栋楼内")
    make.route(session, estate, shared, other, name="2 栋楼内")
    out = tmp_path / "sheets.pdf"

    answer = app.test_cli_runner().invoke(args=["labels", "--out", str(out)])
    unknown = app.test_cli_runner().invoke(args=["labels", "--out", str(out), "--route", "9 栋楼内"])

    assert answer.exit_code == 0, answer.output
    assert answer.output.startswith("2 labels:")
    assert out.read_bytes().startswith(b"%PDF")
    assert unknown.exit_code == 1
