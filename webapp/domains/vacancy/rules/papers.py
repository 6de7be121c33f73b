"""The dynamic table of a month and the summary of a half-year: drafted by themselves, filed once, then frozen. Pure.

`vacancy.md` 3 and 9: a table is due on the 5th of the next month, a summary on 10 July and 10 January.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import rfc8785
from msgspec import Meta

from webapp.core.actor import Role
from webapp.core.domain import Applied, Decision, Entry, Item, Refused, Row
from webapp.core.errors import NotAllowed
from webapp.core.ids import computed_id
from webapp.core.made import made_columns
from webapp.core.wire import Wire
from webapp.domains.vacancy.rules import codes
from webapp.domains.vacancy.rules.checking import HOLDERS
from webapp.domains.vacancy.rules.periods import Period, month
from webapp.ground.checklists.answers import Note
from webapp.ground.people.rules import also_acts_as

PaperKind = Literal["table", "summary"]
PaperState = Literal["draft", "overdue", "filed"]
TABLE = "vacancy_papers"
_HALVES = {"H1": ((1, 1), (6, 30)), "H2": ((7, 1), (12, 31))}
MANAGERS = frozenset({Role.MANAGER, Role.OFFICE_MANAGER})


def manages(role: str, settings: Mapping[str, Any]) -> bool:
    """Say whether somebody acts as a manager, by their role or by the setting that lets supervisors."""
    return bool(MANAGERS & ({Role(role)} | also_acts_as(Role(role), settings)))


class FilePaper(Wire, frozen=True, kw_only=True):
    """A table or a summary is filed as it was shown; `seen` is the SHA-256 of that draft."""

    period: Annotated[str, Meta(pattern=r"^20[0-9]{2}-((0[1-9]|1[0-2])|H[12])$")]
    seen: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
    note: Note = ""


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What the estate knows when papers are filed. By item: its settings, the estate's day, the draft of its period.

    filed     ids of papers filed before
    unfiled   by item: an earlier period that is to be filed first
    """

    settings: Mapping[UUID, Mapping[str, Any]]
    today: Mapping[UUID, date]
    drafts: Mapping[UUID, Mapping[str, Any]]
    filed: frozenset[UUID] = frozenset()
    unfiled: Mapping[UUID, str | None] = field(default_factory=dict)


def paper_id(estate_id: UUID, kind: PaperKind, period: str) -> UUID:
    """Answer the id of an estate's paper of a period."""
    return computed_id("vacancy", estate_id, kind, period)


def days_of(kind: PaperKind, period: str) -> Period:
    """Answer the days of a period, 2026-11 or 2026-H2; raises ValueError."""
    if kind == "table":
        return month(period)
    year, _, half = period.partition("-")
    if half not in _HALVES:
        raise ValueError(f"no half-year: {period}")
    first, last = _HALVES[half]
    return Period(date(int(year), *first), date(int(year), *last))


def halves(first: date, last: date) -> list[str]:
    """Answer the halves from that of `first` to that of `last`."""
    numbers = range(first.year * 2 + (first.month > 6), last.year * 2 + (last.month > 6) + 1)
    return [f"{number // 2}-H{number % 2 + 1}" for number in numbers]


def due_on(kind: PaperKind, period: Period, settings: Mapping[str, Any]) -> date:
    """Answer the last day on which a paper is filed in time."""
    next_ = date.fromordinal(period.last.toordinal() + 1)
    if kind == "table":
        return next_.replace(day=settings["dynamic_table_day"])
    # One day lies in each half of the year.
    in_year = sorted(date.fromisoformat(f"{next_.year}-{text}") for text in settings["half_year_due"])
    return next(day for day in in_year if day >= next_)


def state_of_paper(due: date, today: date, *, filed: bool) -> PaperState:
    """Answer how a paper of a period that is over stands (acceptance 5)."""
    if filed:
        return "filed"
    return "overdue" if today > due else "draft"


def sha256_of(content: Mapping[str, Any]) -> str:
    """Answer the SHA-256 of a draft's canonical JSON (RFC 8785)."""
    return hashlib.sha256(rfc8785.dumps(dict(content))).hexdigest()


def decide(kind: PaperKind, item: Item, facts: PaperFacts) -> Decision:
    """File a paper as it was shown: who files freezes what stands in it."""
    body: FilePaper = item.body
    if not _may_file(kind, item, facts.settings[item.id]):
        return Refused(NotAllowed.code)
    try:
        period = days_of(kind, body.period)
    except ValueError:
        return Refused("core.bad_shape", {"field": "period"})
    id_ = paper_id(item.estate_id, kind, body.period)
    if item.about != id_:
        return Refused("core.bad_shape", {"field": "about"})
    return _refused(body, facts, item, id_, period) or Applied(
        {"at": item.corrected_at.isoformat(), "content": dict(facts.drafts[item.id])}
    )


def _may_file(kind: PaperKind, item: Item, settings: Mapping[str, Any]) -> bool:
    return item.role in HOLDERS if kind == "summary" else manages(item.role, settings)


def _refused(body: FilePaper, facts: PaperFacts, item: Item, id_: UUID, period: Period) -> Refused | None:
    if facts.today[item.id] <= period.last:
        return Refused(codes.TOO_EARLY, {"from": date.fromordinal(period.last.toordinal() + 1).isoformat()})
    if id_ in facts.filed:
        return Refused(codes.FILED_ALREADY)
    if earlier := facts.unfiled.get(item.id):
        return Refused(codes.EARLIER_UNFILED, {"period": earlier})
    draft = facts.drafts[item.id]
    if not balances(draft):
        counts = {name: _count(draft[name]) for name in ("opening", "additions", "departures", "closing")}
        return Refused(codes.UNBALANCED, dict(counts))
    if body.seen != sha256_of(draft):
        return Refused(codes.DRAFT_CHANGED)
    return None


def balances(content: Mapping[str, Any]) -> bool:
    """Say whether opening + additions - departures = closing; a summary has nothing to balance."""
    if "opening" not in content:
        return True
    moved = _count(content["additions"]) - _count(content["departures"])
    return bool(_count(content["opening"]) + moved == _count(content["closing"]))


def _count(counted: int | Sequence[Any]) -> int:
    return counted if isinstance(counted, int) else len(counted)


def rows(kind: PaperKind, entry: Entry) -> Sequence[Row]:
    """Answer the paper as it was filed."""
    body, judged = entry.read(FilePaper), entry.judged
    values = {
        "kind": kind,
        "period": body.period,
        "content": judged["content"],
        "note": body.note,
        "filed_at": datetime.fromisoformat(judged["at"]),
        **made_columns(entry),
    }
    return [Row(TABLE, {"estate_id": entry.estate_id, "id": paper_id(entry.estate_id, kind, body.period)}, values)]
