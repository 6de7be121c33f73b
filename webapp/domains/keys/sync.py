"""What phones push and pull of keys."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select, true
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.domain import PullKind, PushKind
from webapp.core.held import Data, held_by
from webapp.domains.keys.facts import check_facts, key_facts, tag_facts
from webapp.domains.keys.models import KeyLoan, KeySet
from webapp.domains.keys.purging import purge_facts
from webapp.domains.keys.rules import checks, purging, tagging
from webapp.domains.keys.rules.acting import KEEPERS, LOAN, SET, Way
from webapp.domains.keys.rules.bodies import OfKeySet, RegisterKeys
from webapp.domains.keys.rules.custody import register
from webapp.domains.keys.rules.rows import act_rows
from webapp.domains.keys.rules.states import KeyAct
from webapp.domains.keys.rules.ways import WAYS
from webapp.domains.keys.telling import told_loans, told_sets
from webapp.ground.labels.sync import CLAIM

# What is over stays on phones for so long.
HELD_AFTER = timedelta(days=30)
_OWNED = ("key_sets", "key_loans", "key_memos", "key_acts", "photo_uses")


def _kind(act: KeyAct, body: type[OfKeySet], decide: Any, after: tuple[str, ...]) -> PushKind:
    rows = partial(act_rows, act, body)
    return PushKind(act.kind, 1, body, key_facts, decide, rows, owns=_OWNED, acts=True, after=after)


def _act(way: Way) -> PushKind:
    # A new lock takes other sets of the unit out of use: what came before it must be there, and what comes after wait.
    others = tuple(one.act.kind for one in WAYS if one.act is not KeyAct.SETTLE)
    after = others if way.act is KeyAct.SETTLE else (KeyAct.SETTLE.kind,)
    return _kind(way.act, way.body, way.decide, after)


# One after the other: two sets that come together must not take one number.
REGISTER = _kind(KeyAct.REGISTER, RegisterKeys, register, (KeyAct.REGISTER.kind, KeyAct.SETTLE.kind))


def _check(name: str, body: type, decide: Any, rows: Any) -> PushKind:
    return PushKind(name, 1, body, check_facts, decide, rows, owns=("key_checks",), acts=True)


PURGE = PushKind(
    name=purging.PURGE,
    version=1,
    body=purging.PurgeKeys,
    facts=purge_facts,
    decide=purging.decide,
    rows=purging.rows,
    owns=("key_purges",),
    acts=True,
)

# One after the other: a blank tag that is scanned for two sets goes to the first.
TAGGING = PushKind(
    name=tagging.TAG,
    version=1,
    body=tagging.TagKeys,
    facts=tag_facts,
    decide=tagging.decide,
    rows=tagging.rows,
    acts=True,
    after=(tagging.TAG, KeyAct.REGISTER.kind, CLAIM.name),
)

PUSH = (
    REGISTER,
    *map(_act, WAYS),
    _check(checks.SPOT_CHECK, checks.SpotCheck, checks.decide_check, checks.check_rows),
    PURGE,
    TAGGING,
    _check(checks.REVIEW, checks.ReviewLoans, checks.decide_review, checks.review_rows),
)


def _sets(session: Session, estate_id: UUID, which: ColumnElement[bool], limit: int | None) -> Mapping[UUID, Data]:
    held = or_(KeySet.closed_at.is_(None), KeySet.closed_at >= clock.now() - HELD_AFTER)
    query = select(KeySet).where(KeySet.estate_id == estate_id, held, which).order_by(KeySet.id).limit(limit)
    return told_sets(session, estate_id, session.scalars(query).all())


def _loans(session: Session, actor: Actor, which: ColumnElement[bool], limit: int | None) -> Mapping[UUID, Data]:
    """Answer the loans that somebody holds: a keeper all, everybody else their own."""
    held = or_(KeyLoan.closed_at.is_(None), KeyLoan.closed_at >= clock.now() - HELD_AFTER)
    own = true() if actor.role in KEEPERS else KeyLoan.borrower_id == actor.id
    query = select(KeyLoan).where(KeyLoan.estate_id == actor.estate_id, held, own, which)
    found = session.scalars(query.order_by(KeyLoan.id).limit(limit)).all()
    return told_loans(session, actor.estate_id, found)


def _page(session: Session, actor: Actor, after: UUID | None, limit: int) -> Iterable[tuple[UUID, Data]]:
    return _loans(session, actor, KeyLoan.id > after if after else true(), limit).items()


def _some(session: Session, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, Data]:
    return _loans(session, actor, KeyLoan.id.in_(ids), None)


PULL = (
    held_by(KEEPERS, SET, KeySet.id, _sets),
    PullKind(name=LOAN, page=_page, some=_some),
)
