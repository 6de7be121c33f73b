"""Migrations are one line, named like their files, go up and down, and end where the models are."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from tests.house.conftest import ROOT
from webapp.core.db import Base, db

FOLDER = str(ROOT / "migrations")


def _revisions():
    config = Config()
    config.set_main_option("script_location", FOLDER)
    return list(ScriptDirectory.from_config(config).walk_revisions())


def test_each_is_named_like_its_file_and_has_one_before_it():
    revisions = _revisions()

    for revision in revisions:
        assert revision.path.endswith(f"/{revision.revision}.py")
        assert revision.down_revision is None or isinstance(revision.down_revision, str)
    numbers = [int(revision.revision[:4]) for revision in revisions]
    assert numbers == sorted(numbers, reverse=True)
    assert sum(revision.down_revision is None for revision in revisions) == 1


def test_they_end_where_the_models_are(app):
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, Base.metadata) == []


def test_they_go_down_to_nothing_and_up_again(app):
    downgrade(directory=FOLDER, revision="base")
    db.engine.dispose()
    assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}

    upgrade(directory=FOLDER)

    assert set(inspect(db.engine).get_table_names()) >= set(Base.metadata.tables)


@pytest.mark.parametrize("table", sorted(Base.metadata.tables))
def test_every_table_is_made_by_a_migration(table):
    sources = "".join(path.read_text() for path in (ROOT / "migrations/versions").glob("*.py"))

    assert f'"{table}"' in sources
