"""The database before the first request: migrated once, and at the first start given its first estate."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, inspect, make_url, text

from deploy.plan import ROOT, Plan, Refused
from deploy.terminal import say, table

FLASK = [str(Path(sys.executable).with_name("flask")), "--app", "wsgi"]
DEMO_FILE = "demo.json"  # in the data folder: who may sign in, kept so that later starts can say it again


def migrate(environment: dict[str, str]) -> None:
    """Bring the database to the newest shape, once, before any process serves."""
    done = subprocess.run([*FLASK, "db", "upgrade"], cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        say(done.stdout.rstrip(), done.stderr.rstrip())
        raise Refused("The database could not be brought to the newest shape; nothing was started. See above.")


def estates(database_url: str) -> list[str]:
    """Answer the names of the estates; none when nobody has moved in yet."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite" and url.database and not Path(url.database).exists():
        return []  # to look would make the file
    engine = create_engine(url)
    try:
        if not inspect(engine).has_table("estates"):
            return []
        with engine.connect() as connection:
            return list(connection.execute(text("SELECT name FROM estates")).scalars())
    finally:
        engine.dispose()


def move_in(plan: Plan, environment: dict[str, str], *, empty: bool) -> None:
    """Fill an empty database: with the demo estate, or by asking for estate and administrator."""
    if not empty:
        return
    (plan.data_dir / DEMO_FILE).unlink(missing_ok=True)
    if plan.demo:
        _seed(plan, environment)
    elif sys.stdin.isatty():
        if subprocess.run([*FLASK, "setup"], cwd=ROOT, env=environment).returncode:
            raise Refused("No estate was set up; start again when you know its name and its administrator.")
    else:
        raise Refused("First name the estate and its administrator: .venv/bin/flask --app wsgi setup")


def demo_people(plan: Plan, names: list[str]) -> list[dict[str, Any]]:
    """Answer who the demo estate lets in; empty when it is not among the estates called `names`."""
    try:
        kept = json.loads((plan.data_dir / DEMO_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return list(kept["people"]) if kept.get("estate") in names else []


def holds_demo(names: list[str], environment: dict[str, str]) -> bool:
    """Say whether the demo estate is among `names`, however it came there."""
    ask = [sys.executable, "-c", "from webapp.demo.found import NAME; print(NAME)"]
    said = subprocess.run(ask, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return said.stdout.strip() in names


def people_table(people: list[dict[str, Any]]) -> str:
    """Answer the demo people as a table: what they are, and what to type."""
    rows = [[str(person.get(key, "")) for key in ("login", "password", "name", "role")] for person in people]
    return table(["登录名 login", "密码 password", "姓名 name", "角色 role"], rows)


def _seed(plan: Plan, environment: dict[str, str]) -> None:
    say("Making the demo estate …")
    done = subprocess.run([*FLASK, "demo", "--json"], cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        say(done.stdout.rstrip(), done.stderr.rstrip())
        raise Refused("The demo estate could not be made; see above.")
    kept = plan.data_dir / DEMO_FILE
    kept.touch(mode=0o600)
    kept.write_text(done.stdout, encoding="utf-8")
