"""What phones hold of places, and the one thing they do to them: hang a label."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.domain import Decision, Item, PullKind, PushKind, Refused
from webapp.core.wire import plain
from webapp.ground.places.models import Building, LabelRow, Place, Route, RoutePlace, Stairwell
from webapp.ground.places.queries import as_label, labels_about
from webapp.ground.places.rules import Hang, Label, decide_hang, hang_rows

Data = dict[str, Any]
Told = TypeVar("Told", Building, Stairwell, Place, Route, LabelRow)


def _held(name: str, model: type[Told], tell: Callable[[Session, Sequence[Told]], Iterable[Data]]) -> PullKind:
    """Answer a kind of which everybody in the estate holds all."""

    def told(session: Session, query: Select[Told]) -> dict[UUID, Data]:
        rows = session.scalars(query).all()
        return {row.id: data for row, data in zip(rows, tell(session, rows), strict=True)}

    def page(session: Session, actor: Actor, after: UUID | None, limit: int) -> Iterable[tuple[UUID, Data]]:
        query = select(model).where(model.estate_id == actor.estate_id).order_by(model.id).limit(limit)
        return told(session, query.where(model.id > after) if after else query).items()

    def some(session: Session, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, Data]:
        return told(session, select(model).where(model.estate_id == actor.estate_id, model.id.in_(ids)))

    return PullKind(name=name, page=page, some=some)


def _buildings(session: Session, rows: Sequence[Building]) -> Iterable[Data]:
    return [{"name": row.name, "order": row.position} for row in rows]


def _stairwells(session: Session, rows: Sequence[Stairwell]) -> Iterable[Data]:
    return [{"buildingId": str(row.building_id), "name": row.name, "order": row.position} for row in rows]


def _places(session: Session, rows: Sequence[Place]) -> Iterable[Data]:
    return [
        {
            "type": row.type.value,
            "buildingId": plain(row.building_id),
            "stairwellId": plain(row.stairwell_id),
            "floor": row.floor,
            "name": row.name,
            "active": row.active,
        }
        for row in rows
    ]


def _labels(session: Session, rows: Sequence[LabelRow]) -> Iterable[Data]:
    return [
        {
            "code": row.code,
            "targetKind": row.target_kind,
            "targetId": str(row.target_id),
            "generation": row.generation,
            "state": as_label(row).state.value,
            "revokedAt": plain(row.revoked_at),
            "reason": row.reason,
        }
        for row in rows
    ]


def _routes(session: Session, rows: Sequence[Route]) -> Iterable[Data]:
    order: dict[UUID, list[str]] = {row.id: [] for row in rows}
    stops = select(RoutePlace).where(
        RoutePlace.estate_id.in_({row.estate_id for row in rows}), RoutePlace.route_id.in_(order)
    )
    for stop in session.scalars(stops.order_by(RoutePlace.position)):
        order[stop.route_id].append(str(stop.place_id))
    return [
        {"name": row.name, "stewardId": plain(row.steward_id), "placeIds": order[row.id], "active": row.active}
        for row in rows
    ]


def _hang_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> Sequence[Label]:
    codes = {item.body.code for item in items}
    places = {item.body.place_id for item in items}
    return labels_about(session, estate_id, codes, places)


def _hang(item: Item, labels: Sequence[Label]) -> Decision:
    # Sync keeps items about one record in order: two scans at a place must know of each other.
    if item.about != item.body.place_id:
        return Refused("core.bad_shape", {"field": "about"})
    return decide_hang(item.body, labels)


PULL = (
    _held("places.building", Building, _buildings),
    _held("places.stairwell", Stairwell, _stairwells),
    _held("places.place", Place, _places),
    _held("places.label", LabelRow, _labels),
    _held("places.route", Route, _routes),
)
HANG = PushKind(name="labels.hang", version=1, body=Hang, facts=_hang_facts, decide=_hang, rows=hang_rows, acts=True)
PUSH = (HANG,)
