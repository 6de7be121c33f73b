"""One at a time sets up an estate: names stay unique, and a route is changed as it was read."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.ground.estates.models import Estate


def take_turn(session: Session, estate_id: UUID) -> None:
    """Let nobody else set up the estate until the transaction ends; who pushes records goes on. Call it first."""
    session.execute(select(Estate.id).where(Estate.id == estate_id).with_for_update(key_share=True))
