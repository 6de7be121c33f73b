"""An application over a freshly migrated store, once on SQLite and once on a real PostgreSQL.

Each store is migrated once a run; every test gets a copy of it.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask, current_app, has_app_context
from flask.testing import FlaskClient
from flask_migrate import upgrade
from playwright.sync_api import Playwright, sync_playwright
from sqlalchemy import event, make_url
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.postgres import on, postgres_server, run_on
from tests.reused import ReusedStore
from webapp.config import Settings
from webapp.core.db import db
from webapp.core.jobs import Jobs
from webapp.factory import UPPER_ROOMS, create_app
from webapp.rooms import ROOMS

MIGRATIONS = str(Path(__file__).parents[1] / "migrations")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Answer the driver of the browsers, of which a process can have one only."""
    with sync_playwright() as driver:
        yield driver


def settings_for(data_dir: Path, database_url: str) -> Settings:
    """Answer settings for one test."""
    return Settings(
        data_dir=data_dir,
        database_url=database_url,
        photo_store=str(data_dir / "photos"),
        public_url="https://rounds.cn",
        secret_key="for-tests-only",
        redis_url="",
    )


def _migrate(settings: Settings) -> None:
    app = create_app(settings)
    with app.app_context():
        upgrade(directory=MIGRATIONS)
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Answer a migrated SQLite file to copy."""
    folder = tmp_path_factory.mktemp("migrated")
    _migrate(settings_for(folder, f"sqlite:///{folder / 'rounds.db'}"))
    return folder / "rounds.db"


@pytest.fixture(scope="session")
def migrated_postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Answer the server's URL and the name of a migrated database to use as a template."""
    with postgres_server() as server:
        name = f"template_{uuid4().hex}"
        run_on(server, f'CREATE DATABASE "{name}"')
        _migrate(settings_for(tmp_path_factory.mktemp("migrated"), on(server, name)))
        yield server, name
        run_on(server, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def reused_postgres(migrated_postgres: tuple[str, str]) -> Iterator[ReusedStore]:
    """Answer the database in which the tests of this process take turns."""
    store = ReusedStore(*migrated_postgres)
    yield store
    store.drop()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Answer the URL of a migrated, empty store of this test's own."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_sqlite"), tmp_path / "rounds.db")
        yield f"sqlite:///{tmp_path / 'rounds.db'}"
        return
    store: ReusedStore = request.getfixturevalue("reused_postgres")
    yield store.url
    store.empty()


class _Browser(FlaskClient):
    """Every call gets an application context of its own, as on the server, though the test holds one open."""

    def open(self, *args: Any, **options: Any) -> TestResponse:
        if has_app_context():  # not in a thread of its own
            db.session.rollback()
        with self.application.app_context():
            return super().open(*args, **options)


@pytest.fixture(scope="session")
def built() -> dict[str, Flask]:
    """The applications of this process, one a kind of store: to build one takes longer than most tests."""
    return {}


@pytest.fixture
def app(store_url: str, tmp_path: Path, built: dict[str, Flask]) -> Iterator[Flask]:
    """Answer the application over this test's store."""
    kind = make_url(store_url).get_backend_name()
    settings = settings_for(tmp_path, store_url)
    if kind not in built:
        built[kind] = _build(settings)
    app = built[kind]
    _move_in(app, settings)
    with app.app_context():
        yield app
        app.extensions["rounds.jobs"].close()
        db.session.remove()
        db.engine.dispose()


def _build(settings: Settings) -> Flask:
    app = create_app(settings)
    app.testing = True
    app.test_client_class = _Browser
    app.extensions["tests.push_kinds"] = app.extensions["rounds.push_kinds"]
    with app.app_context():
        event.listen(db.engine, "do_connect", _connect)
    return app


def _connect(_dialect: Any, _record: Any, places: list[Any], names: dict[str, Any]) -> None:
    """Connect to the store of the test that runs, whichever the application was built over."""
    url = make_url(current_app.extensions["rounds.settings"].database_url)
    if url.get_backend_name() == "sqlite":
        places[0] = url.database
    else:
        names["dbname"] = url.database


def _move_in(app: Flask, settings: Settings) -> None:
    """Let nothing of the test before be there."""
    app.extensions["rounds.settings"] = settings
    app.extensions["rounds.push_kinds"] = dict(app.extensions["tests.push_kinds"])
    app.extensions["rounds.jobs"] = Jobs(app, settings, (job for room in ROOMS + UPPER_ROOMS for job in room.jobs))


@pytest.fixture
def session(app: Flask) -> Session:
    """Answer the session that services and builders write with."""
    return db.session()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Answer a browser without anybody signed in."""
    return app.test_client()


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("ROUNDS_")]:
        monkeypatch.delenv(name)
