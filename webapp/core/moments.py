"""Moments that a phone sends: which can be kept at all, and what they were by our clock (`protocol.md` 7)."""

from datetime import UTC, datetime
from typing import Annotated

from msgspec import Meta

from webapp.core.domain import Item

Moment = Annotated[datetime, Meta(tz=True)]

# A phone that lost its clock says 1970; what lies outside is no clock at all, and not every store holds it.
FIRST = datetime(1970, 1, 1, tzinfo=UTC)
END = datetime(2200, 1, 1, tzinfo=UTC)


def require_clock(*moments: datetime) -> None:
    """Refuse, as a ValueError for `Wire.__post_init__`, moments that no clock shows."""
    if not all(FIRST <= moment < END for moment in moments):
        raise ValueError("a moment that no clock shows")


def corrected(moment: datetime, item: Item) -> datetime:
    """Answer when something in an item's body was: the phone's clock was as wrong then as it was at the save.

    Never after the save itself, since what is saved happened before.
    """
    try:
        return min(moment + (item.corrected_at - item.recorded_at), item.corrected_at)
    except OverflowError:
        return item.corrected_at
