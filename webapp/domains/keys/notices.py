"""What keys have people told of: loans due and chased, incidents, quarrels, custody that ends (`keys.md` 4.3, 5, 7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS, Role
from webapp.domains.keys.models import KeyActRow, KeyLoan, KeyMemo, KeySet
from webapp.domains.keys.rules import times
from webapp.domains.keys.rules.acting import KEEPERS
from webapp.domains.keys.rules.states import FINAL, KeyAct, LoanState
from webapp.ground.estates.models import Estate
from webapp.ground.estates.queries import settings_at
from webapp.ground.notices.kinds import read_kinds
from webapp.ground.notices.rules import Due

KINDS = read_kinds("keys", Path(__file__).with_name("notices.yaml"))
# What was done alone longer ago is no news.
FRESH = timedelta(days=7)
_HIGHER = {"supervisor": (Role.SUPERVISOR,), "manager": (Role.MANAGER, Role.OFFICE_MANAGER)}


@dataclass(frozen=True, slots=True)
class Told:
    """What is told the same of all keys of an estate: its clocks and limits, the sets, and who was called today."""

    zone: ZoneInfo
    settings: Mapping[str, Any]
    sets: Mapping[UUID, KeySet]
    called: frozenset[UUID]

    def clock(self, moment: datetime) -> str:
        """Answer a moment as the estate's people say it."""
        return moment.astimezone(self.zone).strftime("%m-%d %H:%M")

    def today(self, now: datetime) -> date:
        """Answer the estate's day."""
        return now.astimezone(self.zone).date()


def keys_to_tell(session: Session, estate_id: UUID, now: datetime) -> Iterator[Due]:
    """Answer what is to be told of keys that are out, lost, in question, or whose custody ends."""
    told = _told(session, estate_id, now)
    for loan in _loans(session, estate_id):
        if loan.state is LoanState.OPEN:
            yield from _out(loan, told, now)
        else:
            yield _due(loan, "dispute", "", told, roles=OVERSEERS)
    for loan in _done_alone(session, estate_id, now):
        yield from _to_countersign(loan, told)
    for memo in session.scalars(select(KeyMemo).where(KeyMemo.estate_id == estate_id, KeyMemo.closed_at.is_(None))):
        yield _incident(memo, told)
    for key_set in told.sets.values():
        yield from _custody(key_set, told, now)


def _told(session: Session, estate_id: UUID, now: datetime) -> Told:
    estate = session.get_one(Estate, estate_id)
    zone = ZoneInfo(estate.timezone)
    sets = session.scalars(select(KeySet).where(KeySet.estate_id == estate_id, KeySet.state.not_in(FINAL)))
    midnight = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    calls = select(KeyActRow.loan_id).where(KeyActRow.estate_id == estate_id, KeyActRow.act == KeyAct.CALL)
    called = session.scalars(calls.where(KeyActRow.loan_id.is_not(None), KeyActRow.at >= midnight))
    return Told(zone, settings_at(session, estate, now), {one.id: one for one in sets}, frozenset(filter(None, called)))


def _loans(session: Session, estate_id: UUID) -> Iterator[KeyLoan]:
    waiting = KeyLoan.state.in_((LoanState.OPEN, LoanState.DISPUTED))
    yield from session.scalars(select(KeyLoan).where(KeyLoan.estate_id == estate_id, waiting))


def _done_alone(session: Session, estate_id: UUID, now: datetime) -> Iterator[KeyLoan]:
    recent = or_(KeyLoan.closed_at.is_(None), KeyLoan.closed_at >= now - FRESH)
    query = select(KeyLoan).where(KeyLoan.estate_id == estate_id, KeyLoan.lent_at.is_not(None), recent)
    yield from session.scalars(query)


def _out(loan: KeyLoan, told: Told, now: datetime) -> Iterator[Due]:
    """Answer what is told of a loan as time passes: due, then every day until a call is logged, then higher up."""
    state = times.state_at(loan.state, loan.due_at, loan.chase_from, now)
    if state is LoanState.OPEN:
        return
    borrower = (loan.borrower_id,) if loan.borrower_id else ()
    yield _due(loan, "due", "", told, people=borrower, roles=() if borrower else KEEPERS)
    if state is not LoanState.CHASING or loan.chase_from is None:
        return
    if loan.id not in told.called:
        yield _due(loan, "chase", told.today(now).isoformat(), told, roles=KEEPERS, people=borrower)
    with_whom = times.with_whom(loan.due_at, loan.chase_from, now)
    if with_whom:
        yield _due(loan, "chase_higher", with_whom, told, roles=_HIGHER[with_whom])


def _to_countersign(loan: KeyLoan, told: Told) -> Iterator[Due]:
    for one in loan.alone:
        if one["countersigned"] is None:
            yield _due(loan, "countersign", one["actId"], told, roles=KEEPERS)


def _due(
    loan: KeyLoan,
    kind: str,
    turn: str,
    told: Told,
    *,
    roles: tuple[Role, ...] = (),
    people: tuple[UUID, ...] = (),
) -> Due:
    key_set = told.sets.get(loan.key_set_id)
    return Due(
        kind=KINDS[kind],
        key=f"{kind}/{loan.id}/{turn}",
        path=f"/keys/{loan.key_set_id}",
        params={**_names(key_set), "borrower": loan.borrower["name"], "due": told.clock(loan.due_at)},
        roles=roles,
        people=people,
    )


def _names(key_set: KeySet | None) -> dict[str, str]:
    return {"key": key_set.key_no if key_set else "", "place": key_set.place_name if key_set else ""}


def _incident(memo: KeyMemo, told: Told) -> Due:
    return Due(
        kind=KINDS[f"incident_{memo.what}"],
        key=f"incident/{memo.id}",
        path=f"/keys/{memo.key_set_id}",
        params={**_names(told.sets.get(memo.key_set_id)), "by": memo.reported_by or memo.by_name},
        roles=OVERSEERS,
    )


def _custody(key_set: KeySet, told: Told, now: datetime) -> Iterator[Due]:
    if key_set.custody_until is None:
        return
    day = times.custody_notice(key_set.custody_until, told.settings["custody_notice_days"], told.today(now))
    if day:
        params = {**_names(key_set), "owner": key_set.owner_name, "until": key_set.custody_until.isoformat()}
        key = f"custody/{key_set.id}/{key_set.custody_until}/{day}"
        yield Due(kind=KINDS["custody"], key=key, path=f"/keys/{key_set.id}", params=params, roles=KEEPERS)
