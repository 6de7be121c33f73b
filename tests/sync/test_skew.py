"""Phones and servers of different versions: what is old is upgraded, what is new waits, and nothing is lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select

from tests import make
from webapp.domains.patrols.models import PatrolVisit
from webapp.domains.patrols.rules.rounds import Timeliness
from webapp.ground.estates.models import Estate
from webapp.ground.estates.service import change_settings
from webapp.ground.logbook.models import LogbookContent
from webapp.ground.logbook.verify import verify
from webapp.ground.people.models import Person

# A Monday, 15:38 in Shenzhen: the second window is 14:00 to 17:30.
THEN = datetime(2026, 10, 19, 7, 38, tzinfo=UTC)
MONTH = timedelta(days=31)


@pytest.fixture
def clock():
    with time_machine.travel(THEN, tick=False) as traveller:
        yield traveller


def differences(app, session, estate):
    session.rollback()
    told: list[str] = []
    verify(session, estate.id, app.extensions["rounds.push_kinds"], lambda one: told.append(str(one)))
    return told


def marks(session):
    session.rollback()
    return [visit.marks for visit in session.scalars(select(PatrolVisit).order_by(PatrolVisit.entry))]


def test_a_phone_a_month_away_with_an_older_app_delivers_and_is_judged_by_what_it_knew(app, session, clock, beat_of):
    estate, steward, place, route = beat_of
    phone = make.phone(app, steward, estate)
    phone.push()
    at = THEN + timedelta(minutes=5)
    round_ = {"routeId": str(route.id), "date": "2026-10-19", "number": 2}
    old = phone.visit(place, at=at, round=round_) | {"rules": "stairwell/1;settings/1", "v": 1}
    old["clock"]["offsetMs"] = 0
    clock.move_to(THEN + timedelta(days=10))
    boss = make.actor(steward, estate).person
    change_settings(session, estate.id, {"patrol_windows": [["06:00", "07:00"]]}, seen=1, by=boss, now=at + MONTH / 3)
    session.commit()
    clock.move_to(THEN + MONTH)
    assert phone.browser.get("/api/v1/session").status_code == 401

    (answer,) = phone.push(old)["answers"]

    assert answer["outcome"] == "applied"
    session.rollback()
    (visit,) = session.scalars(select(PatrolVisit))
    assert (visit.scanned_at, visit.timeliness, visit.number) == (at, Timeliness.ON_TIME, 2)
    assert not {"patrols.time_doubtful", "patrols.unknown_round", "patrols.task_missing"} & {
        remark["code"] for remark in visit.remarks
    }
    assert visit.marks == []
    assert differences(app, session, estate) == []


@pytest.fixture
def beat_of(session, clock):
    estate = make.estate(session)
    session.get_one(Estate, estate.id).created_at = THEN - MONTH
    session.commit()
    place = make.place(session, estate)
    return estate, make.person(session, estate), place, make.route(session, estate, place)


def test_the_first_shape_of_a_visit_is_taken_in_beside_the_newest_and_both_verify(app, session, estate, phone, place):
    first = phone.visit(place) | {"v": 1}
    first["body"].pop("asksTasks", None)
    newest = phone.visit(place, asksTasks=True) | {"v": 2}
    shown = make.visit_photo(make.NOON)
    first["body"]["photos"], newest["body"]["photos"] = [shown], [{**shown, "task": "exit_sign"}]

    answers = phone.push(first, newest)["answers"]

    assert [answer["outcome"] for answer in answers] == ["applied", "applied"]
    photos = {visit.entry: visit.photos for visit in session.scalars(select(PatrolVisit))}
    assert [one[0].get("task") for _, one in sorted(photos.items())] == [None, "exit_sign"]
    assert '"v":1' in session.scalars(select(LogbookContent.content).order_by(LogbookContent.number)).first()
    assert differences(app, session, estate) == []


@pytest.mark.parametrize("change", [{"v": 99}, {"kind": "patrols.sing"}])
def test_what_is_newer_than_the_server_waits_and_is_told_why(phone, place, change):
    newer, known = phone.visit(place) | change, phone.visit(place)

    said = phone.push(newer, known)

    assert [answer["id"] for answer in said["answers"]] == [known["id"]]
    assert said["held"] == [{"id": newer["id"], "code": "sync.newer_than_server"}]


def test_what_waited_is_taken_in_once_the_server_is_as_new(app, session, estate, phone, place):
    kinds = app.extensions["rounds.push_kinds"]
    visit = kinds["patrols.visit"]
    newer = phone.visit(place) | {"v": visit.version + 1}
    assert phone.push(newer)["answers"] == []
    upgrades = {**visit.upgrades, visit.version: lambda body: body}
    upgraded = replace(visit, version=visit.version + 1, upgrades=upgrades)
    app.extensions["rounds.push_kinds"] = {**kinds, visit.name: upgraded}

    said = phone.push(newer)

    assert ([answer["outcome"] for answer in said["answers"]], said["held"]) == (["applied"], [])
    assert differences(app, session, estate) == []


def test_late_items_of_somebody_disabled_arrive_and_those_made_after_it_are_marked(app, session, clock, beat_of):
    estate, steward, place, _ = beat_of
    phone = make.phone(app, steward, estate)
    before, after = (phone.visit(place, at=THEN + timedelta(minutes=minutes)) for minutes in (5, 20))
    session.get_one(Person, steward.id).disabled_at = THEN + timedelta(minutes=10)
    session.commit()
    clock.move_to(THEN + timedelta(minutes=30))

    said = phone.push(before, after)

    assert [answer["outcome"] for answer in said["answers"]] == ["applied", "applied"]
    assert marks(session) == [[], ["after_sign_out"]]
