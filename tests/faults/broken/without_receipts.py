"""A server that does not look whether it has answered an item before."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from webapp.ground.logbook import receipts as room
from webapp.ground.logbook.models import Receipt
from wsgi import app

__all__ = ["app"]


def _keep(session: Session, receipts: Sequence[Mapping[str, Any]]) -> None:
    for row in receipts:
        session.execute(insert(Receipt).prefix_with("OR REPLACE"), row)


room.answered = lambda *_: {}
room.keep = _keep
