"""What going in and coming out come to: a numbered record, and what is remarked upon. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from webapp.core.actor import Role
from webapp.core.domain import Applied, Decision, Item, Refused
from webapp.core.moments import corrected
from webapp.domains.emergencies.rules import codes
from webapp.domains.emergencies.rules.bodies import Enter, EntryPhoto, Leave
from webapp.domains.emergencies.rules.lacking import entering, leaving
from webapp.ground.people.rules import also_acts_as

# 紧急进入记录.
FORM = "JJ"
KIND = "emergencies.entry"
MANAGERS = frozenset({Role.MANAGER, Role.OFFICE_MANAGER})


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the estate as they are today."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Entered:
    """An entry that is in the book. `entered_at` is corrected."""

    entered_at: datetime
    photographed: bool
    left: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What the estate knows when a batch comes in.

    people    those who are named as having authorised it
    settings  by item: those in force for it
    repeated  items that bring an entry which is there already
    """

    people: Mapping[UUID, Colleague] = field(default_factory=dict)
    settings: Mapping[UUID, Mapping[str, Any]] = field(default_factory=dict)
    repeated: frozenset[UUID] = frozenset()
    entered: Mapping[UUID, Entered] = field(default_factory=dict)


def decide_enter(item: Item, facts: Facts) -> Decision:
    """Write the entry down, whatever it lacks: it took place."""
    body: Enter = item.body
    if item.about != body.entry_id:
        return Refused("core.bad_shape", {"field": "about"})
    if item.id in facts.repeated:
        return Refused(codes.REPEATED, {"entry": str(body.entry_id)})
    authoriser = facts.people.get(body.authorised_by)
    lacking = entering(body, authoriser_manages=_manages(authoriser, facts.settings[item.id]))
    judged = {
        "authoriserName": authoriser.name if authoriser else None,
        "authorisedAt": corrected(body.authorised_at, item).isoformat(),
        "enteredAt": corrected(body.entered_at, item).isoformat(),
        "stands": codes.ESSENTIAL.isdisjoint(lacking),
        "remarks": _remarks([*lacking, *_doubts(item, body.photos)]),
    }
    return Applied(judged, page=(FORM, str(body.entry_id)), changes=((KIND, body.entry_id),))


def decide_leave(item: Item, facts: Facts) -> Decision:
    """Close the record; once."""
    body: Leave = item.body
    if item.about != body.entry_id:
        return Refused("core.bad_shape", {"field": "about"})
    entered = facts.entered.get(body.entry_id)
    if entered is None:
        return Refused(codes.UNKNOWN, {"entry": str(body.entry_id)})
    if entered.left:
        return Refused(codes.LEFT_ALREADY, {"entry": str(body.entry_id)})
    left_at = corrected(body.left_at, item)
    lacking = leaving(body, entered_at=entered.entered_at, left_at=left_at, photographed=entered.photographed)
    judged = {
        "leftAt": left_at.isoformat(),
        "toldAt": corrected(body.resident.at, item).isoformat() if body.resident else None,
        "remarks": _remarks([*lacking, *_doubts(item, body.photos)]),
    }
    return Applied(judged, changes=((KIND, body.entry_id),))


def _manages(person: Colleague | None, settings: Mapping[str, Any]) -> bool:
    return person is not None and bool(MANAGERS & ({person.role} | also_acts_as(person.role, settings)))


def _doubts(item: Item, photos: Sequence[EntryPhoto]) -> list[str]:
    doubtful = [codes.TIME_DOUBTFUL] if item.time_doubtful else []
    return doubtful if all(photo.live for photo in photos) else [*doubtful, codes.NOT_LIVE]


def _remarks(found: Sequence[str]) -> Any:
    return [{"code": code, "params": {}} for code in sorted(found)]
