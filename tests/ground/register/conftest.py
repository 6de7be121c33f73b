"""An estate, its administrator at a desk, and the worker."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests import make
from tests.make.people import Browser
from tests.make.register import workbook
from webapp.core.actor import Role
from webapp.ground.estates.models import Estate

UPLOADS = "/api/v1/register/uploads"

Work = Callable[[], int]


@pytest.fixture
def estate(session: Session) -> Estate:
    return make.estate(session)


@pytest.fixture
def admin(app: Flask, session: Session, estate: Estate) -> Browser:
    return make.browser(app, make.person(session, estate, role=Role.ADMIN, name="林晓雯"))


@pytest.fixture
def work(app: Flask) -> Work:
    """Answer a worker that does what is queued, as the consumer does."""

    def consume() -> int:
        queue, done = app.extensions["rounds.jobs"].queue, 0
        while task := queue.dequeue():
            queue.execute(task)
            done += 1
        return done

    return consume


@pytest.fixture
def read(admin: Browser, work: Work) -> Callable[..., dict[str, Any]]:
    """Answer how a file is uploaded and read by the worker: the upload as the desk then sees it."""

    def upload(file: bytes, *, name: str = "房屋台账.xlsx", by: Browser = admin) -> dict[str, Any]:
        made = by.post(UPLOADS, query_string={"name": name}, data=file)
        assert made.status_code == 202, made.get_json()
        work()
        return by.get(f"{UPLOADS}/{made.get_json()['id']}").get_json()

    return upload


@pytest.fixture
def kept(admin: Browser, work: Work, read: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """Answer how rows are uploaded as a workbook and kept."""

    def keep(*rows: tuple[Any, ...], **options: Any) -> dict[str, Any]:
        upload = read(workbook(rows, **options))
        asked = admin.post(f"{UPLOADS}/{upload['id']}/keep")
        assert asked.status_code == 202, asked.get_json()
        work()
        return admin.get(f"{UPLOADS}/{upload['id']}").get_json()

    return keep
