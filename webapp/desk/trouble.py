"""What on a day needs a person, worst first (`looks.md` 3). Codes and figures only: the app has the words."""

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from webapp.core.errors import JsonValue
from webapp.desk.day import PlaceOfRound, RoundOfDay, VisitLine
from webapp.domains.patrols.rules.places import PlaceState


class Kind(enum.StrEnum):
    """Kinds of trouble, worst first."""

    ABNORMAL = "abnormal"
    MISSED = "missed"
    LATE = "late"
    NOT_ARRIVED = "not_arrived"
    REFUSED = "refused"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding in short, with the visit during which it was made."""

    id: UUID
    serial: str
    visit_id: UUID | None
    place_id: UUID
    place_name: str | None
    checklist: str
    item: str
    choice: str | None
    spot: str
    state: str
    urgent: bool
    found_at: datetime
    by_name: str


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """An item that was refused or is held in quarantine; `place_id` where its body names one."""

    id: UUID
    kind: str
    outcome: str
    code: str | None
    by_name: str | None
    received_at: datetime
    place_id: UUID | None


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that needs a person. What several places of a round share is told once, with all of them.

    at      when it happened, or the end of the round's window
    params  what the words need besides
    """

    kind: Kind
    at: datetime
    urgent: bool = False
    round_id: UUID | None = None
    route_name: str | None = None
    steward_name: str | None = None
    number: int | None = None
    places: Sequence[tuple[UUID, str | None]] = ()
    visit_id: UUID | None = None
    finding_id: UUID | None = None
    item_id: UUID | None = None
    params: Mapping[str, JsonValue] = field(default_factory=dict)


def troubles(
    rounds: Sequence[RoundOfDay],
    visits: Sequence[VisitLine],
    findings: Sequence[FindingLine],
    refused: Sequence[RefusedLine],
    now: datetime,
) -> list[Trouble]:
    """Answer all troubles of the day: worst kind first, urgent first, newest first."""
    found = [
        *map(_finding, findings),
        *_awaited_findings(visits, findings),
        *_of_rounds(rounds, now),
        *map(_refused, refused),
        *(_doubtful(visit) for visit in visits if visit.doubts),
    ]
    worst = list(Kind)
    return sorted(found, key=lambda one: (worst.index(one.kind), not one.urgent, -one.at.timestamp()))


def _finding(finding: FindingLine) -> Trouble:
    return Trouble(
        Kind.ABNORMAL,
        at=finding.found_at,
        urgent=finding.urgent,
        places=((finding.place_id, finding.place_name),),
        visit_id=finding.visit_id,
        finding_id=finding.id,
        params={
            "checklist": finding.checklist,
            "item": finding.item,
            "choice": finding.choice,
            "spot": finding.spot,
            "state": finding.state,
            "serial": finding.serial,
            "byName": finding.by_name,
        },
    )


def _awaited_findings(visits: Iterable[VisitLine], findings: Iterable[FindingLine]) -> Iterator[Trouble]:
    # A visit may arrive before its findings, or without them: it is abnormal all the same.
    told = {finding.visit_id for finding in findings}
    for visit in visits:
        if visit.abnormal and visit.id not in told:
            params: dict[str, JsonValue] = {"awaited": visit.abnormal, "byName": visit.by_name}
            place = (visit.place_id, visit.place_name)
            yield Trouble(Kind.ABNORMAL, visit.scanned_at, places=(place,), visit_id=visit.id, params=params)


def _of_rounds(rounds: Iterable[RoundOfDay], now: datetime) -> Iterator[Trouble]:
    for round_ in rounds:
        over = now > round_.times.end
        yield from _shared(round_, Kind.MISSED, lambda place: place.state is PlaceState.MISSED)
        yield from _shared(round_, Kind.NOT_ARRIVED, lambda place: place.state is PlaceState.NOT_ARRIVED)
        # Late is done, or still possible.
        late = {PlaceState.LATE, PlaceState.DUE} if over else {PlaceState.LATE}
        yield from _shared(round_, Kind.LATE, lambda place, late=late: place.state in late)  # type: ignore[misc]


def _shared(round_: RoundOfDay, kind: Kind, which: Callable[[PlaceOfRound], bool]) -> Iterator[Trouble]:
    places = [place for place in round_.places if which(place)]
    if places:
        yield Trouble(
            kind,
            at=round_.times.end,
            round_id=round_.round_id,
            route_name=round_.route_name,
            steward_name=round_.steward_name,
            number=round_.times.number,
            places=[(place.place_id, place.name) for place in places],
            visit_id=places[0].visit_id,
            params={"open": sum(place.state is PlaceState.DUE for place in places)},
        )


def _refused(line: RefusedLine) -> Trouble:
    return Trouble(
        Kind.REFUSED,
        at=line.received_at,
        places=((line.place_id, None),) if line.place_id else (),
        item_id=line.id,
        params={"kind": line.kind, "outcome": line.outcome, "code": line.code, "byName": line.by_name},
    )


def _doubtful(visit: VisitLine) -> Trouble:
    return Trouble(
        Kind.DOUBTFUL,
        at=visit.scanned_at,
        places=((visit.place_id, visit.place_name),),
        visit_id=visit.id,
        params={"codes": [*visit.doubts], "byName": visit.by_name},
    )
