"""Having records of units destroyed that were sold long ago (`vacancy.md` 9, acceptance 6). Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from webapp.core.actor import OVERSEERS
from webapp.core.domain import Applied, Decision, Entry, Item, Refused, Row
from webapp.core.errors import NotAllowed
from webapp.core.made import made_columns
from webapp.core.wire import Wire
from webapp.domains.vacancy.rules import codes
from webapp.domains.vacancy.rules.bodies import require_days
from webapp.domains.vacancy.rules.risk import kept_until

PURGE = "vacancy.purge"
TABLE = "vacancy_purges"


class PurgeVacancy(Wire, frozen=True, kw_only=True):
    """Records of units that were sold before this day may go."""

    purge_id: UUID
    sold_before: date

    def __post_init__(self) -> None:
        """Refuse days that no register knows."""
        require_days(self.sold_before)


@dataclass(frozen=True, slots=True)
class PurgeFacts:
    """What the estate knows. By item: its day, for how many months records stay, runs of entries that may go."""

    archivists: frozenset[UUID]
    today: Mapping[UUID, date]
    months: Mapping[UUID, int]
    numbers: Mapping[UUID, Sequence[tuple[int, int]]]


def decide(item: Item, facts: PurgeFacts) -> Decision:
    """Let records go whose time is over; nothing goes before."""
    body: PurgeVacancy = item.body
    if item.role not in OVERSEERS and item.by not in facts.archivists:
        return Refused(NotAllowed.code)
    if item.about != body.purge_id:
        return Refused("core.bad_shape", {"field": "about"})
    # The newest of them was sold the day before.
    until = kept_until(date.fromordinal(body.sold_before.toordinal() - 1), facts.months[item.id])
    if facts.today[item.id] < until:
        return Refused(codes.RETENTION_ACTIVE, {"until": until.isoformat()})
    numbers = facts.numbers[item.id]
    if not numbers:
        return Refused(codes.NOTHING_DUE)
    return Applied({"purgedAt": item.corrected_at.isoformat(), "numbers": [list(run) for run in numbers]})


def rows(entry: Entry) -> Sequence[Row]:
    """Answer the purge as it was asked for; the worker carries it out."""
    body = entry.read(PurgeVacancy)
    values = {
        "sold_before": body.sold_before,
        "numbers": entry.judged["numbers"],
        "purged_at": datetime.fromisoformat(entry.judged["purgedAt"]),
        **made_columns(entry),
    }
    return [Row(TABLE, {"estate_id": entry.estate_id, "id": body.purge_id}, values)]
