"""A blank tag is tied to a set, by its rules alone: which tag, which set, and what gives way."""

from dataclasses import replace
from uuid import UUID

import pytest

from tests.domains.keys.cabinet import NOW
from tests.domains.keys.world import UNIT, Phone, World
from webapp.core.actor import Role
from webapp.core.domain import Applied, Refused
from webapp.core.ids import new_id
from webapp.domains.keys.rules.tagging import KEY_SET, TagFacts, TagKeys, decide, rows
from webapp.ground.labels.rules import BLANK, Label

SET, OTHER = new_id(), new_id()
BLANK_TAG = Label(new_id(), "BLANK", new_id(), "", 1, target_kind=BLANK)
PRINTED = Label(new_id(), "PRINTED", SET, "", 2, target_kind=KEY_SET)
HUNG = replace(PRINTED, id=new_id(), code="HUNG", generation=3, hung_at=NOW)
GONE = replace(PRINTED, id=new_id(), code="GONE", generation=4, revoked_at=NOW, reason="lost")
ELSEWHERE = replace(PRINTED, id=new_id(), code="ELSEWHERE", target=OTHER, target_name="大门", generation=9)
FACTS = TagFacts((PRINTED, HUNG, GONE, ELSEWHERE, BLANK_TAG), frozenset({SET, OTHER}))


def tied(code="BLANK", set_id=SET, *, role=Role.STEWARD, about=None, facts=FACTS):
    item = Phone(new_id(), "林晓岚", role).item("keys.tag", about or set_id, TagKeys(key_set_id=set_id, code=code), NOW)
    return item, decide(item, facts)


def test_a_blank_tag_leads_to_its_set_and_what_hung_there_gives_way():
    _, answer = tied()

    assert answer == Applied(
        {"label": str(BLANK_TAG.id), "generation": 5, "replaces": [str(PRINTED.id), str(HUNG.id)]},
        changes=(("places.label", BLANK_TAG.id), ("places.label", PRINTED.id), ("places.label", HUNG.id)),
    )


def test_the_first_tag_of_a_set_replaces_none():
    _, answer = tied(facts=TagFacts((BLANK_TAG,), frozenset({SET})))

    assert answer.judged == {"label": str(BLANK_TAG.id), "generation": 1, "replaces": []}


@pytest.mark.parametrize(
    ("asked", "refused"),
    [
        ({"role": Role.ENGINEER}, Refused("core.not_allowed")),
        ({"about": OTHER}, Refused("core.bad_shape", {"field": "about"})),
        ({"set_id": UNIT}, Refused("keys.unknown_set", {"set": str(UNIT)})),
        ({"code": "NONE"}, Refused("labels.unknown", {"code": "NONE"})),
        ({"code": "GONE"}, Refused("labels.revoked", {"code": "GONE", "reason": "lost"})),
        ({"code": "HUNG"}, Refused("labels.not_blank", {"code": "HUNG", "place": ""})),
        ({"code": "ELSEWHERE"}, Refused("labels.claimed", {"code": "ELSEWHERE", "place": "大门"})),
    ],
)
def test_a_tag_that_is_not_blank_or_a_set_that_is_not_kept_is_refused(asked, refused):
    assert tied(**asked)[1] == refused


def test_the_rows_hang_the_tag_and_take_the_others_down():
    item, answer = tied()

    hung, *gone = rows(World([]).entry(item, answer))

    where = {"target_kind": KEY_SET, "target_id": SET, "spot": "", "generation": 5}
    assert (hung.table, hung.key["id"]) == ("labels", BLANK_TAG.id)
    assert hung.values == {**where, "hung_at": NOW, "hung_by": item.by}
    assert [one.key["id"] for one in gone] == [PRINTED.id, HUNG.id]
    assert all(isinstance(one.key["id"], UUID) and one.values["revoked_at"] == NOW for one in gone)
