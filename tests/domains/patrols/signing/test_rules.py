"""How a page stands, by the examples that server and phone share."""

from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_OID, UUID, uuid5

import pytest

from tests.domains.shared import examples, named
from webapp.domains.patrols.signing.rules import Act, Signature, looks, standing

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


def _done(act: Act, number: int, **told) -> Signature:
    return Signature(uuid5(NAMESPACE_OID, f"{act} {number}"), act, _id("signer"), "周国平", NOON, number, **told)


def test_what_holds_of_a_page_can_be_asked_by_name():
    """Which finish, return and hand-over hold, and what was skipped or is to be made up."""
    visit, place = _id("visit"), {"placeId": str(_id("place")), "name": "3 栋 1 单元"}
    first = _done(Act.FINISH, 1, detail={"policy": "both", "unvisited": []}, seen=frozenset({visit}))
    returned = _done(Act.RETURN, 3, note="照片不清")
    acts = [
        *(_done(Act.HAND_OVER, 0, detail={"toId": str(_id("colleague")), "toName": "何秀英"}), first),
        *(_done(Act.COSIGN, 2, means="pin", seen=frozenset({visit, first.id})), returned),
        *(_done(act, 4, detail={"whole": False, "places": [place]}) for act in (Act.SKIP, Act.MAKE_UP)),
    ]

    stands = standing(acts, [visit])

    assert (stands.finish, stands.remark, stands.void) == (first, returned, None)
    assert [one.entry for one in stands.cosigns] == [2]
    assert (stands.sign_offs, stands.late, stands.supplement) == ((), frozenset(), frozenset())
    assert stands.handed_to == _id("colleague")
    assert [one.act for one in (*stands.skips, *stands.make_ups)] == [Act.SKIP, Act.MAKE_UP]


def test_what_a_supervisor_saw_stands_on_the_page_apart_from_all_else():
    seen, first = _id("look"), _done(Act.SUPERVISE, 1, detail={"placeId": str(_id("place"))})
    acts = [first, _done(Act.FINISH, 2, detail={"policy": "manager", "unvisited": []}, seen=frozenset({seen}))]
    signed = _done(Act.SIGN_OFF, 3, seen=frozenset({seen, acts[1].id}))

    assert looks([*acts, signed]) == [first]
    assert (standing(acts, [seen]).looks, standing(acts, [seen]).state) == ((first,), "awaiting_manager")
    assert (standing([*acts, signed], [seen]).sign_offs, standing([*acts, signed], [seen]).state) == (
        (signed,),
        "closed",
    )


def test_below_the_colleague_s_signature_alone_it_is_a_supplement_too():
    finish = _done(Act.FINISH, 1, detail={"policy": "two_colleagues", "unvisited": []}, seen=frozenset({_id("a")}))
    cosigned = _done(Act.COSIGN, 2, seen=frozenset({_id("a"), finish.id}))

    assert standing([finish, cosigned], [_id("a"), _id("b")]).supplement == {_id("b")}


def test_a_void_page_says_who_voided_it_and_nothing_of_what_was_skipped():
    acts = [_done(Act.SKIP, 1, detail={"whole": True, "places": []}), _done(Act.VOID, 2, note="扫错楼")]

    stands = standing(acts, [])

    assert (stands.void, stands.skips) == (acts[1], ())
    assert (stands.finish, stands.handed_to, stands.remark) == (None, None, None)
