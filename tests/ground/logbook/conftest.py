"""An estate whose book has some visits in it, the phones that brought them, and `flask logbook verify`."""

from collections.abc import Callable

import pytest
from click.testing import Result

from tests import make
from webapp.core.db import db


@pytest.fixture
def estate(session):
    return make.estate(session, name="望湖花园")


@pytest.fixture
def place(session, estate):
    return make.place(session, estate)


@pytest.fixture
def phone(app, session, estate):
    return make.phone(app, make.person(session, estate), estate)


@pytest.fixture
def answers(phone, place):
    """Answer what was said to ten visits on two pages, and a heartbeat that has seen the last of them."""
    said = phone.push(*[phone.visit(place) for _ in range(10)])["answers"]
    last = said[-1]
    phone.push(head={str(phone.estate_id): {"entry": last["entry"], "hash": last["hash"]}})
    return said


@pytest.fixture
def verify(app) -> Callable[[], Result]:
    """Run the command as an administrator does."""

    def run() -> Result:
        db.session.remove()
        return app.test_cli_runner().invoke(args=["logbook", "verify", "--estate", "望湖花园"])

    return run
