"""The database in which tests take turns: nobody finds there what another left."""

import pytest
from sqlalchemy import create_engine, text

from tests.reused import ReusedStore


@pytest.fixture
def store(migrated_postgres):
    """A database of this test's own."""
    made = ReusedStore(*migrated_postgres)
    yield made
    made.drop()


def _on(store, statement):
    engine = create_engine(store.url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        said = connection.execute(text(statement))
        rows = said.all() if said.returns_rows else []
    engine.dispose()
    return rows


def test_what_a_test_wrote_is_gone_and_what_migrations_put_in_is_there_again(store):
    lives = _on(store, "SELECT id FROM logbook_epochs")
    columns = "id, name, timezone, settings, settings_version, created_at"
    _on(store, f"INSERT INTO estates ({columns}) VALUES (gen_random_uuid(), '锦绣园', 'UTC', '{{}}', 1, now())")
    _on(store, "DELETE FROM logbook_epochs")
    name = store.name

    store.empty()

    assert _on(store, "SELECT * FROM estates") == []
    assert _on(store, "SELECT id FROM logbook_epochs") == lives != []
    assert store.name == name


def test_who_is_still_in_the_middle_of_something_is_turned_out(store):
    engine = create_engine(store.url)
    with engine.connect() as connection:
        connection.execute(text("LOCK TABLE estates"))
        store.empty()
        connection.invalidate()
    engine.dispose()

    assert _on(store, "SELECT * FROM estates") == []


def test_tables_that_were_changed_are_made_anew(store):
    name = store.name
    _on(store, "ALTER TABLE estates ADD COLUMN note text")

    store.empty()

    assert store.name != name
    named = "SELECT column_name FROM information_schema.columns WHERE table_name = 'estates'"
    assert ("note",) not in [tuple(row) for row in _on(store, named)]
