"""What is sent with each act on a key set: the bodies of `keys.register` and the others. Pure."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from webapp.core.moments import Moment, require_clock
from webapp.core.wire import Wire
from webapp.domains.keys.rules.shapes import (
    Borrower,
    Counted,
    KeyItem,
    KeyMandate,
    KeyPhotos,
    KeyPrivate,
    Name,
    Proofs,
    Quantity,
    Reason,
    Short,
    Text,
)

LoanReason = Literal["repair", "vacant_care", "viewing", "renovation", "emergency", "owner_request"]
CustodyKind = Literal["developer_held", "owner_entrusted", "repair_retained", "common_area"]


class OfKeySet(Wire, frozen=True, kw_only=True):
    """What every act says: which set it is about. `private` is set apart by the book."""

    key_set_id: UUID
    private: KeyPrivate | None = None


class RegisterKeys(OfKeySet, frozen=True, kw_only=True):
    """A set comes into custody (`keys.md` 1 to 3)."""

    key_no: Name
    custody_kind: CustodyKind
    unit_id: UUID | None = None
    place_name: Short = ""
    items: Annotated[tuple[KeyItem, ...], Meta(min_length=1, max_length=20)]
    cabinet_slot: Short = ""
    ring: Short = ""
    owner_name: Short = ""
    basis: Text = ""
    received_on: date
    custody_until: date | None = None
    photos: KeyPhotos = ()
    replaces: UUID | None = None
    mandate: KeyMandate | None = None


class RenewMandate(OfKeySet, frozen=True, kw_only=True):
    """The owner signs a new mandate for a set that is here."""

    mandate: KeyMandate


class OfLoan(OfKeySet, frozen=True, kw_only=True):
    """What every act on a loan says."""

    loan_id: UUID


class RequestKeys(OfLoan, frozen=True, kw_only=True):
    """Somebody wants to borrow the set."""

    batch_id: UUID
    borrower: Borrower
    quantity: Quantity
    due_at: Moment
    reason: LoanReason
    emergency_id: UUID | None = None
    proofs: Proofs | None = None

    def __post_init__(self) -> None:
        """Refuse a moment that no clock shows."""
        require_clock(self.due_at)


class LendKeys(RequestKeys, frozen=True, kw_only=True):
    """The set is lent at once: asked, proven, signed and taken. `alone`: lender and borrower are one."""

    alone: bool = False


class VerifyLoan(OfLoan, frozen=True, kw_only=True):
    """The proofs of a non-owner."""

    proofs: Proofs


class ConsentLoan(OfLoan, frozen=True, kw_only=True):
    """An overseer consents to a long period."""

    note: Text = ""


class RefuseLoan(OfLoan, frozen=True, kw_only=True):
    """It is not lent, and why."""

    reason: Reason


class TakeKeys(OfLoan, frozen=True, kw_only=True):
    """The borrower signs and takes the set."""

    alone: bool = False


class ReturnKeys(OfLoan, frozen=True, kw_only=True):
    """The set comes back. `counted` follows the set's items; `returned_by`: another person than the borrower."""

    counted: Annotated[tuple[Counted, ...], Meta(min_length=1, max_length=20)]
    condition: Literal["good", "damaged"]
    note: Text = ""
    returned_by: Short = ""
    id_given_back: bool = False
    alone: bool = False
    photos: KeyPhotos = ()


class ReportKeys(OfKeySet, frozen=True, kw_only=True):
    """Keys are lost or damaged. The memo it opens is called by the item's id."""

    loan_id: UUID | None = None
    what: Literal["lost", "damaged"]
    reported_by: Name
    course: Reason
    photos: KeyPhotos = ()


class OfMemo(OfKeySet, frozen=True, kw_only=True):
    """What every act on a memo says."""

    memo_id: UUID


class AddToMemo(OfMemo, frozen=True, kw_only=True):
    """More of the course of events."""

    course: Reason


class AgreeMemo(OfMemo, frozen=True, kw_only=True):
    """The developer or the owner consents to a copy or a new lock."""

    by: Literal["developer", "owner"]
    name: Name
    how: Literal["phone", "in_person", "written"]
    note: Text = ""


class SettleMemo(OfMemo, frozen=True, kw_only=True):
    """How the incident ended. `cost` in hundredths of the estate's currency."""

    outcome: Literal["found", "copied", "lock_changed"]
    cost: Annotated[int, Meta(ge=0, le=10**9)] | None = None
    payer: Short = ""
    result: Reason
    id_given_back: bool = False


class ReleaseId(OfLoan, frozen=True, kw_only=True):
    """A kept ID is given back after the keys."""


class Collector(Wire, frozen=True, kw_only=True):
    """Who comes for the keys."""

    kind: Literal["owner", "named", "developer"]
    name: Name


class HandOverKeys(OfKeySet, frozen=True, kw_only=True):
    """The set goes for good (`keys.md` 7)."""

    collector: Collector
    proof: Literal["owner_card", "valid_id", "own_id", "written_request"] | None = None
    moving_in: bool = False
    note: Text = ""
    photos: KeyPhotos = ()


class TurnAway(OfKeySet, frozen=True, kw_only=True):
    """Somebody without proof was refused."""

    name: Name
    reason: Reason


class CallAboutKeys(OfKeySet, frozen=True, kw_only=True):
    """A call: of the chase of a loan, or about the end of custody."""

    loan_id: UUID | None = None
    topic: Literal["chase", "custody"]
    called_at: Moment
    whom: Name
    number: Short = ""
    result: Reason
    promise: Short = ""

    def __post_init__(self) -> None:
        """Refuse a moment that no clock shows."""
        require_clock(self.called_at)


class RetireKeys(OfKeySet, frozen=True, kw_only=True):
    """The set is of no more use."""

    reason: Reason


class CountersignAlone(OfLoan, frozen=True, kw_only=True):
    """A second colleague looks at what somebody did alone, and signs."""

    act_id: UUID


class DisputedLoan(Wire, frozen=True, kw_only=True):
    """What becomes of a loan that does not stand."""

    loan_id: UUID
    outcome: Literal["returned", "refused"]


class ResolveCase(OfKeySet, frozen=True, kw_only=True):
    """An overseer finds out who has the set (`protocol.md` 9); with no `holder_loan_id` it is in the cabinet."""

    means: Literal["tag_scanned", "holder_confirmed"]
    code: Short | None = None
    whom: Short = ""
    note: Text = ""
    holder_loan_id: UUID | None = None
    others: Annotated[tuple[DisputedLoan, ...], Meta(max_length=50)] = ()
