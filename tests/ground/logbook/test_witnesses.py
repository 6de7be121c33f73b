"""After a restore the book goes on differently: what phones have seen of the life before is judged accordingly."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests import make
from webapp.core import clock
from webapp.core.db import unit_of_work
from webapp.ground.logbook.heads import begin_epoch, life
from webapp.ground.logbook.models import Epoch

LOST, KEPT = {"entry": 12, "hash": "a" * 64}, {"entry": 9, "hash": "b" * 64}


@pytest.fixture
def restored(app, session, answers):
    """Give the book of ten entries a new life, and answer the one before."""
    session.rollback()
    before = life(session, []).epoch
    with unit_of_work() as writing:
        begin_epoch(writing, clock.now())
    return before


def _push_on(phone, place, head, epoch):
    """Bring five more visits; the first push tells what the phone has seen before."""
    phone.push(head={str(phone.estate_id): head}, epoch=epoch and str(epoch))
    phone.push(*[phone.visit(place, at=make.NOON) for _ in range(5)])


def test_a_head_of_an_entry_that_a_restore_lost_is_no_witness_of_the_entry_in_its_place(phone, place, restored, verify):
    for epoch in (restored, None):
        _push_on(phone, place, LOST, epoch)

    done = verify()

    assert (done.exit_code, done.output) == (0, "望湖花园: 20 intact, 0 purged\n")


def test_a_head_of_an_entry_that_the_backup_held_stays_a_witness(phone, place, restored, verify):
    _push_on(phone, place, KEPT, restored)

    done = verify()

    assert done.exit_code == 1
    assert "entry 9: hash that phone" in done.output


def test_a_head_seen_in_this_life_is_a_witness(session, phone, place, restored, verify):
    session.rollback()
    _push_on(phone, place, LOST, life(session, []).epoch)

    assert "entry 12: hash that phone" in verify().output


def test_the_newest_life_is_the_one_begun_last_though_its_clock_is_behind(session):
    session.rollback()
    began = session.scalars(select(func.max(Epoch.began_at))).one()
    with unit_of_work() as writing:
        newest = begin_epoch(writing, began - timedelta(days=3))

    assert life(session, []).epoch == newest
