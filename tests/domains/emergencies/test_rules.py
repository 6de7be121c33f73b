"""What an emergency entry lacks, and that nothing the app ships looks into a home."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from tests.domains.shared import examples, named, written_in
from webapp.core.ids import new_id
from webapp.core.wire import read
from webapp.domains.emergencies.rules.bodies import Enter, Leave
from webapp.domains.emergencies.rules.codes import CODES
from webapp.domains.emergencies.rules.lacking import entering, leaving

AT = datetime(2026, 11, 23, 7, 36, tzinfo=UTC)


@pytest.mark.parametrize("case", named(examples("emergency_entry.json", "entry")))
def test_pat_n4_what_an_entry_lacks(case):
    body = read(Enter, case["given"]["entry"])
    managers = {UUID(one) for one in case["given"]["managers"]}

    assert entering(body, authoriser_manages=body.authorised_by in managers) == case["expect"]


def way_out(*, photographed=True, minutes=16, **fields):
    body = Leave(entry_id=new_id(), left_at=AT, **fields)
    return leaving(body, entered_at=AT, left_at=AT + timedelta(minutes=minutes), photographed=photographed)


def test_pat_n4_the_household_is_told_or_it_is_said_why_not_and_there_is_a_photo():
    assert way_out(not_told="电话打不通，门上已留条") == []
    assert way_out(not_told=" 。") == ["emergencies.resident_not_told"]
    assert way_out(not_told="不在本市", photographed=False) == ["emergencies.photo_missing"]
    assert way_out(not_told="不在本市", minutes=-1) == ["emergencies.left_before_entered"]
    assert way_out(not_told="不在本市", minutes=0) == []


def test_every_code_that_is_told_is_listed():
    assert written_in("webapp/domains/emergencies", "emergencies") - {
        "emergencies.enter",
        "emergencies.leave",
        "emergencies.entry",
    } == set(CODES)
