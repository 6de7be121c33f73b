"""Whoever changes a row behind the book's back is found out: every column of every table that pages read."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Table, delete, insert, select, text, update

from tests import make
from tests.domains.conftest import NOW
from webapp.core.db import Base
from webapp.core.ids import new_id
from webapp.ground.logbook.verify import verify

AT = NOW - timedelta(minutes=2)
TABLES = ("patrol_records", "patrol_visits", "patrol_acts", "findings", "finding_sightings", "photo_uses")


@pytest.fixture
def book(app, session, beat):
    """A book with one visit, one finding and their photos; answers what `verify` finds in it."""
    finding = make.finding_body(beat.places[0], AT)
    different = make.answer("ST-09", "abnormal", choice="piled", note="纸箱 2 个", findingId=finding["findingId"])
    visit = make.visit_body(
        beat.places[0],
        AT,
        beat.route,
        answers=make.answers(different),
        photos=[make.visit_photo(AT)],
        label=beat.labels[0].code,
        position={"lat": 22.5401, "lon": 113.9345, "accuracyM": 18},
    )
    finding["origin"] = {"kind": "patrols.visit", "id": visit["visitId"]}
    sighting = make.sighting_body(finding["findingId"], AT, visit["visitId"])
    why = {place.id: "电梯检修" for place in beat.places[1:]}
    finish = make.finish_body(beat.route, NOW, unvisited=why)
    items = [
        beat.phone.item("patrols.visit", visit, saved_at=AT + timedelta(minutes=1)),
        beat.phone.item("findings.report", finding, saved_at=AT + timedelta(minutes=1)),
        beat.phone.item("findings.sighting", sighting, saved_at=AT + timedelta(minutes=1)),
        beat.phone.item("patrols.finish", finish, saved_at=NOW),
    ]
    assert {answered["outcome"] for answered in beat.phone.push(*items)} == {"applied"}
    session.rollback()

    def differences() -> list[str]:
        found: list[Any] = []
        verify(session, beat.estate.id, app.extensions["rounds.push_kinds"], found.append)
        return [str(one) for one in found]

    return differences


def changed(value: Any) -> Any:
    """Another value of the same type."""
    match value:
        case None:
            return None
        case bool():
            return not value
        case int():
            return value + 1
        case UUID():
            return new_id()
        case datetime():
            return value + timedelta(seconds=1)
        case date():
            return value + timedelta(days=1)
        case list():
            return [*value, {"code": "patrols.too_fast", "params": {}}]
        case dict():
            return {**value, "unit": "1002", "lat": 1.0}
    return type(value)("made_up") if value in {"on_time", "late", "extra"} else _other_word(value)


def _other_word(value: Any) -> Any:
    words = {"reported": "solved_on_spot", "urgent": "normal", "still_there": "gone", "finish": "void"}
    return (
        type(value)(words[value]) if value in words else f"{value}x"[-len(value) :] if len(value) > 60 else f"{value}x"
    )


def table_named(name: str) -> Table:
    return Base.metadata.tables[name]


def test_an_untouched_book_has_no_difference(book):
    assert book() == []


@pytest.mark.parametrize("name", TABLES)
def test_any_column_that_is_changed_is_found(book, session, name):
    table = table_named(name)
    row = session.execute(select(table)).mappings().first()
    unnoticed = []
    for column in table.columns:
        value = changed(row[column.name])
        if column.name == "estate_id" or value is None:
            continue
        session.execute(update(table).values({column.name: value}))
        if not book():
            unnoticed.append(column.name)
        session.rollback()

    assert unnoticed == []


@pytest.mark.parametrize("name", TABLES)
def test_a_row_that_is_deleted_or_smuggled_in_is_found(book, session, name):
    table = table_named(name)
    row = session.execute(select(table)).mappings().first()
    session.execute(delete(table))
    assert book()
    session.rollback()

    key = "origin_id" if name == "photo_uses" else "id"
    session.execute(insert(table).values({**row, key: new_id()}))
    assert book()
    session.rollback()


def test_a_state_that_never_was_is_told_as_a_difference(book, session):
    session.execute(text("UPDATE findings SET state = 'forgotten'"))

    assert any("findings" in one and "state" in one and "forgotten" in one for one in book())
