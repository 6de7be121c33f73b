"""Makes routes and changes them: name, steward, places in walking order."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from webapp.core.bulk import insert_many
from webapp.core.errors import NotFound
from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.people.models import Membership, Person
from webapp.ground.places.models import Route, RoutePlace
from webapp.ground.places.refusals import ChangedMeanwhile, NameTaken, NotAColleague
from webapp.ground.places.routes.queries import frequencies_of, known_stops, state_of
from webapp.ground.places.routes.rules import Frequency, RouteState, check_stops
from webapp.ground.places.turns import take_turn

ROUTE = "places.route"

_STOPPING = insert(RoutePlace)


def create_route(session: Session, estate_id: UUID, asked: RouteState) -> UUID:
    """Make a route, tell the phones, and answer its id.

    Raises NameTaken, NotAColleague, UnknownPlace, PlaceTwice, PlaceOff.
    """
    take_turn(session, estate_id)
    route = Route(estate_id=estate_id, id=new_id())
    _set(session, route, asked, before=())
    return route.id


def change_route(
    session: Session, estate_id: UUID, route_id: UUID, asked: RouteState, version: str, *, as_often: bool = False
) -> None:
    """Let a route be as asked, if it still is what it was in `version`; tell the phones.

    as_often  its places stay as often visited as they are, whatever is asked

    Raises NotFound, ChangedMeanwhile, and as `create_route` does. Who walks it already is not asked for again: somebody
    who left the estate stays its steward until another is named.
    """
    take_turn(session, estate_id)
    route = session.get(Route, (estate_id, route_id))
    if route is None:
        raise NotFound(route=str(route_id))
    stands = state_of(session, route)
    if stands.version != version:
        raise ChangedMeanwhile(name=stands.name)
    if as_often:
        kept = {id_: often for id_, often in stands.frequencies.items() if id_ in asked.place_ids}
        asked = replace(asked, frequencies=kept)
    if asked != stands:
        _set(session, route, asked, before=stands.place_ids)


def set_stops(
    session: Session,
    estate_id: UUID,
    route_id: UUID,
    place_ids: Sequence[UUID],
    frequencies: Mapping[UUID, Frequency] | None = None,
) -> None:
    """Put these places on the route, in this order, and no others. The caller tells phones (ROUTE).

    frequencies  None: places stay as often visited as they are
    """
    here = RoutePlace.route_id == route_id
    often = frequencies_of(session, estate_id, here)[route_id] if frequencies is None else frequencies
    session.execute(delete(RoutePlace).where(RoutePlace.estate_id == estate_id, here))
    rows = [
        {
            "estate_id": estate_id,
            "route_id": route_id,
            "place_id": place_id,
            "position": position,
            "frequency": often.get(place_id, Frequency.EVERY_ROUND),
        }
        for position, place_id in enumerate(place_ids, start=1)
    ]
    insert_many(session, _STOPPING, rows)


def _set(session: Session, route: Route, asked: RouteState, before: Collection[UUID]) -> None:
    _check_name(session, route, asked.name)
    if asked.steward_id not in (None, route.steward_id):
        _check_steward(session, route.estate_id, asked.steward_id)
    check_stops(asked.place_ids, before, known_stops(session, route.estate_id, set(asked.place_ids)))
    route.name, route.steward_id, route.active = asked.name, asked.steward_id, asked.active
    session.add(route)
    session.flush()
    set_stops(session, route.estate_id, route.id, asked.place_ids, asked.frequencies)
    touch(session, route.estate_id, [(ROUTE, route.id)])


def _check_name(session: Session, route: Route, name: str) -> None:
    same = select(Route.id).where(Route.estate_id == route.estate_id, Route.name == name, Route.id != route.id)
    if session.scalar(same):
        raise NameTaken(names=[name])


def _check_steward(session: Session, estate_id: UUID, person_id: UUID | None) -> None:
    works_here = (
        select(Membership.person_id)
        .join(Person, Person.id == Membership.person_id)
        .where(Membership.estate_id == estate_id, Membership.person_id == person_id, Membership.active)
        .where(Person.disabled_at.is_(None))
    )
    if session.scalar(works_here) is None:
        raise NotAColleague(person=str(person_id))
