"""Whoever changes what was done about a finding behind the book's back is found out; older entries still give rows."""

import re
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, select, update

from tests import make
from tests.domains.findings.conftest import FOUND
from tests.domains.test_tampering import changed
from webapp.core.db import Base
from webapp.core.domain import Entry
from webapp.core.ids import new_id
from webapp.core.wire import plain
from webapp.domains.findings.rules.rows import rows
from webapp.domains.findings.rules.states import Act, FindingState
from webapp.ground.logbook.verify import verify
from webapp.ground.places.models import Place

OTHER = {FindingState: FindingState.OPEN, Act: Act.LETTER}


def differences(app, session, crew):
    found: list[object] = []
    verify(session, crew.beat.estate.id, app.extensions["rounds.push_kinds"], found.append)
    return [str(one) for one in found]


def other(value):
    return OTHER.get(type(value)) or changed(value)


def test_every_column_of_a_closed_finding_and_of_its_history_is_watched(app, session, crew):
    finding_id = crew.verified()
    for who in ("steward", "engineer"):
        crew.act(who, "sign", finding_id, seen=crew.seen(finding_id))
    session.rollback()
    assert differences(app, session, crew) == []

    for name in ("finding_acts", "findings"):
        table = Base.metadata.tables[name]
        row = session.execute(select(table)).mappings().first()
        values = {column: other(value) for column, value in row.items() if value is not None}
        values = {column: value for column, value in values.items() if column not in ("id", "estate_id")}
        session.execute(update(table).where(table.c.id == row["id"]).values(values))
        told = {match[1] for one in differences(app, session, crew) if (match := re.search(r"\]: (\w+)", one))}
        session.rollback()
        assert told == set(values), name

        session.execute(delete(table).where(table.c.id == row["id"]))
        assert differences(app, session, crew)
        session.rollback()


@pytest.mark.parametrize("dept", ["steward", None])
def test_a_report_of_before_there_were_deadlines_gives_the_row_it_always_gave(dept):
    body = make.finding_body(Place(id=new_id()), FOUND)
    at = plain(datetime(2026, 11, 23, tzinfo=UTC))
    item = {"id": str(new_id()), "v": 2, "by": str(new_id()), "recordedAt": at, "body": body}
    server = {
        "receivedAt": at,
        "correctedAt": at,
        "byName": "林晓岚",
        "device": str(new_id()),
        "marks": [],
        "serial": "WT",
    }
    judged = {"place": None, "foundAt": at, "state": "reported", "priority": "urgent", "dept": dept, "remarks": []}

    finding, *_ = rows(Entry(new_id(), 1, "findings.report", item, server, judged))

    values = finding.values
    assert (values["state"], values["dept"], list(values["due"]), values["rework"]) == (
        FindingState.REPORTED,
        dept,
        [],
        0,
    )
    assert (list(values["signatures"]), values["hard"], values["waiting_since"], values["due_at"]) == (
        [],
        False,
        None,
        None,
    )
