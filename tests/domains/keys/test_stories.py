"""Keepers lend, return, lose and quarrel, online and offline, in any order: the invariants of `keys.md` 6.3 hold."""

from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import UUID

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.domains.keys.world import WAY, Phone, World
from tests.make.phones import example
from webapp.core.actor import Role
from webapp.core.domain import Applied
from webapp.core.ids import new_id
from webapp.core.wire import plain
from webapp.domains.keys.rules.incident import PARTY
from webapp.domains.keys.rules.states import (
    CLOSED,
    FINAL,
    LOAN_MOVES,
    KeyAct,
    KeySetState,
    LoanState,
    loan_leads_to,
    set_leads_to,
)

STROKES = example("keys.take")["body"]["private"]["strokes"]
PROOFS = example("keys.verify")["body"]["proofs"]
KINDS = ("developer_held", "owner_entrusted", "repair_retained")
OVERSEEN = (KeyAct.CONSENT, KeyAct.AGREE, KeyAct.SETTLE, KeyAct.RETIRE, KeyAct.RESOLVE)
OF_A_LOAN = (*LOAN_MOVES.keys() - {KeyAct.LEND, KeyAct.REQUEST, KeyAct.REPORT, KeyAct.SETTLE, KeyAct.RETIRE},)
# Ends a set for good, so that nothing follows: it should not come too soon.
LAST = (KeyAct.HAND_OVER, KeyAct.RETIRE)

phones = st.integers(0, 2)
sets = st.sampled_from([0, 0, 0, 1, 2])
choices = st.integers(0, 4)
flags = st.booleans()
often = st.sampled_from([True, True, True, False])


class Cabinet(RuleBasedStateMachine):
    """Three sets of one unit, two keepers and a supervisor with a phone each."""

    def __init__(self) -> None:
        """Hang the sets in the cabinet."""
        super().__init__()
        roles = (Role.STEWARD, Role.STEWARD, Role.SUPERVISOR)
        self.world = World([Phone(new_id(), f"{role.value} {n}", role) for n, role in enumerate(roles)])
        self.ids = [self._hang(kind) for kind in KINDS]
        self.before = self._states()

    def _hang(self, kind: str) -> UUID:
        entrusted = {} if kind == "owner_entrusted" else {"mandate": None, "private": None}
        return self.world.register(custodyKind=kind, **entrusted)

    @initialize(alone=flags)
    def the_estate_lets_one_be_alone(self, alone: bool) -> None:
        """The setting that softens KEY-I8."""
        self.world.settings["lone_keeper_allowed"] = alone

    @rule(who=phones)
    def a_phone_comes_back(self, who: int) -> None:
        """All that waits on it goes out, in its order."""
        waiting, self.world.phones[who].waiting = self.world.phones[who].waiting, []
        for item in waiting:
            self._comes_in(item)

    @rule(
        who=phones,
        which=sets,
        act=st.integers(0, 999),
        fits=often,
        hours=st.sampled_from([0, 0, 1, 30]),
        live=flags,
        whole=often,
        good=often,
        n=choices,
        m=choices,
    )
    def somebody_acts(
        self,
        who: int,
        which: int,
        act: int,
        *,
        fits: bool,
        hours: int,
        live: bool,
        whole: bool,
        good: bool,
        n: int,
        m: int,
    ) -> None:
        """Somebody does something about a set: live, after all that waits on the phone, or to be sent later."""
        self.world.pass_time(hours)
        if live:
            self.a_phone_comes_back(who)
        acts = (fits and self._fitting(self.ids[which], may_end=act > 970)) or list(WAY)
        what = acts[act % len(acts)]
        phone = self.world.phones[2 if whole and what in OVERSEEN else who]
        body = self._body(what, self.ids[which], whole=whole, good=good, n=n, m=m)
        item = self.world.item(phone, what, body, live=live)
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

    def _body(self, act: KeyAct, set_id: UUID, *, whole: bool, good: bool, n: int, m: int) -> dict[str, Any]:
        loans = [loan for loan in self.world.loans.values() if loan.key_set_id == set_id]
        fit = [loan for loan in loans if loan_leads_to(act, loan.state) - {loan.state}] or loans
        loan = fit[-1 - n % len(fit)] if fit else None
        memo = self.world.sets[set_id].standing.memo_id or new_id()
        private = {"phone": "139", "idLast4": "371X" if whole else "", "strokes": STROKES}
        own: dict[KeyAct, dict[str, Any]] = {
            KeyAct.LEND: self._loan(whole=whole, good=good, n=n, m=m),
            KeyAct.REQUEST: self._loan(whole=whole, good=good, n=n, m=m),
            KeyAct.VERIFY: {"proofs": PROOFS if whole else {}},
            KeyAct.RETURN: {
                "counted": [2, 1] if whole else [1, 1],
                "condition": "good" if good else "damaged",
                "idGivenBack": bool(m % 2),
                "alone": bool(m % 3),
            },
            KeyAct.REPORT: {"what": "lost" if good else "damaged", "loanId": self._out(set_id)},
            KeyAct.AGREE: {"memoId": str(memo), "by": self._party(set_id) if whole else "owner"},
            KeyAct.MEMO: {"memoId": str(memo)},
            KeyAct.SETTLE: {
                "memoId": str(memo),
                "outcome": ("found", "copied", "lock_changed")[n % 3],
                "idGivenBack": good,
            },
            KeyAct.COUNTERSIGN: {"actId": str(loan.alone[0].act_id if loan and loan.alone else new_id())},
            KeyAct.RESOLVE: self._finding(set_id, whole=whole, n=n, m=m),
            KeyAct.HAND_OVER: {"proof": "owner_card" if whole else None},
        }
        body = {**example(act.kind)["body"], "keySetId": str(set_id), **own.get(act, {})}
        if "loanId" in body and act not in (KeyAct.LEND, KeyAct.REQUEST, KeyAct.REPORT):
            body["loanId"] = str(loan.id if loan else new_id())
        if "private" in body:
            body["private"] = private
        return body

    def _party(self, set_id: UUID) -> str:
        return PARTY[self.world.sets[set_id].custody_kind]

    def _out(self, set_id: UUID) -> str | None:
        loan_id = self.world.sets[set_id].standing.loan_id
        return str(loan_id) if loan_id else None

    def _loan(self, *, whole: bool, good: bool, n: int, m: int) -> dict[str, Any]:
        body = example("keys.lend")["body"]
        staff = {**body["borrower"], "personId": str(self.world.phones[n % 3].person)}
        tenant = example("keys.request")["body"]["borrower"]
        due = self.world.now + timedelta(days=2 if good else 5)
        return {
            "loanId": str(new_id()),
            "borrower": staff if m % 2 else tenant,
            "proofs": PROOFS if whole else None,
            "dueAt": plain(due),
        }

    def _finding(self, set_id: UUID, *, whole: bool, n: int, m: int) -> dict[str, Any]:
        asked = [
            loan
            for loan in self.world.loans.values()
            if loan.key_set_id == set_id and loan.state in (LoanState.OPEN, LoanState.DISPUTED)
        ]
        holder = asked[n % len(asked)].id if asked and m % 3 else None
        outcome = "returned" if whole else "refused"
        others = [{"loanId": str(loan.id), "outcome": outcome} for loan in asked if loan.id != holder]
        return {"holderLoanId": str(holder) if holder else None, "others": others}

    @invariant()
    def key_i1_one_borrower_a_set(self) -> None:
        """KEY-I1."""
        out = Counter(loan.key_set_id for loan in self.world.loans.values() if loan.state is LoanState.OPEN)
        assert all(count == 1 for count in out.values())

    @invariant()
    def key_i2_on_loan_while_somebody_has_it(self) -> None:
        """KEY-I2."""
        out = {loan.key_set_id: loan.id for loan in self.world.loans.values() if loan.state is LoanState.OPEN}
        for id_, one in self.world.sets.items():
            assert (one.standing.state is KeySetState.ON_LOAN) == (id_ in out)
            assert one.standing.loan_id == out.get(id_)
            assert (one.standing.state is KeySetState.INCIDENT) == (one.standing.memo_id is not None)

    @invariant()
    def key_i3_key_i4_what_comes_back_is_counted_and_signed_for(self) -> None:
        """KEY-I3, KEY-I4 and KEY-I8."""
        for loan in self.world.loans.values():
            assert loan.quantity == self.world.sets[loan.key_set_id].quantity
            back = loan.returned
            if loan.state in (LoanState.RETURNED, LoanState.RETURNED_SHORT):
                assert back is not None
                assert (back.quantity == loan.quantity) == (loan.state is LoanState.RETURNED)
            if back and back.by_id == loan.borrower.person_id:
                assert any(one.act == "return" for one in loan.alone)

    @invariant()
    def key_i5_no_non_owner_without_all_proofs(self) -> None:
        """KEY-I5 and KEY-I11."""
        never_taken = (LoanState.REQUESTED, LoanState.REFUSED)
        for loan in self.world.loans.values():
            if loan.borrower.is_non_owner and loan.lent_at:
                assert loan.proofs
                assert loan.proofs.mandate
                assert loan.proofs.call
                assert loan.proofs.call.answer == "yes"
                assert loan.proofs.id_kept
            if loan.state is LoanState.OPEN:
                assert loan.id_kept == loan.borrower.is_non_owner
            if loan.lent_at is None:
                assert loan.state in (*never_taken, LoanState.VERIFIED)

    @invariant()
    def key_i7_nothing_over_is_out_or_opens_again(self) -> None:
        """KEY-I7, and what is closed says when."""
        for one in self.world.sets.values():
            assert (one.standing.state in FINAL) == (one.standing.closed_at is not None)
        for loan in self.world.loans.values():
            assert (loan.state in CLOSED) == (loan.closed_at is not None)


TestCabinet = Cabinet.TestCase
TestCabinet.settings = settings(
    max_examples=30, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
