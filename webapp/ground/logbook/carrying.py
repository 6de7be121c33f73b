"""Carries out purges that a room's records ask for: each names runs of entries, and who asked."""

from collections.abc import Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.db import db, unit_of_work
from webapp.core.domain import PushKind
from webapp.ground.logbook.models import LogbookContent
from webapp.ground.logbook.purge import purge, survey


def carry_out(purges: Any, rule: str) -> None:
    """Destroy what was asked for and still lies there; done twice it changes nothing.

    purges  a table with estate_id, numbers and by_id
    rule    the retention rule that allows it
    """
    kinds = cast(Mapping[str, PushKind], current_app.extensions["rounds.push_kinds"])
    asked = db.session().execute(select(purges.estate_id, purges.numbers, purges.by_id)).all()
    for estate_id, numbers, by_id in asked:
        found = [(first, last) for first, last in numbers]
        if not _still_there(db.session(), estate_id, found):
            continue
        taken = survey(db.session(), estate_id, found, kinds)
        with unit_of_work() as session:
            purge(session, taken, kinds, rule=rule, by=by_id, now=clock.now())


def _still_there(session: Session, estate_id: UUID, numbers: Sequence[tuple[int, int]]) -> bool:
    first = numbers[0][0]
    there = select(LogbookContent.number).where(LogbookContent.estate_id == estate_id, LogbookContent.number == first)
    return session.scalar(there) is not None
