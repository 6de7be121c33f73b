"""A year's plan of vacant units goes from the manager to the office and to the company, each on their own screen."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests import make
from tests.e2e import browser, estate
from tests.e2e.estate import PASSWORD, Somebody
from tests.e2e.server import Server
from webapp.config import Settings
from webapp.core.actor import Role
from webapp.core.db import db
from webapp.factory import create_app

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

MANAGER, OFFICE, COMPANY = Somebody("jiang", "江一帆"), Somebody("fang", "方远"), Somebody("gao", "高翔")
POSTS = ((MANAGER, Role.MANAGER), (OFFICE, Role.OFFICE_MANAGER), (COMPANY, Role.GM))
ITEMS = 9


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """Answer where an estate with its three posts is served."""
    server = Server(tmp_path)
    server.run("db", "upgrade")
    app = create_app(Settings.from_environment(server.environment))
    with app.app_context():
        home = make.estate(db.session())
        for one, role in POSTS:
            make.person(db.session(), home, role=role, login=one.login, name=one.name, password=PASSWORD)
        db.session.remove()
        db.engine.dispose()
    server.start()
    yield server.url
    server.kill()
    app.extensions["rounds.jobs"].close()


@contextmanager
def _as(playwright: Playwright, url: str, who: Somebody) -> Iterator[Page]:
    with browser.chromium(playwright, browser.TABLET, "zh-Hans", "light") as context:
        page = context.new_page()
        estate.sign_in(page, url, who)
        page.goto(f"{url}/vacancy/plans")
        yield page


def _draft(page: Page) -> None:
    """All items but the first are taken out; that one gets what it lacks."""
    page.get_by_role("link", name=re.compile("起草 .* 年计划")).first.click()
    for _ in range(ITEMS - 1):
        page.locator(".plan-form__item").last.click()
        page.get_by_role("button", name="删掉这一项").click()
    page.locator(".plan-form__item").click()
    page.get_by_label("措施").fill("每次检查开窗半小时")
    page.get_by_role("button", name="记下这一项").click()
    page.get_by_role("button", name="保存草稿").click()


def _write_cost(page: Page) -> None:
    page.get_by_role("link", name="改草稿").click()
    page.locator(".plan-form__item").click()
    page.get_by_label("费用（元）").fill("1200.50")
    page.get_by_role("button", name="记下这一项").click()
    page.get_by_role("button", name="保存草稿").click()


def _do(page: Page, act: str, said: str = "") -> None:
    page.get_by_role("button", name=act, exact=True).click()
    sheet = page.locator("dialog[open]")
    if said:
        sheet.get_by_role("textbox").fill(said)
    sheet.get_by_role("button", name=act, exact=True).click()


def test_a_plan_without_a_budget_is_not_reviewed_and_with_one_it_is_approved(
    playwright: Playwright, served: str
) -> None:
    with _as(playwright, served, MANAGER) as page:
        _draft(page)
        expect(page.get_by_role("button", name="送审")).to_be_disabled(timeout=15_000)
        expect(page.get_by_text("送审前还差：费用")).to_be_visible()
        _write_cost(page)
        expect(page.get_by_text("1200.50 元", exact=True)).to_be_visible(timeout=15_000)
        _do(page, "送审")
        expect(page.get_by_text("待管理处审核")).to_be_visible(timeout=15_000)
    with _as(playwright, served, OFFICE) as page:
        _do(page, "退回", "费用再核一次")
        expect(page.get_by_text("已退回")).to_be_visible(timeout=15_000)
        expect(page.get_by_role("button", name="送审")).to_be_hidden()
    with _as(playwright, served, MANAGER) as page:
        page.get_by_text("办理经过").click()
        expect(page.get_by_text("费用再核一次")).to_be_visible()
        _do(page, "送审")
        expect(page.get_by_text("待管理处审核")).to_be_visible(timeout=15_000)
    with _as(playwright, served, OFFICE) as page:
        _do(page, "审核通过，并入年度计划")
        expect(page.get_by_text("待公司批准")).to_be_visible(timeout=15_000)
    with _as(playwright, served, COMPANY) as page:
        _do(page, "批准")
        expect(page.get_by_text("已批准")).to_be_visible(timeout=15_000)
        expect(page.get_by_text(re.compile(r"已生成 \d+ 项"))).to_be_visible()
