"""An open finding seen again on a later visit: the body of `findings.sighting`, what it comes to, and its row. Pure."""

import enum
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from webapp.core.domain import Applied, Decision, Entry, Item, Refused, Row
from webapp.core.made import made_columns
from webapp.core.moments import Moment, corrected, require_clock
from webapp.core.wire import Wire
from webapp.domains.findings.rules.report import Note, Origin


class Outcome(enum.StrEnum):
    """What was seen. `gone` (已消除) closes nothing: a repair is verified by its own act (`patrol.md` 7)."""

    STILL_THERE = "still_there"
    GONE = "gone"


class Sighting(Wire, frozen=True, kw_only=True):
    """Somebody stood before an open finding again. `seen_at` is the phone's word; `origin` the record it was on."""

    sighting_id: UUID
    finding_id: UUID
    origin: Origin | None = None
    outcome: Outcome
    note: Note = ""
    seen_at: Moment

    def __post_init__(self) -> None:
        """Refuse a moment that no clock shows."""
        require_clock(self.seen_at)


@dataclass(frozen=True, slots=True)
class SightingFacts:
    """What the estate knows when a batch of sightings comes in.

    found     findings that are there
    repeated  items that bring a sighting which is there already
    """

    found: frozenset[UUID]
    repeated: frozenset[UUID]


def decide(item: Item, facts: SightingFacts) -> Decision:
    """Put a sighting beside its finding. Only one that is there already is refused."""
    sighting: Sighting = item.body
    if item.about != sighting.finding_id:
        return Refused("core.bad_shape", {"field": "about"})
    if item.id in facts.repeated:
        return Refused("findings.sighting_repeated", {"finding": str(sighting.finding_id)})
    return Applied(
        judged={
            "seenAt": corrected(sighting.seen_at, item).isoformat(),
            "remarks": [{"code": code, "params": {}} for code in _remarks(item, sighting, facts)],
        },
        changes=(("findings.finding", sighting.finding_id),),
    )


def _remarks(item: Item, sighting: Sighting, facts: SightingFacts) -> Iterator[str]:
    if sighting.finding_id not in facts.found:
        yield "findings.unknown_finding"
    if item.time_doubtful:
        yield "findings.time_doubtful"


def rows(entry: Entry) -> Sequence[Row]:
    """Answer the sighting's one row."""
    sighting = entry.read(Sighting)
    key = {"estate_id": entry.estate_id, "id": sighting.sighting_id}
    return [Row("finding_sightings", key, _values(entry, sighting))]


def _values(entry: Entry, sighting: Sighting) -> Mapping[str, object]:
    return {
        "finding_id": sighting.finding_id,
        "origin_kind": sighting.origin.kind if sighting.origin else None,
        "origin_id": sighting.origin.id if sighting.origin else None,
        "outcome": sighting.outcome,
        "note": sighting.note,
        "seen_at": datetime.fromisoformat(entry.judged["seenAt"]),
        "phone_seen_at": sighting.seen_at,
        "remarks": entry.judged["remarks"],
        **made_columns(entry),
    }
