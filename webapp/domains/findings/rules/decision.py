"""What a report comes to: a problem sheet with its own number, a first state, a priority. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from msgspec.structs import replace

from webapp.core.domain import Applied, Decision, Item, Refused
from webapp.core.errors import JsonValue
from webapp.core.moments import corrected
from webapp.core.wire import plain
from webapp.domains.findings.rules.deadlines import Figures, running
from webapp.domains.findings.rules.details import Reading, doubts, previous_reading
from webapp.domains.findings.rules.report import Report, missing, priority_of
from webapp.domains.findings.rules.smell import SMELL_ITEM
from webapp.domains.findings.rules.standing import Smell, Standing, department_of
from webapp.domains.findings.rules.states import FindingState
from webapp.ground.checklists.reference import ChecklistRef
from webapp.ground.checklists.rules import ChecklistItem, Template
from webapp.ground.places.known import KnownPlace

# 问题: the problem sheet 巡查问题处理表.
FORM = "WT"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the estate knows when a batch of reports comes in.

    elsewhere  ids of places named by the batch that belong to other estates
    templates  every checklist version that the batch names and the house knows
    repeated   items that bring a finding which is there already
    readings   of meters at the places named, the batch's own among them
    figures    by item: what its deadlines are counted by
    """

    places: Mapping[UUID, KnownPlace]
    elsewhere: frozenset[UUID]
    templates: Mapping[ChecklistRef, Template]
    repeated: frozenset[UUID]
    readings: Sequence[Reading] = ()
    figures: Mapping[UUID, Figures] = field(default_factory=dict)


def decide(item: Item, facts: Facts) -> Decision:
    """Open a problem sheet. Only another estate's place, or a finding that is there already, is refused."""
    report: Report = item.body
    if item.about != report.finding_id:
        return Refused("core.bad_shape", {"field": "about"})
    if report.place_id in facts.elsewhere:
        return Refused("findings.foreign_place", {"place": str(report.place_id)})
    if item.id in facts.repeated:
        return Refused("findings.finding_repeated", {"finding": str(report.finding_id)})
    return Applied(
        judged=_judged(item, report, facts),
        page=(FORM, str(report.finding_id)),
        changes=(("findings.finding", report.finding_id),),
    )


def _judged(item: Item, report: Report, facts: Facts) -> dict[str, JsonValue]:
    place = facts.places.get(report.place_id)
    asked = _item(report, facts)
    found_at = corrected(report.found_at, item)
    unfit = doubts(report.details, previous_reading(report, found_at, facts.readings))
    codes = [*missing(report, asked), *unfit, *_unknown(report, facts, asked), *_doubts(item, report)]
    return {
        "place": {"name": place.name, "type": place.type} if place else None,
        "foundAt": found_at.isoformat(),
        "standing": plain(_standing(item, report, asked, found_at, facts)),
        "remarks": [{"code": code, "params": {}} for code in codes],
    }


def _standing(item: Item, report: Report, asked: ChecklistItem | None, found_at: datetime, facts: Facts) -> Standing:
    """Answer how a finding begins: solved already, or waiting for somebody since it came in."""
    solved = report.state is FindingState.SOLVED_ON_SPOT
    standing = Standing(
        state=report.state,
        priority=priority_of(asked),
        dept=department_of(asked.dept if asked else None),
        waiting_since=None if solved else item.received_at,
        smell=Smell() if report.item == SMELL_ITEM else None,
        fixed_at=found_at if solved else None,
        fixer_id=item.by if solved else None,
        fixer_name=item.by_name if solved else None,
    )
    return replace(standing, due=running(standing, found_at, facts.figures[item.id]))


def _item(report: Report, facts: Facts) -> ChecklistItem | None:
    template = facts.templates.get(report.checklist)
    return template.item(report.item) if template else None


def _unknown(report: Report, facts: Facts, asked: ChecklistItem | None) -> Iterator[str]:
    if report.place_id not in facts.places:
        yield "findings.unknown_place"
    if report.checklist not in facts.templates:
        yield "findings.unknown_checklist"
    elif asked is None:
        yield "findings.unknown_item"


def _doubts(item: Item, report: Report) -> Iterator[str]:
    if item.time_doubtful:
        yield "findings.time_doubtful"
    if any(not photo.live for photo in report.photos):
        yield "findings.photo_not_live"
