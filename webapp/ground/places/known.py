"""What a record that names places must know of them, asked once for a whole batch."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.core.bulk import fetch
from webapp.ground.places.models import Place

_OURS = select(Place.id, Place.name, Place.type).where(
    Place.estate_id == bindparam("estate"), Place.id.in_(bindparam("ids", expanding=True))
)


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the estate as it is called today."""

    name: str
    type: str


def known_places(session: Session, estate_id: UUID, ids: Collection[UUID]) -> dict[UUID, KnownPlace]:
    """Answer those of the places that the estate has, in use or not."""
    rows = fetch(session, _OURS, estate=estate_id, ids=list(ids))
    return {id_: KnownPlace(name, type_.value) for id_, name, type_ in rows}


def of_other_estates(session: Session, unknown: Collection[UUID]) -> frozenset[UUID]:
    """Answer those of the places unknown to the estate that another has: a phone that works in two may mix them up."""
    return frozenset(session.scalars(select(Place.id).where(Place.id.in_(unknown)))) if unknown else frozenset()
