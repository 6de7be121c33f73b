"""Records stay until a year after the sale, and go then (`vacancy.md` 9, acceptance 6)."""

from datetime import UTC, datetime, timedelta

from tests import make
from tests.domains.vacancy.conftest import NOW
from tests.domains.vacancy.letting import do, let
from webapp.core.ids import new_id
from webapp.domains.vacancy.models import VacantCare, VacantCheck, VacantConsent, VacantLetting
from webapp.domains.vacancy.purging import CARRY_OUT
from webapp.ground.places.models import UnitStatusRow

# Sold on 1 March 2027.
SALE = datetime(2027, 3, 1, 2, 0, tzinfo=UTC)


def purge(vacant, before, who="supervisor"):
    id_ = str(new_id())
    phone = vacant.phone(who)
    item = phone.item(
        "vacancy.purge", {"purgeId": id_, "soldBefore": before}, saved_at=vacant.now, about=id_, live=True
    )
    (answered,) = phone.push(item)
    return answered


def count(vacant, table):
    vacant.session.rollback()
    return vacant.session.query(table).count()


def test_acceptance_6_records_of_a_unit_sold_on_1_march_go_from_1_march_a_year_later(vacant):
    other = make.unit(vacant.session, vacant.stairs)
    for unit in (vacant.unit, other):
        vacant.lend(unit)
        vacant.check(unit)
    vacant.phone("visitor").send("vacancy.care", make.care_body("SE-07", vacant.unit.id, other.id))
    vacant.later(SALE)
    vacant.becomes("sold_not_moved_in", "2027-03-01")

    vacant.later(datetime(2028, 2, 29, 2, 0, tzinfo=UTC))
    assert purge(vacant, "2027-03-02")["params"] == {"until": "2028-03-01"}
    assert purge(vacant, "2027-03-01")["code"] == "vacancy.nothing_due"
    assert purge(vacant, "2027-03-02", who="visitor")["code"] == "core.not_allowed"
    vacant.later(datetime(2028, 3, 1, 2, 0, tzinfo=UTC))
    assert purge(vacant, "2027-03-02")["outcome"] == "applied"
    vacant.session.rollback()
    CARRY_OUT.act()

    (left,) = vacant.session.query(VacantCheck).all()
    assert left.unit_id == other.id
    # What was cleaned together with a unit that is not sold stays.
    assert {one.task for one in vacant.session.query(VacantCare).filter_by(unit_id=vacant.unit.id)} == {"SE-07"}
    assert vacant.differences() == []
    vacant.session.rollback()
    CARRY_OUT.act()
    assert purge(vacant, "2027-03-02")["code"] == "vacancy.nothing_due"


def test_what_was_let_and_by_whose_consent_goes_with_its_unit_and_what_the_unit_was_stays(vacant):
    letting_id = let(vacant)
    assert do(vacant, "visitor", "let_end", lettingId=letting_id, endedOn="2026-12-01")["outcome"] == "applied"
    vacant.later(SALE)
    vacant.becomes("sold_not_moved_in", "2027-03-01")
    vacant.later(datetime(2028, 3, 1, 2, 0, tzinfo=UTC))
    statuses = count(vacant, UnitStatusRow)

    assert purge(vacant, "2027-03-02")["outcome"] == "applied"
    vacant.session.rollback()
    CARRY_OUT.act()

    assert [count(vacant, table) for table in (VacantConsent, VacantLetting)] == [0, 0]
    assert count(vacant, UnitStatusRow) == statuses
    assert vacant.differences() == []


def test_what_is_not_sold_stays_for_ever(vacant):
    vacant.lend()
    vacant.check()
    let(vacant)
    vacant.later(NOW + timedelta(days=4_000))

    assert purge(vacant, "2036-01-01")["code"] == "vacancy.nothing_due"
    assert [count(vacant, table) for table in (VacantCheck, VacantLetting)] == [1, 1]
