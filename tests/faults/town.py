"""The installation of the fault tests: two estates, three stewards, a server that may die, and phones."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright
from sqlalchemy.orm import Session

from tests import make
from tests.e2e.estate import PASSWORD, Somebody
from tests.faults.handset import Handset
from tests.faults.proxy import Proxy
from tests.faults.rack import Rack
from webapp.config import Settings
from webapp.core.actor import Role
from webapp.core.db import db
from webapp.factory import create_app

ESTATE, OTHER = "望江苑", "紫薇苑"
LIN, ZHOU, HE = Somebody("lin", "林晓岚"), Somebody("zhou", "周启明"), Somebody("he", "何静")
STEWARDS = (LIN, ZHOU, HE)


def found(data: Path) -> Path:
    """Set an installation up in `data`, once for all tests, and answer it."""
    rack = Rack(data)
    rack.run("db", "upgrade")
    app = create_app(Settings.from_environment(rack.environment))
    with app.app_context():
        _found(db.session())
        db.session.remove()
        db.engine.dispose()
    app.extensions["rounds.jobs"].close()
    return data


def _found(session: Session) -> None:
    estate, other = make.estate(session, name=ESTATE), make.estate(session, name=OTHER)
    for who in STEWARDS:
        make.person(session, estate, role=Role.STEWARD, login=who.login, name=who.name, password=PASSWORD)
    make.place(session, estate, name="1 栋 1 单元 18 层 楼梯间")
    make.place(session, other, name="9 栋 1 单元 2 层 楼梯间")


@dataclass
class Town:
    """A running installation with its phones."""

    rack: Rack
    proxy: Proxy
    phones: list[Handset]

    def ask(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Answer the rows of a query to the server's store."""
        with sqlite3.connect(self.rack.data / "rounds.db", timeout=10) as store:
            return store.execute(query, values).fetchall()

    @property
    def foreign_place(self) -> str:
        """A place of the other estate."""
        ((place,),) = self.ask("SELECT id FROM places WHERE estate_id = (SELECT id FROM estates WHERE name = ?)", OTHER)
        return f"{place[:8]}-{place[8:12]}-{place[12:16]}-{place[16:20]}-{place[20:]}"


@contextmanager
def inhabited(
    playwright: Playwright, ground: Path, folder: Path, page: Path, *, phones: int = 2, app: str = "wsgi:app"
) -> Iterator[Town]:
    """Give a fresh copy of the installation `ground`, served and with so many phones."""
    shutil.copytree(ground, folder / "server")
    rack = Rack(folder / "server", app)
    rack.start()
    proxy = Proxy(rack.port, page, rack.kill)
    town = Town(rack, proxy, [])
    try:
        town.phones += [Handset(playwright, folder / f"phone-{number}", proxy.url) for number in range(phones)]
        yield town
    finally:
        for phone in town.phones:
            phone.close()
        proxy.close()
        rack.kill()
