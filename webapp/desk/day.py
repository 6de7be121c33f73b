"""One day of an estate as the desk shows it, pure: from what was read to rounds and the states of their places."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from webapp.core.wire import Wire
from webapp.desk.left_out import Said, left_out, made_up
from webapp.domains.patrols.rules.evidence import doubts
from webapp.domains.patrols.rules.places import Phone, PlaceState, Seen, place_state
from webapp.domains.patrols.rules.rounds import Plan, RoundTime, Timeliness, numbers_on, round_id, rounds_of
from webapp.domains.patrols.rules.turns import Asked, Turn, asking
from webapp.domains.patrols.signing.rules import Standing, State
from webapp.ground.places.routes.rules import Frequency


class WrittenOff(Wire, frozen=True, kw_only=True):
    """That a phone was given up for lost, by whom and why."""

    at: datetime
    by_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Device:
    """A phone that the estate has seen; `missing` items of it were made and never arrived. `written_off`: why."""

    id: UUID
    name: str
    people: Sequence[str]
    last_contact_at: datetime
    waiting: int
    missing: int
    phone: Phone
    written_off: WrittenOff | None = None

    def holds(self, rounds: "Iterable[RoundOfDay]") -> bool:
        """Say whether a visit that has not arrived may lie on it."""
        silent = (one for one in rounds if one.counts.get(PlaceState.NOT_ARRIVED.value))
        return any(self.phone.may_hold(RoundTime(one.number, one.start, one.end, one.late_until)) for one in silent)

    def silent_minutes(self, now: datetime) -> int:
        """Answer how long it has not been in touch."""
        return max(0, (now - self.last_contact_at) // timedelta(minutes=1))


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on a route."""

    place_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Walk:
    """A route with its places in walking order, its steward, its plans.

    frequencies  of places that are not visited on every round
    turns        the rounds of this week on which those were checked
    """

    route_id: UUID
    name: str
    steward_name: str | None
    stops: Sequence[Stop]
    plans: Sequence[Plan]
    frequencies: Mapping[UUID, Frequency] = field(default_factory=dict)
    turns: Mapping[UUID, Sequence[Turn]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit in short; `awaited` photos of it have not arrived."""

    id: UUID
    record_id: UUID
    place_id: UUID
    place_name: str | None
    by_name: str
    scanned_at: datetime
    received_at: datetime
    timeliness: Timeliness
    skipped: bool
    abnormal: int
    codes: Sequence[str]
    serial: str
    awaited: int

    @property
    def seen(self) -> Seen:
        """The visit as the rule of place states sees it."""
        return Seen(self.timeliness, self.skipped)

    @property
    def doubts(self) -> list[str]:
        """Why the supervisor should look at it."""
        return doubts(self.codes)


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of one day of an estate; `settings` are those in force.

    pages    how the page of each round stands that something was done to, by the round's id
    serials  their numbers
    """

    estate_id: UUID
    day: date
    zone: str
    settings: Mapping[str, Any]
    devices: Sequence[Device]
    walks: Sequence[Walk]
    visits: Sequence[VisitLine]
    pages: Mapping[UUID, Standing] = field(default_factory=dict)
    serials: Mapping[UUID, str] = field(default_factory=dict)


class PlaceOfRound(Wire, frozen=True, kw_only=True):
    """What has become of a place on a round; `visit_id` and `at` are of the visit that counts.

    arrived_late  its visit came in when the round was already over: before, it stood as missed or not arrived
    left_out      why nobody visited it; one that was missed may have a reason that came too late to skip it
    made_up       why it is made up; it was missed, and stays so
    """

    place_id: UUID
    name: str
    state: PlaceState
    abnormal: int = 0
    visit_id: UUID | None = None
    at: datetime | None = None
    awaited_photos: int = 0
    doubtful: bool = False
    arrived_late: bool = False
    left_out: Said | None = None
    made_up: Said | None = None


class RoundOfDay(Wire, frozen=True, kw_only=True):
    """One round with its places in walking order; `serial` once its page has one.

    signing how its page stands, once it was ended or skipped
    counts  how many places are in each state that occurs
    """

    round_id: UUID
    route_id: UUID
    route_name: str
    steward_name: str | None
    number: int
    start: datetime
    end: datetime
    late_until: datetime
    serial: str | None
    signing: State | None
    counts: Mapping[str, int]
    places: Sequence[PlaceOfRound]


def rounds_of_day(read: Read, now: datetime) -> list[RoundOfDay]:
    """Answer every round planned on the day that asks for a place, by number and route."""
    by_record: defaultdict[UUID, list[VisitLine]] = defaultdict(list)
    for visit in read.visits:
        by_record[visit.record_id].append(visit)
    found = []
    for walk in read.walks:
        for times in rounds_of(walk.plans, read.day, read.zone, read.settings):
            id_ = round_id(read.estate_id, walk.route_id, read.day, times.number)
            found.append(_round(read, walk, times, id_, by_record[id_], now))
    return sorted((round_ for round_ in found if round_.places), key=lambda round_: round_.number)


def _round(
    read: Read, walk: Walk, times: RoundTime, id_: UUID, visits: Sequence[VisitLine], now: datetime
) -> RoundOfDay:
    by_place: defaultdict[UUID, list[VisitLine]] = defaultdict(list)
    for visit in visits:
        by_place[visit.place_id].append(visit)
    page = read.pages.get(id_, Standing(State.IN_PROGRESS))
    excuses, again = left_out(page), made_up(page)
    asked, told = _asked(read, walk, times, now), by_place.keys() | excuses.keys() | again.keys()
    stops = [stop for stop in walk.stops if stop.place_id in told or asked(stop.place_id)]
    places = [
        _place(read, stop, times, by_place[stop.place_id], now, excuses.get(stop.place_id), again.get(stop.place_id))
        for stop in stops
    ]
    return RoundOfDay(
        round_id=id_,
        route_id=walk.route_id,
        route_name=walk.name,
        steward_name=walk.steward_name,
        number=times.number,
        start=times.start,
        end=times.end,
        late_until=times.late_until,
        serial=visits[0].serial if visits else read.serials.get(id_),
        signing=None if page.state is State.IN_PROGRESS else page.state,
        counts=Counter(place.state.value for place in places),
        places=places,
    )


def _asked(read: Read, walk: Walk, times: RoundTime, now: datetime) -> Callable[[UUID], bool]:
    """Answer which places not visited still belong to a round; once it is over, only those it had to visit."""
    turn = Turn(read.day, times.number)
    asks = asking(turn, walk.frequencies, walk.turns, lambda day: numbers_on(walk.plans, day, read.settings))
    belong = {Asked.MUST} if now > times.late_until else {Asked.MUST, Asked.MAY}
    return lambda place_id: asks.get(place_id, Asked.MUST) in belong


def _place(
    read: Read,
    stop: Stop,
    times: RoundTime,
    visits: Sequence[VisitLine],
    now: datetime,
    excuse: Said | None,
    asked: Said | None,
) -> PlaceOfRound:
    grace = timedelta(hours=read.settings["arrival_grace_hours"])
    phones = (device.phone for device in read.devices)
    excused_at = excuse.at if excuse else None
    state = place_state([visit.seen for visit in visits], times, phones, grace, now, excused_at=excused_at)
    if not visits:
        return PlaceOfRound(place_id=stop.place_id, name=stop.name, state=state, left_out=excuse, made_up=asked)
    counts = next(visit for visit in visits if visit.seen.state is state)
    return PlaceOfRound(
        place_id=stop.place_id,
        name=stop.name,
        state=state,
        abnormal=sum(visit.abnormal for visit in visits),
        visit_id=counts.id,
        at=counts.scanned_at,
        awaited_photos=sum(visit.awaited for visit in visits),
        doubtful=any(visit.doubts for visit in visits),
        arrived_late=counts.received_at > times.late_until and counts.scanned_at <= times.late_until,
        left_out=excuse,
        made_up=asked,
    )
