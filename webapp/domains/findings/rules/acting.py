"""How an act on a finding is decided: who may, from where, what becomes of it. Each act adds its own part. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from webapp.core.domain import Applied, Decision, Item, Refused
from webapp.core.errors import JsonValue
from webapp.core.wire import plain
from webapp.domains.findings.rules.bodies import OfFinding
from webapp.domains.findings.rules.deadlines import Figures, ended, running
from webapp.domains.findings.rules.standing import Standing, What
from webapp.domains.findings.rules.states import Act, leads_to
from webapp.ground.calendar.rules import end_of
from webapp.ground.people.departments.rules import Department


@dataclass(frozen=True, slots=True)
class ActDone:
    """An act that is in the book; `said` is its body."""

    id: UUID
    act: Act
    by_id: UUID
    by_name: str
    at: datetime
    said: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """A finding as it stands when an act comes in, with all that was done about it, oldest first."""

    standing: Standing
    place_id: UUID
    found_at: datetime
    finder_id: UUID
    report_id: UUID | None
    acts: Sequence[ActDone] = ()

    def last(self, *acts: Act) -> ActDone | None:
        """Answer the newest of these acts."""
        return next((one for one in reversed(self.acts) if one.act in acts), None)

    def solve_by(self, zone: str) -> datetime | None:
        """Answer until when a rectification order runs (UTC); None once it was rechecked, or without one."""
        last = self.last(Act.ORDER, Act.DISPATCH, Act.VERIFY)
        return end_of(date.fromisoformat(last.said["dueOn"]), zone) if last and last.act is Act.ORDER else None


@dataclass(frozen=True, slots=True)
class LabelThere:
    """Where a label hangs, and since when it does not count."""

    place_id: UUID
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class ActFacts:
    """What the estate knows when a batch of acts comes in.

    settings  by item: those in force for it
    labels    by code, of those that were read
    hashes    by item: what the receipts keep of the items that signatures name
    """

    found: Mapping[UUID, KnownFinding]
    settings: Mapping[UUID, Mapping[str, Any]]
    zone: str
    departments: Sequence[Department] = ()
    labels: Mapping[str, LabelThere] = field(default_factory=dict)
    hashes: Mapping[UUID, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an act comes to.

    ends      the deadline it was done for
    at        when it was done, if not when it was saved
    solve_by  until when it is to be solved, where the act says so
    """

    standing: Standing
    remarks: Sequence[str] = ()
    page: tuple[str, str] | None = None
    ends: What | None = None
    at: datetime | None = None
    solve_by: datetime | None = None


Guard = Callable[[Item, KnownFinding, ActFacts], Refused | None]
Rule = Callable[[Item, KnownFinding, ActFacts], Ruling | Refused]


@dataclass(frozen=True, slots=True)
class Way:
    """One act: its body, who may do it, and what it comes to."""

    act: Act
    body: type[OfFinding]
    guard: Guard
    rule: Rule

    def decide(self, item: Item, facts: ActFacts) -> Decision:
        """Apply the act, or refuse it for what is stored."""
        if item.about != item.body.finding_id:
            return Refused("core.bad_shape", {"field": "about"})
        known = facts.found.get(item.about)
        if known is None:
            return Refused("findings.unknown_finding", {"finding": str(item.about)})
        if refused := self.guard(item, known, facts):
            return refused
        state = known.standing.state
        if not leads_to(self.act, state):
            return Refused("findings.wrong_state", {"state": state.value, "act": self.act.value})
        ruling = self.rule(item, known, facts)
        return ruling if isinstance(ruling, Refused) else _applied(item, known, facts, ruling)


def _applied(item: Item, known: KnownFinding, facts: ActFacts, ruling: Ruling) -> Applied:
    figures = Figures.of(facts.zone, facts.settings[item.id])
    due = running(ruling.standing, known.found_at, figures, ruling.solve_by or known.solve_by(facts.zone))
    after = msgspec.structs.replace(ruling.standing, due=due)
    due_at = ended(known.standing, after, ruling.ends)
    judged: dict[str, JsonValue] = {
        "at": (ruling.at or item.corrected_at).isoformat(),
        "before": known.standing.state.value,
        "dueAt": due_at.isoformat() if due_at else None,
        "remarks": [{"code": code, "params": {}} for code in sorted({*ruling.remarks, *_doubts(item)})],
        "standing": plain(after),
    }
    return Applied(judged, page=ruling.page, changes=(("findings.finding", item.about),))


def _doubts(item: Item) -> Iterator[str]:
    if item.time_doubtful:
        yield "findings.time_doubtful"
    if any(not photo.live for photo in getattr(item.body, "photos", ())):
        yield "findings.photo_not_live"
