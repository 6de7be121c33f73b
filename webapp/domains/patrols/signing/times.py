"""By which settings acts on pages are judged, and when the rounds are that they name."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.domain import Item
from webapp.domains.patrols.queries import plans_of
from webapp.domains.patrols.rules.left_out import made_up_until
from webapp.domains.patrols.rules.rounds import rounds_of
from webapp.domains.patrols.signing.book import Timed
from webapp.ground.estates.models import Estate
from webapp.ground.estates.queries import settings_versions
from webapp.ground.estates.rules import version_in_force
from webapp.ground.estates.settings import effective


def settings_of(session: Session, estate_id: UUID, items: Sequence[Item]) -> dict[UUID, Mapping[str, Any]]:
    """Answer by item the settings that it is judged by."""
    history = settings_versions(session, estate_id)
    return {item.id: effective(version_in_force(history, item.rules, item.corrected_at).settings) for item in items}


def times_of(session: Session, estate_id: UUID, items: Sequence[Item]) -> dict[UUID, Timed | None]:
    """Answer by item when the round is that it names; None where no plan has such a round."""
    if not items:
        return {}
    zone = session.get_one(Estate, estate_id).timezone
    settings = settings_of(session, estate_id, items)
    plans = plans_of(session, estate_id, {item.body.round.route_id for item in items})

    def timed(item: Item) -> Timed | None:
        asked, by = item.body.round, settings[item.id]
        rounds = rounds_of(plans.get(asked.route_id, ()), asked.date, zone, by)
        found = next((one for one in rounds if one.number == asked.number), None)
        return Timed(found, made_up_until(asked.date, zone, by)) if found else None

    return {item.id: timed(item) for item in items}
