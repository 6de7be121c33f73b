"""Those involved sign: who verified, and who fixed it or heads the department; both, and it is closed. Pure."""

from collections.abc import Iterator
from uuid import UUID

from msgspec.structs import replace

from webapp.core.domain import Item, Refused
from webapp.domains.findings.rules.acting import ActFacts, KnownFinding, Ruling
from webapp.domains.findings.rules.bodies import Sign
from webapp.domains.findings.rules.guards import CUSTOMER_SERVICE, heads
from webapp.domains.findings.rules.standing import Side, Signature
from webapp.domains.findings.rules.states import Act, FindingState


def sign(item: Item, known: KnownFinding, facts: ActFacts) -> Ruling | Refused:
    """Take a signature in for the side it belongs to; nobody signs for both (README 3.2)."""
    standing = known.standing
    side = _side(item, known, facts)
    if side is None:
        return Refused("findings.not_involved")
    if any(item.by == one.by_id or side == one.side for one in standing.signatures):
        return Refused("findings.signed_already")
    if standing.smell and not standing.smell.finished:
        return Refused("findings.smell_unfinished")
    unseen = list(_not_seen(item.body, known, facts))
    if unseen:
        return Refused("findings.not_seen", {"items": [str(id_) for id_ in unseen]})
    signature = Signature(side=side, by_id=item.by, by_name=item.by_name, at=item.corrected_at)
    signed = replace(standing, signatures=(*standing.signatures, signature))
    if len(signed.signatures) < 2:
        return Ruling(signed)
    return Ruling(replace(signed, state=FindingState.CLOSED, closed_at=item.corrected_at))


def _side(item: Item, known: KnownFinding, facts: ActFacts) -> Side | None:
    if item.by == known.standing.verifier_id:
        return "verifier"
    dept = known.standing.dept if known.last(Act.FIX) else CUSTOMER_SERVICE
    fixer = known.standing.fixer_id or known.finder_id
    return "fixer" if item.by == fixer or heads(item, dept, facts) else None


def _not_seen(signed: Sign, known: KnownFinding, facts: ActFacts) -> Iterator[UUID]:
    """Answer what a signature must name and does not, and what it names otherwise than the book knows it."""
    named = {one.id: one.sha256 for one in signed.seen}
    for id_ in needed(known):
        if id_ not in named:
            yield id_
    for id_, sha256 in named.items():
        if facts.hashes.get(id_) != sha256:
            yield id_


def needed(known: KnownFinding) -> list[UUID]:
    """Answer the items that a signature stands for at least: how it was put right, and that it is."""
    repair, verified = known.last(Act.FIX, Act.SETTLE), known.last(Act.VERIFY)
    asked = [repair.id if repair else known.report_id, verified.id if verified else None]
    return [id_ for id_ in asked if id_]
