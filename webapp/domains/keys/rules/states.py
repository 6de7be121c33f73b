"""The lives of a key set and of a loan (`keys.md` 6.1, 6.2): states, acts, and which act leads where. Pure."""

import enum
from collections.abc import Mapping
from typing import TypeVar


class KeySetState(enum.StrEnum):
    """Where a key set stands."""

    IN_CABINET = "in_cabinet"
    ON_LOAN = "on_loan"
    INCIDENT = "incident"
    HANDED_OVER = "handed_over"
    RETIRED = "retired"


class LoanState(enum.StrEnum):
    """Where a loan stands. `overdue` and `chasing` are an open loan at a time; they are told, never stored."""

    REQUESTED = "requested"
    VERIFIED = "verified"
    REFUSED = "refused"
    OPEN = "open"
    OVERDUE = "overdue"
    CHASING = "chasing"
    RETURNED = "returned"
    RETURNED_SHORT = "returned_short"
    LOST = "lost"
    SETTLED = "settled"
    DISPUTED = "disputed"


class KeyAct(enum.StrEnum):
    """What is done about a key set; each is a kind of item, `keys.` before it."""

    REGISTER = "register"
    MANDATE = "mandate"
    LEND = "lend"
    REQUEST = "request"
    VERIFY = "verify"
    CONSENT = "consent"
    REFUSE = "refuse"
    TAKE = "take"
    RETURN = "return"
    REPORT = "report"
    MEMO = "memo"
    AGREE = "agree"
    SETTLE = "settle"
    RELEASE_ID = "release_id"
    HAND_OVER = "hand_over"
    TURN_AWAY = "turn_away"
    CALL = "call"
    RETIRE = "retire"
    COUNTERSIGN = "countersign"
    RESOLVE = "resolve"

    @property
    def kind(self) -> str:
        """The kind of item that brings it."""
        return f"keys.{self.value}"


Act, S, L = KeyAct, KeySetState, LoanState
# A set that is over is never lent again (KEY-I7).
FINAL = frozenset({S.HANDED_OVER, S.RETIRED})
# A loan that is over; a short or lost one waits for its memo.
CLOSED = frozenset({L.REFUSED, L.RETURNED, L.SETTLED})
# An open loan, at whatever time.
OUT = frozenset({L.OPEN, L.OVERDUE, L.CHASING})

State = TypeVar("State", KeySetState, LoanState)
Moves = Mapping[KeyAct, Mapping[State | None, frozenset[State]]]


def _stays(*states: State) -> Mapping[State | None, frozenset[State]]:
    return {state: frozenset({state}) for state in states}


_NOT_FINAL = (S.IN_CABINET, S.ON_LOAN, S.INCIDENT)
_BACK = frozenset({S.IN_CABINET, S.INCIDENT})

# From None: the act makes the set.
SET_MOVES: Moves[KeySetState] = {
    Act.REGISTER: {None: frozenset({S.IN_CABINET})},
    Act.MANDATE: _stays(S.IN_CABINET, S.ON_LOAN),
    # On loan or in an incident: a late one is disputed, and where the set is does not change.
    Act.LEND: {S.IN_CABINET: frozenset({S.ON_LOAN}), **_stays(S.ON_LOAN, S.INCIDENT)},
    Act.REQUEST: _stays(*_NOT_FINAL),
    Act.VERIFY: _stays(*S),
    Act.CONSENT: _stays(*S),
    Act.REFUSE: _stays(*S),
    Act.TAKE: {S.IN_CABINET: frozenset({S.ON_LOAN}), **_stays(S.ON_LOAN, S.INCIDENT)},
    Act.RETURN: {S.ON_LOAN: _BACK, **_stays(S.IN_CABINET, S.INCIDENT, *FINAL)},
    Act.REPORT: {S.IN_CABINET: frozenset({S.INCIDENT}), S.ON_LOAN: frozenset({S.INCIDENT})},
    Act.MEMO: _stays(S.INCIDENT),
    Act.AGREE: _stays(S.INCIDENT),
    Act.SETTLE: {S.INCIDENT: frozenset({S.IN_CABINET, S.RETIRED})},
    Act.RELEASE_ID: _stays(*S),
    Act.HAND_OVER: {S.IN_CABINET: frozenset({S.HANDED_OVER})},
    Act.TURN_AWAY: _stays(S.IN_CABINET, S.INCIDENT, *FINAL),
    Act.CALL: _stays(*S),
    Act.RETIRE: {S.IN_CABINET: frozenset({S.RETIRED}), S.INCIDENT: frozenset({S.RETIRED})},
    Act.COUNTERSIGN: _stays(*S),
    Act.RESOLVE: {**{state: frozenset({state, S.IN_CABINET, S.ON_LOAN}) for state in _NOT_FINAL}, **_stays(*FINAL)},
}

_WAITING = (L.RETURNED_SHORT, L.LOST)
LOAN_MOVES: Moves[LoanState] = {
    Act.LEND: {None: frozenset({L.OPEN, L.DISPUTED})},
    Act.REQUEST: {None: frozenset({L.REQUESTED})},
    Act.VERIFY: {L.REQUESTED: frozenset({L.VERIFIED})},
    Act.CONSENT: _stays(L.REQUESTED, L.VERIFIED),
    Act.REFUSE: {L.REQUESTED: frozenset({L.REFUSED}), L.VERIFIED: frozenset({L.REFUSED})},
    Act.TAKE: {state: frozenset({L.OPEN, L.DISPUTED}) for state in (L.REQUESTED, L.VERIFIED)},
    # It is a fact: of a loan that is not open it is kept, and changes nothing.
    Act.RETURN: {
        **{state: frozenset({L.RETURNED, L.RETURNED_SHORT}) for state in OUT},
        **_stays(*(state for state in L if state not in OUT)),
    },
    Act.REPORT: {state: frozenset({L.LOST}) for state in OUT},
    Act.SETTLE: {**{state: frozenset({L.SETTLED}) for state in _WAITING}, **_stays(L.RETURNED)},
    Act.RETIRE: {**{state: frozenset({L.SETTLED}) for state in _WAITING}, **_stays(L.RETURNED)},
    Act.RELEASE_ID: _stays(L.RETURNED, L.SETTLED, L.REFUSED),
    Act.CALL: _stays(*OUT),
    Act.COUNTERSIGN: _stays(*(state for state in L)),
    Act.RESOLVE: {
        L.DISPUTED: frozenset({L.OPEN, L.RETURNED, L.REFUSED}),
        **{state: frozenset({L.OPEN, L.RETURNED, L.REFUSED}) for state in OUT},
    },
}


def set_leads_to(act: KeyAct, state: KeySetState | None) -> frozenset[KeySetState]:
    """Answer where an act may lead a key set from a state; nowhere when it cannot be done there."""
    return SET_MOVES[act].get(state, frozenset())


def loan_leads_to(act: KeyAct, state: LoanState | None) -> frozenset[LoanState]:
    """Answer where an act may lead a loan from a state; nowhere when it cannot be done there."""
    return LOAN_MOVES.get(act, {}).get(state, frozenset())
