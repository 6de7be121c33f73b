"""People, their part in each estate, their devices and sign-ins."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.actor import Role
from webapp.core.db import Base
from webapp.ground.people.rules import EndedWhy


class Person(Base):
    """Somebody with an account. People belong to no estate; `Membership` says where they work."""

    __tablename__ = "people"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    password_hash: Mapped[str] = mapped_column(String(200))
    must_change_password: Mapped[bool] = mapped_column(default=False)
    pin_hash: Mapped[str | None] = mapped_column(String(200))
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Membership(Base):
    """A person's part in one estate: the role, and duties besides (`key_keeper`, `archivist`)."""

    __tablename__ = "memberships"
    __table_args__ = (Index(None, "person_id"),)

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), primary_key=True)
    role: Mapped[Role]
    duties: Mapped[list[Any]] = mapped_column(default=list)
    active: Mapped[bool] = mapped_column(default=True)


class Device(Base):
    """A phone or browser; the id is made there. Sync writes what it says about its queue at each contact."""

    __tablename__ = "devices"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    first_contact_at: Mapped[datetime]
    last_contact_at: Mapped[datetime]
    last_seq: Mapped[int] = mapped_column(BigInteger, default=0)
    waiting: Mapped[int] = mapped_column(default=0)
    # At this contact every item up to `last_seq` had arrived: what it does not hold, it never made.
    complete_at: Mapped[datetime | None]


class EstateDevice(Base):
    """A device as one estate knows it. Revoking counts for this estate only."""

    __tablename__ = "estate_devices"
    __table_args__ = (Index(None, "device_id"),)

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"), primary_key=True)
    last_pull_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    revoked_reason: Mapped[str | None] = mapped_column(String(200))


class DeviceWriteOff(Base):
    """A phone that a supervisor gave up for lost; written from its entry. It holds until the phone is heard of again.

    lost_device_id  the phone; `device_id` is the one on which the act was made
    """

    __tablename__ = "device_write_offs"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    lost_device_id: Mapped[UUID]
    reason: Mapped[str] = mapped_column(String(200))
    written_off_at: Mapped[datetime]
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)


class SignIn(Base):
    """One sign-in of a person on a device. The cookie carries only this id, so ending it here ends it there."""

    __tablename__ = "sign_ins"
    __table_args__ = (Index(None, "person_id", "device_id"), Index(None, "device_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    made_at: Mapped[datetime]
    last_used_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_why: Mapped[EndedWhy | None]


class PushToken(Base):
    """Lets a person's records go out from a device, also after sign-out (`protocol.md` 1). Only its hash is kept."""

    __tablename__ = "push_tokens"
    __table_args__ = (Index(None, "person_id", "device_id"),)

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    made_at: Mapped[datetime]


class SignInFailure(Base):
    """Wrong passwords in a row for a login on a device; all devices never signed in on share one row (nil id)."""

    __tablename__ = "sign_in_failures"
    __table_args__ = (Index(None, "last_at"),)

    login: Mapped[str] = mapped_column(String(64), primary_key=True)
    device_id: Mapped[UUID] = mapped_column(primary_key=True)
    failures: Mapped[int]
    last_at: Mapped[datetime]


class PinFailure(Base):
    """A wrong PIN since the last right one; named by the item that brought it, so that none counts twice."""

    __tablename__ = "pin_failures"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), primary_key=True)
    item_id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[datetime]
