"""What phones hold of patrols: plans, and what others did on the rounds of the last days."""

from datetime import date, timedelta

from tests import make
from tests.domains.conftest import NOW
from webapp.core.actor import Role
from webapp.domains.patrols.rules.rounds import Plan, Window, round_id

SCANNED = NOW - timedelta(minutes=2)


def test_a_visit_is_told_in_short_to_everybody_who_walks(app, beat, session):
    body = make.visit_body(beat.places[0], SCANNED, beat.route)
    item = beat.phone.item("patrols.visit", body, saved_at=SCANNED + timedelta(minutes=1))
    beat.phone.push(item)
    colleague = make.PatrolPhone(make.browser(app, make.person(session, beat.estate)), beat.estate.id)

    assert colleague.pull("patrols.visit") == {
        body["visitId"]: {
            "placeId": str(beat.places[0].id),
            "roundId": str(round_id(beat.estate.id, beat.route.id, date(2026, 11, 23), 2)),
            "routeId": str(beat.route.id),
            "date": "2026-11-23",
            "number": 2,
            "scannedAt": SCANNED.isoformat(),
            "correctedAt": SCANNED.isoformat(),
            "byId": str(beat.steward.id),
            "byName": "林晓岚",
            "abnormal": 0,
            "state": "done",
            "serial": "XC-2026-000001",
            "sha256": make.seen(item)[0]["sha256"],
        }
    }


def test_visits_of_more_than_three_days_ago_are_not_held(beat, clock):
    beat.phone.visit(make.visit_body(beat.places[0], SCANNED, beat.route))

    clock.move_to(NOW + timedelta(days=3))
    assert len(beat.phone.pull("patrols.visit")) == 1
    clock.move_to(NOW + timedelta(days=4))
    assert beat.phone.pull("patrols.visit") == {}


def test_who_neither_walks_nor_watches_holds_no_visits_and_no_plans(app, beat, session):
    beat.phone.visit(make.visit_body(beat.places[0], SCANNED, beat.route))
    cleaner = make.person(session, beat.estate, role=Role.CLEANER)
    theirs = make.PatrolPhone(make.browser(app, cleaner), beat.estate.id)

    assert (theirs.pull("patrols.visit"), theirs.pull("patrols.plan")) == ({}, {})


def test_a_neighbour_holds_nothing_of_the_estate(app, beat, session):
    beat.phone.visit(make.visit_body(beat.places[0], SCANNED, beat.route))
    next_door = make.estate(session)
    neighbour = make.PatrolPhone(make.browser(app, make.person(session, next_door)), next_door.id)

    assert neighbour.pull("patrols.visit") == {}


def test_a_route_s_own_plan_is_told_and_judges_its_visits(beat, session):
    night = Plan((Window(1, "22:00", "02:00"), Window(2, "15:00", "15:30")), 2, 1, date(2026, 11, 1))
    stored = make.plan(session, beat.estate.id, beat.route, night)

    assert beat.phone.pull("patrols.plan") == {
        str(stored.id): {
            "routeId": str(beat.route.id),
            "windows": [
                {"number": 1, "start": "22:00", "end": "02:00"},
                {"number": 2, "start": "15:00", "end": "15:30"},
            ],
            "roundsOnWorkingDay": 2,
            "ownWindows": True,
            "roundsOnRestDay": 1,
            "validFrom": "2026-11-01",
            "assignees": "steward",
            "assigneeIds": [],
        }
    }
    body = make.visit_body(beat.places[0], SCANNED, beat.route)  # 15:36, six minutes after the window
    beat.phone.visit(body)
    assert beat.phone.pull("patrols.visit")[body["visitId"]]["state"] == "late"
