"""A register of 20,000 units: read from a workbook as Excel writes it, kept, and kept again with every area changed.

`seconds` is the command as the office runs it, from the file to units, places and routes, on the slower store. The
memory is that of the whole process and of the one that opens the workbook.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import create_engine, text

from bench import peak_mb, report
from tests.make.register import workbook
from tests.postgres import on, postgres_server
from webapp.config import Settings
from webapp.core import clock
from webapp.core.db import db, unit_of_work
from webapp.factory import create_app
from webapp.ground.estates.service import found_estate
from webapp.ground.register import Register, keep_register, read_register

BUILDINGS, STAIRWELLS, FLOORS, DOORS = 50, 4, 25, 4
STATUSES = ("已入住", "出租", "空置", "未收楼", "闲置", "装修")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, postgres_server(durable=True) as server:
        file = Path(folder) / "房屋台账.xlsx"
        file.write_bytes(workbook(_rows()))
        seconds_read, register = _timed(lambda: read_register(file))
        sqlite = _measure(Path(folder) / "sqlite", f"sqlite:///{folder}/rounds.db", file, register)
        rss_mb = round(peak_mb())
        postgres = _measure(Path(folder) / "postgres", _made(server), file, register)
    report(
        "register",
        units=len(register.units),
        seconds=max(sqlite["command"], postgres["command"]),
        seconds_read=round(seconds_read, 2),
        seconds_keep=sqlite["keep"],
        seconds_keep_postgres=postgres["keep"],
        seconds_again=sqlite["again"],
        seconds_again_postgres=postgres["again"],
        rss_mb=rss_mb,
        load=round(os.getloadavg()[0], 1),
    )


def _rows() -> Iterator[tuple[Any, ...]]:
    for building in range(1, BUILDINGS + 1):
        for stairs in range(1, STAIRWELLS + 1):
            for floor in range(1, FLOORS + 1):
                for door in range(1, DOORS + 1):
                    status = STATUSES[(building + floor + door) % len(STATUSES)]
                    yield f"{building}栋", f"{stairs}单元", floor, f"{floor}{door:02}", 80 + door * 7.25, status


def _made(server: str) -> str:
    name = f"bench_{uuid4().hex}"
    engine = create_engine(on(server, "postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    engine.dispose()
    return on(server, name)


def _measure(folder: Path, url: str, file: Path, register: Register) -> dict[str, float]:
    """Answer the seconds of the command, of keeping alone, and of keeping again what all has changed."""
    wider = [replace(unit, area=(unit.area or 0) + 1) for unit in register.units]
    app = create_app(Settings.from_environment({"ROUNDS_DATA": str(folder), "ROUNDS_DATABASE_URL": url}))
    with app.app_context(), _let_go():
        upgrade(directory="migrations")
        _estate("望江苑")
        other = _estate("听涛里")
        told = {
            "command": lambda: _command(app, file),
            "keep": lambda: _keep(other, register.units),
            "again": lambda: _keep(other, wider),
        }
        return {name: round(_timed(act)[0], 2) for name, act in told.items()}


@contextmanager
def _let_go() -> Iterator[None]:
    try:
        yield
    finally:
        db.session.remove()
        db.engine.dispose()


def _estate(name: str) -> UUID:
    with unit_of_work() as session:
        return found_estate(session, name, now=clock.now()).id


def _keep(estate_id: UUID, units: Any) -> None:
    with unit_of_work() as session:
        keep_register(session, estate_id, units, by=None, now=clock.now(), propose=False)


def _command(app: Flask, file: Path) -> None:
    answer = app.test_cli_runner().invoke(args=["import-register", str(file), "--estate", "望江苑"])
    assert f"{BUILDINGS * STAIRWELLS * FLOORS * DOORS} added" in answer.output, answer.output


def _timed(act: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    answer = act()
    return time.perf_counter() - began, answer


if __name__ == "__main__":
    main()
