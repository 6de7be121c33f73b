"""An estate with a place to visit, and a phone with a steward signed in."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from tests import make
from webapp.core.domain import Applied, PushKind
from webapp.core.wire import Wire


class Note(Wire, frozen=True):
    """Body of the kind that only these tests have."""

    text: str


NOTE = PushKind(
    name="tests.note",
    version=1,
    body=Note,
    facts=lambda session, estate_id, items: None,
    decide=lambda item, facts: Applied(judged={"text": item.body.text}),
    rows=lambda entry: [],
)


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def steward(session, estate):
    return make.person(session, estate, name="李晓梅")


@pytest.fixture
def place(session, estate):
    return make.place(session, estate)


@pytest.fixture
def phone(app, steward, estate):
    return make.phone(app, steward, estate)


@pytest.fixture
def a_kind(app) -> Callable[..., PushKind]:
    """Give the house one more kind of item, as `tests.note` but for what is said."""

    def add(**differs: Any) -> PushKind:
        kind = replace(NOTE, **differs)
        kinds: Mapping[str, PushKind] = app.extensions["rounds.push_kinds"]
        app.extensions["rounds.push_kinds"] = {**kinds, kind.name: kind}
        return kind

    return add
