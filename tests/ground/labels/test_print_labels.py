"""Which labels a sheet shows: those not hung yet again with the same code, new ones only where one is missing."""

import pytest
from sqlalchemy import select

from tests import make
from tests.make import NOON
from webapp.core.db import unit_of_work
from webapp.core.errors import NotFound
from webapp.core.feed import FeedRow
from webapp.ground.labels.models import LabelRow
from webapp.ground.labels.refusals import NothingToPrint
from webapp.ground.labels.service import labels_to_print, revoke_label


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def place(session, estate):
    return make.place(session, estate, name="3 栋 2 单元 9 层 楼梯间")


def sheet(estate, *places, reprint=False):
    with unit_of_work() as session:
        printed = labels_to_print(session, estate.id, places, reprint=reprint, now=NOON)
    return [(one.code, one.caption) for one in printed.values()]


def test_a_place_without_a_label_gets_one_and_phones_hear_of_it(session, estate, place):
    ((code, caption),) = sheet(estate, place)

    row = session.scalars(select(LabelRow)).one()
    assert (row.code, row.target_id, row.generation) == (code, place.id, 1)
    assert caption == "3 栋 2 单元 9 层 楼梯间"
    assert session.scalars(select(FeedRow.object_id)).all() == [row.id]


def test_a_sheet_lost_by_the_printer_comes_again_with_the_same_codes(estate, place):
    assert sheet(estate, place) == sheet(estate, place)


def test_a_place_with_a_label_on_the_wall_is_left_out(session, estate, place):
    make.label(session, place, hung=True)
    other = make.place(session, estate)

    assert [caption for _, caption in sheet(estate, place, other)] == [other.name]


def test_with_every_label_on_the_wall_there_is_nothing_to_print(session, estate, place):
    make.label(session, place, hung=True)

    with pytest.raises(NothingToPrint):
        sheet(estate, place)


def test_a_reprint_is_a_new_generation_and_leaves_the_old_label_valid_until_it_hangs(session, estate, place):
    hanging = make.label(session, place, generation=2, hung=True)

    ((code, _),) = sheet(estate, place, reprint=True)

    row = session.scalars(select(LabelRow).where(LabelRow.code == code)).one()
    assert row.generation == 3
    assert session.get_one(LabelRow, (estate.id, hanging.id)).revoked_at is None


def test_a_reprint_not_hung_yet_comes_again_in_a_normal_sheet(session, estate, place):
    make.label(session, place, hung=True)
    reprinted = sheet(estate, place, reprint=True)

    assert sheet(estate, place) == reprinted


def test_a_lost_label_is_out_at_once_and_the_first_reason_stands(session, estate, place):
    lost = make.label(session, place, hung=True)
    with unit_of_work() as writing:
        revoke_label(writing, estate.id, lost.code, "装修时被撕", now=NOON)
        revoke_label(writing, estate.id, lost.code, "再报一次", now=NOON)

    row = session.get_one(LabelRow, (estate.id, lost.id))
    assert (row.revoked_at, row.reason) == (NOON, "装修时被撕")
    ((code, _),) = sheet(estate, place)
    assert session.scalars(select(LabelRow.generation).where(LabelRow.code == code)).one() == 2


def test_a_label_of_another_estate_cannot_be_revoked(session, estate):
    elsewhere = make.label(session, make.place(session, make.estate(session)))

    with unit_of_work() as writing, pytest.raises(NotFound):
        revoke_label(writing, estate.id, elsewhere.code, "丢失", now=NOON)
