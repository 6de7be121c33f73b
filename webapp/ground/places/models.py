"""Tables of places: estate, building, stairwell (单元), unit; places on routes."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base
from webapp.ground.places.routes.rules import Frequency
from webapp.ground.places.rules import PlaceType, StatusSource, UnitStatus


class Building(Base):
    """One building (楼栋)."""

    __tablename__ = "buildings"
    __table_args__ = (UniqueConstraint("estate_id", "name"),)

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(default=0)


class Stairwell(Base):
    """One stairwell of a building (单元)."""

    __tablename__ = "stairwells"
    __table_args__ = (
        ForeignKeyConstraint(["estate_id", "building_id"], ["buildings.estate_id", "buildings.id"]),
        UniqueConstraint("estate_id", "building_id", "name"),
    )

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    building_id: Mapped[UUID]
    name: Mapped[str] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(default=0)


class Unit(Base):
    """One home or shop (房屋).

    area         in hundredths of a square metre: 12693 is 126.93 m²
    received_on  the day its owner took it over (收楼), a day of the estate's calendar
    since        the day from which `status` and `renovating` hold; None where nobody said

    Status is set by `units.service` alone: the newest of its history stands here.
    """

    __tablename__ = "units"
    __table_args__ = (
        ForeignKeyConstraint(["estate_id", "stairwell_id"], ["stairwells.estate_id", "stairwells.id"]),
        UniqueConstraint("estate_id", "stairwell_id", "number"),
        Index(None, "estate_id", "status"),
    )

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    stairwell_id: Mapped[UUID]
    floor: Mapped[int]
    number: Mapped[str] = mapped_column(String(40))
    area: Mapped[int | None]
    status: Mapped[UnitStatus]
    renovating: Mapped[bool] = mapped_column(default=False)
    received_on: Mapped[date | None]
    since: Mapped[date | None]


class UnitStatusRow(Base):
    """What a unit was from a day on, and by whose word: appended to, never changed, newest last.

    by_id, by_name  None: the command line, or a rule of time
    """

    __tablename__ = "unit_statuses"
    __table_args__ = (
        ForeignKeyConstraint(["estate_id", "unit_id"], ["units.estate_id", "units.id"]),
        Index(None, "estate_id", "unit_id"),
    )

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID]
    status: Mapped[UnitStatus]
    renovating: Mapped[bool]
    since: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(200))
    source: Mapped[StatusSource]
    by_id: Mapped[UUID | None]
    by_name: Mapped[str | None] = mapped_column(String(80))
    at: Mapped[datetime]


class Place(Base):
    """One place to look at (巡查点)."""

    __tablename__ = "places"
    __table_args__ = (
        ForeignKeyConstraint(["estate_id", "building_id"], ["buildings.estate_id", "buildings.id"]),
        ForeignKeyConstraint(["estate_id", "stairwell_id"], ["stairwells.estate_id", "stairwells.id"]),
        Index(None, "estate_id", "stairwell_id", "floor"),
    )

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    type: Mapped[PlaceType]
    building_id: Mapped[UUID | None]
    stairwell_id: Mapped[UUID | None]
    floor: Mapped[int | None]
    name: Mapped[str] = mapped_column(String(120))
    active: Mapped[bool] = mapped_column(default=True)


class Route(Base):
    """One patrol route (巡查路线), walked by its steward."""

    __tablename__ = "routes"
    __table_args__ = (UniqueConstraint("estate_id", "name"),)

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    steward_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    active: Mapped[bool] = mapped_column(default=True)


class RoutePlace(Base):
    """A place on a route; `position` is the walking order, `frequency` how often it is visited there."""

    __tablename__ = "route_places"
    __table_args__ = (
        ForeignKeyConstraint(["estate_id", "route_id"], ["routes.estate_id", "routes.id"]),
        ForeignKeyConstraint(["estate_id", "place_id"], ["places.estate_id", "places.id"]),
    )

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    route_id: Mapped[UUID] = mapped_column(primary_key=True)
    place_id: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int]
    frequency: Mapped[Frequency] = mapped_column(default=Frequency.EVERY_ROUND)
