"""Reads of estates."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.ground.estates.models import Estate


def estate_called(session: Session, name: str | None) -> Estate:
    """Answer the estate of this name, or the only one; raises NotFound with the names there are."""
    estates = session.scalars(select(Estate).order_by(Estate.name)).all()
    called = [estate for estate in estates if name in (None, estate.name)]
    if len(called) != 1:
        raise NotFound(estate=name, estates=[estate.name for estate in estates])
    return called[0]
