"""Reads of labels, and of how far routes and places are labelled."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from webapp.ground.labels.models import LabelRow
from webapp.ground.labels.rules import BLANK, PLACE, Label, LabelState, Printed, state_by_spot, state_of_place
from webapp.ground.people.models import Person
from webapp.ground.places.models import Place, Route
from webapp.ground.places.queries import places_of, routes

# Of values in one query: stores take some tens of thousands at most.
_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class RouteLabels:
    """A route and how far its places are labelled; a place counts once, by its spot that is labelled least."""

    route: Route
    places: int
    printed: int
    active: int

    @property
    def missing(self) -> int:
        """Answer how many places have no label that counts."""
        return self.places - self.printed - self.active


@dataclass(frozen=True, slots=True)
class Unlabelled:
    """A spot of a place without a label on the wall; `state` is `printed` when one waits to be hung, else `none`."""

    place_id: UUID
    name: str
    spot: str
    route_id: UUID | None
    route_name: str | None
    state: str


def as_label(row: LabelRow, target_name: str = "") -> Label:
    """Answer a stored label as rules see it."""
    return Label(
        id=row.id,
        code=row.code,
        target=row.target_id,
        target_name=target_name,
        generation=row.generation,
        target_kind=row.target_kind,
        spot=row.spot,
        hung_at=row.hung_at,
        revoked_at=row.revoked_at,
        reason=row.reason,
    )


def caption(name: str | None, spot: str, kind: str) -> str | None:
    """Answer what a label shows besides its code: a place its name, a blank room for one, all else nothing (C-37)."""
    if kind == BLANK:
        return ""
    return (f"{name}（{spot}）" if spot else name) if kind == PLACE else None


def labels_about(
    session: Session, estate_id: UUID, codes: Collection[str] = (), places: Collection[UUID] = ()
) -> list[Label]:
    """Answer the labels of these codes and all labels of these places, with the names of their places."""
    some = iter(places)
    found = _labels(session, estate_id, LabelRow.code.in_(codes)) if codes else {}
    while few := list(islice(some, _AT_ONCE)):
        found |= _labels(session, estate_id, (LabelRow.target_kind == PLACE) & LabelRow.target_id.in_(few))
    return list(found.values())


def labels_of_things(
    session: Session, estate_id: UUID, kind: str, things: Collection[UUID], codes: Collection[str]
) -> list[Label]:
    """Answer the labels of these things that are no places, and those of these codes."""
    of_things = (LabelRow.target_kind == kind) & LabelRow.target_id.in_(things)
    return list(_labels(session, estate_id, or_(of_things, LabelRow.code.in_(codes))).values())


def _labels(session: Session, estate_id: UUID, which: ColumnElement[bool]) -> dict[UUID, Label]:
    query = (
        select(LabelRow, Place.name)
        .outerjoin(Place, (Place.estate_id == LabelRow.estate_id) & (Place.id == LabelRow.target_id))
        .where(LabelRow.estate_id == estate_id, which)
    )
    return {row.id: as_label(row, name or "") for row, name in session.execute(query)}


def labels_of_places(session: Session, estate_id: UUID, places: Iterable[UUID]) -> dict[UUID, list[Label]]:
    """Answer all labels of each of these places, revoked ones too."""
    held: dict[UUID, list[Label]] = {place: [] for place in places}
    for label in labels_about(session, estate_id, places=held.keys()):
        held[label.target].append(label)
    return held


def label_by_code(session: Session, estate_id: UUID, code: str) -> LabelRow | None:
    """Answer the estate's label with this code."""
    return session.scalars(select(LabelRow).where(LabelRow.estate_id == estate_id, LabelRow.code == code)).one_or_none()


def printed(session: Session, row: LabelRow) -> Printed:
    """Answer what a label shows."""
    place = session.get(Place, (row.estate_id, row.target_id)) if row.target_kind == PLACE else None
    return Printed(row.code, caption(place.name if place else None, row.spot, row.target_kind))


def history(session: Session, estate_id: UUID, place_id: UUID) -> list[LabelRow]:
    """Answer all labels that a place ever had, the newest first."""
    query = select(LabelRow).where(
        LabelRow.estate_id == estate_id, LabelRow.target_kind == PLACE, LabelRow.target_id == place_id
    )
    return list(session.scalars(query.order_by(LabelRow.generation.desc(), LabelRow.id.desc())))


def names_of(session: Session, people: Collection[UUID]) -> dict[UUID, str]:
    """Answer the names of these people."""
    query = select(Person.id, Person.name).where(Person.id.in_(people))
    return {row.id: row.name for row in session.execute(query)}


def route_labels(session: Session, estate_id: UUID) -> list[RouteLabels]:
    """Answer every route with the state of its labels."""
    stops = {route.id: places_of(session, estate_id, route.id) for route in routes(session, estate_id)}
    held = labels_of_places(session, estate_id, (place.id for places in stops.values() for place in places))
    return [_count(route, stops[route.id], held) for route in routes(session, estate_id)]


def _count(route: Route, places: Sequence[Place], held: Mapping[UUID, Sequence[Label]]) -> RouteLabels:
    states = [state_of_place(held[place.id]) for place in places]
    counts = {state: states.count(state) for state in (LabelState.PRINTED, LabelState.ACTIVE)}
    return RouteLabels(route, len(places), printed=counts[LabelState.PRINTED], active=counts[LabelState.ACTIVE])


def places_to_walk(
    session: Session, estate_id: UUID, which: Collection[UUID] | None
) -> dict[UUID, tuple[Route, Place]]:
    """Answer the places of these routes (None: of all) in walking order, each once, with the first route it is on."""
    walked: dict[UUID, tuple[Route, Place]] = {}
    for route in routes(session, estate_id):
        if which is None or route.id in which:
            for place in places_of(session, estate_id, route.id):
                walked.setdefault(place.id, (route, place))
    return walked


def unlabelled(session: Session, estate_id: UUID) -> list[Unlabelled]:
    """Answer the spots of places in use that have no label on the wall: in walking order, then those on no route."""
    walked = places_to_walk(session, estate_id, None)
    others = select(Place).where(Place.estate_id == estate_id, Place.active).order_by(Place.name)
    places = {**walked, **{place.id: (None, place) for place in session.scalars(others) if place.id not in walked}}
    held = labels_of_places(session, estate_id, places)
    return [
        _lacks(place, spot, route, state)
        for id_, (route, place) in places.items()
        for spot, state in state_by_spot(held[id_]).items()
        if state is not LabelState.ACTIVE
    ]


def _lacks(place: Place, spot: str, route: Route | None, state: LabelState | None) -> Unlabelled:
    on = (route.id, route.name) if route else (None, None)
    return Unlabelled(place.id, place.name, spot, on[0], on[1], "none" if state is None else state.value)
