"""Whom an emergency entry is told to at once: those who may authorise one, and who is said to have done so."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS
from webapp.domains.emergencies.models import EmergencyEntry
from webapp.ground.estates.models import Estate
from webapp.ground.notices.kinds import read_kinds
from webapp.ground.notices.rules import Due

KINDS = read_kinds("emergencies", Path(__file__).with_name("notices.yaml"))
# What a phone brings later is no alarm any more: it stands in the list.
FRESH = timedelta(hours=24)


def entries_to_tell(session: Session, estate_id: UUID, now: datetime) -> Iterator[Due]:
    """Answer a notice for every home entered within a day."""
    zone = ZoneInfo(session.get_one(Estate, estate_id).timezone)
    query = select(EmergencyEntry).where(
        EmergencyEntry.estate_id == estate_id, EmergencyEntry.entered_at >= now - FRESH
    )
    for one in session.scalars(query):
        yield Due(
            kind=KINDS["entered" if one.stands else "entered_without"],
            key=f"entered/{one.id}",
            path=f"/emergencies/{one.id}",
            params={
                "unit": one.unit,
                "reason": one.reason or "—",
                "by": one.by_name,
                "authoriser": one.authoriser_name or "—",
                "at": one.entered_at.astimezone(zone).strftime("%H:%M"),
                "serial": one.serial,
            },
            roles=OVERSEERS,
            people=(one.authoriser_id,),
        )
