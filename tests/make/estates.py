"""Builders of estates."""

from typing import Any

from sqlalchemy.orm import Session

from tests.make.moments import NOON
from webapp.core.ids import new_id
from webapp.ground.estates.models import Estate


def estate(session: Session, *, name: str | None = None, timezone: str = "Asia/Shanghai", **settings: Any) -> Estate:
    """Make an estate; further words are its settings."""
    made_id = new_id()
    made = Estate(id=made_id, name=name or f"望湖花园 {made_id}", timezone=timezone, settings=settings, created_at=NOON)
    session.add(made)
    session.commit()
    return made
