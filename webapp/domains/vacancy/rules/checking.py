"""What a check of a vacant unit comes to: a numbered page, what is remarked, which care it has done. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from webapp.core.actor import OVERSEERS, Role
from webapp.core.domain import Applied, Decision, Item, Refused
from webapp.core.errors import JsonValue, NotAllowed
from webapp.core.moments import corrected
from webapp.core.remarks import Remark, as_judged
from webapp.domains.vacancy.rules import codes
from webapp.domains.vacancy.rules.bodies import Check
from webapp.domains.vacancy.rules.items import MOULD, Features, asked_items, care_done
from webapp.domains.vacancy.rules.regime import Timeline, in_regime, status_on
from webapp.domains.vacancy.rules.remarks import Around, LabelState, remarks
from webapp.ground.calendar.rules import day_of

# 空置: the book of checks.
FORM = "KZ"
CHECK = "vacancy.check"
UNIT = "vacancy.unit"
CHECKLIST = "vacant_unit"
# Who visits vacant units, keeps their register, and oversees both.
HOLDERS = (Role.STEWARD, *OVERSEERS)


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit as it stands when something comes in.

    days      what it was, and when
    done      when each task of care was last done
    readings  of its water meter, with the moment each was read
    """

    name: str
    days: Timeline
    features: Features = field(default_factory=Features)
    done: Mapping[str, date] = field(default_factory=dict)
    readings: Sequence[tuple[datetime, Decimal]] = ()

    def reading_before(self, at: datetime) -> Decimal | None:
        """Answer the newest reading before a moment."""
        before = [one for one in self.readings if one[0] < at]
        return max(before)[1] if before else None


@dataclass(frozen=True, slots=True)
class KnownTag:
    """What a code hangs at, and since when it counts no more."""

    target_id: UUID
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """What the estate knows when a batch of checks comes in.

    loans     by item: the loan by which its visitor had the key of the unit
    settings  by item: those in force for it
    repeated  items that bring a check which is there already
    """

    zone: str
    units: Mapping[UUID, KnownUnit]
    loans: Mapping[UUID, UUID | None]
    settings: Mapping[UUID, Mapping[str, Any]]
    tags: Mapping[str, KnownTag] = field(default_factory=dict)
    repeated: frozenset[UUID] = frozenset()


def decide(item: Item, facts: CheckFacts) -> Decision:
    """Write a check down. Who waits for the answer is refused what can still be put right; else it is a remark."""
    check: Check = item.body
    unit = facts.units.get(check.unit_id)
    if refused := _never(item, check, unit, facts):
        return refused
    assert unit is not None
    entered_at, left_at = corrected(check.entered_at, item), corrected(check.left_at, item)
    day = day_of(left_at, facts.zone)
    around = _around(item, check, unit, facts, entered_at)
    told = [*remarks(check, around, entered_at, left_at), *_doubts(item)]
    if item.live and (refused := _while_there(told)):
        return refused
    return Applied(
        judged={**_times(entered_at, left_at, day), **_outcome(check, around, told)},
        page=(FORM, str(check.check_id)),
        changes=((UNIT, check.unit_id), (CHECK, check.check_id)),
    )


def _never(item: Item, check: Check, unit: KnownUnit | None, facts: CheckFacts) -> Refused | None:
    if item.role not in HOLDERS:
        return Refused(NotAllowed.code)
    if item.about != check.check_id:
        return Refused("core.bad_shape", {"field": "about"})
    if unit is None:
        return Refused(codes.UNKNOWN_UNIT, {"unit": str(check.unit_id)})
    if item.id in facts.repeated:
        return Refused(codes.REPEATED, {"check": str(check.check_id)})
    return None


def _while_there(told: Sequence[Remark]) -> Refused | None:
    by_code = {remark.code: remark for remark in told}
    first = next((by_code[code] for code in codes.REFUSED_LIVE if code in by_code), None)
    return Refused(first.code, first.params) if first else None


def _around(item: Item, check: Check, unit: KnownUnit, facts: CheckFacts, entered_at: datetime) -> Around:
    settings = facts.settings[item.id]
    day = day_of(entered_at, facts.zone)
    status = status_on(unit.days, day)
    return Around(
        unit=unit.name,
        status=status.value if status else None,
        regime=status is not None and in_regime(status, settings),
        loan=facts.loans.get(item.id),
        asked=_asked(check, unit, settings, day),
        label=_label(check, facts.tags, entered_at),
        reading=unit.reading_before(entered_at),
        settings=settings,
    )


def _asked(check: Check, unit: KnownUnit, settings: Mapping[str, Any], day: date) -> list[str] | None:
    template = check.checklist.template() if check.checklist.type == CHECKLIST else None
    if template is None:
        return None
    features = replace(unit.features, cold_region=settings["cold_region"])
    # What is answered besides is no error.
    wanted = {*asked_items(features, day, unit.done), *(answer.item for answer in check.answers)}
    return [one.id for one in template.items if one.id in wanted]


def _label(check: Check, tags: Mapping[str, KnownTag], at: datetime) -> LabelState | None:
    if check.scan.code is None:
        return None
    tag = tags.get(check.scan.code)
    if tag is None:
        return "unknown"
    if tag.revoked_at and tag.revoked_at <= at:
        return "revoked"
    return "here" if tag.target_id == check.unit_id else "elsewhere"


def _doubts(item: Item) -> list[Remark]:
    return [Remark("vacancy.time_doubtful")] if item.time_doubtful else []


def _times(entered_at: datetime, left_at: datetime, day: date) -> dict[str, JsonValue]:
    return {"enteredAt": entered_at.isoformat(), "leftAt": left_at.isoformat(), "day": day.isoformat()}


def _outcome(check: Check, around: Around, told: Sequence[Remark]) -> dict[str, JsonValue]:
    valves_shut = not check.valves.in_state("open")
    return {
        "unit": around.unit,
        "loan": str(around.loan) if around.loan else None,
        "complete": codes.INCOMPLETE.isdisjoint(remark.code for remark in told),
        "mould": MOULD in check.results("abnormal"),
        "care": [*care_done(check.results("normal"), check.care, valves_shut=valves_shut)],
        "remarks": as_judged(told),
    }
