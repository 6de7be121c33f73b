"""The demo estate: made through the real doors, half done at any hour, and never in a database with an estate."""

import io
import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import uuid4

import pytest
import time_machine
from PIL import Image
from sqlalchemy import func, select

from tests import make
from webapp.demo.cast import CAST, MANAGER, OVERSEER
from webapp.demo.checked import check_acts
from webapp.demo.days import ZONE, plans, windows_around
from webapp.demo.entered import emergency_acts
from webapp.demo.follow import deeds
from webapp.demo.found import found
from webapp.demo.phone import Phone
from webapp.demo.picture import Scene, photo_of
from webapp.demo.play import play
from webapp.demo.story import today
from webapp.demo.units import demo_units
from webapp.demo.walk import Beat, Stop, Walk
from webapp.domains.checks.models import CheckSheet
from webapp.domains.emergencies.models import EmergencyEntry
from webapp.domains.findings.models import Finding
from webapp.domains.patrols.models import PatrolVisit
from webapp.domains.vacancy.models import VacantCheck
from webapp.ground.calendar.rules import day_of, moment_at
from webapp.ground.logbook.models import SerialPage
from webapp.ground.people.models import Person
from webapp.ground.photos.models import Photo, PhotoUse

NOON = datetime(2026, 11, 23, 4, 2, tzinfo=UTC)


def played(app, now):
    settings = app.extensions["rounds.settings"]
    with time_machine.travel(now, tick=False):
        play(settings.photo_store, app.extensions["rounds.push_kinds"], now=now, days=0)


def at(hour, minute=0):
    """Answer a moment by the estate's clock."""
    return datetime(2026, 11, 23, hour, minute, tzinfo=UTC).replace(hour=(hour - 8) % 24)


def test_today_shows_whatever_a_supervisor_has_to_see(app, session):
    played(app, NOON)
    shen = session.scalars(select(Person).where(Person.login == "shen")).one()
    session.rollback()

    with time_machine.travel(NOON, tick=False):
        page = make.browser(app, shen, password="shen-wangjiang").get("/api/v1/desk/today").get_json()
        verified = app.test_cli_runner().invoke(args=["logbook", "verify"])

    states = sum((Counter(round_["counts"]) for round_ in page["rounds"]), Counter())
    assert (states["missed"], states["late"], states["not_arrived"]) == (1, 2, 4)
    assert states["done"] > 400
    assert states["due"] > 36
    assert [one["params"]["item"] for one in page["exceptions"] if one["urgent"]] == ["ST-09"]
    assert [device["people"] for device in page["devices"] if device["waiting"]] == [["何志远"]]
    assert verified.exit_code == 0, verified.output

    assert broken_rules(session) == set()
    assert vacant_units(session) == (23, True, ["water"])
    assert set(session.scalars(select(Photo.sha256))) == set(session.scalars(select(PhotoUse.sha256)))


def vacant_units(session):
    """Answer how many checks there are, whether all are complete and without a remark, and which valves stay open."""
    checks = session.scalars(select(VacantCheck)).all()
    clean = all(one.complete and not one.remarks for one in checks)
    return len(checks), clean, [left["valve"] for one in checks for left in one.open_valves]


def broken_rules(session):
    told = [*session.scalars(select(PatrolVisit.remarks)), *session.scalars(select(Finding.remarks))]
    return {remark["code"] for remarks in told for remark in remarks}


def test_a_few_days_leave_sheets_a_slip_a_report_and_an_entry_to_look_at(app, session):
    opened = NOON - timedelta(days=5)
    settings, kinds = app.extensions["rounds.settings"], app.extensions["rounds.push_kinds"]
    with time_machine.travel(NOON, tick=False):
        estate_id = found(Random(1), now=NOON, at=opened)
        here = [one for one in CAST if one.login in {OVERSEER, MANAGER, "guan"}]
        phones = {one.login: Phone(one, estate_id, settings.photo_store, at=opened) for one in here}
        acts = [*check_acts(estate_id, now=NOON, days=3), *emergency_acts(now=NOON)]
        for act in sorted(acts, key=lambda one: one.at):
            phones[act.login].send([act.item(phones[act.login], Random(1))], kinds, at=act.at)

    serials = session.scalars(select(SerialPage.serial).order_by(SerialPage.serial))
    given = Counter(serial.partition("-")[0] for serial in serials)
    assert given == {"RJ": 3, "ZJ": 1, "BH": 1, "GC": 1, "JJ": 1}
    signers = session.scalars(select(CheckSheet.signer_name)).all()
    assert (signers.count("蒋一鸣"), signers.count(None)) == (3, 1)
    (entry,) = session.scalars(select(EmergencyEntry))
    assert (entry.stands, entry.remarks, entry.left_remarks) == (True, [], [])


@pytest.mark.parametrize("now", [at(0, 1), at(1, 30), at(3, 30), at(7), at(15), at(23, 55)])
def test_at_any_hour_nothing_happens_before_today_or_after_now(now):
    beats = {building: Beat(uuid4(), [Stop(uuid4(), floor, "") for floor in range(36)]) for building in range(1, 7)}

    happened = [(sent.walk, sent.at) for sent in today(beats, Random(1), now) if sent.walk]

    assert happened or now == at(0, 1)
    midnight = moment_at(day_of(now, ZONE), "00:00", ZONE)
    for walk, sent_at in happened:
        assert midnight <= walk.moments[0] <= walk.moments[-1] < sent_at <= now


@pytest.mark.parametrize("now, rounds", [(at(0, 1), 1), (at(3), 1), (at(3, 30), 2), (at(7), 3), (at(23, 55), 3)])
def test_todays_windows_lie_around_the_moment(now, rounds):
    windows = windows_around(now)

    assert [window.number for window in windows] == list(range(1, rounds + 1))
    assert windows[0].start < windows[-1].start or rounds == 1


@pytest.mark.parametrize(
    "minutes, acts",
    [(1, []), (20, ["dispatch", "accept"]), (300, ["dispatch", "accept", "fix", "verify", "sign", "sign"])],
)
def test_what_is_found_is_followed_as_far_as_the_hour_allows(minutes, acts):
    stop = Stop(uuid4(), 9, "")
    walk = Walk(Beat(uuid4(), [stop]), NOON.date(), 1, [NOON], {})
    reported = {"findingId": "", "placeId": str(stop.place_id), "item": "ST-06", "checklist": {"type": "stairwell"}}
    items = [
        {"kind": "patrols.visit", "body": {}},
        {"kind": "findings.report", "body": {**reported, "action": "reported"}},
        {"kind": "findings.report", "body": {**reported, "action": "solved_on_spot"}},
    ]

    done = list(deeds(walk, items, NOON, NOON + timedelta(minutes=minutes)))

    assert [deed.act for deed in done] == acts
    assert {deed.login for deed in done} == {"shen", "wang"} if acts else not done


def test_tomorrow_is_an_ordinary_day_again():
    *_, today, tomorrow = plans(NOON)

    assert (tomorrow.valid_from - today.valid_from).days == 1
    assert [window.start for window in tomorrow.windows] == ["09:00", "14:00"]


def test_a_database_with_an_estate_never_gets_demo_people(app, session):
    make.estate(session)

    answer = app.test_cli_runner().invoke(args=["demo", "--json"])

    assert answer.exit_code == 1
    assert session.scalar(select(func.count()).select_from(Person)) == 0


def test_the_register_is_that_of_864_units():
    units = list(demo_units(Random(1)))

    assert len({unit.key for unit in units}) == 864


def test_no_two_photos_are_alike_and_none_says_where_it_was_taken():
    chance = Random(1)

    first, second = (photo_of(Scene(9), chance) for _ in range(2))

    assert first != second
    with Image.open(io.BytesIO(first)) as image:
        assert image.format == "JPEG"
        assert max(image.size) <= 1600
        assert not image.getexif()
    assert len(first) <= 300_000


def test_what_is_printed_lets_each_of_them_sign_in(app):
    told = json.loads(app.test_cli_runner().invoke(args=["demo", "--json", "--days", "0"]).output)

    assert told["url"] == "https://rounds.cn"
    for person in told["people"]:
        body = {"login": person["login"], "password": person["password"]}
        device = {"id": str(uuid4()), "name": "测试手机"}
        assert app.test_client().post("/api/v1/session", json={**body, "device": device}).status_code == 200
