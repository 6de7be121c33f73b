"""What is done to estates."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.actor import Person
from webapp.core.errors import Conflict
from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.estates.models import Estate, EstateSettings
from webapp.ground.estates.settings import DEFAULTS, effective


def found_estate(session: Session, name: str, *, now: datetime) -> Estate:
    """Make an estate with the defaults of the trade and answer it."""
    estate = Estate(id=new_id(), name=name, timezone="Asia/Shanghai", settings={}, created_at=now)
    session.add(estate)
    session.flush()
    return estate


class SettingsMovedOn(Conflict):
    """Somebody else has changed the settings since this person read them."""

    code = "estates.settings_moved_on"


def change_settings(
    session: Session, estate_id: UUID, wanted: Mapping[str, Any], *, seen: int, by: Person, now: datetime
) -> Estate:
    """Give the estate new settings from `now` on and answer it; nothing happens where nothing differs.

    wanted  names of `DEFAULTS` with checked values; what is not named stays
    seen    the version that the person had before the eyes
    Raises SettingsMovedOn.
    """
    estate = session.get_one(Estate, estate_id, with_for_update=True)
    if estate.settings_version != seen:
        raise SettingsMovedOn(version=estate.settings_version)
    before = effective(estate.settings)
    after = {name: value for name, value in {**before, **wanted}.items() if value != DEFAULTS[name]}
    if effective(after) == before:
        return estate
    if seen == 1:
        session.add(_version(estate, since=estate.created_at))
    estate.settings, estate.settings_version = after, seen + 1
    session.add(_version(estate, since=now, by=by))
    session.flush()
    touch(session, estate_id, [("estates.estate", estate_id)])
    return estate


def _version(estate: Estate, *, since: datetime, by: Person | None = None) -> EstateSettings:
    return EstateSettings(
        estate_id=estate.id,
        version=estate.settings_version,
        settings=estate.settings,
        since=since,
        by_id=by.id if by else None,
        by_name=by.name if by else "",
    )
