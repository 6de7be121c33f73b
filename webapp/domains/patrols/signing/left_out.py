"""Whether places of a round may be skipped, or made up after. Pure; each answers Applied or why not."""

from webapp.core.actor import OVERSEERS
from webapp.core.domain import Decision, Item, Refused
from webapp.core.errors import JsonValue
from webapp.domains.patrols.rules.decision import FORM
from webapp.domains.patrols.rules.left_out import Way
from webapp.domains.patrols.rules.turns import Asked
from webapp.domains.patrols.signing import codes
from webapp.domains.patrols.signing.bodies import OfPlaces
from webapp.domains.patrols.signing.book import Facts, Page
from webapp.domains.patrols.signing.deciding import applied, walks, wrong_page
from webapp.domains.patrols.signing.rules import State

_UNFINISHED = (State.IN_PROGRESS, State.RETURNED, State.SKIPPED)


def decide_skip(item: Item, facts: Facts) -> Decision:
    """Let who walks a round, or an overseer, leave places out while they could still be visited."""
    page = facts.pages[item.body.record_id]
    if refused := _not_theirs(item, page, facts):
        return refused
    if page.standing.state not in _UNFINISHED:
        return Refused(codes.FINISHED_ALREADY)
    return _of_places(item, page, facts) if _way(item, facts) is Way.SKIP else Refused(codes.SKIP_LATE)


def decide_make_up(item: Item, facts: Facts) -> Decision:
    """Let who walked the round, or an overseer, have missed places made up, within the limit."""
    page = facts.pages[item.body.record_id]
    if refused := _not_theirs(item, page, facts):
        return refused
    refusals = {Way.SKIP: codes.MAKE_UP_EARLY, Way.NOTHING: codes.MAKE_UP_LATE}
    if code := refusals.get(_way(item, facts)):
        return Refused(code, {"days": facts.settings[item.id]["made_up_working_days"]})
    return _of_places(item, page, facts)


def _way(item: Item, facts: Facts) -> Way:
    timed = facts.times[item.id]
    assert timed is not None  # a round that no plan has was refused before
    return timed.way_at(item.corrected_at)


def _not_theirs(item: Item, page: Page, facts: Facts) -> Refused | None:
    body: OfPlaces = item.body
    if wrong := wrong_page(item, page, body.round, facts):
        return wrong
    if facts.times[item.id] is None:
        return Refused(codes.UNKNOWN_ROUND)
    if page.standing.void:
        return Refused(codes.VOIDED)
    route = facts.routes[body.round.route_id]
    if not walks(item, page, page.standing, route, body.round.date) and item.role not in OVERSEERS:
        return Refused(codes.NOT_YOURS)
    return None if route.places.keys() >= set(body.place_ids) else Refused(codes.OFF_ROUTE)


def _of_places(item: Item, page: Page, facts: Facts) -> Decision:
    """Of the places named, or of all that the round asks for, those that nobody has wholly checked."""
    body: OfPlaces = item.body
    names, asks = facts.routes[body.round.route_id].places, facts.asks.get(item.id, {})
    asked = [id_ for id_ in names if asks.get(id_, Asked.MUST) is Asked.MUST]
    whole = {sheet.place_id for sheet in page.sheets if sheet.whole}
    left: list[JsonValue] = [
        {"placeId": str(id_), "name": names[id_]} for id_ in body.place_ids or asked if id_ not in whole
    ]
    if not left:
        return Refused(codes.NOTHING_LEFT)
    detail: JsonValue = {"whole": not body.place_ids, "places": left}
    return applied(item, facts, body.round.date, item.by, {"detail": detail}, page=(FORM, str(page.id)))
