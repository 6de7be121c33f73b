"""Colleagues as phones hold them."""

from tests import make
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.ground.people.sync import COLLEAGUES


def test_a_phone_holds_the_colleagues_of_its_estate_and_no_others(session):
    here, there = make.estate(session), make.estate(session)
    chen = make.person(session, here, name="陈志强", pin="258047")
    li = make.person(session, here, name="李静", role=Role.SUPERVISOR, disabled_at=make.NOON)
    stranger = make.person(session, there)
    actor = make.actor(chen, here)
    held = dict(COLLEAGUES.page(session, actor, None, 10))
    assert held == {
        chen.id: {"name": "陈志强", "role": "steward", "active": True, "pin": True},
        li.id: {"name": "李静", "role": "supervisor", "active": False, "pin": False},
    }
    assert COLLEAGUES.some(session, actor, [li.id, stranger.id, new_id()]) == {li.id: held[li.id]}


def test_pages_follow_each_other_without_gap(session):
    estate = make.estate(session)
    people = [make.person(session, estate) for _ in range(5)]
    actor = make.actor(people[0], estate)
    first = list(COLLEAGUES.page(session, actor, None, 3))
    rest = list(COLLEAGUES.page(session, actor, first[-1][0], 3))
    assert [row[0] for row in first + rest] == sorted(person.id for person in people)
