"""A place of every kind that no round of the demo walks: its sheet can be opened from the list, and on a label."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.labels.service import labels_to_print
from webapp.ground.places.models import Building, Place
from webapp.ground.places.rules import PlaceType
from webapp.ground.places.service import PLACE

IN_A_HOUSE = (
    (PlaceType.ROOF_ESCAPE, "1 单元 逃生天台"),
    (PlaceType.LIFT, "1 单元 电梯"),
    (PlaceType.LOBBY_CORRIDOR, "1 单元 1 层 大堂"),
    (PlaceType.METERS, "1 单元 5 层 水电表井"),
)
OUTSIDE = (
    (PlaceType.UTILITIES_OUTDOOR, "南门 消防水泵接合器"),
    (PlaceType.RECREATION, "中心花园 儿童游乐区"),
    (PlaceType.ROADS_SQUARES, "主入口 道路广场"),
    (PlaceType.PARKING, "地下 1 层 车库"),
    (PlaceType.SURROUNDINGS, "东门外 围墙"),
    (PlaceType.SERVICE_WATCH, "客服中心 服务品质"),
)


def add_corners(session: Session, estate_id: UUID, *, now: datetime) -> None:
    """Make a place of every kind but the stairwell, on no route, with a label that its first scan hangs."""
    house = session.scalars(
        select(Building).where(Building.estate_id == estate_id).order_by(Building.position).limit(1)
    ).one()
    places = [
        *(_place(estate_id, type_, f"{house.name} {name}", house.id) for type_, name in IN_A_HOUSE),
        *(_place(estate_id, type_, name, None) for type_, name in OUTSIDE),
    ]
    session.add_all(places)
    session.flush()
    touch(session, estate_id, [(PLACE, place.id) for place in places])
    labels_to_print(session, estate_id, places, reprint=False, now=now)


def _place(estate_id: UUID, type_: PlaceType, name: str, building_id: UUID | None) -> Place:
    return Place(estate_id=estate_id, id=new_id(), type=type_, name=name, building_id=building_id)
