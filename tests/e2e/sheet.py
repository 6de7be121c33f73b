"""A stairwell's sheet as it is filled in by hand."""

from collections.abc import Iterable

from playwright.sync_api import Page, expect

ITEMS = tuple(f"ST-{number:02}" for number in range(1, 14))


def open_by_link(page: Page, url: str, code: str) -> None:
    """Open the sheet of a label's place by its address."""
    page.goto(f"{url}/t/{code}")
    page.wait_for_url("**/visit/**")
    expect(page.locator(f"#item-{ITEMS[0]}")).to_be_visible()


def answer_normal(page: Page, items: Iterable[str] = ITEMS) -> None:
    """Answer these items with what they should be."""
    for item in items:
        page.locator(f"#item-{item} .answers__normal").click()


def observe(page: Page, words: str) -> None:
    """Write what was seen at the place as a whole."""
    page.locator("#item-place textarea").fill(words)


def save(page: Page) -> None:
    """Save, and wait until the app says that it is kept."""
    page.get_by_role("button", name="保存本处").click()
    expect(page.get_by_text("已存在本机").first).to_be_visible()


def fill_and_save(page: Page, words: str = "地面刚拖过，有水渍") -> None:
    """Answer everything, say something, save."""
    answer_normal(page)
    observe(page, words)
    save(page)
