"""Owners who are deemed moved in (视为入住, `vacancy.md` 1): a month after the moving-in notice the worker says so."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.db import db, unit_of_work
from webapp.core.feed import touch
from webapp.core.jobs import Job
from webapp.domains.vacancy.models import VacantCard
from webapp.domains.vacancy.rules.risk import deemed_since
from webapp.ground.books import language_of
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.paper.words import read_words
from webapp.ground.places.models import Unit
from webapp.ground.places.rules import StatusSource, UnitStatus
from webapp.ground.places.units.rules import Standing
from webapp.ground.places.units.service import UNIT, set_statuses

WORDS = Path(__file__).with_name("deeming.yaml")


def deem(session: Session, estate_id: UUID, *, now: datetime) -> None:
    """Let those units be deemed moved in whose owners got the notice a month ago and did no formalities since."""
    estate = session.get_one(Estate, estate_id)
    standings = _standings(session, estate, now)
    if standings:
        reason = read_words(WORDS, language_of(estate))("reason")
        set_statuses(session, estate_id, standings, reason=reason, source=StatusSource.DEEMED, by=None, now=now)
        touch(session, estate_id, [(UNIT, unit_id) for unit_id in standings])


def _standings(session: Session, estate: Estate, now: datetime) -> dict[UUID, Standing]:
    today = day_of(now, estate.timezone)
    card = (VacantCard.estate_id == Unit.estate_id) & (VacantCard.id == Unit.id)
    query = select(Unit.id, Unit.renovating, Unit.since, VacantCard.moving_in_notice_on).join(VacantCard, card)
    waiting = (Unit.estate_id == estate.id) & (Unit.status == UnitStatus.SOLD_NOT_MOVED_IN)
    rows = session.execute(query.where(waiting).with_for_update(of=Unit)).all()
    return {
        id_: Standing(UnitStatus.DEEMED_MOVED_IN, renovating, day)
        for id_, renovating, since, notice_on in rows
        if (day := deemed_since(notice_on, since, today))
    }


def _deem_all() -> None:
    for estate_id in db.session().scalars(select(Estate.id)).all():
        with unit_of_work() as session:
            deem(session, estate_id, now=clock.now())


DEEM = Job(name="vacancy.deem", act=_deem_all, daily=(16, 10))  # 00:10 in China; a day missed is made up for
