"""What keys remind of as a whole: departments of what they have had too long, overseers of the month's review."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS
from webapp.domains.keys.models import KeyCheck, KeyLoan
from webapp.domains.keys.notices import KINDS
from webapp.domains.keys.rules import times
from webapp.domains.keys.rules.states import LoanState
from webapp.ground.estates.models import Estate
from webapp.ground.notices.rules import Due
from webapp.ground.people.departments.queries import departments, staff
from webapp.ground.people.departments.rules import Department, members


@dataclass(frozen=True, slots=True)
class Out:
    """All that is out, and the estate's clock."""

    loans: Sequence[KeyLoan]
    now: datetime
    local: datetime

    def chased(self) -> list[KeyLoan]:
        """Answer the loans that have been out too long."""
        return [loan for loan in self.loans if self._state(loan) is LoanState.CHASING]

    def _state(self, loan: KeyLoan) -> LoanState:
        return times.state_at(loan.state, loan.due_at, loan.chase_from, self.now)


def keys_to_remind_of(session: Session, estate_id: UUID, now: datetime) -> Iterator[Due]:
    """Answer whom to remind of loans that are out: each department once a day, the overseers near the month's end."""
    query = select(KeyLoan).where(KeyLoan.estate_id == estate_id, KeyLoan.state == LoanState.OPEN)
    loans = session.scalars(query).all()
    if loans:
        zone = session.get_one(Estate, estate_id).timezone
        out = Out(loans, now, now.astimezone(ZoneInfo(zone)))
        yield from _departments(session, estate_id, out)
        yield from _review(session, estate_id, out)


def _departments(session: Session, estate_id: UUID, out: Out) -> Iterator[Due]:
    chased = out.chased()
    if not chased:
        return
    here, all_ = staff(session, estate_id), departments(session, estate_id)
    for one in all_:
        if found := [loan for loan in chased if _has(one, loan, all_)]:
            names = sorted({loan.borrower["name"] for loan in found})
            yield Due(
                kind=KINDS["department"],
                key=f"department/{one.id}/{out.local.date()}",
                path="/keys",
                params={"department": one.name, "n": len(found), "who": "、".join(names)},
                people=(one.head_id,) if one.head_id else members(one.kind, here, all_),
            )


def _has(department: Department, loan: KeyLoan, all_: Sequence[Department]) -> bool:
    """Say whether a loan is a department's: by the name that was written down, else by who borrowed."""
    named: str = loan.borrower["department"].strip()
    if any(one.name == named for one in all_):
        return department.name == named
    return loan.borrower_id is not None and department.names(loan.borrower_id)


def _review(session: Session, estate_id: UUID, out: Out) -> Iterator[Due]:
    month = times.month_to_review(out.local.date())
    if month is None:
        return
    count = sum(1 for loan in out.loans if _lent_by(loan, month, out))
    signed = select(KeyCheck.id).where(KeyCheck.estate_id == estate_id, KeyCheck.what == "review")
    if count and session.scalar(signed.where(KeyCheck.month == month).limit(1)) is None:
        yield Due(
            kind=KINDS["review"],
            key=f"review/{month}/{out.local:%Y-%m}",
            path="/keys/loans",
            params={"month": month, "n": count},
            roles=OVERSEERS,
        )


def _lent_by(loan: KeyLoan, month: str, out: Out) -> bool:
    """Say whether a loan was made in that month or before."""
    return loan.lent_at is not None and f"{loan.lent_at.astimezone(out.local.tzinfo):%Y-%m}" <= month
