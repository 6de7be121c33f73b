"""What rounds that are ended, skipped or made up ask of the places that are not visited on every one."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.domain import Item
from webapp.domains.patrols.queries import plans_of, seen_turns
from webapp.domains.patrols.rules.rounds import numbers_on
from webapp.domains.patrols.rules.turns import Asked, Turn, asking
from webapp.domains.patrols.rules.visit import Round
from webapp.domains.patrols.signing.bodies import Finish, OfPlaces
from webapp.ground.places.models import RoutePlace
from webapp.ground.places.routes.queries import frequencies_of


def asks_of(
    session: Session, estate_id: UUID, items: Sequence[Item], settings: Mapping[UUID, Mapping[str, Any]]
) -> dict[UUID, dict[UUID, Asked]]:
    """Answer by item what its round asks; `settings` by item. Rounds that visit all places are left out."""
    whole = {
        item.id: item.body.round
        for item in items
        if isinstance(item.body, Finish | OfPlaces) and item.body.round is not None
    }
    routes = {round_.route_id for round_ in whole.values()}
    often = frequencies_of(session, estate_id, RoutePlace.route_id.in_(routes)) if routes else {}
    plans = plans_of(session, estate_id, often.keys()) if often else {}

    def asks(item_id: UUID, round_: Round) -> dict[UUID, Asked]:
        route_id = round_.route_id
        seen = seen_turns(session, estate_id, round_.date, [route_id])
        own, known = plans.get(route_id, []), settings[item_id]
        turn = Turn(round_.date, round_.number)
        return asking(turn, often[route_id], seen.get(route_id, {}), lambda day: numbers_on(own, day, known))

    return {item_id: asks(item_id, round_) for item_id, round_ in whole.items() if round_.route_id in often}
