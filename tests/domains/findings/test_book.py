"""Whoever changes what was done about a finding behind the book's back is found out."""

import pytest
from sqlalchemy import delete, select, update

from tests.domains.test_tampering import changed
from webapp.core.db import Base
from webapp.domains.findings.rules.states import Act, FindingState
from webapp.ground.logbook.verify import verify

OTHER = {FindingState: FindingState.OPEN, Act: Act.LETTER}


@pytest.mark.parametrize("name", ["finding_acts", "findings"])
def test_every_column_of_a_closed_finding_is_watched(app, session, crew, name):
    finding_id = crew.verified()
    for who in ("steward", "engineer"):
        crew.act(who, "sign", finding_id, seen=crew.seen(finding_id))
    session.rollback()
    table = Base.metadata.tables[name]
    row = session.execute(select(table)).mappings().first()
    unnoticed = [] if _differs(app, session, crew) is False else ["untouched"]
    for column, value in row.items():
        if column == "estate_id" or value is None:
            continue
        session.execute(update(table).where(table.c.id == row["id"]).values({column: _other(value)}))
        if not _differs(app, session, crew):
            unnoticed.append(column)
        session.rollback()
    session.execute(delete(table).where(table.c.id == row["id"]))

    assert unnoticed == []
    assert _differs(app, session, crew)


def _differs(app, session, crew):
    found: list[object] = []
    verify(session, crew.beat.estate.id, app.extensions["rounds.push_kinds"], found.append)
    return bool(found)


def _other(value):
    return OTHER.get(type(value)) or changed(value)
