"""Grades the visits of an estate: those that came in, and those whose photos came or went missing.

Nothing of it happens in a push: the worker looks every minute at what the feed and the photos tell.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.core.feed import EstateHead, FeedRow
from webapp.core.remarks import Remark
from webapp.domains.patrols.evidence.basis import bases
from webapp.domains.patrols.evidence.models import PatrolGrade, PatrolGrading
from webapp.domains.patrols.evidence.rules import Grade, grade, reasons
from webapp.domains.patrols.models import PatrolVisit
from webapp.domains.patrols.rules.rows import VISIT
from webapp.ground.photos import queries as photos
from webapp.ground.photos.models import Photo, PhotoUse

AT_ONCE = 200


def grade_new(session: Session, estate_id: UUID, *, now: datetime) -> int:
    """Grade some visits that came in since the last time, and those whose photos came; answers how many changes.

    Visits that show the same pictures are graded with them: of two the later one repeats, whichever came first.
    """
    mark = session.get(PatrolGrading, estate_id) or PatrolGrading(estate_id=estate_id, change=0)
    # Read first: what the feed tells after it is told again the next time.
    newest = session.scalar(select(EstateHead.change).where(EstateHead.estate_id == estate_id)) or 0
    told = session.execute(
        select(FeedRow.change, FeedRow.object_id)
        .where(FeedRow.estate_id == estate_id, FeedRow.change > mark.change, FeedRow.kind == VISIT)
        .order_by(FeedRow.change)
        .limit(AT_ONCE)
    ).all()
    came = photos.unweighed(session, estate_id, limit=AT_ONCE)
    new = {visit_id for _, visit_id in told}
    shown = {*came, *_photos_of(session, estate_id, new)}
    sharing = _visits_with(session, estate_id, _with_their_like(session, estate_id, shown))
    regrade(session, estate_id, new | sharing, now=now)
    photos.note_weighed(session, estate_id, came)
    mark.change = told[-1].change if len(told) == AT_ONCE else max(newest, mark.change)
    session.add(mark)
    return len(told) + len(came)


def behind(session: Session) -> Sequence[UUID]:
    """Answer the estates in which something happened since their visits were last graded."""
    graded = PatrolGrading.estate_id == EstateHead.estate_id
    moved = select(EstateHead.estate_id).outerjoin(PatrolGrading, graded)
    on = moved.where(EstateHead.change > func.coalesce(PatrolGrading.change, 0))
    return session.scalars(on.union(photos.estates_unweighed())).all()


def regrade(session: Session, estate_id: UUID, visit_ids: Collection[UUID], *, now: datetime) -> None:
    """Grade these visits anew, as everything stands now."""
    if not visit_ids:
        return
    query = select(PatrolVisit).where(PatrolVisit.estate_id == estate_id, PatrolVisit.id.in_(visit_ids))
    visits = session.scalars(query).all()
    graded = bases(session, estate_id, visits, now) if visits else {}
    of_these = (PatrolGrade.estate_id == estate_id, PatrolGrade.visit_id.in_(visit_ids))
    before = {row.visit_id: row for row in session.scalars(select(PatrolGrade).where(*of_these))}
    for visit in visits:
        _keep(session, visit, before.get(visit.id), reasons(graded[visit.id]), now)


def overdue(session: Session, estate_id: UUID, *, since: datetime, until: datetime) -> Sequence[UUID]:
    """Answer the visits of a stretch of time whose photos have not all arrived."""
    has_come = (Photo.estate_id == PhotoUse.estate_id) & (Photo.sha256 == PhotoUse.sha256)
    query = (
        select(PhotoUse.origin_id)
        .outerjoin(Photo, has_come)
        .where(PhotoUse.estate_id == estate_id, PhotoUse.origin_kind == VISIT, Photo.sha256.is_(None))
        .where(PhotoUse.used_at >= since, PhotoUse.used_at < until)
    )
    return session.scalars(query.distinct()).all()


def _with_their_like(session: Session, estate_id: UUID, hashes: Collection[str]) -> set[str]:
    return set(hashes).union(*photos.looking_alike(session, estate_id, hashes).values()) if hashes else set()


def _photos_of(session: Session, estate_id: UUID, visit_ids: Collection[UUID]) -> Sequence[str]:
    query = select(PhotoUse.sha256).where(
        PhotoUse.estate_id == estate_id, PhotoUse.origin_kind == VISIT, PhotoUse.origin_id.in_(visit_ids)
    )
    return session.scalars(query).all()


def _visits_with(session: Session, estate_id: UUID, hashes: Collection[str]) -> set[UUID]:
    query = select(PhotoUse.origin_id).where(
        PhotoUse.estate_id == estate_id, PhotoUse.sha256.in_(hashes), PhotoUse.origin_kind == VISIT
    )
    return set(session.scalars(query)) if hashes else set()


def _keep(
    session: Session, visit: PatrolVisit, before: PatrolGrade | None, told: Sequence[Remark], now: datetime
) -> None:
    given = grade(reason.code for reason in told)
    plain = [{"code": reason.code, "params": dict(reason.params)} for reason in told]
    if given not in (Grade.WEAK, Grade.DOUBTFUL):
        if before:
            session.delete(before)
    elif before is None:
        session.add(_row(visit, given, plain, now))
    elif before.reasons != plain:
        before.grade, before.reasons, before.changed_at = given, plain, now


def _row(visit: PatrolVisit, given: Grade, told: list[Any], now: datetime) -> PatrolGrade:
    return PatrolGrade(
        estate_id=visit.estate_id,
        visit_id=visit.id,
        day=visit.day,
        scanned_at=visit.scanned_at,
        by_id=visit.by_id,
        route_id=visit.route_id,
        grade=given,
        reasons=told,
        changed_at=now,
    )
