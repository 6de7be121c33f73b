"""Who is told of what: once, in the app and by the estate's channels."""

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import text

from tests import make, post
from tests.domains.conftest import NOW, beat, clock
from webapp.core.actor import Role
from webapp.core.db import unit_of_work
from webapp.ground.notices.jobs import LOOK, SWEEP
from webapp.ground.notices.models import Notice, NoticeChannel, NoticeDelivery

__all__ = ["beat", "clock"]

FOUND = NOW - timedelta(minutes=2)
OVER = NOW.replace(hour=9, minute=31)  # 17:31: the window of the second round is over
NIGHT = NOW.replace(hour=15)  # 23:00


@pytest.fixture
def office(app, session, beat):
    return make.browser(app, make.person(session, beat.estate, role=Role.OFFICE_MANAGER, name="周主任"))


@pytest.fixture
def supervisor(app, session, beat):
    person = make.person(session, beat.estate, role=Role.SUPERVISOR, name="沈主管")
    return make.PatrolPhone(make.browser(app, person), beat.estate.id)


@pytest.fixture
def mailbox() -> Iterator[post.Mailbox]:
    with post.mailbox() as box:
        yield box


@pytest.fixture
def gateway() -> Iterator[post.Gateway]:
    with post.gateway() as door:
        yield door


def urgent(beat):
    body = make.finding_body(beat.places[0], FOUND)
    beat.phone.report(body)
    return body


def notices(phone, kind):
    """Answer the Chinese words of the notices of a kind that a phone may hold, in their order."""
    told = [one for one in phone.pull("notices.notice").values() if one["kind"] == kind]
    assert all({*one["words"]} == {"zh-Hans", "zh-Hant", "en"} for one in told)
    return [one["words"]["zh-Hans"] for one in told]


def deliveries(session, **which):
    session.rollback()
    return session.query(NoticeDelivery).filter_by(**which).all()


def test_a_round_that_is_not_done_when_its_window_ends_is_told_to_its_steward_and_the_supervisor(
    beat, supervisor, clock
):
    beat.phone.visit(make.visit_body(beat.places[0], FOUND, beat.route))
    LOOK.act()
    (morning,) = notices(supervisor, "desk.round_late")

    clock.move_to(OVER)
    LOOK.act()

    told = notices(supervisor, "desk.round_late")
    assert morning in told
    assert [one["line"] for one in told if "第2轮" in one["line"] and "还有2处没有记录" in one["line"]]
    assert notices(beat.phone, "desk.round_late") == told


def test_what_is_due_twice_is_told_once(beat, supervisor):
    urgent(beat)
    LOOK.act()
    LOOK.act()

    assert len(notices(supervisor, "findings.urgent")) == 1


def test_a_neighbour_hears_nothing(app, session, beat):
    other = make.estate(session)
    neighbour = make.PatrolPhone(make.browser(app, make.person(session, other, role=Role.SUPERVISOR)), other.id)
    urgent(beat)

    LOOK.act()

    assert notices(neighbour, "findings.urgent") == []


@pytest.mark.parametrize(("language", "title"), [("en", "Urgent problem"), ("zh-Hant", "緊急問題")])
def test_a_mailbox_and_a_gateway_receive_it_in_their_language(session, beat, mailbox, gateway, language, title):
    estate = beat.estate.name
    make.channel(session, beat.estate, mailbox.url)
    make.channel(session, beat.estate, gateway.url, language=language)
    urgent(beat)

    LOOK.act()

    assert "自行车 1 辆" in dict(mailbox.read())[f"紧急问题 · {estate}"]
    assert f"{title} · {estate}" in dict(gateway.read())
    assert {one.state.value for one in deliveries(session)} == {"sent"}


def test_what_does_not_go_out_is_tried_again_and_shown_with_its_reason(session, beat, office, clock):
    make.channel(session, beat.estate, "json://127.0.0.1:9/closed", urgent_only=True)
    urgent(beat)

    for minutes in (0, 1, 5, 30, 120):
        clock.shift(timedelta(minutes=minutes))
        LOOK.act()

    listed = office.get("/api/v1/notices/deliveries").get_json()
    (shown,) = [one for one in listed if one["words"]["zh-Hans"]["title"] == "紧急问题"]
    assert (shown["state"], shown["tries"], shown["channel"]) == ("failed", 5, "群")
    assert shown["error"]
    assert "127.0.0.1" not in json.dumps(shown["words"])


def test_at_night_only_what_is_urgent_goes_out(session, beat, clock, gateway):
    make.channel(session, beat.estate, gateway.url, quiet_from="22:00", quiet_to="07:00")
    clock.move_to(NIGHT)
    LOOK.act()
    assert gateway.told == []
    assert {one.state.value for one in deliveries(session)} == {"waiting"}  # the rounds of the day were not walked

    clock.move_to(NIGHT + timedelta(hours=8))
    LOOK.act()

    assert {one["title"].split(" · ")[0] for one in gateway.told} == {"巡查没做完"}


def test_the_ends_of_the_books_days_go_out_by_the_channels_alone(session, beat, supervisor, clock, gateway):
    make.channel(session, beat.estate, gateway.url)
    beat.phone.visit(make.visit_body(beat.places[0], FOUND, beat.route))
    clock.shift(timedelta(days=1))
    beat.phone.visit(make.visit_body(beat.places[1], FOUND + timedelta(days=1), beat.route))

    LOOK.act()

    (end,) = [one["message"] for one in gateway.told if "登记簿日结" in one["title"]]
    assert "2026-11-23 登记簿到第 1 条" in end
    assert notices(supervisor, "notices.day_end") == []


def test_old_notices_are_forgotten(session, beat, clock):
    urgent(beat)
    LOOK.act()
    clock.shift(timedelta(days=91))

    SWEEP.act()

    session.rollback()
    assert session.query(Notice).count() == 0


def test_a_channel_switched_off_sends_nothing_of_what_waits(session, beat, clock, gateway):
    made = make.channel(session, beat.estate, gateway.url, quiet_from="22:00", quiet_to="07:00")
    key = made.estate_id, made.id
    clock.move_to(NIGHT)
    LOOK.act()
    with unit_of_work() as writing:
        writing.get_one(NoticeChannel, key).active = False

    clock.move_to(NIGHT + timedelta(hours=8))
    LOOK.act()

    assert gateway.told == []


def test_a_question_that_fails_in_one_estate_keeps_nothing_from_anybody_else(
    app, session, beat, supervisor, gateway, monkeypatch, caplog
):
    make.channel(session, beat.estate, gateway.url)
    other, watches = make.estate(session), app.extensions["rounds.watches"]
    failing = [beat.estate.id, other.id]

    def broken(session, estate_id, _now):
        assert estate_id in failing
        session.execute(text("SELECT * FROM nowhere"))

    monkeypatch.setitem(app.extensions, "rounds.watches", (broken, *watches))
    urgent(beat)

    LOOK.act()

    assert len(notices(supervisor, "findings.urgent")) == 1
    assert [one["title"] for one in gateway.told if one["title"].startswith("紧急问题")]
    assert {str(estate_id) for estate_id in failing} <= {line.split()[-1] for line in caplog.messages}


def test_a_way_out_that_breaks_in_an_unknown_manner_blocks_no_other(session, beat, gateway, monkeypatch):
    make.channel(session, beat.estate, "json://127.0.0.1:9/", language="xx", name="坏")
    make.channel(session, beat.estate, gateway.url)
    urgent(beat)

    LOOK.act()

    assert [one["title"] for one in gateway.told if one["title"].startswith("紧急问题")]
    broken = [one for one in deliveries(session) if one.error]
    assert {(one.state.value, one.tries, one.error) for one in broken} == {("waiting", 1, "KeyError")}
