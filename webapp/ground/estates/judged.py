"""By which settings items are judged: those in force for them, never today's (`protocol.md` 2)."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.domain import Item
from webapp.ground.estates.queries import settings_versions
from webapp.ground.estates.rules import version_in_force
from webapp.ground.estates.settings import effective


def settings_of(session: Session, estate_id: UUID, items: Sequence[Item]) -> Mapping[UUID, Mapping[str, Any]]:
    """Answer by item all settings by which it is judged."""
    history = settings_versions(session, estate_id)
    versions = {one.number: effective(one.settings) for one in history}
    return {item.id: versions[version_in_force(history, item.rules, item.corrected_at).number] for item in items}
