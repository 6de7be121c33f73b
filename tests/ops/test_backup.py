"""A backup holds a verified store, the photos and the bundles of closed months; restoring it moves nothing away for good."""

import io
import sqlite3
import tarfile
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import make
from webapp.core.db import db, unit_of_work
from webapp.core.feed import lock_head
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.models import Epoch, SafePoint


@pytest.fixture(params=["sqlite"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path, migrated_sqlite: Path) -> str:
    """PostgreSQL's own programs are not part of what tests may rely on."""
    (tmp_path / "rounds.db").write_bytes(migrated_sqlite.read_bytes())
    return f"sqlite:///{tmp_path / 'rounds.db'}"


@pytest.fixture
def runner(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FlaskCliRunner:
    """Answer a terminal whose programs find this test's installation too."""
    monkeypatch.setenv("ROUNDS_DATA", str(tmp_path))
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").write_bytes(b"picture")
    (tmp_path / "months" / "estate").mkdir(parents=True)
    (tmp_path / "months" / "estate" / "closing.zip").write_bytes(b"bundle")
    return app.test_cli_runner()


def test_a_backup_holds_store_photos_bundles_and_how_far_it_is_safe(
    runner: FlaskCliRunner, session: Session, tmp_path: Path
) -> None:
    estate = make.estate(session)
    with unit_of_work() as writing:
        lock_head(writing, estate.id)

    done = runner.invoke(args=["backup", "--out", str(tmp_path / "kept.tar")])

    assert done.exit_code == 0, done.output
    with tarfile.open(tmp_path / "kept.tar") as tar:
        assert {"manifest.json", "store", "photos/one.jpg", "months/estate/closing.zip"} <= set(tar.getnames())
    assert session.scalars(select(SafePoint.estate_id)).all() == [estate.id]


def test_no_backup_is_made_of_a_logbook_that_does_not_verify(
    runner: FlaskCliRunner, session: Session, tmp_path: Path
) -> None:
    estate = make.estate(session)
    with unit_of_work() as writing:
        lock_head(writing, estate.id).entry = 3

    done = runner.invoke(args=["backup", "--out", str(tmp_path / "kept.tar")])

    assert done.exit_code == 1
    assert not (tmp_path / "kept.tar").exists()


def test_restoring_brings_back_what_was_and_begins_a_new_epoch(
    runner: FlaskCliRunner, session: Session, tmp_path: Path
) -> None:
    make.estate(session, name="望江苑")
    runner.invoke(args=["backup", "--out", str(tmp_path / "kept.tar")])
    make.estate(session, name="后来的")
    (tmp_path / "photos" / "one.jpg").unlink()
    (tmp_path / "months" / "estate" / "closing.zip").unlink()
    session.close()
    db.engine.dispose()

    done = runner.invoke(args=["restore", str(tmp_path / "kept.tar")])

    assert done.exit_code == 0, done.output
    assert session.scalars(select(Estate.name)).all() == ["望江苑"]
    assert (tmp_path / "photos" / "one.jpg").read_bytes() == b"picture"
    assert (tmp_path / "months" / "estate" / "closing.zip").read_bytes() == b"bundle"
    assert len(session.scalars(select(Epoch.id)).all()) >= 1
    (aside,) = tmp_path.glob("rounds.db.before-*")
    assert sqlite3.connect(aside).execute("SELECT count(*) FROM estates").fetchone() == (2,)


def test_a_file_that_is_no_backup_touches_nothing(runner: FlaskCliRunner, session: Session, tmp_path: Path) -> None:
    make.estate(session, name="望江苑")
    with tarfile.open(tmp_path / "other.tar", "w") as tar:
        tar.add(tmp_path / "photos" / "one.jpg", "one.jpg")

    done = runner.invoke(args=["restore", str(tmp_path / "other.tar")])

    assert done.exit_code == 1
    assert session.scalars(select(Estate.name)).all() == ["望江苑"]


def test_a_backup_writes_nothing_outside_its_own_folder(runner: FlaskCliRunner, tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "evil.tar", "w") as tar:
        climbing = tarfile.TarInfo("../../climbed")
        tar.addfile(climbing, io.BytesIO())

    done = runner.invoke(args=["restore", str(tmp_path / "evil.tar")])

    assert done.exit_code == 1
    assert not list(tmp_path.parent.rglob("climbed"))
