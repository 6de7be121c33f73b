"""Which key records may go, and the worker's carrying out of it (KEY-I10)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.domain import Item
from webapp.core.jobs import Job
from webapp.domains.keys.models import KeyActRow, KeyCheck, KeyLoan, KeyMemo, KeyPurge, KeySet
from webapp.domains.keys.rules import purging
from webapp.domains.keys.rules.states import LoanState
from webapp.ground.calendar.rules import day_of, moment_at
from webapp.ground.estates.judged import settings_of
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.carrying import carry_out
from webapp.ground.logbook.models import LogbookContent
from webapp.ground.paper.when import runs
from webapp.ground.people.queries import archivists

RULE = "KEY-I10"


def purge_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> purging.PurgeFacts:
    """Answer what `rules.purging.decide` needs."""
    zone = session.get_one(Estate, estate_id).timezone
    settings = settings_of(session, estate_id, items)
    kept_from = {
        item.id: purging.first_day_kept(day_of(item.received_at, zone), settings[item.id]["key_retention_months"])
        for item in items
    }
    numbers = {item.id: _numbers(session, estate_id, item.body.closed_before, zone) for item in items}
    return purging.PurgeFacts(archivists(session, estate_id), kept_from, numbers)


@dataclass(frozen=True, slots=True)
class _Over:
    """What was closed before a moment: loans without an ID here, memos, and sets of which nothing else is open."""

    loans: Collection[UUID]
    memos: Collection[UUID]
    sets: Collection[UUID]

    def has(self, act: KeyActRow) -> bool:
        """Say whether all that an act is about is over."""
        if act.key_set_id in self.sets:
            return True
        of_both = (act.loan_id is None or act.loan_id in self.loans) and (
            act.memo_id is None or act.memo_id in self.memos
        )
        return of_both and bool(act.loan_id or act.memo_id)


def _numbers(session: Session, estate_id: UUID, before: date, zone: str) -> list[tuple[int, int]]:
    at = moment_at(before, "00:00", zone)
    over = _over(session, estate_id, at)
    acts = session.scalars(select(KeyActRow).where(KeyActRow.estate_id == estate_id, KeyActRow.at < at))
    checks = select(KeyCheck.entry).where(KeyCheck.estate_id == estate_id, KeyCheck.at < at)
    entries = {act.entry for act in acts if over.has(act)} | set(session.scalars(checks))
    there = select(LogbookContent.number).where(LogbookContent.estate_id == estate_id)
    return runs(entries & set(session.scalars(there.where(LogbookContent.number.in_(entries)))))


def _over(session: Session, estate_id: UUID, at: datetime) -> _Over:
    loans = list(session.scalars(select(KeyLoan).where(KeyLoan.estate_id == estate_id)))
    memos = list(session.scalars(select(KeyMemo).where(KeyMemo.estate_id == estate_id)))
    # A quarrel that nobody has ended says of other loans, too, how they stand.
    in_question = {loan.key_set_id for loan in loans if loan.state is LoanState.DISPUTED}
    open_ = {
        *(loan.key_set_id for loan in loans if not _closed(loan.closed_at, at) or loan.id_kept),
        *(memo.key_set_id for memo in memos if not _closed(memo.closed_at, at)),
    }
    closed = select(KeySet.id).where(KeySet.estate_id == estate_id, KeySet.closed_at < at)
    sets = frozenset(session.scalars(closed)) - open_
    return _Over(
        loans={
            loan.id
            for loan in loans
            if _closed(loan.closed_at, at) and not loan.id_kept and loan.key_set_id not in in_question
        },
        # One that ended with a new lock says of other sets, too, how they stand.
        memos={
            memo.id
            for memo in memos
            if _closed(memo.closed_at, at) and (memo.settled or {}).get("outcome") in ("found", "copied")
        },
        sets=sets,
    )


def _closed(closed_at: datetime | None, at: datetime) -> bool:
    return closed_at is not None and closed_at < at


CARRY_OUT = Job(name="keys.purge", act=partial(carry_out, KeyPurge, RULE), minutely=True)
