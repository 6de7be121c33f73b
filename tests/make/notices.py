"""Builders of the ways out of the house."""

from typing import Any

from sqlalchemy.orm import Session

from tests.make.moments import NOON
from webapp.core.db import unit_of_work
from webapp.core.ids import new_id
from webapp.ground.estates.models import Estate
from webapp.ground.notices.models import NoticeChannel


def channel(session: Session, estate: Estate, url: str, **fields: Any) -> NoticeChannel:
    """Set up a way out, as the office would."""
    usual = {"name": "群", "language": "zh-Hans", "urgent_only": False, "active": True, "made_at": NOON}
    estate_id = estate.id
    session.rollback()
    with unit_of_work() as writing:
        made = NoticeChannel(estate_id=estate_id, id=new_id(), url=url, **{**usual, **fields})
        writing.add(made)
        return made
