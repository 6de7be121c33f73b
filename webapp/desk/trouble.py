"""What on a day needs a person, worst first (`looks.md` 3). Codes and figures only: the app has the words."""

import enum
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from webapp.core.errors import JsonValue
from webapp.core.wire import Wire
from webapp.desk.day import RoundOfDay, VisitLine
from webapp.domains.findings.rules.states import FINAL
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
    """A finding in short, with the visit during which it was made, and those that saw it still there."""

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
    seen_on: frozenset[UUID] = frozenset()


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


class TroublePlace(Wire, frozen=True, kw_only=True):
    """A place that is concerned; no name when the register does not know it."""

    place_id: UUID
    name: str | None
    visit_id: UUID | None = None


class Trouble(Wire, frozen=True, kw_only=True):
    """One thing that needs a person. What several places of a round share is told once, with all of them.

    at      when it happened; for a round, the end of its window
    place_id, visit_id  of the first of its places
    params  what the words need besides
    """

    kind: Kind
    at: datetime
    urgent: bool = False
    round_id: UUID | None = None
    route_name: str | None = None
    steward_name: str | None = None
    number: int | None = None
    place_id: UUID | None = None
    places: Sequence[TroublePlace] = ()
    visit_id: UUID | None = None
    finding_id: UUID | None = None
    item_id: UUID | None = None
    params: Mapping[str, JsonValue] = {}


def troubles(
    rounds: Sequence[RoundOfDay],
    visits: Sequence[VisitLine],
    findings: Sequence[FindingLine],
    refused: Sequence[RefusedLine],
    now: datetime,
) -> list[Trouble]:
    """Answer all troubles of the day: worst kind first, urgent first, newest first."""
    found = [
        *(_finding(one) for one in findings if one.state not in FINAL),
        *_awaited_findings(visits, findings),
        *_of_rounds(rounds, now),
        *map(_refused, refused),
        *_doubtful(rounds, visits),
    ]
    worst = list(Kind)
    return sorted(found, key=lambda one: (worst.index(one.kind), not one.urgent, -one.at.timestamp()))


def _finding(finding: FindingLine) -> Trouble:
    place = TroublePlace(place_id=finding.place_id, name=finding.place_name, visit_id=finding.visit_id)
    return Trouble(
        kind=Kind.ABNORMAL,
        at=finding.found_at,
        urgent=finding.urgent,
        place_id=finding.place_id,
        places=[place],
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
    told = {visit for finding in findings for visit in (finding.visit_id, *finding.seen_on)}
    for visit in visits:
        if visit.abnormal and visit.id not in told:
            yield Trouble(
                kind=Kind.ABNORMAL,
                at=visit.scanned_at,
                place_id=visit.place_id,
                places=[_place(visit)],
                visit_id=visit.id,
                params={"awaited": visit.abnormal, "byName": visit.by_name},
            )


def _of_rounds(rounds: Iterable[RoundOfDay], now: datetime) -> Iterator[Trouble]:
    for round_ in rounds:
        yield from _shared(round_, Kind.MISSED, {PlaceState.MISSED})
        yield from _shared(round_, Kind.NOT_ARRIVED, {PlaceState.NOT_ARRIVED})
        # Late is done, or still possible.
        late = {PlaceState.LATE, PlaceState.DUE} if now > round_.end else {PlaceState.LATE}
        yield from _shared(round_, Kind.LATE, late)


def _shared(round_: RoundOfDay, kind: Kind, states: Collection[PlaceState]) -> Iterator[Trouble]:
    places = [place for place in round_.places if place.state in states]
    if places:
        yield _trouble_of(
            round_,
            kind,
            at=round_.end,
            places=[
                TroublePlace(place_id=place.place_id, name=place.name, visit_id=place.visit_id) for place in places
            ],
            params={"open": sum(place.state is PlaceState.DUE for place in places)},
        )


def _doubtful(rounds: Iterable[RoundOfDay], visits: Iterable[VisitLine]) -> Iterator[Trouble]:
    by_id = {round_.round_id: round_ for round_ in rounds}
    by_page: defaultdict[UUID, list[VisitLine]] = defaultdict(list)
    for visit in visits:
        if visit.doubts:
            by_page[visit.record_id].append(visit)
    for page, doubted in by_page.items():
        codes = sorted({code for visit in doubted for code in visit.doubts})
        yield _trouble_of(
            by_id.get(page),
            Kind.DOUBTFUL,
            at=max(visit.scanned_at for visit in doubted),
            places=[_place(visit) for visit in doubted],
            params={"codes": [*codes], "byName": doubted[0].by_name},
        )


def _trouble_of(
    round_: RoundOfDay | None,
    kind: Kind,
    at: datetime,
    places: Sequence[TroublePlace],
    params: Mapping[str, JsonValue],
) -> Trouble:
    first = places[0]
    trouble = Trouble(kind=kind, at=at, place_id=first.place_id, places=places, visit_id=first.visit_id, params=params)
    if round_ is None:
        return trouble
    return msgspec.structs.replace(
        trouble,
        round_id=round_.round_id,
        route_name=round_.route_name,
        steward_name=round_.steward_name,
        number=round_.number,
    )


def _place(visit: VisitLine) -> TroublePlace:
    return TroublePlace(place_id=visit.place_id, name=visit.place_name, visit_id=visit.id)


def _refused(line: RefusedLine) -> Trouble:
    return Trouble(
        kind=Kind.REFUSED,
        at=line.received_at,
        place_id=line.place_id,
        places=[TroublePlace(place_id=line.place_id, name=None)] if line.place_id else [],
        item_id=line.id,
        params={"kind": line.kind, "outcome": line.outcome, "code": line.code, "byName": line.by_name},
    )
