"""The checklists of the site patrol and of the joint check, against `renovation.md` 7 and 8."""

import pytest
from msgspec import UNSET

from tests.domains.renovation.world import body_of
from webapp.domains.renovation.rules.applying import FIRST_CHECK_ITEMS
from webapp.domains.renovation.rules.noticing import GRAVE
from webapp.domains.renovation.rules.states import Act
from webapp.ground.checklists.rules import Template
from webapp.ground.checklists.shelf import newest_template


def _template(name: str) -> Template:
    found = newest_template(name)
    assert found
    return found


SITE, FIRST = _template("renovation_site"), _template("renovation_first")


def test_the_site_has_its_16_items_and_the_joint_check_its_7():
    assert [one.id for one in SITE.items] == [f"RN-{number:02}" for number in range(1, 17)]
    assert [one.id for one in FIRST.items] == list(FIRST_CHECK_ITEMS) == [f"FR-{number:02}" for number in range(1, 8)]
    assert [one["item"] for one in body_of(Act.JOINT_CHECK)["answers"]] == list(FIRST_CHECK_ITEMS)


def test_ren_r05_what_begins_as_major_is_flagged_on_the_sheet():
    flagged = {one.id for one in SITE.items if set(one.flags) & {"F", "H"}}
    assert flagged >= GRAVE


@pytest.mark.parametrize("template", [SITE, FIRST], ids=lambda one: one.type)
def test_a_choice_that_says_nothing_asks_for_words(template):
    others = [choice for item in template.items for choice in item.choices if choice.code == "other"]
    assert len(others) == len(template.items)
    assert all(choice.ask is not UNSET for choice in others)


def test_what_is_found_on_a_site_is_in_a_home_not_on_a_landing():
    assert SITE.spots is not UNSET
    assert "卫生间" in [spot.zh_hans for spot in SITE.spots]
