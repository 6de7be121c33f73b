"""Keepers lend, return, lose and quarrel, online and offline, in any order: the invariants of `keys.md` 6.3 hold."""

from typing import Any
from uuid import UUID

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.domains.keys.invariants import INVARIANTS
from tests.domains.keys.said import Drawn, body_of, entrusted_body
from tests.domains.keys.world import WAY, Phone, World
from webapp.core.actor import Role
from webapp.core.domain import Applied
from webapp.core.ids import new_id
from webapp.domains.keys.rules.states import (
    LOAN_MOVES,
    KeyAct,
    KeySetState,
    LoanState,
    loan_leads_to,
    set_leads_to,
)

KINDS = ("developer_held", "owner_entrusted", "repair_retained")
OVERSEEN = (KeyAct.CONSENT, KeyAct.AGREE, KeyAct.SETTLE, KeyAct.RETIRE, KeyAct.RESOLVE)
OF_A_LOAN = (*LOAN_MOVES.keys() - {KeyAct.LEND, KeyAct.REQUEST, KeyAct.REPORT, KeyAct.SETTLE, KeyAct.RETIRE},)
# Ends a set for good, so that nothing follows: it should not come too soon.
LAST = (KeyAct.HAND_OVER, KeyAct.RETIRE)
MOST_SETS = 5

phones = st.integers(0, 2)
sets = st.sampled_from([0, 0, 0, 1, 2, 3, 4])
choices = st.integers(0, 4)
flags = st.booleans()
often = st.sampled_from([True, True, True, False])
mostly = st.sampled_from([True] * 9 + [False])
draws = st.builds(Drawn, whole=often, good=often, signed=mostly, n=choices, m=choices)


class Cabinet(RuleBasedStateMachine):
    """Three sets of one unit, two keepers and a supervisor with a phone each."""

    def __init__(self) -> None:
        """Hang the sets in the cabinet."""
        super().__init__()
        roles = (Role.STEWARD, Role.STEWARD, Role.SUPERVISOR)
        self.world = World([Phone(new_id(), f"{role.value} {n}", role) for n, role in enumerate(roles)])
        self.ids = [self._hang(kind) for kind in KINDS]

    def _hang(self, kind: str) -> UUID:
        entrusted = {} if kind == "owner_entrusted" else {"mandate": None, "private": None}
        return self.world.register(custodyKind=kind, **entrusted)

    @initialize(alone=flags)
    def the_estate_lets_one_be_alone(self, alone: bool) -> None:
        """The setting that softens KEY-I8."""
        self.world.settings["lone_keeper_allowed"] = alone

    @rule(who=phones, many=st.sampled_from([1, 2, 99]))
    def a_phone_comes_back(self, who: int, many: int) -> None:
        """What waits on it goes out in its order: all of it, or some before the network is gone again."""
        phone = self.world.phones[who]
        waiting, phone.waiting = phone.waiting[:many], phone.waiting[many:]
        for item in waiting:
            self._comes_in(item)

    @rule(told=often, drawn=often)
    def an_owner_entrusts_more(self, told: bool, drawn: bool) -> None:
        """One more set of an owner, who was told and signed, or was not."""
        if len(self.ids) < MOST_SETS:
            item = self.world.registration(**entrusted_body(told=told, drawn=drawn))
            if isinstance(self.world.decide(KeyAct.REGISTER, item), Applied):
                self.ids.append(item.about)

    @rule(
        who=phones,
        which=sets,
        act=st.integers(0, 999),
        fits=often,
        hours=st.sampled_from([0, 0, 1, 30]),
        live=flags,
        drawn=draws,
    )
    def somebody_acts(
        self, who: int, which: int, act: int, *, fits: bool, hours: int, live: bool, drawn: Drawn
    ) -> None:
        """Somebody does something about a set: live, after all that waits on the phone, or to be sent later."""
        self.world.pass_time(hours)
        if live:
            self.a_phone_comes_back(who, many=99)
        set_id = self.ids[which % len(self.ids)]
        acts = (fits and self._fitting(set_id, may_end=act > 970)) or list(WAY)
        what = acts[act % len(acts)]
        phone = self.world.phones[2 if drawn.whole and what in OVERSEEN else who]
        item = self.world.item(phone, what, body_of(self.world, what, set_id, drawn), live=live)
        if live:
            self._comes_in(item)
        else:
            phone.waiting.append(item)

    def _fitting(self, set_id: UUID, *, may_end: bool) -> list[KeyAct]:
        """Answer what moves the set, or one of its loans, from where it stands now."""
        held = self.world.sets[set_id].standing.state
        states = {loan.state for loan in self.world.loans.values() if loan.key_set_id == set_id}
        return [
            act
            for act in WAY
            if (may_end or act not in LAST)
            and (act is not KeyAct.RESOLVE or LoanState.DISPUTED in states)
            and set_leads_to(act, held)
            and (
                any(loan_leads_to(act, state) - {state} for state in states)
                if act in OF_A_LOAN
                else set_leads_to(act, held) - {held} or act is KeyAct.AGREE
            )
        ]

    def _comes_in(self, item: Any) -> None:
        before = self._states()
        act = KeyAct(item.kind.partition(".")[2])
        answer = self.world.decide(act, item)
        after = self._states()
        if not isinstance(answer, Applied):
            assert after == before
        self._moved(act, before, after, item.about)

    def _moved(self, act: KeyAct, before: Any, after: Any, about: UUID) -> None:
        """Every change is one that the tables of the machines have."""
        for id_, state in after[0].items():
            by = KeyAct.RETIRE if id_ != about and state is KeySetState.RETIRED else act
            assert state == before[0][id_] or state in set_leads_to(by, before[0][id_]), (act, before[0][id_], state)
        for id_, loan in after[1].items():
            was = before[1].get(id_)
            gave_way = (was, loan) == (LoanState.OPEN, LoanState.DISPUTED) and act in (KeyAct.LEND, KeyAct.TAKE)
            assert loan == was or gave_way or loan in loan_leads_to(act, was), (act, was, loan)

    def _states(self) -> tuple[dict[UUID, KeySetState], dict[UUID, LoanState]]:
        held = {id_: one.standing.state for id_, one in self.world.sets.items()}
        return held, {id_: loan.state for id_, loan in self.world.loans.items()}

    @invariant()
    def every_invariant_holds(self) -> None:
        """KEY-I1 to KEY-I9 and KEY-I11."""
        for holds in INVARIANTS.values():
            holds(self.world)


TestCabinet = Cabinet.TestCase
TestCabinet.settings = settings(
    max_examples=30, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
