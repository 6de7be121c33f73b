"""From the report to the verified repair: settle, dispatch, reject, accept, fix, verify (`patrol.md` 7). Pure."""

from collections.abc import Iterator

from msgspec.structs import replace

from webapp.core.domain import Item, Refused
from webapp.domains.findings.rules.acting import ActFacts, KnownFinding, Ruling
from webapp.domains.findings.rules.bodies import Dispatch, FindingScan, Fix, Settle, Verify
from webapp.domains.findings.rules.orders import lacks_recheck
from webapp.domains.findings.rules.standing import Standing
from webapp.domains.findings.rules.states import FindingState
from webapp.domains.findings.rules.texts import says_something

# 维修: the work order 维修单 that a dispatch opens.
ORDER = "WX"


def settle(item: Item, known: KnownFinding, facts: ActFacts) -> Ruling | Refused:
    """Say what became of a finding that was left open."""
    settled: Settle = item.body
    state = FindingState(settled.action)
    if state is FindingState.REPORTED:
        return Ruling(replace(known.standing, state=state, waiting_since=item.received_at))
    if not _shown_after(settled):
        return Refused("findings.after_photo_missing")
    done = {"fixed_at": item.corrected_at, "fixer_id": item.by, "fixer_name": item.by_name}
    return Ruling(replace(known.standing, state=state, waiting_since=None, **done), ends="solve")


def dispatch(item: Item, known: KnownFinding, facts: ActFacts) -> Ruling | Refused:
    """Give it to a department, with a work order of its own; after rework a new one."""
    told: Dispatch = item.body
    given = {"dept": told.dept.value, "priority": told.priority, "hard": told.hard}
    standing = replace(known.standing, state=FindingState.DISPATCHED, waiting_since=None, **given)
    return Ruling(standing, page=(ORDER, str(item.id)), ends="dispatch")


def reject(item: Item, known: KnownFinding, facts: ActFacts) -> Ruling | Refused:
    """End it with a reason; a smell whose cause nobody knows cannot be waved away."""
    if known.standing.smell and not known.standing.smell.finished:
        return Refused("findings.smell_unfinished")
    over = {"waiting_since": None, "closed_at": item.corrected_at}
    return Ruling(replace(known.standing, state=FindingState.REJECTED, **over), ends="dispatch")


def accept(item: Item, known: KnownFinding, facts: ActFacts) -> Ruling | Refused:
    """Take it on."""
    return Ruling(replace(known.standing, state=FindingState.IN_REPAIR))


def fix(item: Item, known: KnownFinding, facts: ActFacts) -> Ruling | Refused:
    """Say that it is put right, in words and in a photo."""
    fixed: Fix = item.body
    if not says_something(fixed.result):
        return Refused("findings.result_missing")
    if not _shown_after(fixed):
        return Refused("findings.after_photo_missing")
    done = {"fixed_at": item.corrected_at, "fixer_id": item.by, "fixer_name": item.by_name}
    return Ruling(replace(known.standing, state=FindingState.FIXED, **done), ends="solve")


def verify(item: Item, known: KnownFinding, facts: ActFacts) -> Ruling | Refused:
    """Let somebody else than the fixer look on site; what is not right comes back as rework."""
    verified: Verify = item.body
    if item.by == (known.standing.fixer_id or known.finder_id):
        return Refused("findings.own_repair")
    if lack := lacks_recheck(item, known):
        return lack
    remarks = list(_of_the_scan(verified.scan, item, known, facts))
    on_site = not remarks or remarks == ["findings.code_typed"]
    if not on_site:
        if not says_something(verified.scan.reason or ""):
            return Refused("findings.not_on_site")
        remarks.append("findings.verified_without_scan")
    if verified.outcome == "right":
        by = {"verified_at": item.corrected_at, "verifier_id": item.by, "verifier_name": item.by_name}
        standing = replace(known.standing, state=FindingState.VERIFIED, signatures=(), **by)
        return Ruling(standing, remarks, ends="verify")
    if not says_something(verified.note):
        return Refused("findings.reason_missing")
    return Ruling(_reopened(item, known), remarks, ends="verify")


def _reopened(item: Item, known: KnownFinding) -> Standing:
    nobody = {"fixed_at": None, "fixer_id": None, "fixer_name": None}
    return replace(
        known.standing,
        state=FindingState.REOPENED,
        rework=known.standing.rework + 1,
        waiting_since=item.received_at,
        solve_since=item.corrected_at,
        **nobody,
    )


def _of_the_scan(scan: FindingScan, item: Item, known: KnownFinding, facts: ActFacts) -> Iterator[str]:
    """Answer what speaks against having stood there. A typed code stands on the wall there, too."""
    if scan.method == "listed" or not scan.code:
        yield "findings.label_unknown"
        return
    label = facts.labels.get(scan.code)
    if label is None:
        yield "findings.label_unknown"
    elif label.place_id != known.place_id:
        yield "findings.label_elsewhere"
    elif label.revoked_at and label.revoked_at <= item.corrected_at:
        yield "findings.label_revoked"
    elif scan.method == "typed":
        yield "findings.code_typed"


def _shown_after(body: Settle | Fix) -> bool:
    return any(photo.moment == "after" for photo in body.photos)
