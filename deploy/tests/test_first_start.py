"""Who has moved in, and who may sign in: see `deploy/first_start.py`."""

import json
import sqlite3
from pathlib import Path

import pytest

from deploy import first_start
from deploy.plan import Plan

PEOPLE = [{"login": "lin", "password": "lin-1", "name": "林晓岚", "role": "steward"}]


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return Plan.from_environment({"ROUNDS_DATA": str(tmp_path)})


def database(folder: Path, *names: str) -> str:
    """A store that holds the estates called `names`."""
    store = sqlite3.connect(folder / "rounds.db")
    store.execute("CREATE TABLE estates (name TEXT)")
    store.executemany("INSERT INTO estates VALUES (?)", [(name,) for name in names])
    store.commit()
    store.close()
    return f"sqlite:///{folder / 'rounds.db'}"


def test_looking_into_a_store_that_is_not_there_does_not_make_it(tmp_path: Path) -> None:
    assert first_start.estates(f"sqlite:///{tmp_path / 'rounds.db'}") == []
    assert list(tmp_path.iterdir()) == []


def test_estates_are_answered_by_name(tmp_path: Path) -> None:
    assert first_start.estates(database(tmp_path, "望江苑", "望湖花园")) == ["望江苑", "望湖花园"]


def test_the_demo_people_are_told_again_at_every_start(tmp_path: Path, plan: Plan) -> None:
    (tmp_path / first_start.DEMO_FILE).write_text(json.dumps({"estate": "望江苑", "people": PEOPLE}))

    assert first_start.demo_people(plan, ["望江苑"]) == PEOPLE


def test_a_restored_real_estate_has_no_demo_people(tmp_path: Path, plan: Plan) -> None:
    (tmp_path / first_start.DEMO_FILE).write_text(json.dumps({"estate": "望江苑", "people": PEOPLE}))

    assert first_start.demo_people(plan, ["望湖花园"]) == []


def test_an_estate_that_is_there_already_gets_nothing(tmp_path: Path, plan: Plan) -> None:
    first_start.move_in(plan, {}, empty=False)

    assert list(tmp_path.iterdir()) == []


def test_the_table_shows_what_to_type() -> None:
    drawn = first_start.people_table(PEOPLE)

    assert "lin-1" in drawn
    assert "林晓岚" in drawn
