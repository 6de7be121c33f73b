"""The programs that backup and restore call: our own commands over another store, and PostgreSQL's own tools."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from sqlalchemy import make_url


def flask(*command: str, database_url: str) -> subprocess.CompletedProcess[str]:
    """Run `flask COMMAND` over the named store, in a process of its own, and answer what it said."""
    return subprocess.run(
        [sys.executable, "-m", "flask", "--app", "wsgi", *command],
        env={**os.environ, "ROUNDS_DATABASE_URL": database_url},
        capture_output=True,
        text=True,
        check=False,
    )


def pg_dump(database_url: str, target: Path) -> str:
    """Dump a PostgreSQL store to `target`; answer what went wrong, or nothing."""
    return _postgres_tool("pg_dump", "--format=custom", "--no-owner", f"--file={target}", _plain_url(database_url))


def pg_restore(database_url: str, source: Path) -> str:
    """Put a dump back, in place of what is there; answer what went wrong, or nothing."""
    options = ("--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error")
    return _postgres_tool("pg_restore", *options, f"--dbname={_plain_url(database_url)}", str(source))


def _plain_url(database_url: str) -> str:
    return make_url(database_url).set(drivername="postgresql").render_as_string(hide_password=False)


def _postgres_tool(name: str, *arguments: str) -> str:
    tool = shutil.which(name)
    if tool is None:
        return f"{name} is not on the PATH: install PostgreSQL's client programs (Debian: postgresql-client)"
    done = subprocess.run([tool, *arguments], capture_output=True, text=True, check=False)
    return done.stderr if done.returncode else ""
