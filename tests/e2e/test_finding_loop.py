"""A blocked escape route from report to closing: reported, dispatched, put right, verified on site, signed by both."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests import make
from tests.e2e import browser, device, estate, yard
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
    with yard.served(Server(tmp_path_factory.mktemp("yard"))) as made:
        with made.app.app_context():
            _report(made)
            db.session.remove()
        yield made


def _report(home: Yard) -> None:
    session = db.session()
    place = session.query(Place).filter_by(name=PLACE).one()
    where = session.get(Estate, place.estate_id)
    assert where is not None
    for who, role in ((ENGINEER, Role.ENGINEER), (VERIFIER, Role.STEWARD)):
        make.person(session, where, role=role, login=who.login, name=who.name, password=PASSWORD)
    settings, kinds = home.app.extensions["rounds.settings"], home.app.extensions["rounds.push_kinds"]
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
    _dispatch(_at_findings(tablet, home, SUPERVISOR))
    engineer = _at_findings(engineers, home, ENGINEER)
    _put_right(engineer)
    verifier = _at_findings(stewards, home, VERIFIER)
    stewards.set_offline(True)
    _verify(verifier, home)
    _sign(verifier)
    stewards.set_offline(False)
    _told(verifier)
    engineer.reload()
    _sign(engineer)
    _told(engineer)

    expect(engineer.get_by_role("heading", name="已关闭")).to_be_visible()
    home.server.run("logbook", "verify")


def _at_findings(context: BrowserContext, home: Yard, who: Somebody) -> Page:
    page = context.new_page()
    estate.sign_in(page, home.url, who)
    page.goto(f"{home.url}/findings")
    page.get_by_role("button", name="全部").or_(page.get_by_role("button", name="本部门")).click()
    page.get_by_role("link", name=PLACE).click()
    return page


def _dispatch(page: Page) -> None:
    page.get_by_role("button", name="派工", exact=True).click()
    page.get_by_role("button", name="工程部").click()
    page.get_by_role("button", name="派给工程部").click()
    _told(page)


def _put_right(page: Page) -> None:
    page.get_by_role("button", name="接单").click()
    page.get_by_role("button", name="完成维修").click()
    page.get_by_role("button", name="拍处理后").click()
    page.get_by_role("button", name="拍一张").click()
    page.get_by_role("button", name="拍好 1 张").click()
    page.get_by_role("button", name="已清理").click()
    page.get_by_role("dialog").get_by_role("button", name="完成维修").click()
    _told(page)


def _verify(page: Page, home: Yard) -> None:
    page.get_by_role("button", name="现场验证").click()
    page.get_by_role("button", name="输入编码").click()
    page.get_by_role("textbox").fill(home.codes.hung)
    page.get_by_role("button", name="标签破损").click()
    page.get_by_role("button", name="打开").click()
    expect(page.get_by_text("已扫到本处标签")).to_be_visible()
    page.get_by_role("button", name="合格", exact=True).click()
    page.get_by_role("button", name="保存验证").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def _sign(page: Page) -> None:
    page.get_by_role("button", name="签字", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="签字", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def _told(page: Page) -> None:
    """Wait until the server has told what was done here."""
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("article").get_by_text("待上传")).to_have_count(0)
