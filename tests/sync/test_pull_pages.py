"""However much an estate holds, a phone gets it in pages that neither side feels."""

import pytest

from tests import make
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


def test_5000_units_come_in_pages_of_at_most_400_kb_each_unit_once(phone, units):
    told, cursor, sizes, more = [], "", [], True

    while more:
        query = {"since": cursor, "estate": str(phone.estate_id), "limit": 1_000_000}
        answer = phone.browser.get("/api/v1/sync/pull", query_string=query)
        page = answer.get_json()
        told += [change["id"] for change in page["changes"] if change["kind"] == "places.unit"]
        sizes.append(len(answer.get_data()))
        assert len(page["changes"]) <= MAX_PAGE
        cursor, more = page["cursor"], page["more"]

    assert len(told) == UNITS
    assert set(told) == units
    assert max(sizes) <= MOST_BYTES
    # Each of these homes is vacant, and told as such besides: three times as large.
    assert len(sizes) <= 4 * UNITS // MAX_PAGE + 3
