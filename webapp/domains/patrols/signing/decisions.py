"""Whether something may be done to a page of the patrol book. Pure; each answers Applied or why not."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from webapp.core.actor import OVERSEERS, Role
from webapp.core.domain import Decision, Item, Refused
from webapp.core.errors import JsonValue, NotAllowed
from webapp.core.moments import corrected
from webapp.domains.patrols.rules.assignees import WALKERS
from webapp.domains.patrols.rules.decision import FORM
from webapp.domains.patrols.rules.turns import Asked
from webapp.domains.patrols.rules.visit import Round
from webapp.domains.patrols.signing import codes
from webapp.domains.patrols.signing.bodies import Cosign, Finish, HandOver, Return, SignOff, Void
from webapp.domains.patrols.signing.book import Facts, KnownRoute, Page
from webapp.domains.patrols.signing.deciding import applied, walks, wrong_page
from webapp.domains.patrols.signing.rules import Policy, Standing, State
from webapp.ground.people.rules import also_acts_as
from webapp.ground.signatures.rules import Seen, differing

MANAGERS = (Role.MANAGER, Role.OFFICE_MANAGER)
_UNFINISHED = (State.IN_PROGRESS, State.RETURNED)


def decide_finish(item: Item, facts: Facts) -> Decision:
    """Let who walked the round end it: each place was wholly checked, or it is said why not (acceptance 2)."""
    body: Finish = item.body
    page = facts.pages[body.record_id]
    stands = page.standing
    if wrong := wrong_page(item, page, body.round, facts):
        return wrong
    if stands.state not in _UNFINISHED:
        return Refused(codes.VOIDED if stands.void else codes.FINISHED_ALREADY)
    route = facts.routes.get(body.round.route_id) if body.round else None
    if not walks(item, page, stands, route, _day(page, body.round)):
        return Refused(codes.NOT_YOURS)
    names = {**facts.places, **(route.places if route else {})}
    excused = {*stands.skipped, *(one.place_id for one in body.unvisited)}
    if lack := _lack(page, _asked(page, route, facts.asks.get(item.id, {})), excused, names):
        return lack
    if different := _different(page, body.seen):
        return different
    unvisited: list[JsonValue] = [
        {"placeId": str(one.place_id), "name": names.get(one.place_id), "reason": one.reason} for one in body.unvisited
    ]
    # Who supervises has no colleague beside; the manager signs.
    policy = Policy.MANAGER.value if page.is_supervision else facts.settings[item.id]["patrol_sign_policy"]
    judged: dict[str, JsonValue] = {
        "at": corrected(body.ended_at, item).isoformat(),
        "detail": {"policy": policy, "unvisited": unvisited},
    }
    return applied(item, facts, _day(page, body.round), item.by, judged, page=(FORM, str(page.id)))


def decide_cosign(item: Item, facts: Facts) -> Decision:
    """Let a second colleague of the estate sign, who has seen the whole page (PAT-R05, acceptance 3)."""
    body: Cosign = item.body
    page = facts.pages[body.record_id]
    stands = page.standing
    if item.about != page.id or (body.means == "pin") != (body.sealed_pin is not None and body.signer != item.by):
        return Refused("core.bad_shape", {"field": "means"})
    if body.means == "own_phone" and body.signer != item.by:
        return Refused("core.bad_shape", {"field": "signer"})
    colleague = facts.people.get(body.signer)
    if colleague is None or not colleague.active:
        return Refused(codes.NO_COLLEAGUE)
    if refused := _not_signable(page, stands, body.seen, State.AWAITING_COSIGN) or _twice(stands, body.signer):
        return refused
    if late := _too_late(item, stands, facts.settings[item.id]["cosign_window_hours"]):
        return late
    verdict = facts.pins.get(item.id, "right")
    if verdict != "right":
        return Refused(f"signatures.pin_{verdict}", {"name": colleague.name})
    sent = {"sealedPin": _plain_pin(body)} if body.sealed_pin else None
    return applied(item, facts, page.day, body.signer, {"detail": {}}, personal=sent)


def decide_sign_off(item: Item, facts: Facts) -> Decision:
    """Let the manager sign what the colleagues have signed (PAT-R06)."""
    body: SignOff = item.body
    page = facts.pages[body.record_id]
    if not _is_manager(item, facts):
        return Refused(NotAllowed.code)
    stands = page.standing
    own = (
        Refused(codes.SIGNED_TWICE) if item.by in stands.signers - {one.signer_id for one in stands.sign_offs} else None
    )
    return (
        _not_signable(page, stands, body.seen, State.AWAITING_MANAGER)
        or own
        or applied(item, facts, page.day, item.by, {"detail": {}})
    )


def decide_return(item: Item, facts: Facts) -> Decision:
    """Let the manager send back what is not signed off yet (PAT-R06)."""
    body: Return = item.body
    page = facts.pages[body.record_id]
    if not _is_manager(item, facts):
        return Refused(NotAllowed.code)
    if page.standing.state not in (State.AWAITING_COSIGN, State.AWAITING_MANAGER):
        return Refused(codes.NOT_AWAITED)
    return applied(item, facts, page.day, item.by, {"detail": {}})


def decide_void(item: Item, facts: Facts) -> Decision:
    """Let an overseer void a page, whatever it stands at; its number stays (PAT-R09, acceptance 7)."""
    body: Void = item.body
    page = facts.pages[body.record_id]
    if item.role not in OVERSEERS:
        return Refused(NotAllowed.code)
    if not page.opened:
        return Refused(codes.UNKNOWN_RECORD)
    if page.standing.void:
        return Refused(codes.VOIDED)
    return applied(item, facts, page.day, item.by, {"detail": {}})


def decide_hand_over(item: Item, facts: Facts) -> Decision:
    """Let who walks a round, or an overseer, give it to a colleague who walks rounds."""
    body: HandOver = item.body
    page = facts.pages[body.record_id]
    stands, to = page.standing, facts.people.get(body.to_id)
    if wrong := wrong_page(item, page, body.round, facts):
        return wrong
    if stands.state not in _UNFINISHED:
        return Refused(codes.VOIDED if stands.void else codes.FINISHED_ALREADY)
    route = facts.routes.get(body.round.route_id)
    if item.role not in OVERSEERS and not walks(item, page, stands, route, body.round.date):
        return Refused(codes.NOT_YOURS)
    if to is None or not to.active or to.role not in WALKERS or body.to_id == item.by:
        return Refused(codes.NO_COLLEAGUE)
    detail: dict[str, JsonValue] = {"toId": str(body.to_id), "toName": to.name}
    return applied(item, facts, body.round.date, item.by, {"detail": detail})


def _day(page: Page, round_: Round | None) -> date | None:
    return round_.date if round_ else page.day


def _asked(page: Page, route: KnownRoute | None, asks: Mapping[UUID, Asked]) -> list[UUID]:
    """Answer the places that must stand on the page: all visited, and of the route those that its round asks for."""
    visited = [*dict.fromkeys(sheet.place_id for sheet in page.sheets)]
    if route is None:
        return visited
    return [id_ for id_ in route.places if id_ in visited or asks.get(id_, Asked.MUST) is Asked.MUST]


def _lack(page: Page, asked: Sequence[UUID], excused: set[UUID], names: Mapping[UUID, str]) -> Refused | None:
    visited = {sheet.place_id for sheet in page.sheets}
    whole = {sheet.place_id for sheet in page.sheets if sheet.whole}
    open_ = [id_ for id_ in asked if id_ not in whole and id_ not in excused]
    if not open_:
        return None
    code = codes.ITEMS_OPEN if open_[0] in visited else codes.PLACES_OPEN
    return Refused(code, {"n": len(open_), "place": names.get(open_[0], "")})


def _not_signable(page: Page, stands: Standing, seen: Iterable[Seen], awaited: State) -> Refused | None:
    if stands.void:
        return Refused(codes.VOIDED)
    if stands.finish is None or stands.remark:
        return Refused(codes.NOT_FINISHED)
    if stands.state is not awaited:
        return Refused(codes.NOT_AWAITED)
    return _not_seen(page, stands, {one.id for one in seen}) or _different(page, seen)


def _not_seen(page: Page, stands: Standing, seen: set[UUID]) -> Refused | None:
    """Of a supplement alone only that needs to be seen; before it, all that the patroller signed."""
    assert stands.finish is not None
    if stands.looks and seen.isdisjoint(one.id for one in stands.looks):
        return Refused(codes.APP_OUTDATED)  # an app from before supervision shows none of them
    if stands.supplement:
        asked = set(stands.supplement)
        return None if asked & seen else Refused(codes.NOT_SEEN, {"n": len(asked)})
    here = {sheet.id for sheet in page.sheets}
    lacking = ((stands.finish.seen & here) | {stands.finish.id}) - seen
    return Refused(codes.NOT_SEEN, {"n": len(lacking)}) if lacking else None


def _different(page: Page, seen: Iterable[Seen]) -> Refused | None:
    different = differing(seen, page.stored)
    return Refused(codes.SEEN_DIFFERS, {"n": len(different)}) if different else None


def _twice(stands: Standing, signer: UUID) -> Refused | None:
    """The patroller never signs as the second; who signed as the second may sign a supplement too."""
    if stands.finish and signer == stands.finish.signer_id:
        return Refused(codes.OWN_RECORD)
    return Refused(codes.SIGNED_TWICE) if signer in {one.signer_id for one in stands.sign_offs} else None


def _too_late(item: Item, stands: Standing, hours: int) -> Refused | None:
    """PAT-R08: after the window a reason is asked for; for a supplement the window was another one."""
    assert stands.finish is not None
    late = not stands.supplement and item.corrected_at > stands.finish.at + timedelta(hours=hours)
    return Refused(codes.COSIGN_LATE, {"hours": hours}) if late and not item.body.late_reason else None


def _is_manager(item: Item, facts: Facts) -> bool:
    role = Role(item.role)
    return role in MANAGERS or Role.MANAGER in also_acts_as(role, facts.settings[item.id])


def _plain_pin(body: Cosign) -> dict[str, Any]:
    pin = body.sealed_pin
    assert pin is not None
    return {"key": str(pin.key), "sender": pin.sender, "salt": pin.salt, "iv": pin.iv, "box": pin.box}
