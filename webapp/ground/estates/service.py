"""What is done to estates."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import Person
from webapp.core.errors import Conflict
from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.calendar.national import NEWEST_YEAR
from webapp.ground.estates.models import Estate, EstateSettings
from webapp.ground.estates.settings import DEFAULTS, FOUNDED_WITH, chosen

# Elsewhere others are on holiday.
CHINA = "Asia/Shanghai"


def found_estate(session: Session, name: str, *, now: datetime) -> Estate:
    """Make an estate with the defaults of the trade and answer it."""
    estate = Estate(id=new_id(), name=name, timezone=CHINA, settings=dict(FOUNDED_WITH), created_at=now)
    session.add(estate)
    session.flush()
    return estate


class SettingsMovedOn(Conflict):
    """Somebody else has changed the settings since this person read them."""

    code = "estates.settings_moved_on"


def change_settings(
    session: Session, estate_id: UUID, wanted: Mapping[str, Any], *, seen: int, by: Person | None, now: datetime
) -> Estate:
    """Give the estate new settings from `now` on and answer it; nothing happens where nothing differs.

    wanted  names of `DEFAULTS` with checked values; what is not named stays
    seen    the version that the person had before the eyes
    by      None: the worker
    Raises SettingsMovedOn.
    """
    estate = session.get_one(Estate, estate_id, with_for_update=True)
    if estate.settings_version != seen:
        raise SettingsMovedOn(version=estate.settings_version)
    before = chosen(estate.settings)
    after = {name: value for name, value in {**before, **wanted}.items() if value != DEFAULTS[name]}
    if chosen(after) == before:
        return estate
    if seen == 1:
        session.add(_version(estate, since=estate.created_at))
    estate.settings, estate.settings_version = after, seen + 1
    session.add(_version(estate, since=now, by=by))
    session.flush()
    touch(session, estate_id, [("estates.estate", estate_id)])
    return estate


def take_in_national_days(session: Session, *, now: datetime) -> None:
    """Let every estate in China count the public holidays of the newest year known, from `now` on.

    It is a new version of its settings: what was judged before stays judged by the days that were known then.
    """
    for estate in session.scalars(select(Estate).where(Estate.timezone == CHINA)).all():
        if chosen(estate.settings)["national_until"] < NEWEST_YEAR:
            wanted = {"national_until": NEWEST_YEAR}
            change_settings(session, estate.id, wanted, seen=estate.settings_version, by=None, now=now)


def _version(estate: Estate, *, since: datetime, by: Person | None = None) -> EstateSettings:
    return EstateSettings(
        estate_id=estate.id,
        version=estate.settings_version,
        settings=estate.settings,
        since=since,
        by_id=by.id if by else None,
        by_name=by.name if by else "",
    )
