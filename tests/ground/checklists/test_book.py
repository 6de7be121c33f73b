"""Every template against the tables of the trade's book, copied into tests/data: a slip of the pen is found."""

import csv
from pathlib import Path

import pytest
from msgspec import UNSET

from webapp.ground.checklists.rules import ChecklistItem, Template
from webapp.ground.checklists.shelf import newest_template, shelf
from webapp.ground.places.rules import PlaceType

BOOK = Path(__file__).parents[2] / "data" / "patrol-checklists.csv"
# The book calls departments by those who work in them.
DEPARTMENTS = {"guard": "security"}
# What is reported of a home; the book has no table of it.
HOME = "home_abnormal"
LINES = list(csv.DictReader(BOOK.read_text(encoding="utf-8").splitlines()))
# Other rooms answer checklists of their own; their tests know what stands in them.
BOOKED = sorted({line["type"] for line in LINES})


def newest(type_: str) -> Template:
    template = newest_template(type_)
    assert template, f"there is no checklist of {type_}"
    return template


def item(type_: str, item_id: str) -> ChecklistItem:
    found = newest(type_).item(item_id)
    assert found, f"{type_} has no {item_id}"
    return found


@pytest.mark.parametrize("line", [pytest.param(line, id=line["item"]) for line in LINES])
def test_an_item_is_as_the_book_has_it(line):
    found = item(line["type"], line["item"])

    assert found.words.zh_hans.startswith(line["words"])
    assert found.normal.zh_hans == line["normal"]
    assert [choice.words.zh_hans for choice in found.choices] == line["choices"].split(" ")
    assert list(found.record) == line["record"].split()
    assert found.dept == DEPARTMENTS.get(line["dept"], line["dept"])
    assert [*found.flags, *(["!"] if found.urgent else [])] == line["flags"].split()


@pytest.mark.parametrize("type_", BOOKED)
def test_a_checklist_has_the_items_of_the_book_and_no_others(type_):
    assert [one.id for one in newest(type_).items] == [line["item"] for line in LINES if line["type"] == type_]


@pytest.mark.parametrize("type_", PlaceType)
def test_places_of_every_type_have_a_checklist_and_spots_to_choose_from(type_):
    assert newest(type_).spots


def test_the_two_doors_that_must_stand_opposite_say_how():
    fire, roof = item("stairwell", "ST-07"), item("roof_escape", "RF-01")

    assert ("须关闭" in fire.words.zh_hans, "kept closed" in fire.words.en) == (True, True)
    assert ("不得上锁" in roof.words.zh_hans, "never locked" in roof.words.en) == (True, True)


def test_a_reading_has_a_unit_and_nothing_else_has():
    for template in shelf().values():
        assert all((one.measure is not UNSET) == ("R" in one.record) for one in template.items)


def test_pat_m2_running_water_in_an_uninhabited_unit_asks_for_three_steps():
    steps = {one.id: one.steps for template in shelf().values() for one in template.items if one.steps is not UNSET}

    assert steps.pop("HA-01") == ("resident_called", "manager_called", "help_called"), "PAT-N3"
    assert steps == {"MT-03": ("valve_closed", "notice_posted", "owner_told")}


def test_pat_n3_no_place_is_a_home_and_what_is_reported_of_one_is_seen_from_outside():
    assert HOME not in set(PlaceType)
    spots = newest(HOME).spots
    assert spots is not UNSET
    assert all("外" in spot.zh_hans for spot in spots)
    assert [one.id for one in newest(HOME).items if one.urgent] == ["HA-01"]


def test_a_choice_that_says_nothing_asks_for_words():
    checklists = [newest(type_) for type_ in (*BOOKED, HOME)]
    choices = [choice for one in checklists for item in one.items for choice in item.choices]
    others = [choice for choice in choices if choice.code == "other"]

    assert len(others) == 5
    assert all(choice.ask is not UNSET for choice in others)
