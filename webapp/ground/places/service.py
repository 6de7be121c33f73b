"""Makes places by hand, renames them, switches them off and on. None is ever deleted: its visits name it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.places.models import Building, Place, RoutePlace, Stairwell
from webapp.ground.places.refusals import NameTaken, UnknownPlace
from webapp.ground.places.routes.placing import put_after, put_on_routes
from webapp.ground.places.rules import PlaceType, taken_names
from webapp.ground.places.turns import take_turn

PLACE = "places.place"


@dataclass(frozen=True, slots=True)
class Draft:
    """A place that somebody wants; in a building, in one of its stairwells, or outside."""

    type: PlaceType
    name: str
    building_id: UUID | None = None
    stairwell_id: UUID | None = None
    floor: int | None = None


def add_place(session: Session, estate_id: UUID, draft: Draft, after: UUID | None) -> UUID:
    """Make a place, put it on the routes of the place `after`, else where it belongs, tell phones, answer its id.

    Raises NotFound, NameTaken, UnknownPlace.
    """
    take_turn(session, estate_id)
    _check_houses(session, estate_id, draft)
    if after and session.get(Place, (estate_id, after)) is None:
        raise UnknownPlace(place=str(after))
    (place,) = _make(session, estate_id, [draft])
    placed = put_after(session, estate_id, place.id, after) if after and _walked(session, estate_id, after) else None
    placed = placed or put_on_routes(session, estate_id, [place])
    touch(session, estate_id, [(PLACE, place.id), *placed.changes])
    return place.id


def add_places(session: Session, estate_id: UUID, type_: PlaceType, names: Sequence[str]) -> list[UUID]:
    """Make a place of each name, all or none, put them on the route of the grounds in this order; answer their ids.

    Raises NameTaken with every name that is taken or comes twice.
    """
    take_turn(session, estate_id)
    places = _make(session, estate_id, [Draft(type_, name) for name in names])
    placed = put_on_routes(session, estate_id, places)
    touch(session, estate_id, [*((PLACE, place.id) for place in places), *placed.changes])
    return [place.id for place in places]


def change_place(session: Session, estate_id: UUID, place_id: UUID, *, name: str, active: bool) -> None:
    """Rename a place, switch it off or on, and tell the phones. It keeps its turn on its routes.

    Raises NotFound, NameTaken.
    """
    take_turn(session, estate_id)
    place = session.get(Place, (estate_id, place_id))
    if place is None:
        raise NotFound(place=str(place_id))
    if (place.name, place.active) == (name, active):
        return
    if place.name != name:
        _check_names(session, estate_id, [name])
    place.name, place.active = name, active
    session.flush()
    touch(session, estate_id, [(PLACE, place.id)])


def _make(session: Session, estate_id: UUID, drafts: Sequence[Draft]) -> list[Place]:
    _check_names(session, estate_id, [draft.name for draft in drafts])
    places = [
        Place(
            estate_id=estate_id,
            id=new_id(),
            type=draft.type,
            building_id=draft.building_id,
            stairwell_id=draft.stairwell_id,
            floor=draft.floor,
            name=draft.name,
            active=True,
        )
        for draft in drafts
    ]
    session.add_all(places)
    session.flush()
    return places


def _check_names(session: Session, estate_id: UUID, names: Collection[str]) -> None:
    stored = select(Place.name).where(Place.estate_id == estate_id, Place.name.in_(names))
    taken = taken_names(names, set(session.scalars(stored)))
    if taken:
        raise NameTaken(names=[*taken])


def _check_houses(session: Session, estate_id: UUID, draft: Draft) -> None:
    if draft.building_id and session.get(Building, (estate_id, draft.building_id)) is None:
        raise NotFound(building=str(draft.building_id))
    if draft.stairwell_id:
        stairwell = session.get(Stairwell, (estate_id, draft.stairwell_id))
        if stairwell is None or stairwell.building_id != draft.building_id:
            raise NotFound(stairwell=str(draft.stairwell_id))


def _walked(session: Session, estate_id: UUID, place_id: UUID) -> bool:
    stop = select(RoutePlace.place_id).where(RoutePlace.estate_id == estate_id, RoutePlace.place_id == place_id)
    return session.scalars(stop.limit(1)).one_or_none() is not None
