"""What is asked for while work runs: plan changes, more time, nights, hot work, tools (`renovation.md` 6). Pure."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from msgspec.structs import replace

from webapp.core.domain import Refused
from webapp.core.wire import plain
from webapp.domains.renovation.rules import limits
from webapp.domains.renovation.rules.acting import HOT_WORK_FORM, Ruling, Scene
from webapp.domains.renovation.rules.applying import lacking_signature
from webapp.domains.renovation.rules.site_bodies import (
    ChangePlan,
    Decide,
    Extend,
    OfRequest,
    Release,
    StayOvernight,
    TakeTools,
    WorkHot,
)
from webapp.domains.renovation.rules.standing import Request
from webapp.domains.renovation.rules.states import RequestKind, RequestState
from webapp.ground.calendar.rules import day_of
from webapp.ground.checklists.words import is_blank

_COUNTS = (RequestState.REQUESTED, RequestState.APPROVED)


def request_there(scene: Scene) -> Refused | None:
    """Refuse a request that this renovation does not have."""
    body: OfRequest = scene.body
    return None if scene.known and body.request_id in scene.known.requests else Refused("renovation.unknown_request")


def request_new(scene: Scene) -> Refused | None:
    """Refuse a request that is there already."""
    return Refused("renovation.request_repeated") if scene.body.request_id in scene.facts.taken else None


def requested(scene: Scene) -> Refused | None:
    """Let only what waits be decided."""
    return _in_state(scene, RequestState.REQUESTED)


def refusal_reasoned(scene: Scene) -> Refused | None:
    """Let who refuses say why."""
    body: Decide = scene.body
    return Refused("renovation.reason_missing") if not body.approved and is_blank(body.note) else None


def tools_named(scene: Scene) -> Refused | None:
    """Let only tools go that the centre named to the guard."""
    if held(scene).kind is not RequestKind.TOOLS:
        return Refused("renovation.unknown_request")
    return _in_state(scene, RequestState.APPROVED)


def _in_state(scene: Scene, state: RequestState) -> Refused | None:
    stands = held(scene).state
    return None if stands is state else Refused("renovation.request_wrong_state", {"state": stands.value})


def owner_and_in_charge_sign(scene: Scene) -> Refused | None:
    """Let both sign the change."""
    return lacking_signature(scene, "owner", "person_in_charge")


def in_time(scene: Scene) -> Refused | None:
    """Let more time be asked for before the permit runs out."""
    return Refused("renovation.extension_late") if limits.is_overdue(scene.case, scene.today) else None


def extension_not_too_long(scene: Scene) -> Refused | None:
    """Let a permit be extended by a month at most, and never shortened."""
    body: Extend = scene.body
    until = scene.case.permit_until
    assert until
    if body.until <= until:
        return Refused("renovation.until_before_start")
    longest = limits.longest_extension(until, scene.settings)
    return Refused("renovation.too_long", {"until": longest.isoformat()}) if body.until > longest else None


def asked_by_customer(scene: Scene) -> Refused | None:
    """Let the customer ask in person or by written mandate."""
    body: Extend = scene.body
    return None if body.in_person or body.mandate else Refused("renovation.mandate_missing")


def nights_in_order(scene: Scene) -> Refused | None:
    """Let a stay begin today at the earliest, and end after it begins."""
    body: StayOvernight = scene.body
    ordered = scene.today <= body.from_on <= body.until_on
    return None if ordered else Refused("renovation.until_before_start")


def two_persons_at_most(scene: Scene) -> Refused | None:
    """Let no more than two stay in a unit on any night, whatever was asked for before (REN-R16)."""
    assert scene.known
    body: StayOvernight = scene.body
    allowed = scene.settings["overnight_max"]
    others = [one for one in scene.known.requests.values() if _may_stay(one)]
    most = max(persons_on(night, others) for night in _nights(body.from_on, body.until_on, others))
    too_many = len(body.persons) + most > allowed
    return Refused("renovation.too_many_overnight", {"allowed": allowed}) if too_many else None


def _may_stay(request: Request) -> bool:
    return request.kind is RequestKind.OVERNIGHT and request.state in _COUNTS


def _nights(first: date, last: date, others: Iterable[Request]) -> Iterator[date]:
    """Answer the nights on which others may come together: the first, and each on which one of them begins."""
    yield first
    yield from (one.from_on for one in others if one.from_on and first < one.from_on <= last)


def persons_on(night: date, requests: Iterable[Request]) -> int:
    """Answer how many may stay on a night by these requests."""
    return sum(one.persons for one in requests if one.from_on and one.until_on and one.from_on <= night <= one.until_on)


def within_one_day(scene: Scene) -> Refused | None:
    """Let hot work begin and end on one day, and not in the past."""
    body: WorkHot = scene.body
    day = day_of(body.from_at, scene.facts.zone)
    whole = body.from_at < body.until_at and day == day_of(body.until_at, scene.facts.zone)
    return None if whole and day >= scene.today else Refused("renovation.not_same_day")


def extinguisher_there(scene: Scene) -> Refused | None:
    """Let nobody work hot without an extinguisher."""
    body: WorkHot = scene.body
    return None if body.extinguisher else Refused("renovation.no_extinguisher")


def held(scene: Scene) -> Request:
    """Answer the request that the act names."""
    assert scene.known
    return scene.known.requests[scene.body.request_id]


def change_plan(scene: Scene) -> Ruling:
    """Keep the change until the inspector agrees."""
    body: ChangePlan = scene.body
    return _asked(scene, RequestKind.PLAN_CHANGE, note=body.what)


def extend(scene: Scene) -> Ruling:
    """Keep the wish for more time until the supervisor agrees."""
    body: Extend = scene.body
    return _asked(scene, RequestKind.EXTENSION, until_on=body.until)


def stay_overnight(scene: Scene) -> Ruling:
    """Keep who wants to stay until the supervisor agrees."""
    body: StayOvernight = scene.body
    days = {"from_on": body.from_on, "until_on": body.until_on}
    return _asked(scene, RequestKind.OVERNIGHT, persons=len(body.persons), **days)


def work_hot(scene: Scene) -> Ruling:
    """Keep the hot work until engineering agrees."""
    body: WorkHot = scene.body
    day = day_of(body.from_at, scene.facts.zone)
    ruling = _asked(scene, RequestKind.HOT_WORK, from_on=day, until_on=day)
    return Ruling(ruling.case, requests=ruling.requests, page=(HOT_WORK_FORM, str(body.request_id)))


def take_tools(scene: Scene) -> Ruling:
    """Name the tools to the guard: the owner has confirmed, nobody else decides."""
    body: TakeTools = scene.body
    return _asked(scene, RequestKind.TOOLS, state=RequestState.APPROVED, decided=scene.who, note=body.note)


def _asked(scene: Scene, kind: RequestKind, **fields: Any) -> Ruling:
    said = plain(scene.body)
    for name in ("renovationId", "requestId", "private"):
        said.pop(name, None)
    whole = {"state": RequestState.REQUESTED, "asked": scene.who, "said": said, **fields}
    return Ruling(
        scene.case, requests=[Request(id=scene.body.request_id, renovation_id=scene.case.id, kind=kind, **whole)]
    )


def decision_of(scene: Scene) -> str:
    """Answer by which event of the machine a decision is made: each kind of request has who decides it."""
    return f"decide_{held(scene).kind.value}"


def decide(scene: Scene) -> Ruling:
    """Allow what was asked for, or refuse it; an extension moves the end of the permit."""
    body: Decide = scene.body
    state = RequestState.APPROVED if body.approved else RequestState.REFUSED
    decided = replace(held(scene), state=state, decided=scene.who, note=body.note)
    moved = body.approved and decided.kind is RequestKind.EXTENSION
    case = replace(scene.case, permit_until=decided.until_on) if moved else scene.case
    return Ruling(case, requests=[decided])


def release(scene: Scene) -> Ruling:
    """Note that the guard let the tools out."""
    body: Release = scene.body
    said = {**held(scene).said, "seen": list(body.seen)}
    told = {"state": RequestState.RELEASED, "decided": scene.who, "said": said}
    return Ruling(scene.case, requests=[replace(held(scene), **told)])
