"""Tags of units: an opaque code, with the unit's name beside it, for the door frame or the key."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.ground.labels.rules import Printed
from webapp.ground.labels.service import tags_to_print
from webapp.ground.places.known import UNIT_TYPE, unit_names


def unit_tags(session: Session, estate_id: UUID, ids: Sequence[UUID], *, now: datetime) -> list[Printed]:
    """Answer the tags of these units in their order, making those that are missing; raises NotFound."""
    names = unit_names(session, estate_id, ids)
    for id_ in ids:
        if id_ not in names:
            raise NotFound(unit=str(id_))
    return tags_to_print(session, estate_id, UNIT_TYPE, {id_: names[id_] for id_ in ids}, now=now)
