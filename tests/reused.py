"""The PostgreSQL database in which the tests of one process take turns: emptied after each, made anew when need be.

To make a database from a template takes a hundred times as long as to empty one, and most tests write a few rows.
"""

from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, create_engine, text

from tests.postgres import on, run_on

# What migrations put in stays in a schema of its own, to be put back.
_KEEP = """
DO $$ DECLARE name text; found bool; BEGIN
  CREATE SCHEMA kept;
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%I)', name) INTO found;
    IF found THEN EXECUTE format('CREATE TABLE kept.%I AS TABLE public.%I', name, name); END IF;
  END LOOP;
END $$
"""
_EMPTY = """
DO $$ DECLARE name text; found bool; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%I)', name) INTO found;
    IF found THEN EXECUTE format('DELETE FROM public.%I', name); END IF;
  END LOOP;
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'kept' LOOP
    EXECUTE format('INSERT INTO public.%I SELECT * FROM kept.%I', name, name);
  END LOOP;
END $$
"""
_LEAVE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
_SHAPE = """
SELECT count(*), max(attrelid::bigint), sum(hashtext(attname || atttypid || attnotnull)::bigint) FROM pg_attribute
WHERE attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
"""


class ReusedStore:
    """One database, empty but for what migrations put in whenever a test comes to it."""

    def __init__(self, server: str, template: str) -> None:
        """Make it from `template`, a migrated database of `server`."""
        self.server, self.template = server, template
        self._make()

    @property
    def url(self) -> str:
        """Where it is, for our driver."""
        return on(self.server, self.name)

    def empty(self) -> None:
        """Turn out who is still there, and what was written; begin anew if its tables were changed."""
        with self._engine.connect() as connection:
            connection.execute(text(_LEAVE))
            if _shape(connection) == self._made:
                connection.execute(text(_EMPTY))
                return
        self.drop()
        self._make()

    def drop(self) -> None:
        """Remove it."""
        self._engine.dispose()
        run_on(self.server, f'DROP DATABASE "{self.name}" WITH (FORCE)')

    def _make(self) -> None:
        self.name = f"test_{uuid4().hex}"
        run_on(self.server, f'CREATE DATABASE "{self.name}" TEMPLATE "{self.template}"')
        self._engine: Engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
        with self._engine.connect() as connection:
            connection.execute(text(_KEEP))
            self._made = _shape(connection)


def _shape(connection: Connection) -> Any:
    return tuple(connection.execute(text(_SHAPE)).one())
