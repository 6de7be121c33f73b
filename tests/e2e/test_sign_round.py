"""A round of three places, one of them left out, ended and co-signed without a network; the manager signs on a tablet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from tests import make
from tests.e2e import browser, estate
from tests.e2e.estate import PASSWORD, Somebody
from tests.e2e.server import Server
from tests.e2e.sheet import fill_and_save, open_by_link
from webapp.config import Settings
from webapp.core import clock
from webapp.core.actor import Role
from webapp.core.db import db
from webapp.domains.patrols.rules.rounds import Plan, Window
from webapp.factory import create_app

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]

STEWARD, BOSS = Somebody("lin", "林晓岚"), Somebody("shen", "沈若水")
COLLEAGUE, PIN = "周国平", "258047"
LEFT_OUT = "1 栋 1 单元 7 层 楼梯间"


@dataclass(frozen=True)
class Beat:
    """The installation with the codes of the two places that are visited."""

    server: Server
    codes: list[str]


@pytest.fixture
def beat(tmp_path: Path) -> Iterator[Beat]:
    """Answer an estate with one route of three stairwells, walked all day, served."""
    server = Server(tmp_path)
    server.run("db", "upgrade")
    app = create_app(Settings.from_environment(server.environment))
    with app.app_context():
        session = db.session()
        home = make.estate(session, name="望江苑")
        steward = make.person(session, home, login=STEWARD.login, name=STEWARD.name, password=PASSWORD)
        make.person(session, home, name=COLLEAGUE, pin=PIN)
        make.person(session, home, role=Role.SUPERVISOR, login=BOSS.login, name=BOSS.name, password=PASSWORD)
        places = [make.place(session, home, name=f"1 栋 1 单元 {floor} 层 楼梯间") for floor in (9, 8, 7)]
        route = make.route(session, home, *places, name="1 栋楼内", steward_id=steward.id)
        since = clock.now() - timedelta(days=30)
        make.plan(session, home.id, route, Plan((Window(1, "00:00", "23:59"),), 1, 1, since.date()))
        codes = [make.label(session, place, made_at=since, hung_at=since).code for place in places[:2]]
        db.session.remove()
        db.engine.dispose()
    app.extensions["rounds.jobs"].close()
    server.start()
    yield Beat(server, codes)
    server.kill()


def test_a_round_is_ended_and_cosigned_offline_and_signed_off_on_the_tablet(
    playwright: Playwright, beat: Beat, tmp_path: Path
) -> None:
    with browser.phone(playwright, tmp_path / "phone") as phone:
        page = phone.pages[0]
        estate.sign_in(page, beat.server.url, STEWARD)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.reload()
        expect(page.get_by_text("1 栋楼内").first).to_be_visible(timeout=30_000)
        phone.set_offline(True)

        for code in beat.codes:
            open_by_link(page, beat.server.url, code)
            fill_and_save(page)
        _end(page, beat.server.url)
        _cosign(page)
        phone.set_offline(False)
        expect(page.get_by_text("待经理签字").first).to_be_visible(timeout=20_000)
        expect(page.get_by_text("签字待核对")).to_have_count(0, timeout=20_000)

    with browser.chromium(playwright, browser.TABLET, "zh-Hans", "light") as tablet:
        desk = tablet.new_page()
        estate.sign_in(desk, beat.server.url, BOSS)
        _sign_off(desk, beat.server.url)
        expect(desk.get_by_role("listitem").filter(has_text="待上传")).to_have_count(0, timeout=20_000)

    verified = beat.server.run("logbook", "verify", succeeds=False)
    assert verified.returncode == 0, verified.stdout


def _end(page: Page, url: str) -> None:
    page.goto(f"{url}/today")
    page.get_by_role("link", name="待结束").click()
    expect(page.get_by_role("button", name="还有 1 处没写原因")).to_be_disabled()
    place = page.get_by_role("listitem").filter(has_text=LEFT_OUT)
    place.get_by_role("button", name="施工封闭").click()
    page.get_by_role("button", name="结束巡查").click()
    expect(page.get_by_text("待会签").first).to_be_visible()


def _cosign(page: Page) -> None:
    page.get_by_role("button", name="请同事签字").click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_label("同事的签字密码").fill(PIN)
    _draw(page, sheet)
    sheet.get_by_role("button", name="请同事签字").click()
    expect(page.get_by_text("签字待核对")).to_be_visible()


def _sign_off(page: Page, url: str) -> None:
    page.goto(f"{url}/signing")
    page.get_by_role("link", name="待经理签字").click()
    expect(page.get_by_text("没巡 · 施工封闭")).to_be_visible()
    page.get_by_label("我已看完全部 2 条记录").check()
    page.get_by_role("button", name="经理签字").click()
    sheet = page.get_by_role("dialog")
    _draw(page, sheet)
    sheet.get_by_role("button", name="经理签字").click()
    expect(page.get_by_text("已完成").first).to_be_visible()


def _draw(page: Page, sheet: Locator) -> None:
    box = sheet.get_by_role("img", name="请在框内签名").bounding_box()
    assert box
    page.mouse.move(box["x"] + 40, box["y"] + 80)
    page.mouse.down()
    for step in range(1, 8):
        page.mouse.move(box["x"] + 40 + 30 * step, box["y"] + 80 + (-1) ** step * 30)
    page.mouse.up()
