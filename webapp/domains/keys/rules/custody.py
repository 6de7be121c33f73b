"""Custody from the mandate to the hand-over (`keys.md` 1 to 3, 7), and calls about it. Pure."""

import unicodedata
from collections.abc import Mapping

from msgspec.structs import replace

from webapp.core.domain import Decision, Item, Refused
from webapp.core.errors import NotAllowed
from webapp.domains.keys.rules.acting import (
    KEEPERS,
    LOAN_FORM,
    MANDATE_FORM,
    UNSIGNED,
    KeyFacts,
    KnownSet,
    Ruling,
    applied,
    is_drawn,
)
from webapp.domains.keys.rules.bodies import CallAboutKeys, HandOverKeys, RegisterKeys, RenewMandate
from webapp.domains.keys.rules.shapes import KeyMandate
from webapp.domains.keys.rules.standing import KeySetStanding
from webapp.domains.keys.rules.states import KeySetState, LoanState

# C-15: what proves whom (`keys.md` 7).
PROOFS: Mapping[str, frozenset[str]] = {
    "owner": frozenset({"owner_card", "valid_id"}),
    "named": frozenset({"own_id"}),
    "developer": frozenset({"written_request"}),
}
_NEEDS_OWNER = frozenset({"owner_entrusted", "repair_retained"})


def register(item: Item, facts: KeyFacts) -> Decision:
    """Take a set into custody, an entrusted one only with its owner's signed mandate (KEY-I9)."""
    body: RegisterKeys = item.body
    if item.role not in KEEPERS:
        return Refused(NotAllowed.code)
    if item.about != body.key_set_id:
        return Refused("core.bad_shape", {"field": "about"})
    if refused := _unknown(item, facts) or _lacking(item):
        return refused
    mandate = body.mandate
    standing = KeySetStanding(
        state=KeySetState.IN_CABINET,
        custody_until=mandate.custody_until if mandate else body.custody_until,
        mandate=mandate,
    )
    return applied(item, None, Ruling(standing, page=_mandate_page(mandate)), facts)


def _unknown(item: Item, facts: KeyFacts) -> Refused | None:
    body: RegisterKeys = item.body
    if item.id in facts.repeated:
        return Refused("keys.set_repeated", {"set": str(body.key_set_id)})
    if body.unit_id and body.unit_id not in facts.units:
        return Refused("keys.unknown_unit", {"unit": str(body.unit_id)})
    return Refused("keys.key_no_taken", {"keyNo": body.key_no}) if item.id in facts.taken else None


def _lacking(item: Item) -> Refused | None:
    body: RegisterKeys = item.body
    place = body.place_name if body.custody_kind == "common_area" else body.unit_id
    if not place:
        return Refused("keys.unit_missing")
    if body.custody_kind in _NEEDS_OWNER and not body.owner_name:
        return Refused("keys.owner_missing")
    if body.custody_kind == "owner_entrusted":
        return _unsigned(item, body.mandate) if body.mandate else Refused("keys.mandate_needed")
    return Refused("keys.mandate_unfit") if body.mandate else None


def _unsigned(item: Item, mandate: KeyMandate) -> Refused | None:
    """Refuse a mandate signed before the owner was told, or not at all (acceptance 6)."""
    if mandate.disclaimer_at > mandate.signed_at:
        return Refused("keys.disclaimer_missing")
    return None if is_drawn(item) else UNSIGNED


def _mandate_page(mandate: KeyMandate | None) -> tuple[str, str] | None:
    return (MANDATE_FORM, str(mandate.mandate_id)) if mandate else None


def renew(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Take in a new mandate of the owner."""
    body: RenewMandate = item.body
    if known.custody_kind != "owner_entrusted":
        return Refused("keys.mandate_unfit")
    if refused := _unsigned(item, body.mandate):
        return refused
    standing = replace(known.standing, mandate=body.mandate, custody_until=body.mandate.custody_until)
    return Ruling(standing, page=_mandate_page(body.mandate))


def hand_over(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Give the set away for good, to whom it belongs or who is named, with proof: no role overrides it (KEY-I6)."""
    body: HandOverKeys = item.body
    if body.proof not in PROOFS[body.collector.kind]:
        return Refused("keys.no_proof")
    if refused := _not_entitled(body, known):
        return refused
    if not is_drawn(item):
        return UNSIGNED
    over = {"state": KeySetState.HANDED_OVER, "closed_at": item.corrected_at}
    return Ruling(replace(known.standing, **over), page=_mandate_page(known.standing.mandate))


def _not_entitled(body: HandOverKeys, known: KnownSet) -> Refused | None:
    if body.collector.kind == "developer" and known.custody_kind != "developer_held":
        return Refused("keys.not_named", {"name": body.collector.name})
    if body.collector.kind == "named" and not is_named(body.collector.name, known.standing.mandate):
        return Refused("keys.not_named", {"name": body.collector.name})
    return None


def is_named(name: str, mandate: KeyMandate | None) -> bool:
    """Say whether the owner named somebody under the requirements for collection."""
    return mandate is not None and len(_folded(name)) > 1 and _folded(name) in _folded(mandate.collection_requirements)


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def turn_away(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Log somebody who came without proof."""
    return Ruling(known.standing, page=_mandate_page(known.standing.mandate))


def call(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Log a call: to whom a loan is chased from, or to the owner about the end of custody."""
    body: CallAboutKeys = item.body
    if body.topic == "custody":
        return Ruling(known.standing, page=_mandate_page(known.standing.mandate))
    loan = facts.loans.get(body.loan_id) if body.loan_id else None
    if loan is None or loan.state is not LoanState.OPEN:
        return Refused("keys.unknown_loan", {"loan": str(body.loan_id)})
    return Ruling(known.standing, [loan], page=(LOAN_FORM, str(loan.id)))
