"""Acceptance, rectification, recheck, refund, the file (transitions 16 to 26; REN-R13, REN-R14, REN-R17). Pure."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from webapp.core.domain import Refused
from webapp.domains.renovation.rules import limits, money
from webapp.domains.renovation.rules.acting import NOTICE_FORM, Ruling, Scene
from webapp.domains.renovation.rules.applying import lacking_signature
from webapp.domains.renovation.rules.bodies import Deduction, PaidBack, Refund, Withdraw
from webapp.domains.renovation.rules.noticing import noticed
from webapp.domains.renovation.rules.paying import receipt_id
from webapp.domains.renovation.rules.site_bodies import AcceptWork, Complete, Recheck, Reinspect
from webapp.domains.renovation.rules.standing import Case, Notice, Receipt
from webapp.domains.renovation.rules.states import CaseState, NoticeState, PassState

_ACCOUNTED = (PassState.RETURNED, PassState.LOST)


def no_notice_open(scene: Scene) -> Refused | None:
    """Let every notice be verified first."""
    waiting = [str(one.id) for one in _open_notices(scene)]
    return Refused("renovation.notices_open", {"notices": [*waiting]}) if waiting else None


def _open_notices(scene: Scene) -> Iterator[Notice]:
    assert scene.known
    return (one for one in scene.known.notices.values() if one.state is not NoticeState.VERIFIED)


def agent_mandated(scene: Scene) -> Refused | None:
    """Let an agent show a mandate."""
    body: Complete = scene.body
    return Refused("renovation.mandate_missing") if body.by == "agent" and not body.mandate else None


def engineer_and_steward_sign(scene: Scene) -> Refused | None:
    """Let both who look sign."""
    return lacking_signature(scene, "engineer", "steward")


def passes_accounted(scene: Scene) -> Refused | None:
    """Let all passes be collected, or their loss be noted (REN-R17); a revoked one comes back like any other."""
    assert scene.known
    out = [str(one.id) for one in scene.known.passes.values() if one.state not in _ACCOUNTED]
    return Refused("renovation.passes_out", {"passes": [*out]}) if out else None


def no_item_abnormal(scene: Scene) -> Refused | None:
    """Let no work be accepted of which an item is not in order."""
    body: AcceptWork = scene.body
    abnormal = any(one.result == "abnormal" for one in body.answers)
    return Refused("renovation.fault_unresolved") if abnormal else None


def no_fault_seen(scene: Scene) -> Refused | None:
    """Let nothing pass with a fault."""
    body: Recheck = scene.body
    faulty = body.seepage or body.leak or body.blockage or body.damage
    return Refused("renovation.fault_unresolved") if faulty else None


def rechecked(scene: Scene) -> Refused | None:
    """Let no deposit go back before the day of the recheck, or without one (REN-R13)."""
    due = scene.case.recheck_on
    if due is None or scene.today < due or scene.case.rechecked is None:
        return Refused("renovation.recheck_too_early", {"recheckOn": due.isoformat() if due else None})
    return None


def refund_right(scene: Scene) -> Refused | None:
    """Let the whole deposit go back, but for deductions that manager and owner signed."""
    body: Refund = scene.body
    due = _deposit(scene) - sum(one.amount for one in body.deductions)
    if body.amount != due:
        return Refused("renovation.refund_wrong", {"due": due})
    return lacking_signature(scene, "manager", "owner") if body.deductions else None


def deposit_returned(scene: Scene) -> Refused | None:
    """Let who withdraws have the deposit back."""
    body: Withdraw = scene.body
    due = _deposit(scene)
    given = body.refund.amount if body.refund else 0
    return None if given == due else Refused("renovation.deposit_to_return", {"amount": due})


def _deposit(scene: Scene) -> int:
    assert scene.known
    return money.balance(scene.known.receipts, money.DEPOSIT)


def not_filed(scene: Scene) -> Refused | None:
    """File once."""
    return Refused("renovation.already_filed") if scene.case.filed else None


def complete(scene: Scene) -> Ruling:
    """Note that the customer asks for acceptance."""
    return Ruling(replace(scene.case, state=CaseState.COMPLETION_REPORTED, completed=scene.who))


def acceptance_of(scene: Scene) -> str:
    """Answer by which event of the machine an acceptance goes."""
    return "accept_passed" if scene.body.passed else "accept_failed"


def accept(scene: Scene) -> Ruling:
    """Let the days of observation begin, or what was found be put right."""
    body: AcceptWork = scene.body
    return _passed(scene) if body.passed else _failed(scene)


def _passed(scene: Scene) -> Ruling:
    # REN-R14
    passed_on = scene.today
    told = {"accepted_on": passed_on, "recheck_on": limits.recheck_on(passed_on, scene.settings)}
    return Ruling(replace(scene.case, state=CaseState.OBSERVATION, **told))


def _failed(scene: Scene) -> Ruling:
    notice = noticed(scene)
    case = replace(scene.case, state=CaseState.RECTIFYING, recheck_on=None)
    return Ruling(case, notices=[notice], page=(NOTICE_FORM, str(notice.id)))


def reinspection_of(scene: Scene) -> str:
    """Answer by which event of the machine a re-inspection goes."""
    return "reinspect_passed" if scene.body.passed else "reinspect_failed"


def reinspect(scene: Scene) -> Ruling:
    """Let the days of observation begin, or give what is still wrong a new day."""
    body: Reinspect = scene.body
    if body.passed:
        return _passed(scene)
    again: dict[str, Any] = {"state": NoticeState.ISSUED, "due_on": body.due_on, "fixed": None}
    return Ruling(scene.case, notices=[replace(one, **again) for one in _open_notices(scene)])


def recheck_of(scene: Scene) -> str:
    """Answer by which event of the machine a recheck goes."""
    return "recheck_clean" if scene.body.passed else "recheck_not_clean"


def recheck(scene: Scene) -> Ruling:
    """Let the deposit be due, or what was found be put right."""
    body: Recheck = scene.body
    if not body.passed:
        return _failed(scene)
    due = limits.refund_due_on(scene.today, scene.settings)
    return Ruling(replace(scene.case, state=CaseState.REFUND_DUE, rechecked=scene.who, refund_due_on=due))


def refund(scene: Scene) -> Ruling:
    """Pay the deposit back; the renovation is over."""
    body: Refund = scene.body
    kept = [_kept(scene, one, number) for number, one in enumerate(body.deductions, 1)]
    return Ruling(_over(scene, CaseState.CLOSED), receipts=[_paid_back(scene, body), *kept], renovating=False)


def withdraw(scene: Scene) -> Ruling:
    """End it before a permit; a deposit that was paid goes back."""
    body: Withdraw = scene.body
    case = replace(_over(scene, CaseState.CANCELLED), cancelled_reason=body.reason)
    given = body.refund
    if given is None or not given.amount:
        return Ruling(case)
    return Ruling(case, receipts=[_paid_back(scene, given)])


def _over(scene: Scene, state: CaseState) -> Case:
    return replace(scene.case, state=state, closed_at=scene.item.corrected_at)


def _paid_back(scene: Scene, back: Refund | PaidBack) -> Receipt:
    return Receipt(
        id=receipt_id(scene.item, 0),
        renovation_id=scene.case.id,
        line=money.DEPOSIT,
        direction="out",
        quantity=1,
        amount=back.amount,
        receipt_no=back.receipt_no,
        paid_at=back.paid_at,
        payer=back.payee,
        cashier=scene.who,
    )


def _kept(scene: Scene, deduction: Deduction, number: int) -> Receipt:
    return Receipt(
        id=receipt_id(scene.item, number),
        renovation_id=scene.case.id,
        line=money.DEPOSIT,
        direction="kept",
        quantity=1,
        amount=deduction.amount,
        receipt_no="",
        paid_at=scene.item.corrected_at,
        payer=deduction.reason,
        cashier=scene.who,
    )


def file(scene: Scene) -> Ruling:
    """Put the bundle into the owner's file."""
    return Ruling(replace(scene.case, filed=scene.who))
