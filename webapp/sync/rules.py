"""Rules of sync, free of database and web: whose item it is, when it was made, what of a phone has not arrived."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

import msgspec

# A clock that differs by less proves nothing: a contact takes time, and so does a save (protocol.md 7).
CLOCK_TOLERANCE = timedelta(seconds=60)
BEFORE_ALL = datetime.min.replace(tzinfo=UTC)

# A phone whose items stay away for years calls often; forgetting old contacts only widens what is possible.
CONTACTS_KEPT = 500

Ranges = list[tuple[int, int]]
Contacts = list[tuple[int, datetime]]


class Tick(msgspec.Struct, frozen=True):
    """What a phone's clock said of an item: `elapsed_ms` counts within one load of the page and never steps."""

    page: str
    elapsed_ms: float
    offset_ms: float


class Made(msgspec.Struct, frozen=True):
    """When an item was made. `doubtful` holds the two moments between which it was, when the clock says otherwise."""

    at: datetime
    doubtful: tuple[datetime, datetime] | None = None


def corrected(
    recorded_at: datetime,
    tick: Tick,
    *,
    last_contact: datetime | None,
    before: tuple[Tick, datetime] | None,
    received_at: datetime,
) -> Made:
    """Answer when an item was really made (`protocol.md` 7).

    recorded_at   by the phone's clock
    last_contact  ours, when the phone last called without having made this item yet
    before        the item made before it in the same push, and its corrected time
    received_at   ours
    """
    earliest = min(_earliest(tick, last_contact, before), received_at)
    try:
        said = recorded_at + timedelta(milliseconds=tick.offset_ms)
    except OverflowError:
        return Made(received_at, (earliest, received_at))
    at = max(earliest, min(said, received_at))
    # abs() of the difference, not a shifted bound: the bounds may be the ends of time itself.
    return Made(at, (earliest, received_at) if abs(said - at) > CLOCK_TOLERANCE else None)


def _earliest(tick: Tick, last_contact: datetime | None, before: tuple[Tick, datetime] | None) -> datetime:
    bounds = [last_contact or BEFORE_ALL]
    if before and before[0].page == tick.page and tick.elapsed_ms > before[0].elapsed_ms:
        # More went by than the wall clock admits: it was set back. Less may have been sleep and proves nothing.
        bounds.append(before[1] + timedelta(milliseconds=tick.elapsed_ms - before[0].elapsed_ms) - CLOCK_TOLERANCE)
    return max(bounds)


def add_arrivals(ranges: Iterable[Sequence[int]], arrived: Iterable[int]) -> Ranges:
    """Answer `ranges` (inclusive, in order, apart) with the numbers `arrived` in them."""
    joined: Ranges = []
    for first, last in sorted([(first, last) for first, last in ranges] + [(number, number) for number in arrived]):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def never_arrived(ranges: Iterable[Sequence[int]], last_seq: int) -> int:
    """Answer how many items of a phone, which has made `last_seq`, have not arrived."""
    return last_seq - sum(min(last, last_seq) - first + 1 for first, last in ranges if first <= last_seq)


def note_contact(contacts: Contacts, arrived: Ranges, last_seq: int, at: datetime) -> Contacts:
    """Answer `contacts` with this one; those that no item still to come can need are left out.

    A contact tells that every item above its `lastSeq` was made after it. Numbers that all arrived need none.
    """
    whole = arrived[0][1] if arrived and arrived[0][0] == 1 else 0
    newest = {**dict(contacts), last_seq: at}
    needed = max((seq for seq in newest if seq <= whole), default=0)
    return [(seq, newest[seq]) for seq in sorted(newest) if seq >= needed][-CONTACTS_KEPT:]


def last_contact_before(contacts: Contacts, seq: int) -> datetime | None:
    """Answer when the phone last called without having made item `seq` yet."""
    return max((at for last_seq, at in contacts if last_seq < seq), default=None)
