"""Having key records destroyed once their time is over (KEY-I10, acceptance 8). Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from webapp.core.actor import OVERSEERS
from webapp.core.domain import Applied, Decision, Entry, Item, Refused, Row
from webapp.core.errors import NotAllowed
from webapp.core.made import made_columns
from webapp.core.wire import Wire

PURGE = "keys.purge"


class PurgeKeys(Wire, frozen=True, kw_only=True):
    """What was closed before this day of the estate may go."""

    purge_id: UUID
    closed_before: date


@dataclass(frozen=True, slots=True)
class PurgeFacts:
    """What the estate knows. By item: the first day that must be kept, and runs of entries that may go."""

    archivists: frozenset[UUID]
    kept_from: Mapping[UUID, date]
    numbers: Mapping[UUID, Sequence[tuple[int, int]]]


def first_day_kept(today: date, months: int) -> date:
    """Answer the first day whose closings must still be kept: so many months before today."""
    whole = today.year * 12 + today.month - 1 - months
    year, month = divmod(whole, 12)
    after = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = after.toordinal() - 1
    return date.fromordinal(min(last, date(year, month + 1, 1).toordinal() + today.day - 1))


def decide(item: Item, facts: PurgeFacts) -> Decision:
    """Let records go whose time is over; nothing goes before."""
    body: PurgeKeys = item.body
    if item.role not in OVERSEERS and item.by not in facts.archivists:
        return Refused(NotAllowed.code)
    if item.about != body.purge_id:
        return Refused("core.bad_shape", {"field": "about"})
    kept_from = facts.kept_from[item.id]
    if body.closed_before > kept_from:
        return Refused("keys.retention_active", {"until": kept_from.isoformat()})
    numbers = facts.numbers[item.id]
    if not numbers:
        return Refused("keys.nothing_due")
    return Applied({"purgedAt": item.corrected_at.isoformat(), "numbers": [list(run) for run in numbers]})


def rows(entry: Entry) -> Sequence[Row]:
    """Answer the purge as it was asked for; the worker carries it out."""
    body = entry.read(PurgeKeys)
    values = {
        "closed_before": body.closed_before,
        "numbers": entry.judged["numbers"],
        "purged_at": datetime.fromisoformat(entry.judged["purgedAt"]),
        **made_columns(entry),
    }
    return [Row("key_purges", {"estate_id": entry.estate_id, "id": body.purge_id}, values)]
