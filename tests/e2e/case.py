"""A finding as its people carry it on: dispatched, put right, verified on site, signed."""

from playwright.sync_api import Page, expect


def dispatch(page: Page, department: str = "工程部") -> None:
    """Send the finding that is open to a department."""
    page.get_by_role("button", name="派工", exact=True).click()
    page.get_by_role("button", name=department, exact=True).click()
    page.get_by_role("button", name=f"派给{department}").click()
    told(page)


def put_right(page: Page, result: str = "已清理") -> None:
    """Take the work on and put it right, with a photo in the frame of the first."""
    page.get_by_role("button", name="接单").click()
    page.get_by_role("button", name="完成维修").click()
    page.get_by_role("button", name="拍处理后").click()
    page.get_by_role("button", name="拍一张").click()
    page.get_by_role("button", name="拍好 1 张").click()
    page.get_by_role("button", name=result).click()
    page.get_by_role("dialog").get_by_role("button", name="完成维修").click()
    told(page)


def on_site(page: Page, code: str) -> None:
    """Begin to verify, with the code of a torn label typed."""
    page.get_by_role("button", name="现场验证").click()
    page.get_by_role("button", name="输入编码").click()
    page.get_by_role("textbox").fill(code)
    page.get_by_role("button", name="标签破损").click()
    page.get_by_role("button", name="打开").click()


def is_right(page: Page) -> None:
    """Say on site that it is right."""
    expect(page.get_by_text("已扫到本处标签")).to_be_visible(timeout=20_000)
    page.get_by_role("button", name="合格", exact=True).click()
    page.get_by_role("button", name="保存验证").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def sign(page: Page) -> None:
    """Sign what was done and verified."""
    page.get_by_role("button", name="签字", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="签字", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def told(page: Page) -> None:
    """Wait until the server has told what was done here."""
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("article").get_by_text("待上传")).to_have_count(0)
