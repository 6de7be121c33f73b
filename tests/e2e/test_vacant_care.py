"""A vacant unit is let by the developer's consent and given back, and care is told and done, on phone and tablet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, ViewportSize, expect
from sqlalchemy.orm import Session

from tests import make
from tests.e2e import browser, estate
from tests.e2e.estate import PASSWORD, STEWARD, Somebody
from tests.e2e.look import axe, cut
from tests.e2e.server import Server
from webapp.config import Settings
from webapp.core.actor import Role
from webapp.core.db import db
from webapp.domains.vacancy.models import VacantCare, VacantLetting
from webapp.factory import create_app
from webapp.ground.estates.models import Estate
from webapp.ground.places.models import Unit

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

MANAGER = Somebody("jiang", "江一帆")
NUMBERS = ("301", "201", "101")
SIZES = pytest.mark.parametrize("size", [browser.PHONE, browser.TABLET], ids=["phone", "tablet"])
# As little as a thumb hits.
SMALL = """() => [...document.querySelectorAll('dialog[open], main')].at(-1)
  .querySelectorAll('button, select, input:not([type=radio]):not([type=checkbox]), summary, label.row')
  .values().filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 47.5)
  .map((one) => `${one.tagName} ${one.textContent.trim().slice(0, 20)}: ${one.getBoundingClientRect().height}`)
  .toArray()"""


@pytest.fixture
def vacant(tmp_path: Path) -> Iterator[tuple[str, Session]]:
    """Answer where an estate with three vacant units is served, one of them with appliances, and its store."""
    server = Server(tmp_path)
    server.run("db", "upgrade")
    app = create_app(Settings.from_environment(server.environment))
    with app.app_context():
        session = db.session()
        home = make.estate(session)
        make.person(session, home, role=Role.MANAGER, login=MANAGER.login, name=MANAGER.name, password=PASSWORD)
        steward = make.person(
            session, home, role=Role.STEWARD, login=STEWARD.login, name=STEWARD.name, password=PASSWORD
        )
        fine, *_ = _units(session, home)
        phone = make.VisitorPhone(make.browser(app, steward, password=PASSWORD), home.id)
        assert phone.send("vacancy.register", make.card_body(fine.id))["outcome"] == "applied"
        server.start()
        yield server.url, session
        session.close()
        db.engine.dispose()
    server.kill()
    app.extensions["rounds.jobs"].close()


def _units(session: Session, home: Estate) -> list[Unit]:
    stairs = make.stairwell(session, make.building(session, home, name="3 栋"), name="1 单元")
    return [make.unit(session, stairs, number=number, floor=int(number[0])) for number in NUMBERS]


@pytest.fixture
def context(playwright: Playwright, size: ViewportSize) -> Iterator[BrowserContext]:
    """Answer a browser of this size."""
    with browser.chromium(playwright, size, "zh-Hans", "light") as opened:
        yield opened


def _as(context: BrowserContext, url: str, who: Somebody, path: str) -> Page:
    context.clear_cookies()
    page = context.new_page()
    estate.sign_in(page, url, who)
    page.goto(f"{url}/{path}")
    return page


def _sound(page: Page, kept: Path) -> None:
    """What is on the screen is clean for axe, stands whole, and can be hit."""
    page.wait_for_timeout(400)
    page.screenshot(path=kept)
    assert [*axe(page), *cut(page), *page.evaluate(SMALL)] == [], kept.name


def _note_consent(page: Page, tmp_path: Path) -> None:
    """A yes without its paper's number is not noted."""
    page.get_by_role("region", name="开发商答复").get_by_role("button", name="记开发商答复").click()
    sheet = page.locator("dialog[open]")
    sheet.get_by_label("哪一户").select_option(label="3 栋 1 单元 201")
    sheet.get_by_text("同意", exact=True).click()
    sheet.get_by_role("button", name="记下答复").click()
    expect(sheet.get_by_text("同意要写同意书编号，没有编号不能出租")).to_be_visible()
    _sound(page, tmp_path / "consent.png")
    sheet.get_by_label("同意书编号").fill("鹏城函〔2026〕118 号")
    sheet.get_by_role("button", name="记下答复").click()
    expect(sheet).to_be_hidden()


def _let(page: Page, tmp_path: Path) -> None:
    page.get_by_role("button", name="登记出租 3 栋 1 单元 201").click(timeout=15_000)
    sheet = page.locator("dialog[open]")
    sheet.get_by_role("button", name="登记出租").click()
    expect(sheet.get_by_text("写承租人和合同编号")).to_be_visible()
    sheet.get_by_label("承租人", exact=True).fill("周女士")
    sheet.get_by_label("合同编号").fill("WJ-2026-031")
    sheet.get_by_label("钥匙已交给承租人").check()
    _sound(page, tmp_path / "let.png")
    sheet.get_by_role("button", name="登记出租").click()
    expect(page.get_by_text("出租中")).to_be_visible(timeout=15_000)


def _end(page: Page, tmp_path: Path) -> None:
    page.get_by_role("button", name="结束出租 3 栋 1 单元 201").click()
    sheet = page.locator("dialog[open]")
    sheet.get_by_role("button", name="承租人退租").click()
    _sound(page, tmp_path / "end.png")
    sheet.get_by_role("button", name="结束出租").click()
    expect(page.get_by_text("已结束")).to_be_visible(timeout=15_000)


@SIZES
def test_a_unit_is_let_by_consent_and_given_back_to_be_checked(
    context: BrowserContext, vacant: tuple[str, Session], tmp_path: Path
) -> None:
    url, session = vacant
    page = _as(context, url, MANAGER, "vacancy/lettings")
    _note_consent(page, tmp_path)
    _let(page, tmp_path)
    _sound(page, tmp_path / "lettings.png")
    page.goto(f"{url}/vacancy")
    expect(page.get_by_role("heading", name="3 栋 1 单元")).to_be_visible(timeout=15_000)
    expect(page.get_by_role("link", name="201")).to_be_hidden()

    page.goto(f"{url}/vacancy/lettings")
    _end(page, tmp_path)
    page.goto(f"{url}/vacancy")
    expect(page.get_by_role("link", name="201")).to_be_visible(timeout=15_000)
    (letting,) = session.query(VacantLetting).all()
    assert (letting.tenant, letting.keys_handed_over, letting.ended_because) == ("周女士", True, "承租人退租")


def _care(page: Page, url: str, task: str) -> None:
    page.goto(f"{url}/vacancy/care/new")
    page.get_by_label("做了什么").select_option(label=task)


@SIZES
def test_care_is_noted_without_a_network_told_before_it_is_done(
    context: BrowserContext, vacant: tuple[str, Session], tmp_path: Path
) -> None:
    url, session = vacant
    page = _as(context, url, STEWARD, "vacancy")
    expect(page.get_by_role("link", name="301")).to_be_visible(timeout=15_000)
    _care(page, url, "SE-06 电器试运行")
    page.get_by_role("checkbox", name="301").check()
    page.get_by_role("button", name="记下 1 户").click()
    expect(page.get_by_text("断电后打勾再记")).to_be_visible()
    page.get_by_label("试完已断电").check()
    _sound(page, tmp_path / "appliances.png")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    context.set_offline(True)
    page.get_by_role("button", name="记下 1 户").click()
    page.wait_for_url("**/vacancy")
    _care(page, url, "SE-07 例行清洁")
    page.get_by_text("已通知保洁部").click()
    page.get_by_role("button", name="全选").click()
    _sound(page, tmp_path / "cleaning.png")
    page.get_by_role("button", name="记下 3 户").click()
    page.wait_for_url("**/vacancy")
    assert session.query(VacantCare).count() == 0
    session.rollback()

    context.set_offline(False)
    page.goto(f"{url}/queue")
    expect(page.get_by_text("都上传完了")).to_be_visible(timeout=30_000)
    done = {(one.task, one.step) for one in session.query(VacantCare)}
    assert done == {("SE-06", "done"), ("SE-07", "told")}
