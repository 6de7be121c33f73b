"""Takes in the items of a push within one transaction: rooms decide, the book is written, rows follow from it."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

from webapp.core.domain import Applied, Decision, Item, PushKind, Refused, Row
from webapp.core.errors import DomainError
from webapp.core.feed import lock_head, tell
from webapp.ground.logbook import receipts
from webapp.ground.logbook.book import Draft, write
from webapp.ground.logbook.chain import moment
from webapp.sync.redecide import Redecide, brought_back
from webapp.sync.rows import write_rows
from webapp.sync.rules import Made
from webapp.sync.sorting import Desk, Fate, Sorted

log = logging.getLogger(__name__)

# An item with the receipt that was kept of it.
Settled = tuple[Sorted, dict[str, Any]]


class Waiting(msgspec.Struct, frozen=True):
    """An item that a room is to decide."""

    sorted: Sorted
    item: Item
    kind: PushKind
    made: Made

    @property
    def about(self) -> tuple[UUID, UUID]:
        """The record it concerns; items about one record keep their order."""
        return self.item.estate_id, self.item.about


@dataclass(slots=True)
class Intake:
    """What came of a push: answers as JSON text, items in quarantine or newer than this server, numbers arrived."""

    answers: list[str] = field(default_factory=list)
    held: list[UUID] = field(default_factory=list)
    newer: list[UUID] = field(default_factory=list)
    arrived: set[int] = field(default_factory=set)

    def settle_all(self, settled: Iterable[Settled]) -> None:
        """Note items that rooms have decided."""
        for one, receipt in settled:
            self.settle(one, receipt, "")

    def settle(self, one: Sorted, receipt: dict[str, Any] | None, answer: str) -> None:
        """Note that an item is settled, with the receipt to keep, if any."""
        if one.arrival.sent:
            self.arrived.add(one.arrival.sent.seq)
        if one.fate is Fate.HOLD:
            self.held.append(one.arrival.id)
        else:
            self.answers.append(receipt["answer"] if receipt else answer)


def take_in(session: Session, desk: Desk, items: Sequence[Sorted]) -> Intake:
    """Take in all items or none: raises whatever goes wrong with any of them."""
    intake = Intake()
    for wave in _waves(_settle(session, desk, intake, items)):
        intake.settle_all(_take_wave(session, desk, wave))
        _take_again(session, desk, wave)
    return intake


def take_in_singly(session: Session, desk: Desk, items: Sequence[Sorted]) -> Intake:
    """Take in each item by itself: one that the server fails at stays unanswered, and those about its record too."""
    intake = Intake()
    stuck: set[tuple[UUID, UUID]] = set()
    for one in _settle(session, desk, intake, items):
        if one.about in stuck:
            continue
        try:
            with session.begin_nested():
                settled = _take_wave(session, desk, [one])
                _take_again(session, desk, [one])
            intake.settle_all(settled)
        except Exception:
            log.exception("item %s stays unanswered", one.item.id)
            stuck.add(one.about)
    return intake


def _settle(session: Session, desk: Desk, intake: Intake, items: Iterable[Sorted]) -> list[Waiting]:
    """Answer what needs no room, and give back what does."""
    waiting, kept = [], []
    stuck: set[tuple[UUID, UUID]] = set()
    for one in items:
        sent = one.arrival.sent
        if one.fate is Fate.LEAVE and sent:
            stuck.add((sent.estate, sent.about))
            intake.newer.append(one.arrival.id)
        elif one.item and one.kind:
            if (one.item.estate_id, one.item.about) not in stuck:
                waiting.append(Waiting(one, one.item, one.kind, desk.made[one.item.id]))
        else:
            receipt = _receipt_without_room(desk, one)
            intake.settle(one, receipt, one.answered.answer if one.answered else "")
            kept.extend([receipt] if receipt and one.kept else [])
    receipts.release(session, [one.arrival.key for one in items if one.released])
    receipts.keep(session, kept)
    return waiting


def _receipt_without_room(desk: Desk, one: Sorted) -> dict[str, Any] | None:
    content = one.arrival.raw.decode(errors="replace")
    if one.refusal:
        return receipts.refused(desk.came(one.arrival), one.refusal, content)
    return None if one.answered else receipts.held(desk.came(one.arrival), content)


def _waves(items: Sequence[Waiting]) -> list[list[Waiting]]:
    """Answer the items in waves in which no record occurs twice: a later item must find what an earlier one left.

    So must one that rests on other records: it comes after all items of the kinds that its own names.
    """
    waves: list[list[Waiting]] = []
    depths: dict[tuple[UUID, UUID], int] = {}
    kinds: dict[tuple[UUID, str], int] = {}
    for one in items:
        estate_id = one.item.estate_id
        rests_on = (kinds.get((estate_id, name), 0) for name in one.kind.after)
        depth = max(depths.get(one.about, 0), *rests_on, 0)
        depths[one.about] = depth + 1
        kinds[estate_id, one.kind.name] = max(kinds.get((estate_id, one.kind.name), 0), depth + 1)
        if depth == len(waves):
            waves.append([])
        waves[depth].append(one)
    return waves


def _take_wave(session: Session, desk: Desk, wave: Sequence[Waiting]) -> list[Settled]:
    settled: list[Settled] = []
    by_estate = sorted(wave, key=lambda one: one.item.estate_id)  # heads are locked in this order, always
    for estate_id, group in groupby(by_estate, key=lambda one: one.item.estate_id):
        ours = list(group)
        if any(one.kind.acts for one in ours):
            lock_head(session, estate_id)
        decisions = _decide(session, estate_id, ours)
        settled += _write_down(session, desk, estate_id, list(zip(ours, decisions, strict=True)))
    return settled


def _take_again(session: Session, desk: Desk, wave: Sequence[Waiting]) -> None:
    """Decide the items again that the wave's acts name, each under its own maker; its newest answer holds."""
    for one in wave:
        asked = one.item.body
        if not isinstance(asked, Redecide) or not receipts.is_applied(session, one.item.estate_id, one.item.id):
            continue
        back = brought_back(session, one.item.estate_id, asked.item_id, desk)
        if back is None:
            continue
        theirs, sorted_ = back
        if sorted_.item and sorted_.kind:
            receipts.withdraw(session, sorted_.arrival.key)
            waiting = Waiting(sorted_, sorted_.item, sorted_.kind, theirs.made[sorted_.item.id])
            _take_wave(session, theirs, [waiting])
        elif sorted_.refusal and sorted_.kept:
            receipts.withdraw(session, sorted_.arrival.key)
            receipts.keep(session, [receipt for receipt in [_receipt_without_room(theirs, sorted_)] if receipt])
        receipts.note_again(session, sorted_.arrival.key, desk.received_at)


def _decide(session: Session, estate_id: UUID, items: Sequence[Waiting]) -> list[Decision]:
    facts = _facts(session, estate_id, items)
    return [_decision(one, facts[one.kind.name]) for one in items]


def _facts(session: Session, estate_id: UUID, items: Sequence[Waiting]) -> Mapping[str, object]:
    """Answer by kind what its `decide` needs; one query a kind of thing, whatever the size of the batch."""
    kinds = {one.kind.name: one.kind for one in items}
    return {
        name: kind.facts(session, estate_id, [one.item for one in items if one.kind is kind])
        for name, kind in kinds.items()
    }


def _decision(one: Waiting, facts: object) -> Decision:
    try:
        return one.kind.decide(one.item, facts)
    except DomainError as error:
        return Refused(error.code, error.params)


def _write_down(
    session: Session, desk: Desk, estate_id: UUID, decided: Sequence[tuple[Waiting, Decision]]
) -> list[Settled]:
    """Write the entries, and all that follows from them, under the estate's head; answer the receipts."""
    head = lock_head(session, estate_id)
    entering = [(one, decision) for one, decision in decided if isinstance(decision, Applied)]
    drafts = [_draft(one, decision) for one, decision in entering]
    written = iter(write(session, head, drafts, desk.parts[estate_id].zone))
    settled: list[Settled] = []
    rows: list[Row] = []
    for one, decision in decided:
        came = desk.came(one.sorted.arrival)
        if isinstance(decision, Refused):
            receipt = receipts.refused(came, decision, one.sorted.arrival.raw.decode())
        else:
            entry = next(written)
            rows.extend(one.kind.rows_of(entry.entry))
            receipt = receipts.applied(came, entry)
        settled.append((one.sorted, receipt))
    write_rows(session, rows)
    receipts.keep(session, [receipt for _, receipt in settled])
    tell(session, head, [change for _, decision in entering for change in decision.changes])
    return settled


def _draft(one: Waiting, decision: Applied) -> Draft:
    item, between, arrival = one.item, one.made.doubtful, one.sorted.arrival
    assert arrival.json is not None
    # A body that is partly set apart is not the one that the book keeps.
    whole = decision.personal is None
    server = {
        "receivedAt": moment(item.received_at),
        "correctedAt": moment(item.corrected_at),
        "timeDoubtful": item.time_doubtful,
        "timeBetween": [moment(end) for end in between] if between else None,
        "byName": item.by_name,
        "role": item.role,
        "device": str(item.device_id),
        "marks": list(item.marks),
    }
    return Draft(
        item.kind,
        item.received_at,
        arrival.json,
        server,
        decision.judged,
        decision.page,
        decision.personal,
        text=arrival.text if whole else None,
        body=item.body if whole else None,
    )
