"""However much an estate holds, a phone gets it in pages that neither side feels."""

from uuid import UUID

import pytest

from tests import make
from webapp.core.db import unit_of_work
from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.places.models import Unit
from webapp.ground.places.rules import UnitStatus
from webapp.sync.pull import MAX_PAGE

UNITS = 5_000
MOST_BYTES = 400_000


@pytest.fixture
def units(session, estate):
    """A large estate's homes."""
    stairs = make.stairwell(session, make.building(session, estate))
    held = {"estate_id": estate.id, "stairwell_id": stairs.id, "status": UnitStatus.VACANT_UNSOLD, "renovating": False}
    made = [Unit(id=new_id(), floor=1, number=str(number), **held) for number in range(UNITS)]
    session.add_all(made)
    session.commit()
    return {str(unit.id) for unit in made}


def _pages(phone, cursor=""):
    """Pull to the end: what was told, how many bytes each page had, how many changes, and where it ended."""
    told, sizes, counts, more = [], [], [], True
    while more:
        query = {"since": cursor, "estate": str(phone.estate_id), "limit": 1_000_000}
        answer = phone.browser.get("/api/v1/sync/pull", query_string=query)
        page = answer.get_json()
        told += [(change["kind"], change["id"]) for change in page["changes"]]
        sizes.append(len(answer.get_data()))
        counts.append(len(page["changes"]))
        cursor, more = page["cursor"], page["more"]
    return told, sizes, counts, cursor


def test_5000_units_come_in_pages_of_at_most_400_kb_each_unit_once(phone, units):
    told, sizes, counts, _ = _pages(phone)

    found = [id_ for kind, id_ in told if kind == "places.unit"]
    assert (len(found), set(found)) == (UNITS, units)
    assert max(counts) <= MAX_PAGE
    assert max(sizes) <= MOST_BYTES
    # Each of these homes is vacant, and told as such besides: three times as large.
    assert len(sizes) <= 4 * UNITS // MAX_PAGE + 3


def test_5000_units_that_change_at_once_come_in_such_pages_too_none_left_out(phone, units):
    *_, cursor = _pages(phone)
    with unit_of_work() as writing:
        touch(writing, phone.estate_id, [("places.unit", UUID(unit)) for unit in sorted(units)])

    told, sizes, _, _ = _pages(phone, cursor)

    for kind in ("places.unit", "vacancy.unit"):
        assert {id_ for one, id_ in told if one == kind} == units
    assert max(sizes) <= MOST_BYTES
