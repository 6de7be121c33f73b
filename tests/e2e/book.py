"""Pages of the patrol book as their people end and sign them."""

from playwright.sync_api import Locator, Page, expect


def end_round(page: Page) -> None:
    """End the round that is open."""
    page.get_by_role("button", name="结束巡查").click()
    expect(page.get_by_text("待会签").first).to_be_visible()


def cosign_by_pin(page: Page, pin: str, colleague: str | None = None) -> None:
    """Let the colleague sign on the phone of who walked; `colleague` is chosen where there are several."""
    page.get_by_role("button", name="请同事签字").click()
    sheet = page.get_by_role("dialog")
    if colleague:
        sheet.get_by_role("button", name=colleague).click()
    sheet.get_by_label("同事的签字密码").fill(pin)
    draw(page, sheet)
    sheet.get_by_role("button", name="请同事签字").click()
    expect(sheet).to_have_count(0)


def cosign(page: Page) -> None:
    """Sign a colleague's round on the own phone."""
    _sign(page, "会签")


def sign_off(page: Page) -> None:
    """Sign as the manager."""
    _sign(page, "经理签字")
    expect(page.get_by_text("已完成").first).to_be_visible()


def _sign(page: Page, word: str) -> None:
    page.get_by_label("我已看完全部").check()
    page.get_by_role("button", name=word, exact=True).click()
    sheet = page.get_by_role("dialog")
    draw(page, sheet)
    sheet.get_by_role("button", name=word, exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def draw(page: Page, sheet: Locator) -> None:
    """Sign by hand."""
    box = sheet.get_by_role("img", name="请在框内签名").bounding_box()
    assert box
    page.mouse.move(box["x"] + 40, box["y"] + 80)
    page.mouse.down()
    for step in range(1, 8):
        page.mouse.move(box["x"] + 40 + 30 * step, box["y"] + 80 + (-1) ** step * 30)
    page.mouse.up()
