"""A small estate with a label of every kind, served for real; tests read and spoil its store from outside."""

import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy import update
from sqlalchemy.orm import Session

from tests import make
from tests.e2e.estate import PASSWORD, Somebody
from tests.e2e.server import Server
from webapp.config import Settings
from webapp.core import clock
from webapp.core.actor import Role
from webapp.core.db import db, unit_of_work
from webapp.domains.patrols.rules.rounds import Plan, Window
from webapp.factory import create_app
from webapp.ground.people.models import SignIn
from webapp.ground.people.rules import SIGN_IN_LIFE

ESTATE, OTHER = "望江苑", "紫薇苑"
PLACE = "1 栋 1 单元 18 层 楼梯间"
ELSEWHERE = "2 栋 1 单元 9 层 楼梯间"
STEWARD, SUPERVISOR = Somebody("lin", "林晓岚"), Somebody("shen", "沈若水")
IN_BOTH = Somebody("zhou", "周启明")


@dataclass(frozen=True)
class Codes:
    """The labels about: that of PLACE and the one before it, of a place on no route, of the other estate."""

    hung: str
    revoked: str
    off_route: str
    of_other: str


@dataclass(frozen=True)
class Yard:
    """The installation with its labels; `app` looks into the same store."""

    server: Server
    codes: Codes
    app: Flask

    @property
    def url(self) -> str:
        """Where it is served."""
        return self.server.url

    def ask(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Answer the rows of a query."""
        with sqlite3.connect(self.server.data / "rounds.db", timeout=10) as store:
            return store.execute(query, values).fetchall()

    def let_sign_ins_lapse(self) -> None:
        """Let more time pass than a session lives unused."""
        with self.app.app_context(), unit_of_work() as session:
            session.execute(update(SignIn).values(last_used_at=clock.now() - SIGN_IN_LIFE))

    def arrived(self, before: int, seconds: float = 30) -> dict[str, Any]:
        """Wait until one visit more than `before` was entered, and answer it."""
        until = time.monotonic() + seconds
        while self.visits() == before and time.monotonic() < until:
            time.sleep(0.1)
        assert self.visits() == before + 1
        return self._newest_visit()

    def _newest_visit(self) -> dict[str, Any]:
        columns = "id, remarks, scan_method, label, place_name, phone_scanned_at, scanned_at, received_at"
        ((*values,),) = self.ask(f"SELECT {columns} FROM patrol_visits ORDER BY entry DESC LIMIT 1")
        visit = dict(zip(columns.split(", "), values, strict=True))
        visit["id"] = UUID(visit["id"])
        visit["codes"] = [remark["code"] for remark in json.loads(visit["remarks"])]
        return visit

    def visits(self) -> int:
        """Answer how many visits were entered."""
        ((count,),) = self.ask("SELECT count(*) FROM patrol_visits")
        return int(count)


@contextmanager
def served(server: Server, furnish: Callable[[Flask], None] = lambda _: None) -> Iterator[Yard]:
    """Set the estate up, have it furnished while nobody else writes, and start it."""
    server.run("db", "upgrade")
    app = create_app(Settings.from_environment(server.environment))
    with app.app_context():
        codes = _found(db.session())
        furnish(app)
        db.session.remove()
    server.start()
    yield Yard(server, codes, app)
    server.kill()
    app.extensions["rounds.jobs"].close()
    with app.app_context():
        db.engine.dispose()


def _found(session: Session) -> Codes:
    estate, other = make.estate(session, name=ESTATE), make.estate(session, name=OTHER)
    steward, in_both, _ = (
        make.person(session, estate, role=role, login=who.login, name=who.name, password=PASSWORD)
        for who, role in ((STEWARD, Role.STEWARD), (IN_BOTH, Role.STEWARD), (SUPERVISOR, Role.SUPERVISOR))
    )
    make.membership(session, other, in_both)
    place, lone = make.place(session, estate, name=PLACE), make.place(session, estate, name=ELSEWHERE)
    route = make.route(session, estate, place, name="1 栋楼内", steward_id=steward.id)
    since = clock.now() - timedelta(days=30)
    make.plan(session, estate.id, route, Plan((Window(1, "00:00", "23:59"),), 1, 1, since.date()))
    hung: dict[str, Any] = {"made_at": since, "hung_at": since}
    return Codes(
        revoked=make.label(session, place, **hung, revoked_at=since, reason="破损").code,
        hung=make.label(session, place, generation=2, **hung).code,
        off_route=make.label(session, lone, **hung).code,
        of_other=make.label(session, make.place(session, other), **hung).code,
    )
