"""What the worker does for the evidence."""

from datetime import timedelta

from sqlalchemy import select

from webapp.core import clock
from webapp.core.db import db, unit_of_work
from webapp.core.jobs import Job
from webapp.domains.patrols.evidence.rules import AWAITED
from webapp.domains.patrols.evidence.service import behind, grade_new, overdue, regrade
from webapp.ground.estates.models import Estate

# A day the worker did not run is made up for.
LOOKED_BACK = timedelta(days=14)


def _grade() -> None:
    for estate_id in behind(db.session()):
        done = 1
        while done:
            with unit_of_work() as session:
                done = grade_new(session, estate_id, now=clock.now())


def _grade_overdue() -> None:
    now = clock.now()
    for estate_id in db.session().scalars(select(Estate.id)).all():
        with unit_of_work() as session:
            late = overdue(session, estate_id, since=now - AWAITED - LOOKED_BACK, until=now - AWAITED)
            regrade(session, estate_id, late, now=now)


GRADE = Job(name="patrols.grade", act=_grade, minutely=True)
GRADE_OVERDUE = Job(name="patrols.grade_overdue", act=_grade_overdue, daily=(19, 40))  # 03:40 in China
