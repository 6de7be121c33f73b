"""The beat of the patrol tests, and a supervisor at the desk."""

from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy.orm import Session

from tests import make
from tests.domains.conftest import Beat, beat, clock
from webapp.core.actor import Role
from webapp.core.db import db

__all__ = ["beat", "clock"]


@pytest.fixture
def supervisor(app: Flask, session: Session, beat: Beat) -> make.Browser:
    return make.browser(app, make.person(session, beat.estate, role=Role.SUPERVISOR, name="沈主管"))


@pytest.fixture
def queries(app: Flask):
    """A context that gathers the statements sent to the store."""

    @contextmanager
    def gathering():
        sent: list[str] = []

        def note(_connection, _cursor, statement, *_):
            sent.append(statement)

        event.listen(db.engine, "before_cursor_execute", note)
        try:
            yield sent
        finally:
            event.remove(db.engine, "before_cursor_execute", note)

    return gathering
