"""An emergency entry as phones send it (紧急进入记录, PAT-N4): going in, coming out. Moments are the phone's word."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from webapp.core.moments import Moment, require_clock
from webapp.core.wire import Wire

Note = Annotated[str, Meta(max_length=2000)]
Name = Annotated[str, Meta(min_length=1, max_length=80)]
Unit = Annotated[str, Meta(min_length=1, max_length=40)]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]


class EntryPhoto(Wire, frozen=True, kw_only=True):
    """A photo of the home. `live`: taken in the app, not an album's."""

    sha256: Sha256
    taken_at: Moment
    live: bool


class Present(Wire, frozen=True, kw_only=True):
    """Somebody who is there: a colleague, or (without an id) anybody else by name."""

    person_id: UUID | None = None
    name: Name


Photos = Annotated[tuple[EntryPhoto, ...], Meta(max_length=60)]


class Enter(Wire, frozen=True, kw_only=True):
    """A home is entered. `finding_id`: what was seen from outside (PAT-N3)."""

    entry_id: UUID
    finding_id: UUID | None = None
    unit: Unit
    reason: Note = ""
    authorised_by: UUID
    authorised_at: Moment
    present: Annotated[tuple[Present, ...], Meta(max_length=20)] = ()
    entered_at: Moment
    photos: Photos = ()

    def __post_init__(self) -> None:
        """Refuse moments that no clock shows."""
        require_clock(self.authorised_at, self.entered_at)


class ResidentTold(Wire, frozen=True, kw_only=True):
    """Who of the household was told, and when."""

    who: Name
    at: Moment

    def __post_init__(self) -> None:
        """Refuse a moment that no clock shows."""
        require_clock(self.at)


class Leave(Wire, frozen=True, kw_only=True):
    """Everybody is out again: what was found and done, and that the household was told, or why not."""

    entry_id: UUID
    left_at: Moment
    done: Note = ""
    resident: ResidentTold | None = None
    not_told: Note = ""
    photos: Photos = ()

    def __post_init__(self) -> None:
        """Refuse a moment that no clock shows."""
        require_clock(self.left_at)
