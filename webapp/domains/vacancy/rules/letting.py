"""Letting units that have long been vacant: the developer's consent, letting and its end (`vacancy.md` 8). Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from webapp.core.domain import Applied, Decision, Entry, Item, Refused, Row
from webapp.core.errors import NotAllowed
from webapp.core.made import made_columns
from webapp.core.wire import Wire
from webapp.domains.vacancy.rules import codes
from webapp.domains.vacancy.rules.bodies import Line, Word, require_days
from webapp.domains.vacancy.rules.checking import HOLDERS, UNIT
from webapp.domains.vacancy.rules.papers import manages
from webapp.ground.checklists.answers import Note
from webapp.ground.checklists.words import is_blank
from webapp.ground.places.rules import UnitStatus
from webapp.ground.places.units.rows import standing_rows
from webapp.ground.places.units.rules import Standing

CONSENT, LET, LET_END = "vacancy.consent", "vacancy.let", "vacancy.let_end"
CONSENTS, LETTINGS = "vacancy_consents", "vacancy_lettings"
PLACE = "places.unit"


class Consent(Wire, frozen=True, kw_only=True):
    """What the developer answered when asked whether a unit may be let; a yes has the number of its paper."""

    unit_id: UUID
    consent_id: UUID
    asked_on: date
    granted: bool
    answered_on: date
    paper_no: Line = ""
    until: date | None = None
    note: Note = ""

    def __post_init__(self) -> None:
        """Refuse days that no register knows."""
        require_days(self.asked_on, self.answered_on, self.until)


class Let(Wire, frozen=True, kw_only=True):
    """A unit is let by the consent named."""

    unit_id: UUID
    letting_id: UUID
    consent_id: UUID
    tenant: Word
    contract_no: Word
    begins_on: date
    until: date | None = None
    keys_handed_over: bool = False
    note: Note = ""

    def __post_init__(self) -> None:
        """Refuse days that no register knows."""
        require_days(self.begins_on, self.until)


class LetEnd(Wire, frozen=True, kw_only=True):
    """A letting is over: the unit is vacant again, and due for a check like a first one."""

    unit_id: UUID
    letting_id: UUID
    ended_on: date
    reason: Word

    def __post_init__(self) -> None:
        """Refuse a day that no register knows."""
        require_days(self.ended_on)


@dataclass(frozen=True, slots=True)
class LetUnit:
    """A unit as it stands when an act comes in.

    consent  the id of the developer's newest answer, when it is a yes; it holds up to and with `until`
    letting  the one that is not over
    """

    status: UnitStatus
    consent: UUID | None = None
    until: date | None = None
    letting: UUID | None = None

    def consented(self, consent_id: UUID, day: date) -> bool:
        """Say whether the unit may be let by this consent on a day."""
        return self.consent == consent_id and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class LetFacts:
    """What the estate knows; `begun` says when each letting began, of those that there are."""

    units: Mapping[UUID, LetUnit]
    settings: Mapping[UUID, Mapping[str, Any]]
    begun: Mapping[UUID, date] = field(default_factory=dict)
    repeated: frozenset[UUID] = frozenset()


def decide_consent(item: Item, facts: LetFacts) -> Decision:
    """Write down what the developer answered."""
    body: Consent = item.body
    if not manages(item.role, facts.settings[item.id]):
        return Refused(NotAllowed.code)
    if refused := _unfit(item, facts):
        return refused
    if body.granted and is_blank(body.paper_no):
        return Refused(codes.PAPER_NO_MISSING)
    return _applied(item)


def decide_let(item: Item, facts: LetFacts) -> Decision:
    """Let a vacant unit: never without the developer's consent."""
    body: Let = item.body
    if refused := _of_holders(item, facts):
        return refused
    unit = facts.units[item.about]
    if unit.status is not UnitStatus.VACANT_UNSOLD:
        return Refused(codes.NOT_VACANT, {"status": unit.status.value})
    if not unit.consented(body.consent_id, body.begins_on):
        return Refused(codes.CONSENT_MISSING)
    if body.until is not None and body.until < body.begins_on:
        return Refused(codes.END_BEFORE_START)
    return _applied(item)


def decide_end(item: Item, facts: LetFacts) -> Decision:
    """End a letting: the unit is vacant again."""
    body: LetEnd = item.body
    if refused := _of_holders(item, facts):
        return refused
    begun = facts.begun.get(body.letting_id)
    if begun is None:
        return Refused(codes.UNKNOWN_LETTING)
    if facts.units[item.about].letting != body.letting_id:
        return Refused(codes.LETTING_OVER)
    if body.ended_on < begun:
        return Refused(codes.END_BEFORE_START)
    return _applied(item)


def _of_holders(item: Item, facts: LetFacts) -> Refused | None:
    return Refused(NotAllowed.code) if item.role not in HOLDERS else _unfit(item, facts)


def _unfit(item: Item, facts: LetFacts) -> Refused | None:
    if item.about != item.body.unit_id:
        return Refused("core.bad_shape", {"field": "about"})
    if item.about not in facts.units:
        return Refused(codes.UNKNOWN_UNIT, {"unit": str(item.about)})
    return Refused(codes.LETTING_REPEATED) if item.id in facts.repeated else None


def _applied(item: Item) -> Applied:
    # What follows the unit (`PullKind.follows`) is told with it.
    return Applied({"at": item.corrected_at.isoformat()}, changes=((PLACE, item.about), (UNIT, item.about)))


def consent_rows(entry: Entry) -> Sequence[Row]:
    """Answer the developer's answer."""
    body = entry.read(Consent)
    names = ("unit_id", "asked_on", "granted", "answered_on", "paper_no", "until", "note")
    values = {**{name: getattr(body, name) for name in names}, **made_columns(entry)}
    return [Row(CONSENTS, {"estate_id": entry.estate_id, "id": body.consent_id}, values)]


def let_rows(entry: Entry) -> Sequence[Row]:
    """Answer the letting, and what the unit is from its beginning on."""
    body = entry.read(Let)
    names = ("unit_id", "consent_id", "tenant", "contract_no", "begins_on", "until", "keys_handed_over", "note")
    values = {**{name: getattr(body, name) for name in names}, **made_columns(entry)}
    row = Row(LETTINGS, {"estate_id": entry.estate_id, "id": body.letting_id}, values)
    said = Standing(UnitStatus.LET_VACANT, renovating=False, since=body.begins_on)
    return [row, *standing_rows(entry, body.unit_id, said, body.contract_no)]


def end_rows(entry: Entry) -> Sequence[Row]:
    """Answer the end of the letting, and that the unit is vacant from then on."""
    body = entry.read(LetEnd)
    values = {"ended_on": body.ended_on, "ended_because": body.reason, "end_entry": entry.number}
    row = Row(LETTINGS, {"estate_id": entry.estate_id, "id": body.letting_id}, values, new=False)
    said = Standing(UnitStatus.VACANT_UNSOLD, renovating=False, since=body.ended_on)
    return [row, *standing_rows(entry, body.unit_id, said, body.reason)]
