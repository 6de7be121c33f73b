"""What phones push and pull of vacant units."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.domain import PushKind
from webapp.core.held import Data, held_by
from webapp.core.held_keys import LENDING
from webapp.domains.vacancy.facts import act_facts, check_facts
from webapp.domains.vacancy.lettings.queries import let_facts
from webapp.domains.vacancy.lettings.wishes import wish_facts
from webapp.domains.vacancy.models import VacantCheck
from webapp.domains.vacancy.papers.facts import paper_facts
from webapp.domains.vacancy.plans.queries import plan_facts
from webapp.domains.vacancy.purging import purge_facts
from webapp.domains.vacancy.rules import letting, papers, planning, purging, wishing
from webapp.domains.vacancy.rules.acting import decide_card, decide_care
from webapp.domains.vacancy.rules.bodies import Card, Care, Check
from webapp.domains.vacancy.rules.checking import CHECK, HOLDERS, UNIT, decide
from webapp.domains.vacancy.rules.papers import FilePaper, PaperKind
from webapp.domains.vacancy.rules.planning import STEPS, Step
from webapp.domains.vacancy.rules.rows import CARD, CARDS, CARE, CARES, CHECKS, card_rows, care_rows, check_rows
from webapp.domains.vacancy.shown import units_shown
from webapp.domains.vacancy.telling import HELD_FOR, seen, told_checks, told_unit
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.estates.queries import settings_at
from webapp.ground.places.models import Unit
from webapp.ground.places.units.service import UNIT as PLACE


def _filed(kind: PaperKind, name: str) -> PushKind:
    return PushKind(
        name,
        1,
        FilePaper,
        partial(paper_facts, kind),
        partial(papers.decide, kind),
        partial(papers.rows, kind),
        owns=(papers.TABLE,),
        acts=True,
        # One month after the other, and all that was done before.
        after=(name, CHECK, CARE),
    )


def _planned(step: Step) -> PushKind:
    others = tuple(one.kind for one in STEPS)
    decide_step, rows_of_step = partial(planning.decide, step), partial(planning.rows, step)
    owned = (planning.TABLE,)
    return PushKind(step.kind, 1, step.body, plan_facts, decide_step, rows_of_step, owns=owned, acts=True, after=others)


def _let(name: str, body: type, decide_: Any, rows: Any) -> PushKind:
    # The status and its history belong to the register, whose rows come from elsewhere too.
    owned = (letting.CONSENTS, letting.LETTINGS)
    others = (letting.CONSENT, letting.LET, letting.LET_END)
    return PushKind(name, 1, body, let_facts, decide_, rows, owns=owned, acts=True, after=others)


PUSH = (
    PushKind(CARD, 1, Card, act_facts, decide_card, card_rows, owns=(CARDS,), acts=True),
    # A key lent, and care done, in the same push come before the check that asks for them.
    PushKind(
        *(CHECK, 1, Check, check_facts, decide, check_rows),
        owns=(CHECKS, CARES, "photo_uses"),
        acts=True,
        after=(*LENDING, CARD, CARE),
    ),
    PushKind(CARE, 1, Care, act_facts, decide_care, care_rows, owns=(CARES, "photo_uses"), acts=True),
    _filed("table", "vacancy.table_file"),
    _filed("summary", "vacancy.summary_file"),
    *map(_planned, STEPS),
    _let(letting.CONSENT, letting.Consent, letting.decide_consent, letting.consent_rows),
    _let(letting.LET, letting.Let, letting.decide_let, letting.let_rows),
    _let(letting.LET_END, letting.LetEnd, letting.decide_end, letting.end_rows),
    PushKind(
        *(wishing.WISH, 1, wishing.Wish, wish_facts, wishing.decide, wishing.rows),
        owns=(wishing.TABLE,),
        acts=True,
    ),
    PushKind(
        *(purging.PURGE, 1, purging.PurgeVacancy, purge_facts, purging.decide, purging.rows),
        owns=(purging.TABLE,),
        acts=True,
    ),
)


def _units(session: Session, estate_id: UUID, which: ColumnElement[bool], limit: int | None) -> Mapping[UUID, Data]:
    estate, now = session.get_one(Estate, estate_id), clock.now()
    settings, today = settings_at(session, estate, now), day_of(now, estate.timezone)
    units = units_shown(session, estate_id, settings, which, limit)
    known = seen(session, estate, [unit.id for unit in units], today)
    return {unit.id: told_unit(unit, known, settings, today) for unit in units}


def _checks(session: Session, estate_id: UUID, which: ColumnElement[bool], limit: int | None) -> Mapping[UUID, Data]:
    recent = VacantCheck.left_at >= clock.now() - HELD_FOR
    query = select(VacantCheck).where(VacantCheck.estate_id == estate_id, recent, which)
    return told_checks(session.scalars(query.order_by(VacantCheck.id).limit(limit)))


PULL = (
    held_by(HOLDERS, UNIT, Unit.id, _units, follows=PLACE, weight=3),
    held_by(HOLDERS, CHECK, VacantCheck.id, _checks, weight=5),
)
