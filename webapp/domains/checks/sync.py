"""What phones push and pull of check sheets."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.actor import OVERSEERS, Actor
from webapp.core.domain import Decision, Entry, Item, PullKind, PushKind, Row
from webapp.domains.checks.facts import facts
from webapp.domains.checks.models import CheckSheet
from webapp.domains.checks.rules import following, rows
from webapp.domains.checks.rules.bodies import IssueSlip, ReportFault, SignSheet, Write
from webapp.domains.checks.rules.facts import Facts
from webapp.domains.checks.rules.writing import KIND, decide_write
from webapp.domains.checks.telling import Data, told
from webapp.ground.people.departments.queries import departments

# So long sheets stay on phones.
HELD_FOR = timedelta(days=60)


def _kind(
    act: str,
    body: type,
    decide: Callable[[Item, Facts], Decision],
    made: Callable[[Entry], Sequence[Row]],
    *owns: str,
) -> PushKind:
    return PushKind(
        name=f"checks.{act}", version=1, body=body, facts=facts, decide=decide, rows=made, owns=owns, acts=True
    )


PUSH = (
    _kind("write", Write, decide_write, rows.write_rows, rows.SHEETS),
    _kind("sign", SignSheet, following.decide_sign, rows.sign_rows),
    _kind("slip", IssueSlip, following.decide_slip, rows.slip_rows, rows.SLIPS),
    _kind("fault", ReportFault, following.decide_fault, rows.fault_rows, rows.FAULTS),
)


def _held(session: Session, actor: Actor) -> Select[Any] | None:
    """Answer the sheets that a person may hold: overseers all, who heads a department its own, others none."""
    since = (clock.now() - HELD_FOR).date()
    query = select(CheckSheet).where(CheckSheet.estate_id == actor.estate_id, CheckSheet.day >= since)
    if actor.role in OVERSEERS:
        return query
    heads = [one.kind for one in departments(session, actor.estate_id) if one.head_id == actor.id]
    return query.where(CheckSheet.dept.in_(heads)) if heads else None


def _page(session: Session, actor: Actor, after: UUID | None, limit: int) -> Iterable[tuple[UUID, Data]]:
    query = _held(session, actor)
    if query is None:
        return ()
    page = query.where(CheckSheet.id > after) if after else query
    return told(session, actor.estate_id, session.scalars(page.order_by(CheckSheet.id).limit(limit)).all()).items()


def _some(session: Session, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, Data]:
    query = _held(session, actor)
    if query is None:
        return {}
    return told(session, actor.estate_id, session.scalars(query.where(CheckSheet.id.in_(ids))).all())


SHEET = PullKind(name=KIND, page=_page, some=_some)
