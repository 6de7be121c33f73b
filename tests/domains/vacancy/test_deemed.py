"""Who got the moving-in notice a month ago and did no formalities is deemed moved in, by the worker's clock."""

from datetime import UTC, date, datetime

import pytest

from tests import make
from tests.domains.vacancy.conftest import ON_ONE_STORE
from webapp.domains.vacancy.deeming import DEEM
from webapp.domains.vacancy.rules.risk import deemed_since
from webapp.ground.places.models import Unit

TODAY = date(2026, 12, 20)


@pytest.mark.parametrize(
    ("notice_on", "since", "expected"),
    [
        (None, date(2026, 1, 1), None),
        (date(2026, 11, 20), date(2026, 11, 1), date(2026, 12, 20)),
        (date(2026, 11, 20), None, date(2026, 12, 20)),
        (date(2026, 11, 21), date(2026, 11, 1), None),
        # A notice that was there before the sale runs with the sale.
        (date(2026, 10, 1), date(2026, 11, 20), date(2026, 12, 20)),
        (date(2026, 10, 1), date(2026, 11, 21), None),
    ],
)
def test_an_owner_is_deemed_moved_in_a_month_after_the_notice(notice_on, since, expected):
    assert deemed_since(notice_on, since, TODAY) == expected


def at(day: int, hour: int = 2) -> datetime:
    return datetime(2026, 12, day, hour, tzinfo=UTC)


def noticed(vacant, on, unit=None):
    unit = unit or vacant.unit
    body = make.card_body(unit.id, movingInNoticeOn=on)
    assert vacant.phone("visitor").send("vacancy.register", body)["outcome"] == "applied"


def status(vacant, unit=None):
    DEEM.act()
    vacant.session.rollback()
    found = vacant.session.get_one(Unit, (vacant.estate.id, (unit or vacant.unit).id))
    return found.status.value, found.since and found.since.isoformat()


def test_the_worker_says_so_on_the_day_and_visits_stop(vacant):
    vacant.becomes("sold_not_moved_in", "2026-11-10")
    noticed(vacant, "2026-11-20")
    # 23:59 on the 19th in Shenzhen.
    vacant.later(datetime(2026, 12, 19, 15, 59, tzinfo=UTC))
    assert status(vacant) == ("sold_not_moved_in", "2026-11-10")
    assert vacant.told()["inRegime"] is True

    vacant.later(at(20, 16))
    assert status(vacant) == ("deemed_moved_in", "2026-12-20")
    assert status(vacant) == ("deemed_moved_in", "2026-12-20")

    assert vacant.told() is None
    page = vacant.phone("supervisor").browser.get(f"/api/v1/vacancy/units/{vacant.unit.id}").get_json()
    newest, *before = page["statuses"]
    assert [newest["status"], newest["since"], newest["byName"]] == ["deemed_moved_in", "2026-12-20", None]
    assert newest["reason"] == "收到入住通知满一个月未办入住手续"
    assert len(before) == 2
    assert vacant.differences() == []


@ON_ONE_STORE
def test_who_moved_in_or_got_no_notice_is_left_as_they_are(vacant):
    moved = make.unit(vacant.session, vacant.stairs, number="1601")
    unsold = make.unit(vacant.session, vacant.stairs, number="1602")
    vacant.becomes("sold_not_moved_in", "2026-11-10")
    vacant.becomes("occupied_owner", "2026-11-12", moved)
    noticed(vacant, "2026-10-01", moved)
    noticed(vacant, "2026-10-01", unsold)
    vacant.later(at(20))

    assert status(vacant)[0] == "sold_not_moved_in"
    assert status(vacant, moved)[0] == "occupied_owner"
    assert status(vacant, unsold)[0] == "vacant_unsold"


@ON_ONE_STORE
def test_a_worker_that_did_not_run_for_days_makes_up_for_it(vacant):
    vacant.becomes("sold_not_moved_in", "2026-11-10")
    noticed(vacant, "2026-11-12")
    vacant.later(at(20))

    assert status(vacant) == ("deemed_moved_in", "2026-12-12")
