"""People of every part act in any order, well and badly: no way is found round REN-R10, R13, R16 and R17."""

from collections import Counter
from datetime import timedelta
from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.domains.renovation.ways_there import WAYS_THERE, WORKERS, passes_back
from tests.domains.renovation.world import CASE, World, notice_body, signatures
from webapp.core.actor import Role
from webapp.core.domain import Applied
from webapp.core.ids import new_id
from webapp.core.wire import plain
from webapp.domains.renovation.rules.limits import longest_permit, recheck_on, state_on
from webapp.domains.renovation.rules.machine import MACHINE
from webapp.domains.renovation.rules.papers import is_whole
from webapp.domains.renovation.rules.requesting import persons_on
from webapp.domains.renovation.rules.states import (
    BEFORE_PERMIT,
    OVER,
    Act,
    CaseState,
    PassState,
    RequestKind,
    RequestState,
)

S = CaseState
ACTS = [act for act in Act if act not in (Act.APPLY, Act.WITHDRAW)]
FROM = [S.DRAFT, S.APPROVED, S.PAID, S.PERMITTED, S.IN_PROGRESS, S.COMPLETION_REPORTED, S.RECTIFYING, S.OBSERVATION]
AFTER_PERMIT = [state for state in S if state not in (*BEFORE_PERMIT, S.CANCELLED)]
EVENTS = {act.value for act in Act}
SIGNED = signatures("owner", "steward", "engineer", "person_in_charge")


class Renovation(RuleBasedStateMachine):
    """One renovation, everybody who has a part in it, and the calendar."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.world = World()
        self.refunded_on: Any = None

    @initialize(state=st.sampled_from(FROM))
    def it_has_come_so_far(self, state: CaseState) -> None:
        """Somewhere on its way."""
        WAYS_THERE[state](self.world)

    @rule(days=st.sampled_from([1, 5, 29, 30, 60]))
    def time_passes(self, days: int) -> None:
        """Days go by."""
        self.world.pass_time(days=days)

    @rule(until=st.sampled_from([30, 90, 120]))
    def all_is_issued_at_once(self, until: int) -> None:
        """The centre makes out a pass for everybody, and the permit, whether or not it is time."""
        for worker in WORKERS:
            self.world.try_(Act.PASS, passId=str(new_id()), workerId=worker)
        days = {"startOn": plain(self.world.today), "until": plain(self.world.today + timedelta(days=until))}
        self.world.try_(Act.PERMIT, **days)

    @rule(n=st.integers(0, 17))
    def workers_want_to_stay(self, n: int) -> None:
        """Two ask one after the other, each for one to three persons, on nights that meet."""
        for asked in (n, n + 1):
            self.world.try_(Act.OVERNIGHT, **self._overnight(asked))

    @rule()
    def the_work_is_called_done(self) -> None:
        """Customer and engineer hurry: done, accepted, rechecked, whatever is still out."""
        self.world.try_(Act.COMPLETE)
        self.world.try_(Act.ACCEPT, Role.ENGINEER, private=SIGNED)
        self.world.try_(Act.RECHECK, Role.ENGINEER, private=SIGNED)

    @rule()
    def the_cashier_pays_back(self) -> None:
        """Finance pays the deposit back as soon as it is let."""
        self.somebody_acts_now(Act.REFUND, Role.FINANCE, {})

    @rule()
    def the_passes_are_collected(self) -> None:
        """Whoever can gives the pass back."""
        out = [one for one in self._passes() if one.state is PassState.ISSUED]
        if self.world.state in (S.COMPLETION_REPORTED, S.RECTIFYING) and len(out) == len(WORKERS):
            passes_back(self.world)

    @rule(act=st.sampled_from(ACTS), fits=st.booleans(), role=st.sampled_from(Role), n=st.integers(0, 29))
    def somebody_acts(self, act: Act, fits: bool, role: Role, n: int) -> None:
        """Somebody does something; half of the time it is somebody who may, and something that fits here."""
        state = state_on(self.world.case(), self.world.today)
        if fits:
            moves = [move for move in MACHINE if state in move.sources and move.event in EVENTS]
            move = moves[n % len(moves)] if moves else None
            role = Role(move.who[0]) if move else role
        answer = self.world.try_(act, role, **self._fields(act, n))
        if isinstance(answer, Applied) and act is Act.REFUND:
            self.refunded_on = self.world.today

    @rule(n=st.integers(0, 5))
    def the_next_step_is_tried_by_who_may(self, n: int) -> None:
        """What leads on from here, whole or not."""
        state = state_on(self.world.case(), self.world.today)
        steps = [move for move in MACHINE if state in move.sources and move.to not in (None, S.CANCELLED)]
        if steps:
            move = steps[n % len(steps)]
            act = next((act for act in Act if move.event.startswith(act.value)), None)
            if act and move.who[0] in set(Role):
                fields = self._fields(act, n) | ({"passed": move.to is not S.RECTIFYING} if act in _JUDGING else {})
                self.somebody_acts_now(act, Role(move.who[0]), fields)

    def somebody_acts_now(self, act: Act, role: Role, fields: dict[str, Any]) -> None:
        """Do it, and remember when the deposit went back."""
        answer = self.world.try_(act, role, **fields)
        if isinstance(answer, Applied) and act is Act.REFUND:
            self.refunded_on = self.world.today

    def _passes(self) -> list[Any]:
        return list(self.world.parts("renovation_passes").values())

    def _fields(self, act: Act, n: int) -> dict[str, Any]:
        today = self.world.today
        names = {"passId": "renovation_passes", "noticeId": "renovation_notices", "requestId": "renovation_requests"}
        own: dict[Act, dict[str, Any]] = {
            Act.PASS: {"passId": str(new_id()), "workerId": WORKERS[n % 2]},
            Act.PERMIT: {"startOn": plain(today), "until": plain(today + timedelta(days=30 * (n % 5)))},
            Act.NOTICE: {"notice": notice_body(dueOn=plain(today)), "private": SIGNED},
            Act.EXTENSION: {"until": plain(today + timedelta(days=10 * (n % 6))), "requestId": str(new_id())},
            Act.OVERNIGHT: self._overnight(n),
            Act.PLAN_CHANGE: {"requestId": str(new_id())},
            Act.HOT_WORK: {"requestId": str(new_id())},
            Act.TOOLS: {"requestId": str(new_id())},
            Act.ACCEPT: self._judged(n),
            Act.RECHECK: self._judged(n),
            Act.REINSPECT: {"passed": n % 6 < 4, "dueOn": plain(today + timedelta(days=3))},
        }
        fields = own.get(act, {})
        for name, table in names.items():
            parts = list(self.world.parts(table))
            named = act not in own and act in _NAMING[name]
            if named and parts:
                fields = {**fields, name: str(parts[n % len(parts)])}
        return fields

    def _judged(self, n: int) -> dict[str, Any]:
        notice = notice_body(dueOn=plain(self.world.today))
        passed = n % 6 < 4
        return {"passed": passed, "notice": None if passed else notice, "private": SIGNED}

    def _overnight(self, n: int) -> dict[str, Any]:
        today = self.world.today
        people = [{"name": f"工人{one}", "passId": None} for one in range(1 + n % 3)]
        first = today + timedelta(days=n % 6)
        days = {"fromOn": plain(first), "untilOn": plain(first + timedelta(days=2))}
        return {"requestId": str(new_id()), "persons": people, **days}

    @invariant()
    def ren_r10_no_permit_before_approval_payment_and_joint_check(self) -> None:
        """REN-R10."""
        if CASE not in self.world.tables.get("renovations", {}):
            return
        case = self.world.case()
        if case.permitted or case.state in AFTER_PERMIT:
            lines = {one.line for one in self.world.parts("renovation_receipts").values()}
            assert case.decided
            assert case.joint_check
            assert lines == {"deposit", "management_fee", "permit_cost", "pass_cost", "rubbish_fee"}
            assert case.permit_from
            assert case.permit_until

    @invariant()
    def ren_r12_active_passes_belong_to_whole_workers_of_the_list(self) -> None:
        """REN-R12."""
        held = [one for one in self._passes() if one.state is PassState.ISSUED]
        assert all(count == 1 for count in Counter(one.worker_id for one in held).values())
        for one in held:
            worker = self.world.case().worker(one.worker_id)
            assert worker
            assert is_whole(worker, self.world.settings)

    @invariant()
    def ren_r13_no_refund_before_the_recheck(self) -> None:
        """REN-R13 and REN-R14."""
        if CASE not in self.world.tables.get("renovations", {}):
            return
        case = self.world.case()
        out = [one for one in self.world.parts("renovation_receipts").values() if one.direction != "in"]
        if out and case.state is not S.CANCELLED:
            assert case.rechecked
            assert case.recheck_on
            assert self.refunded_on >= case.recheck_on
        if case.state in (S.OBSERVATION, S.REFUND_DUE, S.CLOSED):
            assert case.accepted_on
            assert case.recheck_on == recheck_on(case.accepted_on, self.world.settings)

    @invariant()
    def ren_r16_never_more_than_two_overnight(self) -> None:
        """REN-R16."""
        asked = [
            one
            for one in self.world.parts("renovation_requests").values()
            if one.kind is RequestKind.OVERNIGHT and one.state is not RequestState.REFUSED
        ]
        assert all(persons_on(one.from_on, asked) <= 2 for one in asked)

    @invariant()
    def ren_r17_all_passes_are_accounted_for_before_the_observation(self) -> None:
        """REN-R17."""
        if CASE in self.world.tables.get("renovations", {}):
            over = self.world.state in (S.OBSERVATION, S.REFUND_DUE, S.CLOSED)
            out = (PassState.ISSUED, PassState.REVOKED)
            assert not over or not any(one.state in out for one in self._passes())

    @invariant()
    def what_is_over_says_when(self) -> None:
        """Closed and cancelled, and nothing else, has an end."""
        if CASE in self.world.tables.get("renovations", {}):
            case = self.world.case()
            assert (case.state in OVER) == (case.closed_at is not None)
            if case.permit_from and case.permit_until and not self.world.parts("renovation_requests"):
                assert case.permit_until <= longest_permit(case.permit_from, self.world.settings)


_JUDGING = (Act.ACCEPT, Act.REINSPECT, Act.RECHECK)
_NAMING = {
    "passId": (Act.START, Act.PASS_RETURN, Act.PASS_LOST, Act.PASS_REVOKE),
    "noticeId": (Act.NOTICE_FIXED, Act.NOTICE_VERIFY, Act.NOTICE_ESCALATE),
    "requestId": (Act.DECIDE, Act.RELEASE),
}

TestRenovation = Renovation.TestCase
TestRenovation.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
