"""Every timer of patrols and findings with a moved clock, over a weekend of which the Saturday is worked.

Saturday 28 February 2026 was worked for the Spring Festival (国务院办公厅: 2月28日上班): after Friday comes a working
day, a week later it does not. Minutes and calendar days run through both alike.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from time_machine import Traveller, travel

from tests import make
from tests.domains.findings.conftest import crew
from webapp.core.actor import Role
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import FOUNDED_WITH
from webapp.ground.notices.jobs import LOOK

__all__ = ["crew"]

CHINA = ZoneInfo("Asia/Shanghai")
FRIDAY = datetime(2026, 2, 27, 16, 30, tzinfo=CHINA)  # in the second window
WEEK = timedelta(days=7)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock() -> Iterator[Traveller]:
    with travel(FRIDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture(autouse=True)
def founded(session, beat):
    """The estate counts the public calendar, as one does that is founded today."""
    session.get_one(Estate, beat.estate.id).settings = {**FOUNDED_WITH}
    session.commit()


def now():
    return datetime.now(UTC)


def at(day, clock="23:59:59"):
    month, day = day
    return datetime.fromisoformat(f"2026-{month:02}-{day:02}T{clock}+08:00")


def report(crew, **fields):
    body = make.finding_body(crew.beat.places[0], now(), **fields)
    assert crew.beat.phone.report(body, v=2)["outcome"] == "applied"
    return body["findingId"]


def due(crew, finding_id):
    """Answer when what must be done about a finding is due."""
    held = crew.held(finding_id)["due"]
    return {one["what"]: datetime.fromisoformat(one["dueAt"]) for one in held}


def kinds_told(phone):
    """Answer what a phone was told of, after the worker has looked."""
    LOOK.act()
    return [one["kind"] for one in phone.pull("notices.notice").values()]


def rings_at(clock, phone, kind, moment):
    """Say whether somebody is told of it a minute after the moment, and of nothing at the moment itself."""
    clock.move_to(moment)
    before = kind in kinds_told(phone)
    clock.move_to(moment + MINUTE)
    return not before and kind in kinds_told(phone)


def repaired(crew):
    """Report something, have it repaired at this moment, and answer its id."""
    finding_id = report(crew)
    crew.act("manager", "dispatch", finding_id)
    crew.act("engineer", "accept", finding_id)
    crew.act("engineer", "fix", finding_id)
    return finding_id


def test_smell_minutes_run_through_the_night_into_a_weekend(crew, clock):
    clock.move_to(at((3, 6), "23:57:00"))
    guard = crew.phone("guard")
    finding_id = report(crew, item="ST-13", choice="gas", description="燃气味，从 902 门缝来")

    assert due(crew, finding_id) | {"solve": None} == {
        "dispatch": at((3, 7), "00:00:00"),
        "smell_ask": at((3, 7), "00:02:00"),
        "smell_tell": at((3, 7), "00:07:00"),
        "solve": None,
    }
    assert rings_at(clock, guard, "findings.passed_smell_ask", at((3, 7), "00:02:00"))
    assert rings_at(clock, guard, "findings.passed_smell_tell", at((3, 7), "00:07:00"))


def test_dl_02_three_minutes_to_dispatch_are_the_same_on_a_day_off(crew, clock):
    clock.move_to(at((3, 8), "10:00:00"))
    manager = crew.phone("manager")
    finding_id = report(crew)

    assert due(crew, finding_id)["dispatch"] == at((3, 8), "10:03:00")
    assert rings_at(clock, manager, "findings.passed_dispatch", at((3, 8), "10:03:00"))


@pytest.mark.parametrize("day", [(2, 27), (2, 28), (3, 1)], ids=["Friday", "worked Saturday", "Sunday"])
def test_dl_11_what_is_not_urgent_is_dispatched_and_solved_the_same_day_worked_or_not(crew, clock, day):
    clock.move_to(at(day, "20:00:00"))
    manager = crew.phone("manager")
    finding_id = report(crew, item="ST-12", choice="litter")

    assert due(crew, finding_id) == {"dispatch": at(day), "solve": at(day)}
    assert rings_at(clock, manager, "findings.passed_solve", at(day))


def test_dl_12_a_hard_problem_has_seven_calendar_days_whatever_is_worked(crew, clock):
    manager = crew.phone("manager")
    finding_id = report(crew)
    crew.act("manager", "dispatch", finding_id, hard=True)

    assert due(crew, finding_id)["solve"] == at((3, 6))
    assert rings_at(clock, manager, "findings.passed_solve", at((3, 6)))


@pytest.mark.parametrize(
    "fixed_on,until",
    [((2, 27), (2, 28)), ((2, 28), (3, 2)), ((3, 6), (3, 9))],
    ids=["worked Saturday follows", "fixed on it", "plain weekend follows"],
)
def test_a_repair_is_verified_by_the_end_of_the_next_working_day(crew, clock, fixed_on, until):
    clock.move_to(at(fixed_on, "16:30:00"))
    finding_id = repaired(crew)

    assert due(crew, finding_id) == {"verify": at(until)}
    assert rings_at(clock, crew.beat.phone, "findings.passed_verify", at(until))


def test_a_day_off_that_the_estate_declared_itself_counts_as_none(session, crew, clock):
    stopped = {"day": "2026-02-28", "worked": False, "reason": "台风停工"}
    session.get_one(Estate, crew.beat.estate.id).settings = {**FOUNDED_WITH, "own_days": [stopped]}
    session.commit()

    assert due(crew, repaired(crew)) == {"verify": at((3, 2))}


def ended_page(app, session, beat):
    """End a round that a colleague signs at once; answer the manager's phone."""
    colleague = make.person(session, beat.estate, name="周国平")
    boss = make.PatrolPhone(make.browser(app, make.person(session, beat.estate, role=Role.MANAGER)), beat.estate.id)
    theirs = make.PatrolPhone(make.browser(app, colleague), beat.estate.id)
    items = make.whole_round(beat.phone, beat.places, beat.route, now())
    body = make.cosign_body(items[-1]["body"]["recordId"], colleague.id, items)
    answers = [
        *beat.phone.push(*items),
        *theirs.push(theirs.item("patrols.cosign", body, saved_at=now() + MINUTE)),
    ]
    assert {one["outcome"] for one in answers} == {"applied"}, answers
    return boss


@pytest.mark.parametrize(
    "ended_on,until",
    [((2, 27), (2, 28)), ((3, 6), (3, 9))],
    ids=["worked Saturday follows", "plain weekend follows"],
)
def test_pat_r06_the_manager_signs_by_the_end_of_the_next_working_day(app, session, beat, clock, ended_on, until):
    clock.move_to(at(ended_on, "16:30:00"))
    boss = ended_page(app, session, beat)

    assert "patrols.to_sign_off" in kinds_told(boss)
    assert rings_at(clock, boss, "patrols.sign_off_passed", at(until))
