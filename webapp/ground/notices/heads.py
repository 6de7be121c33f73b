"""The day's end of the logbook, sent out of the house: who has it proves later what the book held (`protocol.md` 5)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import cast
from uuid import UUID

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.config import Settings
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.models import DailyHead
from webapp.ground.notices.kinds import read_kinds
from webapp.ground.notices.rules import Due

DAY_END = read_kinds("notices", Path(__file__).with_name("text.yaml"))["day_end"]
# A worker that was down for some days sends what it missed.
LOOKED_BACK = timedelta(days=7)


def daily_heads(session: Session, estate_id: UUID, now: datetime) -> Iterator[Due]:
    """Answer the ends of the last days; they are for the channels alone."""
    since = day_of(now - LOOKED_BACK, session.get_one(Estate, estate_id).timezone)
    query = select(DailyHead).where(DailyHead.estate_id == estate_id, DailyHead.day >= since).order_by(DailyHead.day)
    for head in session.scalars(query):
        params = {"day": head.day.isoformat(), "entry": head.entry, "hash": head.hash}
        path = f"/heads/{head.entry}/{head.hash}"
        params["link"] = f"{_public_url()}{path}"  # one click in the chat checks it
        yield Due(kind=DAY_END, key=key_of(head.day), path=path, params=params)


def key_of(day: date) -> str:
    """Answer the key under which the end of a day is told."""
    return f"day_end/{day}"


def _public_url() -> str:
    return cast(Settings, current_app.extensions["rounds.settings"]).public_url
