"""What the tests of doors share: an estate, who sets it up, and who may not."""

import pytest
from sqlalchemy import select

from tests import make
from webapp.core.actor import Role
from webapp.core.feed import FeedRow


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def admin(app, session, estate):
    return make.browser(app, make.person(session, estate, role=Role.ADMIN, name="林管理"))


@pytest.fixture
def steward(app, session, estate):
    return make.browser(app, make.person(session, estate))


@pytest.fixture
def neighbour(app, session):
    return make.browser(app, make.person(session, make.estate(session), role=Role.MANAGER))


@pytest.fixture
def told(session):
    """Answer what phones were told of a kind: (kind, id), newest last."""

    def read():
        session.rollback()
        return [(row.kind, str(row.object_id)) for row in session.scalars(select(FeedRow).order_by(FeedRow.change))]

    return read
