"""What a visit comes to: a page of the patrol book, how it stands to its round, what is remarked. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from webapp.core.domain import Applied, Decision, Item, Refused
from webapp.core.errors import JsonValue
from webapp.core.moments import corrected
from webapp.core.remarks import Remark, as_judged
from webapp.domains.patrols.rules.evidence import evidence, task_missing
from webapp.domains.patrols.rules.left_out import made_up_until
from webapp.domains.patrols.rules.remarks import LabelState, Surroundings, remarks
from webapp.domains.patrols.rules.rounds import RoundTime, Timeliness, extra_id, round_id, timeliness
from webapp.domains.patrols.rules.tasks import task_of
from webapp.domains.patrols.rules.visit import Visit
from webapp.ground.calendar.rules import day_of
from webapp.ground.checklists.reference import ChecklistRef
from webapp.ground.places.known import KnownPlace

# 巡查: the patrol book.
FORM = "XC"


@dataclass(frozen=True, slots=True)
class KnownRoute:
    """A route of the estate: its places, and its rounds on each day by each version of the settings named."""

    place_ids: frozenset[UUID]
    rounds: Mapping[tuple[date, int], Sequence[RoundTime]]


@dataclass(frozen=True, slots=True)
class KnownLabel:
    """What a code hangs at, and since when it counts no more."""

    place_id: UUID
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the estate knows when a batch of visits comes in.

    elsewhere   ids of places named by the batch that belong to other estates
    checklists  item ids of every checklist version that the batch names and the house knows
    versions    by item: number of the settings that it is judged by
    settings    by that number
    previous    by item: scan time of the visit made before on the same phone
    repeated    items that bring a visit which is there already
    """

    zone: str
    versions: Mapping[UUID, int]
    settings: Mapping[int, Mapping[str, Any]]
    places: Mapping[UUID, KnownPlace]
    elsewhere: frozenset[UUID]
    labels: Mapping[str, KnownLabel]
    routes: Mapping[UUID, KnownRoute]
    checklists: Mapping[ChecklistRef, Sequence[str]]
    previous: Mapping[UUID, datetime]
    repeated: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class Page:
    """The page of the patrol book that a visit stands on, and how the visit stands to its round.

    of_round  the page is that of the round the phone named; else it is the person's extra page of the day
    """

    record_id: UUID
    of_round: bool
    day: date
    timeliness: Timeliness
    remarks: tuple[Remark, ...] = ()


def decide(item: Item, facts: Facts) -> Decision:
    """Put a visit into the book. Only another estate's place, or a visit that is there already, is refused."""
    visit: Visit = item.body
    if item.about != visit.visit_id:
        return Refused("core.bad_shape", {"field": "about"})
    if visit.place_id in facts.elsewhere:
        return Refused("patrols.foreign_place", {"place": str(visit.place_id)})
    if item.id in facts.repeated:
        return Refused("patrols.visit_repeated", {"visit": str(visit.visit_id)})
    scanned_at = corrected(visit.scanned_at, item)
    page = _page(item, visit, facts, scanned_at)
    return Applied(
        judged=_judged(item, visit, facts, scanned_at, page),
        page=(FORM, str(page.record_id)),
        changes=(("patrols.visit", visit.visit_id), ("patrols.record", page.record_id)),
    )


def _page(item: Item, visit: Visit, facts: Facts, scanned_at: datetime) -> Page:
    asked = visit.round
    route = facts.routes.get(asked.route_id) if asked else None
    if asked is None or route is None:
        day = day_of(scanned_at, facts.zone)
        told = (Remark("patrols.unknown_round"),) if asked else ()
        return Page(extra_id(item.estate_id, item.by, day), False, day, Timeliness.EXTRA, told)
    record_id = round_id(item.estate_id, asked.route_id, asked.date, asked.number)
    rounds = route.rounds[asked.date, facts.versions[item.id]]
    times = next((times for times in rounds if times.number == asked.number), None)
    if times is None:
        return Page(record_id, True, asked.date, Timeliness.EXTRA, (Remark("patrols.unknown_round"),))
    settings = facts.settings[facts.versions[item.id]]
    stood = timeliness(scanned_at, times)
    if stood is Timeliness.MADE_UP and scanned_at > made_up_until(asked.date, facts.zone, settings):
        day = day_of(scanned_at, facts.zone)
        too_late = (Remark("patrols.made_up_too_late"),)
        return Page(extra_id(item.estate_id, item.by, day), False, day, Timeliness.EXTRA, too_late)
    early = [Remark("patrols.before_window")] if stood is Timeliness.EARLY else []
    unasked = [Remark("patrols.made_up_unasked")] if stood is Timeliness.MADE_UP and not visit.make_up else []
    astray = [] if visit.place_id in route.place_ids else [Remark("patrols.off_route")]
    return Page(record_id, True, asked.date, stood, (*early, *unasked, *astray))


def _judged(item: Item, visit: Visit, facts: Facts, scanned_at: datetime, page: Page) -> dict[str, JsonValue]:
    place = facts.places.get(visit.place_id)
    around = _around(item, visit, facts, scanned_at)
    task = _task(visit, page, around)
    told = [*remarks(visit, around), *evidence(item, visit), *task_missing(visit, task), *page.remarks]
    return {
        "place": {"name": place.name, "type": place.type} if place else None,
        "record": str(page.record_id),
        "ofRound": page.of_round,
        "day": page.day.isoformat(),
        "scannedAt": scanned_at.isoformat(),
        "timeliness": page.timeliness.value,
        "remarks": as_judged(told),
    }


def _task(visit: Visit, page: Page, around: Surroundings) -> str | None:
    if not page.of_round or around.place_type is None:
        return None
    return task_of(page.record_id, visit.place_id, around.place_type, around.settings["live_task_percent"])


def _around(item: Item, visit: Visit, facts: Facts, scanned_at: datetime) -> Surroundings:
    place = facts.places.get(visit.place_id)
    return Surroundings(
        place_type=place.type if place else None,
        label=_label_state(visit, facts.labels, scanned_at),
        items=facts.checklists.get(visit.checklist),
        previous_scanned_at=facts.previous.get(item.id),
        settings=facts.settings[facts.versions[item.id]],
    )


def _label_state(visit: Visit, labels: Mapping[str, KnownLabel], scanned_at: datetime) -> LabelState | None:
    if visit.label is None:
        return None
    label = labels.get(visit.label)
    if label is None:
        return "unknown"
    # Scanned before it was revoked, it was still the label of its place, whenever the visit arrives.
    if label.revoked_at and label.revoked_at <= scanned_at:
        return "revoked"
    return "here" if label.place_id == visit.place_id else "elsewhere"
