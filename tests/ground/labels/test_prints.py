"""Prints of many labels: chosen at once, drawn by the worker, gone on with after a kill, swept after a week."""

from datetime import timedelta

import pypdfium2
import pytest
import time_machine

from tests import make
from tests.make import NOON
from webapp.core import clock
from webapp.core.actor import Role
from webapp.ground.labels.code import shown
from webapp.ground.labels.models import LabelJob, LabelPrint, LabelRow
from webapp.ground.labels.prints import service
from webapp.ground.labels.prints.jobs import RESUME, SWEEP, press

JOBS = "/api/v1/labels/jobs"


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def supervisor(app, session, estate):
    return make.browser(app, make.person(session, estate, role=Role.SUPERVISOR))


@pytest.fixture
def route(session, estate):
    places = [make.place(session, estate, name=f"3 栋 1 单元 {floor} 层 楼梯间") for floor in (3, 2, 1)]
    return make.route(session, estate, *places)


@pytest.fixture
def small_files(monkeypatch):
    """Files of two labels, so that three make two."""
    for module in ("service", "views"):
        monkeypatch.setattr(f"webapp.ground.labels.prints.{module}.PER_FILE", 2)


def work(app):
    """Do what is queued, as the consumer does."""
    queue = app.extensions["rounds.jobs"].queue
    done = 0
    while task := queue.dequeue():
        queue.execute(task)
        done += 1
    return done


def started(browser, **body):
    answer = browser.post(JOBS, json={"layout": "a4-3x8", **body})
    assert answer.status_code == 202, answer.get_json()
    return answer.get_json()["id"]


def fetched(browser, url):
    return browser.get(url, buffered=True)


def words(pdf):
    with pypdfium2.PdfDocument(pdf, autoclose=True) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def test_a_print_waits_and_is_then_ready_with_its_files(app, session, supervisor, route, small_files):
    job = started(supervisor, routeIds=[str(route.id)])
    waiting = supervisor.get(f"{JOBS}/{job}").get_json()
    assert (waiting["state"], waiting["done"], waiting["of"], waiting["files"]) == ("waiting", 0, 3, [])

    assert work(app) == 1

    ready = supervisor.get(f"{JOBS}/{job}").get_json()
    assert (ready["state"], ready["done"], ready["warnings"]) == ("ready", 3, [])
    assert [(one["name"], one["labels"]) for one in ready["files"]] == [
        ("labels-0001-0002.pdf", 2),
        ("labels-0003-0003.pdf", 1),
    ]
    first, second = (fetched(supervisor, one["url"]) for one in ready["files"])
    assert (first.status_code, first.mimetype) == (200, "application/pdf")
    assert words(first.data).index("3 层") < words(first.data).index("2 层")
    assert "1 层" in words(second.data)
    assert supervisor.get(f"{JOBS}/{job}/files/3.pdf").status_code == 404
    assert [one["id"] for one in supervisor.get(JOBS).get_json()] == [job]


def test_without_routes_all_are_printed_and_a_place_on_two_comes_once(app, session, estate, supervisor, route):
    stop = make.place(session, estate, name="大堂")
    make.route(session, estate, stop, name="南区")
    make.route(session, estate, stop, name="北区")

    job = started(supervisor)

    assert supervisor.get(f"{JOBS}/{job}").get_json()["of"] == 4


def test_a_killed_worker_goes_on_where_it_was(app, session, estate, supervisor, route, small_files, monkeypatch):
    job = started(supervisor, routeIds=[str(route.id)])
    app.extensions["rounds.jobs"].queue.dequeue()  # taken by a worker that was killed: it is queued no more
    key = (estate.id, service.unfinished(session)[0].id)
    drawn = press().file(*key, 1)

    def killed(*_args, **_options):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(service, "_note", killed)
        with pytest.raises(KeyboardInterrupt):
            service.draw(press(), *key, now=NOON)
    drawn.parent.mkdir(parents=True, exist_ok=True)
    drawn.write_bytes(b"drawn before the kill")

    RESUME.act()
    assert work(app) == 1

    assert drawn.read_bytes() == b"drawn before the kill"
    assert supervisor.get(f"{JOBS}/{job}").get_json()["state"] == "ready"
    assert sorted(path.name for path in drawn.parent.iterdir()) == ["1.pdf", "2.pdf"]


def test_a_print_drawn_twice_or_too_late_changes_nothing(app, estate, supervisor, route):
    job = started(supervisor, routeIds=[str(route.id)])
    jobs = app.extensions["rounds.jobs"]
    jobs.enqueue("labels.draw", str(estate.id), job)
    jobs.enqueue("labels.draw", str(estate.id), str(route.id))

    assert work(app) == 3

    assert supervisor.get(f"{JOBS}/{job}").get_json()["state"] == "ready"


def test_a_print_that_failed_says_so_until_it_is_drawn(app, supervisor, route, monkeypatch):
    job = started(supervisor, routeIds=[str(route.id)])

    def full(*_args, **_options):
        raise OSError("no space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(service, "write_sheets", full)
        work(app)
        assert supervisor.get(f"{JOBS}/{job}").get_json()["state"] == "failed"
    RESUME.act()
    work(app)

    assert supervisor.get(f"{JOBS}/{job}").get_json()["state"] == "ready"


def test_blank_labels_are_made_to_be_claimed_on_site(app, session, estate, supervisor):
    job = started(supervisor, blank=3, layout="roll-50")
    work(app)

    (file,) = supervisor.get(f"{JOBS}/{job}").get_json()["files"]
    rows = session.query(LabelRow).all()
    assert {(row.target_kind, row.target_id == row.id) for row in rows} == {("blank", True)}
    said = words(fetched(supervisor, file["url"]).data)
    assert all(shown(row.code).replace("-", " ") in said for row in rows)


def test_a_print_without_labels_is_refused_and_leaves_nothing(session, estate, supervisor):
    place = make.place(session, estate)
    make.label(session, place, hung=True)
    route = make.route(session, estate, place)

    answer = supervisor.post(JOBS, json={"routeIds": [str(route.id)], "layout": "a4-3x8"})

    assert (answer.status_code, answer.get_json()["code"]) == (422, "labels.nothing_to_print")
    assert session.query(LabelJob).all() == []


@pytest.mark.parametrize("body", [{"blank": 0}, {"blank": 5_001}, {"blank": 3, "routeIds": []}, {"layout": "a5"}])
def test_a_print_that_cannot_be_is_refused(supervisor, body):
    assert supervisor.post(JOBS, json={"layout": "a4-3x8", **body}).status_code == 422


def test_blank_labels_of_a_route_are_refused(supervisor, route):
    body = {"layout": "a4-3x8", "blank": 3, "routeIds": [str(route.id)]}

    assert supervisor.post(JOBS, json=body).status_code == 422


def test_prints_are_for_who_prints_and_for_their_own_estate(app, session, estate, supervisor, route):
    job = started(supervisor, routeIds=[str(route.id)])
    work(app)
    steward = make.browser(app, make.person(session, estate))
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.MANAGER))
    stranger = app.test_client()

    for path in (f"{JOBS}/{job}", f"{JOBS}/{job}/files/1.pdf"):
        assert [who.get(path).status_code for who in (stranger, steward, neighbour)] == [401, 403, 404]
    assert [who.get(JOBS).status_code for who in (stranger, steward)] == [401, 403]
    assert neighbour.get(JOBS).get_json() == []
    body = {"routeIds": [str(route.id)], "layout": "a4-3x8"}
    assert [who.post(JOBS, json=body).status_code for who in (stranger, steward, neighbour)] == [401, 403, 404]


def test_prints_are_swept_after_a_week_and_their_labels_stay(app, session, estate, supervisor, route):
    printed = clock.now()  # not before the supervisor signed in: a session of the future is none
    with time_machine.travel(printed, tick=False):
        job = started(supervisor, routeIds=[str(route.id)])
        work(app)
    folder = press().folder(estate.id, service.recent(session, estate.id)[0].id)
    codes = {row.code for row in session.query(LabelRow)}
    with time_machine.travel(printed + timedelta(days=7), tick=False):
        SWEEP.act()
    assert folder.exists()
    with time_machine.travel(printed + timedelta(days=7, seconds=1), tick=False):
        SWEEP.act()

    assert not folder.exists()
    session.expire_all()
    assert session.query(LabelPrint).all() == []
    assert supervisor.get(f"{JOBS}/{job}").status_code in (401, 404)
    assert {row.code for row in session.query(LabelRow)} == codes
