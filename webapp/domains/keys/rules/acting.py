"""How an act on a key set is decided: who may, from where, what becomes of it. Each act adds its own part. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from webapp.core.actor import OVERSEERS, Role
from webapp.core.domain import Applied, Decision, Item, Refused
from webapp.core.errors import JsonValue, NotAllowed
from webapp.core.wire import plain
from webapp.domains.keys.rules.bodies import OfKeySet, RegisterKeys
from webapp.domains.keys.rules.shapes import KeyItem, WhoAt
from webapp.domains.keys.rules.standing import KeySetStanding, Loan, Memo
from webapp.domains.keys.rules.states import FINAL, KeyAct, LoanState, loan_leads_to, set_leads_to

# Who keeps the cabinet: any steward may be its keeper, and whoever oversees (README 3.2).
KEEPERS = (Role.STEWARD, *OVERSEERS)
# 借用, 托管, 备忘录: the forms of `records.md` 7.
LOAN_FORM, MANDATE_FORM, MEMO_FORM = "JY", "TG", "BW"
SET, LOAN = "keys.set", "keys.loan"


@dataclass(frozen=True, slots=True)
class KnownSet:
    """A key set as it stands when an act comes in."""

    id: UUID
    key_no: str
    custody_kind: str
    unit_id: UUID | None
    items: tuple[KeyItem, ...]
    standing: KeySetStanding

    @property
    def quantity(self) -> int:
        """How many keys hang on it: a set is lent whole."""
        return sum(one.count for one in self.items)


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """What the estate knows when a batch of acts comes in.

    sets         those named, and those of the same units
    loans        of the sets named: all that are not over, and those named
    memos        those named, and the open ones of the sets named
    settings     by item: those in force for it
    units        names of the units that are registered for
    taken        items that register a number which another set has
    repeated     items that bring a set or a loan which is there already
    tags         by code, of those that were read: the set it hangs at
    emergencies  those of the entries named that are recorded
    left         those of the borrowers named who have left the estate
    """

    sets: Mapping[UUID, KnownSet]
    loans: Mapping[UUID, Loan]
    memos: Mapping[UUID, Memo]
    settings: Mapping[UUID, Mapping[str, Any]]
    units: Mapping[UUID, str] = field(default_factory=dict)
    taken: frozenset[UUID] = frozenset()
    repeated: frozenset[UUID] = frozenset()
    tags: Mapping[str, UUID] = field(default_factory=dict)
    emergencies: frozenset[UUID] = frozenset()
    left: frozenset[UUID] = frozenset()

    def loans_of(self, set_id: UUID) -> list[Loan]:
        """Answer the loans of a set that are known here."""
        return [loan for loan in self.loans.values() if loan.key_set_id == set_id]

    def open_loan(self, set_id: UUID) -> Loan | None:
        """Answer the loan that has the set: there is one at most (KEY-I1)."""
        return next((loan for loan in self.loans_of(set_id) if loan.state is LoanState.OPEN), None)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an act comes to.

    standing  of the set; `loans` and `memo` those that change, a loan that gives way before the one that takes over
    others    sets that change with it
    page      (form, key) of the page it stands on
    """

    standing: KeySetStanding
    loans: Sequence[Loan] = ()
    memo: Memo | None = None
    others: Mapping[UUID, KeySetStanding] = field(default_factory=dict)
    remarks: Sequence[str] = ()
    page: tuple[str, str] | None = None


Rule = Callable[[Item, KnownSet, KeyFacts], Ruling | Refused]


@dataclass(frozen=True, slots=True)
class Way:
    """One act: its body, who may do it, and what it comes to."""

    act: KeyAct
    body: type[OfKeySet]
    roles: Sequence[Role]
    rule: Rule

    def decide(self, item: Item, facts: KeyFacts) -> Decision:
        """Apply the act, or refuse it for what is stored."""
        if item.role not in self.roles:
            return Refused(NotAllowed.code)
        if item.about != item.body.key_set_id:
            return Refused("core.bad_shape", {"field": "about"})
        known = facts.sets.get(item.about)
        if known is None:
            return Refused("keys.unknown_set", {"set": str(item.about)})
        if refused := _from_there(self.act, item, known, facts):
            return refused
        ruling = self.rule(item, known, facts)
        return ruling if isinstance(ruling, Refused) else applied(item, known.standing, ruling, facts)


def _from_there(act: KeyAct, item: Item, known: KnownSet, facts: KeyFacts) -> Refused | None:
    """Refuse what cannot be done from where the set, or the loan it names, stands."""
    state = known.standing.state
    if not set_leads_to(act, state):
        # KEY-I7
        code = "keys.not_lendable" if state in FINAL and act in (KeyAct.LEND, KeyAct.TAKE) else "keys.wrong_state"
        return Refused(code, {"state": state.value, "act": act.value})
    loan_id = getattr(item.body, "loan_id", None)
    if loan_id is None or loan_leads_to(act, None):
        return None
    loan = facts.loans.get(loan_id)
    if loan is None or loan.key_set_id != known.id:
        return Refused("keys.unknown_loan", {"loan": str(loan_id)})
    if not loan_leads_to(act, loan.state):
        return Refused("keys.loan_wrong_state", {"state": loan.state.value, "act": act.value})
    return None


def applied(item: Item, before: KeySetStanding | None, ruling: Ruling, facts: KeyFacts) -> Applied:
    """Answer the entry of an act: all that it changes, so that rows follow from it alone."""
    codes = sorted({*ruling.remarks, *_doubts(item)})
    sets = {item.about: ruling.standing, **ruling.others}
    judged: dict[str, JsonValue] = {
        "at": item.corrected_at.isoformat(),
        "before": before.state.value if before else None,
        "remarks": [{"code": code, "params": {}} for code in codes],
        "sets": {str(id_): plain(standing) for id_, standing in sets.items()},
        "loans": [plain(loan) for loan in ruling.loans],
        "memo": plain(ruling.memo),
        "placeName": _place_name(item.body, facts),
    }
    private = item.body.private
    return Applied(
        judged,
        page=ruling.page,
        changes=tuple(_changes(sets, ruling.loans)),
        personal={"private": plain(private)} if private else None,
    )


def _place_name(body: OfKeySet, facts: KeyFacts) -> str | None:
    unit_id = body.unit_id if isinstance(body, RegisterKeys) else None
    return facts.units[unit_id] if unit_id else None


def _changes(sets: Iterable[UUID], loans: Iterable[Loan]) -> Iterator[tuple[str, UUID]]:
    yield from ((SET, id_) for id_ in sets)
    yield from ((LOAN, loan.id) for loan in loans)


def _doubts(item: Item) -> Iterator[str]:
    if item.time_doubtful:
        yield "keys.time_doubtful"
    if any(not photo.live for photo in getattr(item.body, "photos", ())):
        yield "keys.photo_not_live"


def who(item: Item) -> WhoAt:
    """Answer who does it, and when."""
    return WhoAt(id=item.by, name=item.by_name, at=item.corrected_at)


def is_drawn(item: Item) -> bool:
    """Say whether the act brings a drawn signature."""
    return bool(item.body.private and item.body.private.strokes)


UNSIGNED = Refused("keys.signature_missing")


def loan_page(loan_id: UUID) -> tuple[str, str]:
    """Answer the page of the loan register on which all about a loan stands."""
    return LOAN_FORM, str(loan_id)
