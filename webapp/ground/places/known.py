"""What a record that names places must know of them, asked once for a whole batch."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.core.bulk import fetch
from webapp.ground.places.models import Building, Place, Stairwell, Unit
from webapp.ground.places.units.lying import called, lying

_OURS = select(Place.id, Place.name, Place.type).where(
    Place.estate_id == bindparam("estate"), Place.id.in_(bindparam("ids", expanding=True))
)
_UNITS = lying(select(Unit.id, Building.name, Stairwell.name, Unit.number)).where(
    Unit.estate_id == bindparam("estate"), Unit.id.in_(bindparam("ids", expanding=True))
)
# What a home, a shop or a vacant unit is among the kinds of places.
UNIT_TYPE = "unit"


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the estate as it is called today."""

    name: str
    type: str


def known_places(session: Session, estate_id: UUID, ids: Collection[UUID]) -> dict[UUID, KnownPlace]:
    """Answer those of the places that the estate has, in use or not."""
    rows = fetch(session, _OURS, estate=estate_id, ids=list(ids))
    return {id_: KnownPlace(name, type_.value) for id_, name, type_ in rows}


def known_sites(session: Session, estate_id: UUID, ids: Collection[UUID]) -> dict[UUID, KnownPlace]:
    """Answer those of the ids that are places or units of the estate: something may be found at either."""
    places = known_places(session, estate_id, ids)
    units = unit_names(session, estate_id, set(ids) - places.keys())
    return {**places, **{id_: KnownPlace(name, UNIT_TYPE) for id_, name in units.items()}}


def unit_names(session: Session, estate_id: UUID, ids: Collection[UUID]) -> dict[UUID, str]:
    """Answer what the estate's units among the ids are called: 3 栋 2 单元 901."""
    rows = fetch(session, _UNITS, estate=estate_id, ids=list(ids)) if ids else []
    return {id_: called(building, stairwell, number) for id_, building, stairwell, number in rows}


def of_other_estates(session: Session, unknown: Collection[UUID]) -> frozenset[UUID]:
    """Answer those of the places and units unknown to the estate that another has: a phone in two may mix them up."""
    if not unknown:
        return frozenset()
    places = select(Place.id).where(Place.id.in_(unknown))
    return frozenset(session.scalars(places.union_all(select(Unit.id).where(Unit.id.in_(unknown)))))
