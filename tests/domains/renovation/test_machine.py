"""The machine of renovations: state × event, as its table says and nowhere else (`renovation.md` 4)."""

import functools

import pytest

from tests.domains.renovation.ways_there import WAYS_THERE
from tests.domains.renovation.world import PASSES, WAY, World, notice_body, signatures
from tests.domains.shared import examples
from webapp.core.actor import Role
from webapp.core.domain import Applied, Refused
from webapp.domains.renovation.rules.guards import GUARDS
from webapp.domains.renovation.rules.limits import state_on
from webapp.domains.renovation.rules.machine import ARCHIVIST, MACHINE, TIMER, moves
from webapp.domains.renovation.rules.states import Act, CaseState

SPLIT = {
    Act.ACCEPT: {"accept_passed": {}, "accept_failed": {"passed": False, "notice": notice_body()}},
    Act.REINSPECT: {"reinspect_passed": {}, "reinspect_failed": {"passed": False, "dueOn": "2027-12-01"}},
    Act.RECHECK: {
        "recheck_clean": {},
        "recheck_not_clean": {"passed": False, "notice": notice_body(dueOn="2027-12-01")},
    },
}


def _rows():
    return [
        {
            "number": move.number,
            "event": move.event,
            "from": state and state.value,
            "who": [str(who) for who in move.who],
            "guards": list(move.guards),
            "to": str(move.to or state),
        }
        for move in MACHINE
        for state in move.sources
    ]


def test_the_shared_table_is_the_machine():
    assert examples("renovation_transitions.json") == _rows()


def test_all_26_transitions_of_the_book_are_in_the_machine():
    assert {move.number for move in MACHINE} == set(range(27))


def test_an_event_leads_from_a_state_by_one_line_only():
    for move in MACHINE:
        alike = [other for other in moves(move.event) if set(other.sources) & set(move.sources)]
        assert alike == [move], move.event


def test_nothing_leads_out_of_what_is_over():
    out = {move.event for move in MACHINE if {CaseState.CLOSED, CaseState.CANCELLED} & set(move.sources)}
    assert out == {"file"}


@functools.cache
def _reached(state):
    """A renovation that has come to a state, and on the way was asked for all that can be decided."""
    world = World()
    WAYS_THERE[state](world)
    return world


def _standing(state):
    world = _reached(state).copy()
    world.archivists = frozenset({world.people[Role.GM]})
    return world


EVENTS = {
    **{act.value: (act, {}) for act in Act if act not in (*SPLIT, Act.DECIDE)},
    **{event: (act, fields) for act, split in SPLIT.items() for event, fields in split.items()},
}


def _attempt(world, event, role):
    act, fields = EVENTS[event]
    more = {"private": signatures("engineer", "steward", "person_in_charge", "owner")} if act in SPLIT else {}
    return world.try_(act, role, **{**fields, **more, **_named(world, act)})


def _named(world, act):
    """What an act names: parts that are there, where there are any."""
    notices, requests = (list(world.parts(f"renovation_{name}")) for name in ("notices", "requests"))
    if act in (Act.NOTICE_FIXED, Act.NOTICE_VERIFY, Act.NOTICE_ESCALATE):
        return {"noticeId": str(notices[0])} if notices else {}
    if act is Act.RELEASE:
        return {"requestId": str(requests[0])} if requests else {}
    return {"passId": str(PASSES[0])} if act.value.startswith("pass_") or act is Act.START else {}


# What is refused for a part that is not there never reaches the machine: that is as good as no way.
_NONE_THERE = {f"renovation.unknown_{part}" for part in ("pass", "notice", "request", "case")} | {
    "renovation.case_repeated"
}


@pytest.mark.parametrize("state", CaseState)
@pytest.mark.parametrize("event", EVENTS)
def test_every_event_leads_where_the_table_says_and_is_refused_everywhere_else(state, event):
    world = _standing(state)
    move = next((move for move in moves(event) if state in move.sources), None)
    role = next((Role(who) for who in move.who if who != ARCHIVIST), Role.STEWARD) if move else Role.SUPERVISOR

    answer = _attempt(world, event, role)

    if move is None:
        assert isinstance(answer, Refused)
        assert answer.code in {"renovation.wrong_state", *_NONE_THERE}
    elif isinstance(answer, Applied):
        assert state_on(world.case(), world.today) is (move.to or state)
    else:
        assert answer.code not in ("renovation.wrong_state", "core.not_allowed"), answer


@pytest.mark.parametrize("move", [move for move in MACHINE if move.event in EVENTS], ids=lambda move: move.event)
def test_who_the_table_does_not_name_is_refused(move):
    state = move.sources[0]
    if state is None:
        world = World()
        assert world.refused(Act.APPLY, Role.CLEANER) == "core.not_allowed"
        return
    world = _standing(state)
    allowed = {str(who) for who in move.who}
    for role in Role:
        answer = _attempt(world.copy(), move.event, role)
        if role.value in allowed or (ARCHIVIST in allowed and role is Role.GM):
            assert not isinstance(answer, Refused) or answer.code != "core.not_allowed"
        elif not isinstance(answer, Refused) or answer.code not in _NONE_THERE:
            assert answer == Refused("core.not_allowed")


def test_every_guard_is_asked_by_some_line_and_every_act_has_a_way():
    assert set(WAY) == set(Act)
    assert {name for move in MACHINE for name in move.guards} == set(GUARDS)
    timers = {move.number for move in MACHINE if TIMER in move.who}
    assert timers == {8, 15, 21}
