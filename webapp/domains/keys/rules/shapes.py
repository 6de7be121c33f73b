"""What the acts on keys are made of as phones send them: items, borrower, proofs, mandate, private fields. Pure."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from webapp.core.moments import Moment, require_clock
from webapp.core.wire import Wire
from webapp.ground.signatures.rules import Sha256, Strokes, require_drawn

Name = Annotated[str, Meta(min_length=1, max_length=80)]
Short = Annotated[str, Meta(max_length=120)]
Text = Annotated[str, Meta(max_length=2000)]
Reason = Annotated[str, Meta(min_length=2, max_length=2000)]
LastFour = Annotated[str, Meta(pattern=r"^([0-9A-Za-z]{4})?$")]
Quantity = Annotated[int, Meta(ge=1, le=200)]
Counted = Annotated[int, Meta(ge=0, le=200)]


class KeyPhoto(Wire, frozen=True, kw_only=True):
    """A photo: of the bunch, of a mandate, of what was returned."""

    sha256: Sha256
    taken_at: Moment
    live: bool

    def __post_init__(self) -> None:
        """Refuse a moment that no clock shows."""
        require_clock(self.taken_at)


KeyPhotos = Annotated[tuple[KeyPhoto, ...], Meta(max_length=20)]


class KeyPrivate(Wire, frozen=True, kw_only=True):
    """What is set apart in the book so that it can be erased: a phone number, four signs of an ID, a signature."""

    phone: Short = ""
    id_last4: LastFour = ""
    strokes: Strokes | None = None

    def __post_init__(self) -> None:
        """Refuse what is no drawing."""
        require_drawn(self.strokes)


class KeyItem(Wire, frozen=True, kw_only=True):
    """What hangs on the ring: so many keys or cards of a kind."""

    kind: Literal["front_door", "room", "mailbox", "card", "other"]
    label: Short = ""
    count: Quantity = 1


class Borrower(Wire, frozen=True, kw_only=True):
    """Who borrows (`keys.md` 4.1)."""

    kind: Literal["staff", "contractor", "tenant", "agent", "owner"]
    person_id: UUID | None = None
    name: Name
    department: Short = ""
    work_order: Short = ""

    @property
    def is_non_owner(self) -> bool:
        """Say whether all four proofs are needed."""
        return self.kind in ("tenant", "agent")


class LoanMandate(Wire, frozen=True, kw_only=True):
    """The owner's own mandate for a loan (委托书), as photographed."""

    signed_on: date
    photos: Annotated[tuple[KeyPhoto, ...], Meta(min_length=1, max_length=10)]


class OwnerCall(Wire, frozen=True, kw_only=True):
    """The call to the owner, on the number that the register has."""

    called_at: Moment
    number: Short
    answer: Literal["yes", "no", "no_answer"]

    def __post_init__(self) -> None:
        """Refuse a moment that no clock shows."""
        require_clock(self.called_at)


class IdKept(Wire, frozen=True, kw_only=True):
    """The borrower's ID that stays with the office, and where; its number is not stored."""

    kind: Literal["id_card", "driving_licence", "passport", "other"]
    slot: Short


class Proofs(Wire, frozen=True, kw_only=True):
    """What a non-owner brings (KEY-I5)."""

    mandate: LoanMandate | None = None
    call: OwnerCall | None = None
    id_kept: IdKept | None = None


class KeyMandate(Wire, frozen=True, kw_only=True):
    """The custody mandate (业主托管钥匙委托书); its signature is drawn, see `KeyPrivate`."""

    mandate_id: UUID
    dated: date = msgspec.field(name="date")
    reason: Reason
    collection_requirements: Reason
    custody_until: date | None = None
    disclaimer_at: Moment
    signed_at: Moment

    def __post_init__(self) -> None:
        """Refuse moments that no clock shows."""
        require_clock(self.disclaimer_at, self.signed_at)


class WhoAt(Wire, frozen=True, kw_only=True):
    """Who did something, and when."""

    id: UUID
    name: str
    at: datetime
