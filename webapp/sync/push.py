"""Carries out a push: the whole batch in one transaction, and item by item only when the store will not have it."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from webapp.core.actor import Maker
from webapp.core.db import unit_of_work
from webapp.core.domain import PushKind
from webapp.ground.logbook import heads, receipts
from webapp.sync import phones, refusals
from webapp.sync.envelope import Arrival, Envelope, SentItem, read_item
from webapp.sync.intake import Intake, take_in, take_in_singly
from webapp.sync.rules import Made, Tick, corrected, last_contact_before
from webapp.sync.sorting import Desk, Sorted, sort_all
from webapp.sync.standing import parts_of

log = logging.getLogger(__name__)

Way = Callable[[Session, Desk, Sequence[Sorted]], Intake]
# A refusal of the store is most often a twin of this push that was quicker: then all its items are repeats.
WAYS: tuple[Way, ...] = (take_in, take_in, take_in_singly)


@dataclass(frozen=True, slots=True)
class Pushed:
    """What is answered to a push."""

    intake: Intake
    life: heads.Life


def push(envelope: Envelope, maker: Maker, kinds: Mapping[str, PushKind], *, now: datetime) -> Pushed:
    """Take in a push and answer what was decided; raises WrongDevice.

    now  ours, the moment the items are received at
    """
    if envelope.device_id != maker.device_id:
        raise refusals.WrongDevice(device=str(envelope.device_id))
    arrivals = [arrival for raw in envelope.items if (arrival := read_item(raw))]
    for way in WAYS[:-1]:
        try:
            return _try(way, envelope, arrivals, maker, kinds, now)
        except DBAPIError as error:
            log.warning("the store refused a batch of %d: %s", len(arrivals), error.orig)
        except Exception:
            log.exception("a batch of %d failed", len(arrivals))
    return _try(WAYS[-1], envelope, arrivals, maker, kinds, now)


def _try(
    way: Way,
    envelope: Envelope,
    arrivals: Sequence[Arrival],
    maker: Maker,
    kinds: Mapping[str, PushKind],
    now: datetime,
) -> Pushed:
    with unit_of_work() as session:
        phone = phones.known(session, maker.device_id)
        parts = parts_of(session, maker)
        estates = {*parts, *(arrival.estate_id for arrival in arrivals)}
        answered = receipts.answered(session, estates, [arrival.id for arrival in arrivals])
        desk = Desk(maker, parts, kinds, answered, _times(arrivals, phone, now), now)
        intake = way(session, desk, sort_all(arrivals, desk))
        phones.note_push(
            session,
            maker.device_id,
            phone,
            intake.arrived,
            last_seq=envelope.last_seq,
            waiting=envelope.waiting,
            at=now,
        )
        life = heads.life(session, parts)
        seen = {key: (head.entry, head.hash) for key, head in (envelope.head or {}).items() if key in parts}
        if envelope.epoch != life.epoch:
            seen = heads.seen_in_this_life(session, seen)
        heads.note_witness(session, maker.device_id, seen, now)
        return Pushed(intake, life)


def _times(arrivals: Sequence[Arrival], phone: phones.Known, now: datetime) -> dict[UUID, Made]:
    """Answer when each item was made, in the order in which the phone made them."""
    times: dict[UUID, Made] = {}
    before: tuple[Tick, datetime] | None = None
    for sent in sorted((arrival.sent for arrival in arrivals if arrival.sent), key=_seq):
        tick = Tick(sent.clock.page, sent.clock.elapsed_ms, sent.clock.offset_ms)
        contact = last_contact_before(phone.contacts, sent.seq)
        times[sent.id] = corrected(sent.recorded_at, tick, last_contact=contact, before=before, received_at=now)
        before = (tick, times[sent.id].at)
    return times


def _seq(sent: SentItem) -> int:
    return sent.seq
