"""What the estate knows when a batch of acts on keys comes in: one query a table, however many there are."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec
from flask import current_app
from sqlalchemy import BindParameter, bindparam, or_, select
from sqlalchemy.orm import Session

from webapp.core.bulk import fetch
from webapp.core.domain import Item
from webapp.core.emergency import ENTRIES, EmergencyEntries
from webapp.core.made import brought_again
from webapp.domains.keys.models import KeyCheck, KeyLoan, KeyMemo, KeySet
from webapp.domains.keys.rules.acting import KeyFacts, KnownSet
from webapp.domains.keys.rules.bodies import RegisterKeys, RequestKeys, ResolveCase, SettleMemo
from webapp.domains.keys.rules.checks import CheckFacts
from webapp.domains.keys.rules.shapes import KeyItem
from webapp.domains.keys.rules.standing import KeySetStanding, Loan, Memo, from_columns
from webapp.domains.keys.rules.states import CLOSED, FINAL, KeySetState, LoanState
from webapp.domains.keys.rules.tagging import KEY_SET, TagFacts
from webapp.ground.estates.judged import settings_of
from webapp.ground.labels.models import LabelRow
from webapp.ground.labels.queries import labels_of_things
from webapp.ground.people.models import Membership
from webapp.ground.places.known import unit_names

_ESTATE: BindParameter[Any] = bindparam("estate")
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_SETS = select(*KeySet.__table__.columns).where(KeySet.estate_id == _ESTATE, KeySet.id.in_(_IDS))
_OF_UNITS = select(*KeySet.__table__.columns).where(KeySet.estate_id == _ESTATE, KeySet.unit_id.in_(_IDS))
_LOANS = select(*KeyLoan.__table__.columns).where(
    KeyLoan.estate_id == _ESTATE,
    KeyLoan.key_set_id.in_(_IDS),
    or_(
        KeyLoan.state.not_in(CLOSED),
        KeyLoan.id.in_(bindparam("named", expanding=True)),
        KeyLoan.memo_id.in_(bindparam("memos", expanding=True)),
    ),
)
_MEMOS = select(*KeyMemo.__table__.columns).where(KeyMemo.estate_id == _ESTATE, KeyMemo.id.in_(_IDS))
_NUMBERED = select(KeySet.key_no).where(
    KeySet.estate_id == _ESTATE,
    KeySet.key_no.in_(bindparam("numbers", expanding=True)),
    KeySet.state.not_in(FINAL),
)
_THERE = select(KeyLoan.id).where(KeyLoan.estate_id == _ESTATE, KeyLoan.id.in_(_IDS))
_TAGS = select(LabelRow.code, LabelRow.target_id).where(
    LabelRow.estate_id == _ESTATE,
    LabelRow.target_kind == KEY_SET,
    LabelRow.revoked_at.is_(None),
    LabelRow.code.in_(bindparam("codes", expanding=True)),
)
_LEFT = select(Membership.person_id).where(
    Membership.estate_id == _ESTATE, Membership.person_id.in_(_IDS), Membership.active.is_(False)
)
_CABINET = select(KeySet.id, KeySet.cabinet_slot, KeySet.state).where(
    KeySet.estate_id == _ESTATE, KeySet.state.not_in(FINAL)
)
_CHECKS = select(KeyCheck.id).where(KeyCheck.estate_id == _ESTATE, KeyCheck.id.in_(_IDS))
_OPEN = select(KeyLoan.id).where(KeyLoan.estate_id == _ESTATE, KeyLoan.state == LoanState.OPEN)


def key_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> KeyFacts:
    """Answer what the ways of `rules.ways`, and the registration, need for these acts."""
    sets = _sets(session, estate_id, items)
    memos = {one.standing.memo_id for one in sets.values() if one.standing.memo_id}
    ids = {"ids": [item.about for item in items], "memos": list(memos)}
    units = {item.body.unit_id for item in items if isinstance(item.body, RegisterKeys) and item.body.unit_id}
    loans = fetch(session, _LOANS, estate=estate_id, named=list(_named(items)), **ids)
    known = fetch(session, _MEMOS, estate=estate_id, ids=list(memos)) if memos else []
    return KeyFacts(
        sets=sets,
        loans={row.id: from_columns(Loan, row._asdict()) for row in loans},
        memos={row.id: from_columns(Memo, row._asdict()) for row in known},
        settings=settings_of(session, estate_id, items),
        units=unit_names(session, estate_id, units),
        taken=_taken(session, estate_id, items),
        repeated=_repeated(session, estate_id, items, sets),
        tags=_tags(session, estate_id, items),
        emergencies=_emergencies(session, estate_id, items),
        left=_left(session, estate_id, items),
    )


def _sets(session: Session, estate_id: UUID, items: Sequence[Item]) -> dict[UUID, KnownSet]:
    rows = list(fetch(session, _SETS, estate=estate_id, ids=list({item.about for item in items})))
    if any(isinstance(item.body, SettleMemo) for item in items):
        units = {row.unit_id for row in rows if row.unit_id}
        rows += fetch(session, _OF_UNITS, estate=estate_id, ids=list(units))
    return {row.id: _known(row._asdict()) for row in rows}


def _known(row: Mapping[str, Any]) -> KnownSet:
    items = msgspec.convert(row["items"], type=tuple[KeyItem, ...])
    standing = from_columns(KeySetStanding, row)
    return KnownSet(row["id"], row["key_no"], row["custody_kind"], row["unit_id"], items, standing)


def _named(items: Sequence[Item]) -> Iterator[UUID]:
    for item in items:
        if loan_id := getattr(item.body, "loan_id", None):
            yield loan_id


def _taken(session: Session, estate_id: UUID, items: Sequence[Item]) -> frozenset[UUID]:
    numbers = {item.id: item.body.key_no for item in items if isinstance(item.body, RegisterKeys)}
    rows = fetch(session, _NUMBERED, estate=estate_id, numbers=list(numbers.values())) if numbers else []
    there = {number for (number,) in rows}
    return frozenset(id_ for id_, number in numbers.items() if number in there)


def _repeated(session: Session, estate_id: UUID, items: Sequence[Item], sets: Collection[UUID]) -> frozenset[UUID]:
    """Answer the items that bring a set or a loan which is there already, or comes with an item before them."""
    asked = {item.id: item.body.loan_id for item in items if isinstance(item.body, RequestKeys)}
    rows = fetch(session, _THERE, estate=estate_id, ids=list(asked.values())) if asked else []
    there = {id_ for (id_,) in rows}
    again = {item.id for item in items if isinstance(item.body, RegisterKeys) and item.about in sets}
    for item_id, loan_id in asked.items():
        if loan_id in there:
            again.add(item_id)
        there.add(loan_id)
    return frozenset(again)


def _tags(session: Session, estate_id: UUID, items: Sequence[Item]) -> dict[str, UUID]:
    codes = {item.body.code for item in items if isinstance(item.body, ResolveCase) and item.body.code}
    return dict(fetch(session, _TAGS, estate=estate_id, codes=list(codes))) if codes else {}


def _emergencies(session: Session, estate_id: UUID, items: Sequence[Item]) -> frozenset[UUID]:
    ids = {item.body.emergency_id for item in items if isinstance(item.body, RequestKeys) and item.body.emergency_id}
    entries: EmergencyEntries = current_app.extensions[ENTRIES]
    return entries.standing_entries(session, estate_id, ids) if ids else frozenset()


def _left(session: Session, estate_id: UUID, items: Sequence[Item]) -> frozenset[UUID]:
    asked = (item.body.borrower.person_id for item in items if isinstance(item.body, RequestKeys))
    ids = {id_ for id_ in asked if id_}
    return frozenset(id_ for (id_,) in fetch(session, _LEFT, estate=estate_id, ids=list(ids))) if ids else frozenset()


def tag_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> TagFacts:
    """Answer what blank tags are claimed against: the labels read, those of the sets, and the sets that are kept."""
    sets = {item.about for item in items}
    there = fetch(session, _SETS, estate=estate_id, ids=list(sets))
    codes = {item.body.code for item in items}
    return TagFacts(
        labels=labels_of_things(session, estate_id, KEY_SET, sets, codes),
        kept=frozenset(row.id for row in there if row.state not in FINAL),
    )


def check_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> CheckFacts:
    """Answer what spot checks and reviews are held against."""
    slots: dict[str, set[UUID]] = {}
    for id_, slot, state in fetch(session, _CABINET, estate=estate_id):
        hanging = slots.setdefault(slot, set())
        if state is KeySetState.IN_CABINET:
            hanging.add(id_)
    settings = settings_of(session, estate_id, items)
    return CheckFacts(
        slots={slot: frozenset(ids) for slot, ids in slots.items()},
        open_loans=frozenset(id_ for (id_,) in fetch(session, _OPEN, estate=estate_id)),
        percent={item_id: one["spot_check_percent"] for item_id, one in settings.items()},
        repeated=_checked(session, estate_id, items),
    )


def _checked(session: Session, estate_id: UUID, items: Sequence[Item]) -> frozenset[UUID]:
    there = {id_ for (id_,) in fetch(session, _CHECKS, estate=estate_id, ids=[item.about for item in items])}
    return brought_again(items, there)
