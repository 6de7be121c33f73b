"""What a hand may say of a unit (`vacancy.md` 1)."""

from dataclasses import replace
from datetime import date

import pytest

from webapp.ground.places.refusals import LetNeedsVacant, SinceInFuture, StatusUnchanged
from webapp.ground.places.rules import UnitStatus
from webapp.ground.places.units.rules import Standing, check_change

TODAY = date(2026, 11, 23)
VACANT = Standing(UnitStatus.VACANT_UNSOLD, renovating=False, since=date(2026, 3, 1))
SOLD = Standing(UnitStatus.SOLD_NOT_MOVED_IN, renovating=False, since=TODAY)


def test_a_sale_counts_from_a_day_gone_by_or_from_today():
    check_change(VACANT, SOLD, TODAY)
    check_change(VACANT, replace(SOLD, since=date(2026, 11, 1)), TODAY)


def test_nothing_counts_from_a_day_to_come():
    with pytest.raises(SinceInFuture):
        check_change(VACANT, replace(SOLD, since=date(2026, 11, 24)), TODAY)


def test_saying_the_same_again_is_refused():
    with pytest.raises(StatusUnchanged):
        check_change(VACANT, VACANT, TODAY)


@pytest.mark.parametrize("different", [{"renovating": True}, {"since": date(2026, 3, 2)}])
def test_the_renovation_or_the_day_alone_may_change(different):
    check_change(VACANT, replace(VACANT, **different), TODAY)


def test_a_day_nobody_knew_may_be_said_later():
    check_change(replace(VACANT, since=None), VACANT, TODAY)


@pytest.mark.parametrize("before", list(UnitStatus))
def test_only_a_vacant_unit_is_let_with_the_developers_consent(before):
    let = Standing(UnitStatus.LET_VACANT, renovating=False, since=TODAY)
    known = Standing(before, renovating=False, since=None)

    if before in (UnitStatus.VACANT_UNSOLD, UnitStatus.LET_VACANT):
        check_change(known, let, TODAY)
        return
    with pytest.raises(LetNeedsVacant):
        check_change(known, let, TODAY)


def test_a_letting_may_end_in_a_vacant_unit():
    check_change(replace(VACANT, status=UnitStatus.LET_VACANT), replace(VACANT, since=TODAY), TODAY)
