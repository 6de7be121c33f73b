"""An estate in which homes are renovated, its clock to be turned; who sits at the desk, stands at the gate and on site."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from flask import Flask
from playwright.sync_api import Browser, Page, Playwright
from sqlalchemy.orm import Query, Session

from tests import make
from tests.domains.renovation.ways_there import WORKERS, paid
from tests.domains.renovation.world import PASSES, body_of
from tests.e2e import browser, dial, estate
from tests.e2e.estate import PASSWORD, STEWARD, SUPERVISOR, Somebody
from tests.e2e.server import Server
from tests.make.patrols import PatrolPhone
from tests.make.phones import example
from webapp.config import Settings
from webapp.core.actor import Role
from webapp.core.db import db
from webapp.core.ids import new_id
from webapp.domains.renovation.models import Renovation
from webapp.domains.renovation.rules.states import Act, CaseState
from webapp.factory import create_app
from webapp.ground.estates.models import Estate
from webapp.ground.labels.code import new_code
from webapp.ground.labels.models import LabelRow
from webapp.ground.places.models import Unit

ENGINEER, GUARD, CASHIER = Somebody("fan", "范国强"), Somebody("qin", "秦守义"), Somebody("qian", "钱会计")
STAFF: Mapping[Role, Somebody] = {
    Role.STEWARD: STEWARD,
    Role.SUPERVISOR: SUPERVISOR,
    Role.ENGINEER: ENGINEER,
    Role.GUARD: GUARD,
    Role.FINANCE: CASHIER,
}
HOME, NEIGHBOUR = "101", "102"
# Everybody's camera shows a picture that moves, so that no two photos are alike.
CAMERA = (*browser.ALLOWED, "--use-fake-device-for-media-stream")
OUTBOX_S = 20


@dataclass
class Story:
    """What is done to one renovation where nobody looks: pushed as its people would."""

    unit: UUID
    phones: Mapping[Role, PatrolPhone]
    id: str = field(default_factory=lambda: str(new_id()))

    def do(self, act: Act, role: Role = Role.STEWARD, **fields: Any) -> None:
        """Push an act that is to be applied."""
        if act is Act.APPLY:
            fields = {"application": {**example(act.kind)["body"]["application"], "unitId": str(self.unit)}}
        body = {**body_of(act, **fields), "renovationId": self.id}
        phone = self.phones[role]
        item = phone.item(act.kind, body, about=self.id, saved_at=datetime.now(UTC), live=True)
        (answered,) = phone.push(item)
        assert answered["outcome"] == "applied", (act, answered)

    def run_out(self) -> None:
        """Let work have begun, and the permit be over since yesterday."""
        paid(self)
        self.do(Act.JOINT_CHECK)
        for index, worker in enumerate(WORKERS):
            self.do(Act.PASS, passId=str(PASSES[index]), workerId=worker)
        today = datetime.now(UTC).date()
        self.do(Act.PERMIT, startOn=str(today - timedelta(days=60)), until=str(today - timedelta(days=2)))

    def move_to(self, day: str, hour: int = 10) -> None:
        """No clock is moved here."""

    def pass_time(self, **time: float) -> None:
        """No clock is moved here."""

    def parts(self, table: str) -> dict[UUID, Any]:
        """Nothing of it is asked for here."""
        return {}


@dataclass(frozen=True)
class Office:
    """The served estate; the codes of a pass whose permit ran out, and of one of another estate."""

    server: Server
    session: Session
    unit: Unit
    phones: Mapping[Role, PatrolPhone]
    expired: str
    foreign: str

    @property
    def url(self) -> str:
        """Where it is served."""
        return self.server.url

    def case(self) -> Renovation:
        """Answer the renovation of the home as the store has it."""
        return self._cases().one()

    def _cases(self) -> Query[Renovation]:
        self.session.rollback()
        return self.session.query(Renovation).filter_by(unit_id=self.unit.id)

    def hangs_at(self, code: str) -> str:
        """Answer what kind of thing the label with this code belongs to."""
        self.session.rollback()
        return self.session.query(LabelRow).filter_by(code=code).one().target_kind

    def comes_to(self, state: str) -> Renovation:
        """Wait until the renovation stands so, and answer it."""
        self.wait_for(lambda: self._cases().filter_by(state=CaseState(state)).count() == 1)
        return self.case()

    def wait_for(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds in the store: what a phone shows already may still be on its way."""
        until = time.monotonic() + OUTBOX_S
        while not holds() and time.monotonic() < until:
            time.sleep(0.1)
            self.session.rollback()
        assert holds()


@contextmanager
def served(folder: Path) -> Iterator[Office]:
    """Set the estate up in `folder` and serve it."""
    server = Server(folder, app="tests.e2e.moved:app", worker="tests.e2e.moved.huey")
    server.run("db", "upgrade")
    dial.turn(folder, timedelta())
    app = create_app(Settings.from_environment(server.environment))
    try:
        with app.app_context():
            made = _office(app, server)
            server.start()
            yield made
            db.session.remove()
            db.engine.dispose()
    finally:
        server.kill()
        app.extensions["rounds.jobs"].close()


def _office(app: Flask, server: Server) -> Office:
    session = db.session()
    home, elsewhere = make.estate(session), make.estate(session)
    stairs = make.stairwell(session, make.building(session, home))
    unit, next_door = (make.unit(session, stairs, number=number) for number in (HOME, NEIGHBOUR))
    phones = {role: _phone(app, session, home, role) for role in STAFF}
    Story(next_door.id, phones).run_out()
    return Office(
        server=server,
        session=session,
        unit=unit,
        phones=phones,
        expired=_printed(session, home, PASSES[0]),
        foreign=_printed(session, elsewhere, new_id()),
    )


def _phone(app: Flask, session: Session, home: Estate, role: Role) -> PatrolPhone:
    who = STAFF[role]
    person = make.person(session, home, role=role, login=who.login, name=who.name, password=PASSWORD)
    return PatrolPhone(make.browser(app, person, password=PASSWORD), home.id)


def _printed(session: Session, home: Estate, target: UUID) -> str:
    """Make the label of a pass, and answer its code."""
    made = {"target_kind": "worker_pass", "target_id": target, "generation": 1, "made_at": make.NOON}
    label = LabelRow(estate_id=home.id, id=new_id(), code=new_code(), **made)
    session.add(label)
    session.commit()
    return label.code


@contextmanager
def people(playwright: Playwright, office: Office) -> Iterator[Callable[..., Page]]:
    """Give what sits somebody down before a page of renovations, on a tablet or with a phone, at the hour it is."""
    started = playwright.chromium.launch(executable_path=browser.CHROMIUM, args=[*browser.QUIET, *CAMERA])
    try:
        yield lambda who, tablet=False: _seat(started, office, who, browser.TABLET if tablet else browser.PHONE)
    finally:
        started.close()


def _seat(started: Browser, office: Office, who: Somebody, size: Any) -> Page:
    context = started.new_context(viewport=size, locale="zh-CN", timezone_id="Asia/Shanghai")
    context.add_init_script(dial.script(dial.ahead(office.server.data)))
    page = context.new_page()
    estate.sign_in(page, office.url, who)
    page.goto(f"{office.url}/renovation")
    page.get_by_text("装修管理").first.wait_for()
    return page
