"""An estate of three beats on a day of the test's choosing, and the people of its service centre with their devices."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from flask import Flask
from playwright.sync_api import Browser, Page, ViewportSize
from sqlalchemy.orm import Session

from tests import make
from tests.e2e import device, dial, estate
from tests.e2e.device import Lens
from tests.e2e.estate import PASSWORD, Somebody
from tests.e2e.server import Server
from webapp.config import Settings
from webapp.core.actor import Duty, Role
from webapp.core.db import db
from webapp.desk.months.jobs import LOOK as BUNDLE
from webapp.factory import create_app
from webapp.ground.calendar.rules import moment_at
from webapp.ground.estates.models import Estate
from webapp.ground.notices.jobs import LOOK as TELL
from webapp.ground.people.models import Person
from webapp.ground.places.rules import PlaceType

ESTATE, ZONE, PIN = "望江苑", "Asia/Shanghai", "258047"
LIN, ZHOU, HE = Somebody("lin", "林晓岚"), Somebody("zhou", "周启明"), Somebody("he", "何志远")
BOSS, MANAGER = Somebody("shen", "沈若水"), Somebody("jiang", "蒋一鸣")
ENGINEER, ARCHIVIST = Somebody("fan", "范国强"), Somebody("wu", "吴雅琴")
STAFF = (
    (LIN, Role.STEWARD),
    (ZHOU, Role.STEWARD),
    (HE, Role.STEWARD),
    (BOSS, Role.SUPERVISOR),
    (MANAGER, Role.MANAGER),
    (ENGINEER, Role.ENGINEER),
    (ARCHIVIST, Role.FRONT_DESK),
)
ROOF = "1 栋 1 单元 天台"
BEATS: Mapping[Somebody, tuple[str, ...]] = {
    LIN: (ROOF, "1 栋 1 单元 18 层 楼梯间"),
    ZHOU: ("2 栋 1 单元 9 层 楼梯间",),
    HE: ("3 栋 1 单元 6 层 楼梯间",),
}


class Listener(Protocol):
    """Where notices go."""

    @property
    def url(self) -> str:
        """The address of a channel."""

    def read(self) -> list[tuple[str, str]]:
        """Answer title and words of all that came."""


@dataclass
class Worker:
    """Somebody at work with a device of the own: a phone whose camera shows a picture, or a tablet."""

    who: Somebody
    url: str
    page: Page

    def put_away(self) -> None:
        """Close the app: open while clocks are moved, it would take the server's for its own clock's error."""
        self.page.goto("about:blank")

    def turn(self, ahead: timedelta) -> None:
        """Let the clock of every page that is opened from now on go ahead."""
        self.page.context.add_init_script(dial.script(ahead))

    def open(self, path: str) -> Page:
        """Open a page of the app and answer it."""
        self.page.goto(f"{self.url}{path}")
        return self.page


@dataclass
class Centre:
    """The service centre: one clock for the installation and for every device."""

    server: Server
    codes: Mapping[str, str]
    app: Flask
    listeners: Sequence[Listener]
    workers: dict[Somebody, Worker] = field(default_factory=dict)
    _ahead: timedelta = timedelta()

    def at(self, day: str, time: str) -> None:
        """Let it be so late by the estate's clocks, for everybody; who had a page open opens it again."""
        for worker in self.workers.values():
            worker.put_away()
        moment = moment_at(datetime.fromisoformat(day).date(), time, ZONE)
        self._ahead = moment - datetime.now(UTC)
        dial.turn(self.server.data, self._ahead)
        for worker in self.workers.values():
            worker.turn(self._ahead)

    def employ(self, browser_: Browser, who: Somebody, size: ViewportSize, picture: str = "") -> Worker:
        """Give somebody a device, and sign in on it."""
        context = browser_.new_context(viewport=size, locale="zh-CN", timezone_id=ZONE, accept_downloads=True)
        device.give(context, Lens(picture=picture or device.wall_with()))
        worker = Worker(who, self.server.url, context.new_page())
        worker.turn(self._ahead)
        estate.sign_in(worker.page, self.server.url, who)
        self.workers[who] = worker
        return worker

    def keep_screens(self, folder: Path) -> None:
        """Keep what everybody sees now."""
        for worker in self.workers.values():
            worker.page.screenshot(path=folder / f"{worker.who.login}.png")

    def hears(self, title: str, words: str, seconds: float = 30) -> None:
        """Let a minute pass, and wait until every listener was told so."""
        self._a_minute_passes()
        until = time.monotonic() + seconds
        for listener in self.listeners:
            while not any(f"{title} · {ESTATE}" == one and words in said for one, said in listener.read()):
                assert time.monotonic() < until, f"nobody told {title}: {listener.read()}"
                time.sleep(0.1)

    def _a_minute_passes(self) -> None:
        """Let the worker do now what it does every minute."""
        with self.app.app_context():
            for job in (TELL, BUNDLE):
                self.app.extensions["rounds.jobs"].enqueue(job.name)


@contextmanager
def centre(folder: Path, day: str, time: str, *listeners: Listener) -> Iterator[Centre]:
    """Set the estate up on `day`, with its notices going to `listeners`, and start it."""
    server = Server(folder, app="tests.e2e.moved:app", worker="tests.e2e.moved.huey")
    server.run("db", "upgrade")
    app = create_app(Settings.from_environment(server.environment))
    with app.app_context():
        codes = _found(db.session(), listeners)
        db.session.remove()
    made = Centre(server, codes, app, listeners)
    made.at(day, time)
    server.start()
    try:
        yield made
    finally:
        server.kill()
        app.extensions["rounds.jobs"].close()
        with app.app_context():
            db.engine.dispose()


def _found(session: Session, listeners: Sequence[Listener]) -> dict[str, str]:
    home = make.estate(session, name=ESTATE)
    codes: dict[str, str] = {}
    for who, role in STAFF:
        person = make.person(session, home, role=role, login=who.login, name=who.name, password=PASSWORD, **_extra(who))
        codes |= _beat(session, home, person, BEATS.get(who, ()))
    for number, listener in enumerate(listeners, start=1):
        make.channel(session, home, listener.url, name=f"值班群 {number}")
    return codes


def _extra(who: Somebody) -> dict[str, Any]:
    return {"duties": [Duty.ARCHIVIST] if who == ARCHIVIST else [], "pin": PIN if who in BEATS else None}


def _beat(session: Session, home: Estate, steward: Person, names: tuple[str, ...]) -> dict[str, str]:
    """Make the places of a steward's beat, labels hanging, and answer their codes by place."""
    types = {ROOF: PlaceType.ROOF_ESCAPE}
    places = [make.place(session, home, name=name, type=types.get(name, PlaceType.STAIRWELL)) for name in names]
    if places:
        make.route(session, home, *places, name=f"{names[0].partition(' 1 单元')[0]}楼内", steward_id=steward.id)
    return {place.name: make.label(session, place, hung=True).code for place in places}
