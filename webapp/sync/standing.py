"""Who a push token's person is in each estate, now or before: late items of somebody who has left still arrive."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session

from webapp.core.actor import Maker
from webapp.core.bulk import fetch
from webapp.ground.estates.models import Estate
from webapp.ground.people.models import EstateDevice, Membership, Person


@dataclass(frozen=True, slots=True)
class Part:
    """A person's part in an estate. `revoked`: the estate no longer trusts the device."""

    name: str
    role: str
    active: bool
    zone: ZoneInfo
    revoked: bool


_PARTS = (
    select(
        Membership.estate_id,
        Person.name,
        Membership.role,
        Membership.active,
        Estate.timezone,
        EstateDevice.revoked_at,
    )
    .join(Person, Person.id == Membership.person_id)
    .join(Estate, Estate.id == Membership.estate_id)
    .outerjoin(
        EstateDevice,
        and_(EstateDevice.estate_id == Membership.estate_id, EstateDevice.device_id == bindparam("device")),
    )
    .where(Membership.person_id == bindparam("person"))
)


def parts_of(session: Session, maker: Maker) -> Mapping[UUID, Part]:
    """Answer the maker's parts by estate, ended ones too."""
    rows = fetch(session, _PARTS, person=maker.person_id, device=maker.device_id)
    return {
        estate_id: Part(name, role.value, active, ZoneInfo(zone), revoked_at is not None)
        for estate_id, name, role, active, zone, revoked_at in rows
    }
