"""What somebody might say about a set as it stands: whole or lacking something, as the walk of `test_stories` draws it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.domains.keys.cabinet import PROOFS, STROKES
from tests.domains.keys.world import World
from tests.make.phones import example
from webapp.core.ids import new_id
from webapp.core.wire import plain
from webapp.domains.keys.rules.incident import PARTY
from webapp.domains.keys.rules.standing import Loan
from webapp.domains.keys.rules.states import KeyAct, LoanState, loan_leads_to

Body = dict[str, Any]
# Two door keys and one of the mailbox hang on every set.
WHOLE, SHORT, TOO_MANY = [2, 1], [1, 1], [3, 0]


@dataclass(frozen=True)
class Drawn:
    """How an act is said: with all proofs or not, well or badly, signed or not, and two free choices."""

    whole: bool
    good: bool
    signed: bool
    n: int
    m: int


def body_of(world: World, act: KeyAct, set_id: UUID, drawn: Drawn) -> Body:
    """Answer the body of an act about a set, about the loan and the memo that fit it best."""
    loan = _meant(world, act, set_id, drawn.n)
    memo = str(world.sets[set_id].standing.memo_id or new_id())
    body = {**example(act.kind)["body"], "keySetId": str(set_id), **_own(world, act, set_id, drawn)}
    if "memoId" in body:
        body["memoId"] = memo
    if "loanId" in body and act not in (KeyAct.LEND, KeyAct.REQUEST, KeyAct.REPORT):
        body["loanId"] = str(loan.id if loan else new_id())
    if "private" in body:
        strokes = STROKES if drawn.signed else None
        body["private"] = {"phone": "139", "idLast4": "371X" if drawn.whole else "", "strokes": strokes}
    return body


def entrusted_body(*, told: bool, drawn: bool) -> Body:
    """Answer what registers one more set of an owner: told beforehand that no home is answered for, and signed; or not."""
    body = example("keys.register")["body"]
    mandate, private = body["mandate"], body["private"]
    if not told:
        mandate = {**mandate, "disclaimerAt": mandate["signedAt"], "signedAt": mandate["disclaimerAt"]}
    return {"mandate": mandate, "private": {**private, "strokes": private["strokes"] if drawn else None}}


def _meant(world: World, act: KeyAct, set_id: UUID, n: int) -> Loan | None:
    loans = [loan for loan in world.loans.values() if loan.key_set_id == set_id]
    fit = [loan for loan in loans if loan_leads_to(act, loan.state) - {loan.state}] or loans
    return fit[-1 - n % len(fit)] if fit else None


def _lent(world: World, set_id: UUID, drawn: Drawn) -> Body:
    return {**_asked(world, set_id, drawn), "alone": drawn.m == 1}


def _asked(world: World, _set_id: UUID, drawn: Drawn) -> Body:
    staff = {**example("keys.lend")["body"]["borrower"], "personId": str(world.phones[drawn.n % 3].person)}
    tenant = example("keys.request")["body"]["borrower"]
    due = world.now + timedelta(days=2 if drawn.good else 5)
    return {
        "loanId": str(new_id()),
        "borrower": staff if drawn.m % 2 else tenant,
        "quantity": 3 if drawn.m < 4 else 2,
        "proofs": PROOFS if drawn.whole else None,
        "dueAt": plain(due),
    }


def _returned(_world: World, _set_id: UUID, drawn: Drawn) -> Body:
    return {
        "counted": WHOLE if drawn.whole else (SHORT, TOO_MANY)[drawn.n % 2],
        "condition": "good" if drawn.good else "damaged",
        "idGivenBack": bool(drawn.m % 2),
        "alone": bool(drawn.m % 3),
    }


def _found(world: World, set_id: UUID, drawn: Drawn) -> Body:
    asked = [
        loan
        for loan in world.loans.values()
        if loan.key_set_id == set_id and loan.state in (LoanState.OPEN, LoanState.DISPUTED)
    ]
    holder = asked[drawn.n % len(asked)].id if asked and drawn.m % 3 else None
    outcome = "returned" if drawn.whole else "refused"
    others = [{"loanId": str(loan.id), "outcome": outcome} for loan in asked if loan.id != holder]
    return {"holderLoanId": plain(holder), "others": others}


def _countersigned(world: World, set_id: UUID, drawn: Drawn) -> Body:
    loan = _meant(world, KeyAct.COUNTERSIGN, set_id, drawn.n)
    return {"actId": str(loan.alone[0].act_id if loan and loan.alone else new_id())}


def _reported(world: World, set_id: UUID, drawn: Drawn) -> Body:
    return {"what": "lost" if drawn.good else "damaged", "loanId": plain(world.sets[set_id].standing.loan_id)}


def _agreed(world: World, set_id: UUID, drawn: Drawn) -> Body:
    return {"by": PARTY[world.sets[set_id].custody_kind] if drawn.whole else "owner"}


def _proven(_world: World, _set_id: UUID, drawn: Drawn) -> Body:
    return {"proofs": PROOFS if drawn.whole else {}}


def _settled(_world: World, _set_id: UUID, drawn: Drawn) -> Body:
    return {"outcome": ("found", "copied", "lock_changed")[drawn.n % 3], "idGivenBack": drawn.good}


def _handed_over(_world: World, _set_id: UUID, drawn: Drawn) -> Body:
    return {"proof": "owner_card" if drawn.whole else (None, "own_id")[drawn.n % 2]}


_OWN: Mapping[KeyAct, Callable[[World, UUID, Drawn], Body]] = {
    KeyAct.LEND: _lent,
    KeyAct.REQUEST: _asked,
    KeyAct.VERIFY: _proven,
    KeyAct.RETURN: _returned,
    KeyAct.REPORT: _reported,
    KeyAct.AGREE: _agreed,
    KeyAct.SETTLE: _settled,
    KeyAct.COUNTERSIGN: _countersigned,
    KeyAct.RESOLVE: _found,
    KeyAct.HAND_OVER: _handed_over,
}


def _own(world: World, act: KeyAct, set_id: UUID, drawn: Drawn) -> Body:
    return _OWN[act](world, set_id, drawn) if act in _OWN else {}
