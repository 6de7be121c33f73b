"""A stairwell visited with one thumb: scanned, every item answered, saved."""

from playwright.sync_api import Locator, expect

from tests.e2e.sheet import ITEMS
from tests.e2e.thumb import Thumb


def visit(thumb: Thumb, place: str, abnormal: str | None = None) -> None:
    """Make a whole visit, one item of it abnormal if one is named; ends on today's page, where it began."""
    _scan(thumb, place)
    for item in ITEMS:
        if item == abnormal:
            _is_abnormal(thumb, item)
        else:
            thumb.tap(_card(thumb, item).locator(".answers__normal"))
    _save(thumb)
    thumb.page.wait_for_url("**/today")


def _scan(thumb: Thumb, place: str) -> None:
    thumb.tap(thumb.page.get_by_role("link", name="扫码"))
    expect(thumb.page.get_by_role("heading", name=place)).to_be_visible(timeout=20_000)


def _card(thumb: Thumb, item: str) -> Locator:
    return thumb.page.locator(f"#item-{item}")


def _is_abnormal(thumb: Thumb, item: str) -> None:
    """Things piled up in the escape passage: what, where, a photo, reported."""
    card = _card(thumb, item)
    thumb.tap(card.get_by_role("button", name="异常"))
    thumb.tap(card.get_by_role("button", name="堆放杂物"))
    thumb.tap(card.get_by_role("button", name="防火门旁"))
    thumb.tap(card.get_by_role("button", name="看不到"))
    thumb.tap(card.get_by_role("button", name="拍照"))
    thumb.tap(thumb.page.get_by_role("button", name="拍一张"))
    thumb.tap(thumb.page.get_by_role("button", name="拍好 1 张"))
    thumb.tap(card.get_by_role("button", name="上报保安部"))


def _save(thumb: Thumb) -> None:
    thumb.tap(thumb.page.get_by_role("button", name="保存本处"))
    expect(thumb.page.get_by_text("已存在本机").first).to_be_visible()
