"""Carries out a purge that was asked for: contents go, the entry that says so is written, photos lose their record."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.core.db import db, unit_of_work
from webapp.core.domain import PushKind
from webapp.desk.months.bundle.place import Shelf
from webapp.desk.months.models import MonthBundle, MonthPurge
from webapp.domains.patrols.evidence.models import PatrolGrade
from webapp.domains.patrols.models import PatrolVisit
from webapp.ground.logbook.purge import purge, survey

RULE = "PAT-R11"


def unfinished(session: Session) -> list[tuple[UUID, UUID]]:
    """Answer the purges of all estates that nobody has carried out yet: (estate, purge)."""
    done = (MonthBundle.estate_id == MonthPurge.estate_id) & (MonthBundle.closing_id == MonthPurge.closing_id)
    query = (
        select(MonthPurge.estate_id, MonthPurge.id)
        .outerjoin(MonthBundle, done)
        .where(MonthBundle.purge_entry.is_(None) | (MonthBundle.purge_entry < MonthPurge.entry))
    )
    return [(estate_id, id_) for estate_id, id_ in session.execute(query.order_by(MonthPurge.entry))]


def carry_out(shelf: Shelf, estate_id: UUID, purge_id: UUID, kinds: Mapping[str, PushKind], *, now: datetime) -> None:
    """Destroy what a purge names; done twice it changes nothing.

    The photos of the records are shown by nobody any more, and go with the next sweep (`ground/photos`).
    """
    asked = db.session().get_one(MonthPurge, (estate_id, purge_id))
    closing_id, numbers = asked.closing_id, [(first, last) for first, last in asked.numbers]
    if _is_done(db.session().get(MonthBundle, (estate_id, closing_id)), asked):
        return
    found = survey(db.session(), estate_id, numbers, kinds)  # before the head is held: phones go on sending
    with unit_of_work() as session:
        asked = session.get_one(MonthPurge, (estate_id, purge_id))
        bundle = session.get(MonthBundle, (estate_id, closing_id)) or _bundle(session, estate_id, closing_id)
        if _is_done(bundle, asked):
            return
        _drop_grades(session, estate_id, numbers)
        written = purge(session, found, kinds, rule=RULE, by=asked.by_id, now=now)
        bundle.purge_entry, bundle.sha256, bundle.size, bundle.finished_at = written.entry.number, None, None, None
    shelf.file(estate_id, closing_id).unlink(missing_ok=True)


def _is_done(bundle: MonthBundle | None, asked: MonthPurge) -> bool:
    return bundle is not None and bundle.purge_entry is not None and bundle.purge_entry > asked.entry


def _bundle(session: Session, estate_id: UUID, closing_id: UUID) -> MonthBundle:
    made = MonthBundle(estate_id=estate_id, closing_id=closing_id)
    session.add(made)
    return made


def _drop_grades(session: Session, estate_id: UUID, numbers: list[tuple[int, int]]) -> None:
    """Take away what was derived of the visits besides their entries."""
    for first, last in numbers:
        visits = select(PatrolVisit.id).where(
            PatrolVisit.estate_id == estate_id, PatrolVisit.entry.between(first, last)
        )
        session.execute(
            delete(PatrolGrade)
            .where(PatrolGrade.estate_id == estate_id, PatrolGrade.visit_id.in_(visits))
            .execution_options(synchronize_session=False)
        )
