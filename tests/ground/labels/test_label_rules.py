"""Hanging and claiming as the phone decides them too, and how far a place with several labels is labelled."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_DNS, UUID, uuid4, uuid5

import pytest

from webapp.core.domain import Applied, Entry, Refused
from webapp.core.wire import read
from webapp.ground.labels.rules import (
    REPLACED,
    Claim,
    ClaimFacts,
    Hang,
    Label,
    LabelState,
    claim_rows,
    decide_claim,
    decide_hang,
    newest_by_spot,
    state_by_spot,
    state_of_place,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
MORNING = datetime(2026, 11, 23, 1, tzinfo=UTC)
STAIRS, ROOF = (uuid5(NAMESPACE_DNS, name) for name in ("stairs", "roof"))
PLACES = {STAIRS: "3 栋 2 单元 9 层 楼梯间", ROOF: "3 栋 2 单元 天台"}
STATES: dict[str, dict[str, Any]] = {
    "printed": {},
    "active": {"hung_at": MORNING},
    "revoked": {"hung_at": MORNING, "revoked_at": MORNING, "reason": "丢失"},
}


def cases(name):
    return [pytest.param(case, id=case["name"]) for case in json.loads((EXAMPLES / f"rules/{name}.json").read_text())]


def id_of(name):
    return uuid5(NAMESPACE_DNS, name)


def labels_of(case):
    return [
        Label(
            id_of(one["code"]),
            one["code"],
            id_of(one["place"] or one["code"]),
            PLACES.get(id_of(one["place"] or ""), ""),
            one["generation"],
            target_kind=one["kind"],
            spot=one["spot"],
            **STATES[one["state"]],
        )
        for one in case["labels"]
    ]


def label(generation=1, *, spot="", state="active"):
    return Label(uuid4(), f"L{generation}", STAIRS, "", generation, spot=spot, **STATES[state])


def claim(code="A", place=STAIRS, spot=""):
    return Claim(code=code, place_id=place, claimed_at=MORNING, spot=spot)


def blank(code="A"):
    return Label(id_of(code), code, id_of(code), "", 1, target_kind="blank")


@pytest.mark.parametrize("case", cases("hang_label"))
def test_hanging_is_decided_as_on_the_phone(case):
    hang = Hang(code=case["code"], place_id=id_of(case["place"]), hung_at=MORNING)

    decision = decide_hang(hang, labels_of(case))

    if case["refused"]:
        assert isinstance(decision, Refused)
        assert decision.code == case["refused"]
    else:
        assert isinstance(decision, Applied)
        assert decision.judged["hangs"] == case["hangs"]
        assert decision.judged["replaces"] == [str(id_of(code)) for code in case["replaces"]]


@pytest.mark.parametrize("case", cases("claim_label"))
def test_claiming_is_decided_as_on_the_phone(case):
    decision = decide_claim(claim(case["code"], id_of(case["place"])), ClaimFacts(labels_of(case), PLACES))

    if case["refused"]:
        assert isinstance(decision, Refused)
        assert decision.code == case["refused"]
    else:
        assert isinstance(decision, Applied)
        assert decision.judged["generation"] == case["generation"]
        assert decision.judged["replaces"] == [str(id_of(code)) for code in case["replaces"]]


def test_a_label_of_this_place_is_not_blank_and_one_of_another_is_taken():
    here = Label(id_of("A"), "A", STAIRS, PLACES[STAIRS], 1)
    there = Label(id_of("B"), "B", ROOF, PLACES[ROOF], 1)
    facts = ClaimFacts([here, there], PLACES)

    assert decide_claim(claim("A"), facts) == Refused("labels.not_blank", {"code": "A", "place": PLACES[STAIRS]})
    assert decide_claim(claim("B"), facts) == Refused("labels.claimed", {"code": "B", "place": PLACES[ROOF]})


def test_a_blank_label_is_claimed_before_it_is_hung():
    decision = decide_hang(Hang(code="A", place_id=STAIRS, hung_at=MORNING), [blank()])

    assert decision == Refused("labels.unclaimed", {"code": "A"})


def test_a_label_is_not_claimed_for_a_place_that_is_not_in_use():
    assert decide_claim(claim(), ClaimFacts([blank()], {})) == Refused("labels.no_place", {"code": "A"})


def test_one_label_claimed_at_two_places_in_one_push_goes_to_the_first():
    earlier = {("A", STAIRS): [claim(place=ROOF)]}

    assert decide_claim(claim(), ClaimFacts([blank()], PLACES, earlier)) == Refused(
        "labels.claimed", {"code": "A", "place": PLACES[ROOF]}
    )


def test_an_earlier_claim_that_came_to_nothing_is_in_nobodys_way():
    earlier = {("A", STAIRS): [claim(place=uuid4())]}

    assert isinstance(decide_claim(claim(), ClaimFacts([blank()], PLACES, earlier)), Applied)


def test_a_label_claimed_for_a_spot_replaces_that_spots_label_alone():
    above, below = label(1, spot="上"), label(2, spot="下")

    decision = decide_claim(claim(spot="下"), ClaimFacts([blank(), above, below], PLACES))

    assert isinstance(decision, Applied)
    assert decision.judged["replaces"] == [str(below.id)]
    assert decision.judged["generation"] == 3


def test_the_rows_of_a_claim_follow_from_the_entry_alone():
    example = json.loads((EXAMPLES / "kinds/labels.claim.json").read_text())
    hung, gone, by = uuid4(), uuid4(), uuid4()
    judged = {"label": str(hung), "generation": 5, "replaces": [str(gone)]}
    item = {"by": str(by), "body": example["body"]}
    entry = Entry(UUID(int=1), 7, "labels.claim", item, {"correctedAt": "2026-11-23T07:38:01Z"}, judged)

    first, second = claim_rows(entry)

    at = datetime(2026, 11, 23, 7, 38, 1, tzinfo=UTC)
    where = {"target_kind": "place", "target_id": read(Claim, example["body"]).place_id, "spot": "上", "generation": 5}
    assert (first.key["id"], first.values) == (hung, {**where, "hung_at": at, "hung_by": by})
    assert (second.key["id"], second.values) == (gone, {"revoked_at": at, "reason": REPLACED})


def test_a_bare_place_has_one_spot_to_label():
    assert newest_by_spot([]) == {"": None}
    assert state_of_place([]) is None


def test_a_lost_label_leaves_its_spot_to_be_labelled_again():
    above, lost = label(1, spot="上"), label(2, spot="下", state="revoked")

    assert newest_by_spot([lost, above]) == {"上": above, "下": None}
    assert state_by_spot([lost, above]) == {"上": LabelState.ACTIVE, "下": None}
    assert state_of_place([lost, above]) is None


def test_a_place_is_labelled_as_far_as_its_least_labelled_spot():
    above, below = label(1, spot="上"), label(2, spot="下", state="printed")

    assert state_of_place([above, below]) is LabelState.PRINTED
    assert state_of_place([above]) is LabelState.ACTIVE


def test_a_reprint_that_waits_does_not_make_a_place_less_labelled():
    hanging, reprint = label(1), label(2, state="printed")

    assert newest_by_spot([reprint, hanging]) == {"": reprint}
    assert state_of_place([reprint, hanging]) is LabelState.ACTIVE
