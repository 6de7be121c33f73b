"""How a page stands, by the examples that server and phone share."""

from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_OID, UUID, uuid5

import pytest

from tests.domains.shared import examples, named
from webapp.domains.patrols.signing.rules import Act, Signature, standing

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


def _id(letter: str) -> UUID:
    return uuid5(NAMESPACE_OID, letter)


def _signature(number: int, told):
    return Signature(
        id=_id(told["id"]),
        act=Act(told["act"]),
        signer_id=_id(f"signer {number}"),
        signer_name="周国平",
        at=NOON + timedelta(minutes=number),
        entry=number,
        detail=_detail(told),
        seen=frozenset(map(_id, told["seen"])),
    )


def _detail(told):
    if "policy" in told:
        return {"policy": told["policy"], "unvisited": []}
    places = [{"placeId": str(_id(place)), "name": place} for place in told.get("places", ())]
    return {"whole": told.get("whole", False), "places": places}


@pytest.mark.parametrize("case", named(examples("patrol_standing.json")))
def test_a_page_stands_as_the_examples_say(case):
    """PAT-R05, PAT-R06, PAT-R07, PAT-R09; 签后补充 by protocol.md 10."""
    acts = [_signature(number, told) for number, told in enumerate(case["acts"])]

    stands = standing(acts, [_id(visit) for visit in case["visits"]])

    assert stands.state == case["state"]
    assert stands.late == frozenset(map(_id, case["late"]))
    assert stands.supplement == frozenset(map(_id, case["supplement"]))
