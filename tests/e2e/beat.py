"""An estate with one route that is walked all day, its steward, a colleague who signs by PIN, and who signs it off."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests import make
from tests.e2e.estate import PASSWORD, Somebody
from tests.e2e.server import Server
from webapp.config import Settings
from webapp.core import clock
from webapp.core.actor import Role
from webapp.core.db import db
from webapp.domains.patrols.rules.rounds import Plan, Window
from webapp.factory import create_app

STEWARD, BOSS = Somebody("lin", "林晓岚"), Somebody("shen", "沈若水")
COLLEAGUE, PIN = "周国平", "258047"
ROUTE = "1 栋楼内"


@dataclass(frozen=True)
class Beat:
    """The installation with the codes of the route's labels, in walking order."""

    server: Server
    codes: Sequence[str]


@contextmanager
def served(folder: Path, *places: str) -> Iterator[Beat]:
    """Set the estate up with a route over stairwells of these names, and start it."""
    server = Server(folder)
    server.run("db", "upgrade")
    app = create_app(Settings.from_environment(server.environment))
    with app.app_context():
        codes = _found(places)
        db.session.remove()
        db.engine.dispose()
    app.extensions["rounds.jobs"].close()
    server.start()
    try:
        yield Beat(server, codes)
    finally:
        server.kill()


def _found(names: Sequence[str]) -> list[str]:
    session = db.session()
    home = make.estate(session, name="望江苑")
    steward = make.person(session, home, login=STEWARD.login, name=STEWARD.name, password=PASSWORD)
    make.person(session, home, name=COLLEAGUE, pin=PIN)
    make.person(session, home, role=Role.SUPERVISOR, login=BOSS.login, name=BOSS.name, password=PASSWORD)
    places = [make.place(session, home, name=name) for name in names]
    route = make.route(session, home, *places, name=ROUTE, steward_id=steward.id)
    since = clock.now() - timedelta(days=30)
    make.plan(session, home.id, route, Plan((Window(1, "00:00", "23:59"),), 1, 1, since.date()))
    return [make.label(session, place, made_at=since, hung_at=since).code for place in places]
