"""What is done to a page of the patrol book, as phones send it: the bodies of its acts."""

from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from webapp.core.moments import Moment, require_clock
from webapp.core.wire import Wire
from webapp.domains.patrols.rules.visit import Round
from webapp.ground.signatures.rules import SealedPin, Seen, Strokes, require_drawn

Reason = Annotated[str, Meta(min_length=2, max_length=500)]
SeenAll = Annotated[tuple[Seen, ...], Meta(max_length=300)]


class Unvisited(Wire, frozen=True, kw_only=True):
    """Why a place was not visited, or not wholly checked."""

    place_id: UUID
    reason: Reason


class Finish(Wire, frozen=True, kw_only=True):
    """The patroller ends the round and signs for it; `round` is none for a page of extra visits."""

    record_id: UUID
    round: Round | None = None
    ended_at: Moment
    unvisited: Annotated[tuple[Unvisited, ...], Meta(max_length=300)] = ()
    seen: SeenAll = ()

    def __post_init__(self) -> None:
        """Refuse moments that no clock shows."""
        require_clock(self.ended_at)


class Cosign(Wire, frozen=True, kw_only=True):
    """A second colleague signs: on the own phone, or on the patroller's by PIN and hand (PAT-R05, PAT-R08)."""

    record_id: UUID
    signer: UUID
    means: Literal["own_phone", "pin"]
    seen: SeenAll
    # Set apart by the book, where it may be erased.
    sealed_pin: SealedPin | None = None
    strokes: Strokes | None = None
    late_reason: Reason | None = None

    def __post_init__(self) -> None:
        """Refuse what is no drawing."""
        require_drawn(self.strokes)


class SignOff(Wire, frozen=True, kw_only=True):
    """The manager signs (PAT-R06)."""

    record_id: UUID
    seen: SeenAll
    strokes: Strokes | None = None

    def __post_init__(self) -> None:
        """Refuse what is no drawing."""
        require_drawn(self.strokes)


class Return(Wire, frozen=True, kw_only=True):
    """The manager sends the page back (PAT-R06)."""

    record_id: UUID
    remark: Reason


class Void(Wire, frozen=True, kw_only=True):
    """The page counts no more; its number stays (PAT-R09)."""

    record_id: UUID
    reason: Reason


class HandOver(Wire, frozen=True, kw_only=True):
    """A colleague walks the round from here on."""

    record_id: UUID
    round: Round
    to_id: UUID
    reason: Reason


class OfPlaces(Wire, frozen=True, kw_only=True):
    """Something said of places of a round that were not visited; of all of them where none is named."""

    record_id: UUID
    round: Round
    place_ids: Annotated[tuple[UUID, ...], Meta(max_length=300)] = ()
    reason: Reason


class Skip(OfPlaces, frozen=True, kw_only=True):
    """They are left out of the round, which can still be walked."""


class MakeUp(OfPlaces, frozen=True, kw_only=True):
    """They were missed, and are made up (补检)."""
