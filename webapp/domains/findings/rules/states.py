"""The life of a finding (`patrol.md` 7): its states, the acts, and which act leads from which state to which. Pure."""

import enum
from collections.abc import Mapping


class FindingState(enum.StrEnum):
    """Where a finding stands."""

    OPEN = "open"
    SOLVED_ON_SPOT = "solved_on_spot"
    REPORTED = "reported"
    REJECTED = "rejected"
    DISPATCHED = "dispatched"
    IN_REPAIR = "in_repair"
    FIXED = "fixed"
    VERIFIED = "verified"
    REOPENED = "reopened"
    CLOSED = "closed"


class Priority(enum.StrEnum):
    """How soon a finding must be seen to."""

    URGENT = "urgent"
    NORMAL = "normal"


class Act(enum.StrEnum):
    """What is done about a finding once it is there; each is a kind of item, `findings.` before it."""

    SETTLE = "settle"
    DISPATCH = "dispatch"
    ORDER = "order"
    REJECT = "reject"
    ACCEPT = "accept"
    FIX = "fix"
    VERIFY = "verify"
    SIGN = "sign"
    LETTER = "letter"
    LETTER_PASS = "letter_pass"  # noqa: S105  # a word, not a password
    SMELL_STEP = "smell_step"

    @property
    def kind(self) -> str:
        """The kind of item that brings it."""
        return f"findings.{self.value}"


S = FindingState
FINAL = frozenset({S.REJECTED, S.CLOSED})

TRANSITIONS: Mapping[Act, Mapping[FindingState, frozenset[FindingState]]] = {
    Act.SETTLE: {S.OPEN: frozenset({S.SOLVED_ON_SPOT, S.REPORTED})},
    Act.DISPATCH: {S.REPORTED: frozenset({S.DISPATCHED}), S.REOPENED: frozenset({S.DISPATCHED})},
    Act.ORDER: {S.REPORTED: frozenset({S.DISPATCHED}), S.REOPENED: frozenset({S.DISPATCHED})},
    Act.REJECT: {S.REPORTED: frozenset({S.REJECTED})},
    Act.ACCEPT: {S.DISPATCHED: frozenset({S.IN_REPAIR})},
    Act.FIX: {S.IN_REPAIR: frozenset({S.FIXED})},
    # Not right although solved on the spot: there is no other way back than for a repair.
    Act.VERIFY: {
        S.FIXED: frozenset({S.VERIFIED, S.REOPENED}),
        S.SOLVED_ON_SPOT: frozenset({S.VERIFIED, S.REOPENED}),
    },
    Act.SIGN: {S.VERIFIED: frozenset({S.VERIFIED, S.CLOSED})},
    **{
        # A matter may be taken higher, and a smell be followed up, at any time until the end; it stays where it is.
        act: {state: frozenset({state}) for state in FindingState if state not in FINAL}
        for act in (Act.LETTER, Act.LETTER_PASS, Act.SMELL_STEP)
    },
}


def leads_to(act: Act, state: FindingState) -> frozenset[FindingState]:
    """Answer where an act may lead from a state; nowhere when it cannot be done there."""
    return TRANSITIONS[act].get(state, frozenset())
