"""Tags of key sets: an opaque code, and a name only where the estate insists (conflict C-37)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.domains.keys.models import KeySet
from webapp.domains.keys.rules.states import FINAL
from webapp.domains.keys.rules.tagging import KEY_SET
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import setting
from webapp.ground.labels.rules import Printed
from webapp.ground.labels.service import tags_to_print


def tags(session: Session, estate: Estate, ids: Sequence[UUID], *, now: datetime) -> list[Printed]:
    """Answer the tags of these sets in their order, making those that are missing; raises NotFound."""
    query = select(KeySet).where(KeySet.estate_id == estate.id, KeySet.id.in_(ids), KeySet.state.not_in(FINAL))
    found = {one.id: one for one in session.scalars(query)}
    for id_ in ids:
        if id_ not in found:
            raise NotFound(set=str(id_))
    named = setting(estate.settings, "tag_prints_name")
    return tags_to_print(session, estate.id, KEY_SET, _shown(found, ids, named=named), now=now)


def _shown(found: Mapping[UUID, KeySet], ids: Sequence[UUID], *, named: bool) -> dict[UUID, str | None]:
    """Answer what each tag shows: by the seeds the owner's name, for the developer the unit (`keys.md` 1)."""
    return {id_: (found[id_].owner_name or found[id_].place_name) if named else None for id_ in ids}
