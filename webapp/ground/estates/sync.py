"""The estate as phones hold it: name, zone, settings in force."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.domain import PullKind
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import effective


def _data(estate: Estate) -> dict[str, Any]:
    return {
        "name": estate.name,
        "timezone": estate.timezone,
        "settings": effective(estate.settings),
        "settingsVersion": estate.settings_version,
    }


def _page(session: Session, actor: Actor, after: UUID | None, limit: int) -> Iterable[tuple[UUID, dict[str, Any]]]:
    return [] if after else _some(session, actor, [actor.estate_id]).items()


def _some(session: Session, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, dict[str, Any]]:
    estate = session.get(Estate, actor.estate_id) if actor.estate_id in ids else None
    return {estate.id: _data(estate)} if estate else {}


ESTATES = PullKind(name="estates.estate", page=_page, some=_some)
