"""A tenant borrows with all four proofs, forgets, is chased, comes back short; the loss is settled and the ID goes home."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e import browser
from tests.e2e.estate import SUPERVISOR
from tests.e2e.key_desk import (
    ENTRUSTED,
    Desk,
    agree_and_settle,
    come_back_short,
    count,
    keeper_s_phone,
    served,
    sign_below,
    sit_down,
)

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

TENANT, PHONE = "何女士", "13900000000"


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Answer the key desk of a small estate, served, its clock to be turned."""
    with served(tmp_path_factory.mktemp("keys")) as made:
        yield made


def _lend_with_proofs(page: Page) -> None:
    page.get_by_role("link", name=ENTRUSTED).click()
    page.get_by_role("button", name="借出钥匙").click()
    count(page)
    page.get_by_text("租户等").click()
    page.get_by_label("姓名").fill(TENANT)
    page.get_by_label("联系电话").fill(PHONE)
    page.get_by_role("button", name="业主要求").click()
    sign_below(page)
    lend = page.get_by_role("button", name="借出 3 把")
    for lack, give in (
        ("还没有委托书照片", _mandate),
        ("业主没有同意", _call),
        ("还没写证件", _id),
        ("后四位", _last4),
    ):
        lend.click()
        expect(page.get_by_role("alert").filter(has_text=lack)).to_be_visible()
        give(page)
    lend.click()
    expect(page.get_by_text("JY-")).to_be_visible(timeout=10_000)


def _mandate(page: Page) -> None:
    page.get_by_role("button", name="拍委托书").click()
    page.get_by_role("button", name="拍一张").click()
    page.get_by_role("button", name="拍好 1 张").click()
    expect(page.get_by_role("button", name="拍委托书，第 1 张")).to_be_visible()


def _call(page: Page) -> None:
    page.get_by_role("button", name="没接通").click()
    page.get_by_role("button", name="借出 3 把").click()
    expect(page.get_by_role("alert").filter(has_text="业主没有同意")).to_be_visible()
    page.get_by_role("button", name="业主同意").click()


def _id(page: Page) -> None:
    page.get_by_role("button", name="身份证").click()
    page.get_by_label("证件放哪里").fill("证件盒 3")


def _last4(page: Page) -> None:
    page.get_by_label("证件号后四位").fill("371X")


def _chase(page: Page) -> None:
    """Call the tenant, who promises; the call stands on the loan."""
    page.get_by_role("link", name=ENTRUSTED).click()
    loan = page.get_by_role("region", name="借用 JY")
    expect(loan).to_contain_text("催还中")
    expect(loan).to_contain_text("今天还没有催还")
    page.get_by_role("button", name="打电话并记录").click()
    page.get_by_label("结果").fill("答应今天还")
    page.get_by_role("button", name="记下这次电话").click()
    expect(loan).to_contain_text("答应今天还")
    expect(loan).not_to_contain_text("今天还没有催还")


def test_a_tenant_borrows_is_chased_comes_back_short_and_has_the_id_back_when_all_is_settled(
    playwright: Playwright, desk: Desk, tmp_path: Path
) -> None:
    with (
        keeper_s_phone(playwright, desk, tmp_path) as phone,
        browser.chromium(playwright, browser.TABLET, "zh-Hans", "light") as office,
    ):
        _lend_with_proofs(phone)
        desk.comes_to(phone, "on_loan", "open", key_no=ENTRUSTED)
        assert desk.keeps_id()

        boss = sit_down(office, desk, SUPERVISOR)
        desk.let_pass(timedelta(days=4), phone, boss)
        expect(phone.get_by_role("link", name=ENTRUSTED)).to_contain_text("逾期 3 天")
        _chase(phone)

        phone.get_by_role("button", name="归还清点").click()
        expect(phone.get_by_text("证件继续留存")).to_have_count(0)
        come_back_short(phone, ENTRUSTED)
        desk.comes_to(phone, "incident", "returned_short", key_no=ENTRUSTED)
        assert desk.keeps_id()

        boss.reload()
        agree_and_settle(boss, ENTRUSTED, "业主", id_back=True)
        desk.comes_to(phone, "in_cabinet", "settled", key_no=ENTRUSTED)
        assert not desk.keeps_id()
