"""A blocked escape route from report to closing: reported, dispatched, put right, verified on site, signed by both."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests import make
from tests.e2e import browser, case, device, estate, yard
from tests.e2e.estate import PASSWORD, Somebody
from tests.e2e.server import Server
from tests.e2e.yard import PLACE, STEWARD, SUPERVISOR, Yard
from webapp.core import clock
from webapp.core.actor import Role
from webapp.core.db import db
from webapp.demo.cast import Player
from webapp.demo.mishaps import BLOCKED
from webapp.demo.phone import Phone
from webapp.ground.estates.models import Estate
from webapp.ground.places.models import Place

pytestmark = pytest.mark.e2e

ENGINEER, VERIFIER = Somebody("fan", "范国强"), Somebody("he", "何志远")


class Reporter(Player):
    """The steward of the yard, who signs in with the yard's password."""

    @property
    def password(self) -> str:
        """Answer what to type."""
        return PASSWORD


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    """Answer a small estate with an engineer and a second steward; the first has reported a blocked escape route."""
    with yard.served(Server(tmp_path_factory.mktemp("yard")), _report) as made:
        yield made


def _report(app: Flask) -> None:
    session = db.session()
    place = session.query(Place).filter_by(name=PLACE).one()
    where = session.get(Estate, place.estate_id)
    assert where is not None
    for who, role in ((ENGINEER, Role.ENGINEER), (VERIFIER, Role.STEWARD)):
        make.person(session, where, role=role, login=who.login, name=who.name, password=PASSWORD)
    settings, kinds = app.extensions["rounds.settings"], app.extensions["rounds.push_kinds"]
    at = clock.now() - timedelta(minutes=1)
    phone = Phone(Reporter(STEWARD.login, STEWARD.name, Role.STEWARD, "华为"), where.id, settings.photo_store, at=at)
    photo = make.finding_photo(at, sha256=phone.photograph(BLOCKED.scene(18), Random(1), at))
    body = make.finding_body(place, at, photos=[photo])
    phone.send([phone.item("findings.report", body["findingId"], body, at)], kinds, at=clock.now())


@pytest.fixture
def handsets(playwright: Playwright) -> Iterator[list[BrowserContext]]:
    """Answer a tablet and two phones, all windows of one browser; the first phone's camera shows a wall."""
    with browser.chromium(playwright, browser.TABLET, "zh-Hans", "light") as tablet:
        assert tablet.browser is not None
        phones = [tablet.browser.new_context(viewport=browser.PHONE, locale="zh-CN") for _ in range(2)]
        device.give(phones[0], device.Lens(picture=device.wall_with()))
        yield [tablet, *phones]


def test_a_finding_goes_from_report_to_closing(home: Yard, handsets: list[BrowserContext]) -> None:
    tablet, engineers, stewards = handsets
    case.dispatch(_at_findings(tablet, home, SUPERVISOR))
    engineer = _at_findings(engineers, home, ENGINEER)
    case.put_right(engineer)
    verifier = _at_findings(stewards, home, VERIFIER)
    stewards.set_offline(True)
    case.on_site(verifier, home.codes.hung)
    case.is_right(verifier)
    case.sign(verifier)
    stewards.set_offline(False)
    case.told(verifier)
    engineer.reload()
    case.sign(engineer)
    case.told(engineer)

    expect(engineer.get_by_role("heading", name="已关闭")).to_be_visible()
    home.server.run("logbook", "verify")


def _at_findings(context: BrowserContext, home: Yard, who: Somebody) -> Page:
    page = context.new_page()
    estate.sign_in(page, home.url, who)
    page.goto(f"{home.url}/findings")
    page.get_by_role("button", name="全部").or_(page.get_by_role("button", name="本部门")).click()
    page.get_by_role("link", name=PLACE).click()
    return page
