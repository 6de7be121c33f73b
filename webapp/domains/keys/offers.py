"""What keys offer to other rooms."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from webapp.core.leaving import Held
from webapp.domains.keys.models import KeyLoan, KeySet
from webapp.domains.keys.rules.acting import LOAN
from webapp.domains.keys.rules.states import KeySetState, LoanState

# A loan that was ended in a dispute, or never taken, is no leave to enter.
_TAKEN = (LoanState.OPEN, LoanState.RETURNED, LoanState.RETURNED_SHORT, LoanState.LOST, LoanState.SETTLED)
# Who has the keys of a quarrel is not known yet: it may be they.
_OUT = (LoanState.OPEN, LoanState.DISPUTED)
# The office keeps them no longer.
_GONE = (KeySetState.HANDED_OVER, KeySetState.RETIRED)
_OF_SET = (KeySet.estate_id == KeyLoan.estate_id) & (KeySet.id == KeyLoan.key_set_id)


class HeldKeys:
    """Answers which keys of a unit there are, and whose loan lets somebody in (`core.held_keys.HeldKeys`, VAC-R02)."""

    def loan_for_entry(
        self, session: Session, estate_id: UUID, person_id: UUID, unit_id: UUID, at: datetime
    ) -> UUID | None:
        """Answer the loan by which a person had a key of the unit at a moment; None when there was none."""
        query = (
            select(KeyLoan.id)
            .join(KeySet, _OF_SET)
            .where(KeyLoan.estate_id == estate_id, KeyLoan.borrower_id == person_id, KeySet.unit_id == unit_id)
            .where(KeyLoan.state.in_(_TAKEN), KeyLoan.lent_at <= at)
            .where(or_(KeyLoan.closed_at.is_(None), KeyLoan.closed_at >= at))
            .order_by(KeyLoan.lent_at.desc(), KeyLoan.id)
        )
        return session.scalars(query).first()

    def keys_of(
        self, session: Session, estate_id: UUID, unit_ids: Collection[UUID]
    ) -> Mapping[UUID, list[tuple[str, str]]]:
        """Answer by unit the keys that the office keeps of it: the number of each, and where it hangs."""
        query = select(KeySet.unit_id, KeySet.key_no, KeySet.cabinet_slot).where(KeySet.estate_id == estate_id)
        kept = query.where(KeySet.unit_id.in_(unit_ids), KeySet.state.not_in(_GONE)).order_by(KeySet.key_no, KeySet.id)
        found: defaultdict[UUID, list[tuple[str, str]]] = defaultdict(list)
        for unit_id, key_no, slot in session.execute(kept):
            if unit_id:
                found[unit_id].append((key_no, slot))
        return found


class KeysToGiveBack:
    """Answers whose hands keys are in (`core.leaving.Holdings`)."""

    def held_by(self, session: Session, estate_id: UUID, person_id: UUID) -> Sequence[Held]:
        """Answer the open loans of a person: number of the set and what it opens."""
        query = (
            select(KeyLoan.id, KeySet.key_no, KeySet.place_name)
            .join(KeySet, _OF_SET)
            .where(KeyLoan.estate_id == estate_id, KeyLoan.borrower_id == person_id, KeyLoan.state.in_(_OUT))
            .order_by(KeySet.key_no, KeyLoan.id)
        )
        return [Held(LOAN, id_, f"{key_no} {place}".strip()) for id_, key_no, place in session.execute(query)]
