"""What a unit's card and care done besides checks come to (VAC-R05). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from webapp.core.actor import Role
from webapp.core.domain import Applied, Decision, Item, Refused
from webapp.core.errors import JsonValue, NotAllowed
from webapp.core.remarks import Remark, as_judged
from webapp.domains.vacancy.rules import codes
from webapp.domains.vacancy.rules.bodies import Card, Care
from webapp.domains.vacancy.rules.checking import HOLDERS, UNIT
from webapp.ground.calendar.rules import day_of

CLEANING, APPLIANCE_RUN = "SE-07", "SE-06"


@dataclass(frozen=True, slots=True)
class ActFacts:
    """What the estate knows when a batch of acts comes in.

    units     names of those that the batch is about
    repeated  items that bring a record which is there already
    """

    zone: str
    units: Mapping[UUID, str]
    repeated: frozenset[UUID] = field(default_factory=frozenset)


def decide_card(item: Item, facts: ActFacts) -> Decision:
    """Write down what is known of a unit."""
    card: Card = item.body
    if item.role not in HOLDERS:
        return Refused(NotAllowed.code)
    if item.about != card.unit_id:
        return Refused("core.bad_shape", {"field": "about"})
    if card.unit_id not in facts.units:
        return Refused(codes.UNKNOWN_UNIT, {"unit": str(card.unit_id)})
    return Applied({"at": item.corrected_at.isoformat()}, changes=((UNIT, card.unit_id),))


def decide_care(item: Item, facts: ActFacts) -> Decision:
    """Write down care of units; cleaners say that they have cleaned, all else those who visit."""
    care: Care = item.body
    if item.role not in HOLDERS and not _cleaned(item, care):
        return Refused(NotAllowed.code)
    if item.about != care.care_id:
        return Refused("core.bad_shape", {"field": "about"})
    if item.id in facts.repeated:
        return Refused(codes.CARE_REPEATED, {"care": str(care.care_id)})
    unknown = [unit_id for unit_id in care.unit_ids if unit_id not in facts.units]
    if unknown:
        return Refused(codes.UNKNOWN_UNIT, {"unit": str(unknown[0])})
    if care.step == "told" and care.task != CLEANING:
        return Refused(codes.STEP_UNFIT, {"task": care.task, "step": care.step})
    # VAC-R05
    if care.task == APPLIANCE_RUN and not care.power_off:
        return Refused(codes.POWER_LEFT_ON)
    changes = tuple((UNIT, unit_id) for unit_id in dict.fromkeys(care.unit_ids))
    return Applied({**_when(item, facts), "remarks": _doubts(care)}, changes=changes)


def _cleaned(item: Item, care: Care) -> bool:
    return item.role == Role.CLEANER and (care.task, care.step) == (CLEANING, "done")


def _when(item: Item, facts: ActFacts) -> dict[str, JsonValue]:
    return {"at": item.corrected_at.isoformat(), "day": day_of(item.corrected_at, facts.zone).isoformat()}


def _doubts(care: Care) -> JsonValue:
    return as_judged([] if all(photo.live for photo in care.photos) else [Remark(codes.NOT_LIVE)])
