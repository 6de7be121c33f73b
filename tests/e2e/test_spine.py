"""From a printed label to the supervisor's tablet, through a dead server and a dead phone.

The label is the product's own print: rasterised, tilted by TILT_DEG, blurred by BLUR_PX, at MODULE_PX a module.
"""

import hashlib
import json
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, Request, expect

from tests.e2e import browser, estate
from tests.e2e.clip import make_clip
from tests.e2e.paper import first_label
from tests.e2e.server import Server

pytestmark = pytest.mark.e2e

TILT_DEG = 25
BLUR_PX = 1.0
MODULE_PX = 4.0  # a 25 mm code about 25 cm away
PLACE = "1 栋 1 单元 18 层 楼梯间"
NORMAL = (
    *("灯全亮", "门窗完整可开合", "墙面天花无脱落", "瓷片无缺无松", "标识清楚、配件齐", "压力正常、未过期"),
    *("防火门处于关闭", "指示灯亮", "设备完好在线", "报警设施完好", "地面扶手干净", "无异味"),
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Answer a running installation with the estate set up."""
    made = Server(tmp_path)
    estate.found(made)
    made.start()
    yield made
    made.kill()


@pytest.mark.timeout(300)
def test_a_visit_survives_dead_server_and_dead_phone_and_reaches_the_tablet(
    playwright: Playwright, server: Server, tmp_path: Path
) -> None:
    label, code = first_label(estate.label_sheet(server, tmp_path / "labels.pdf"))
    clip = make_clip(
        label, tmp_path / "clip.mjpeg", tilt_deg=TILT_DEG, blur_px=BLUR_PX, module_px=MODULE_PX, seconds=10
    )
    profile = tmp_path / "phone"

    with browser.phone(playwright, profile, clip) as phone:
        page = phone.pages[0]
        estate.sign_in(page, server.url, estate.STEWARD)
        _offline_ready(page)
        server.kill()
        _visit(page)
        page.get_by_role("button", name="保存本处").click()
        page.get_by_text("已存在本机").first.wait_for()
        browser.kill(profile)
    browser.revive(profile)

    with browser.phone(playwright, profile, clip) as phone:
        page = phone.pages[0]
        page.goto(f"{server.url}/queue")
        expect(page.get_by_text(PLACE).first).to_be_visible()
        on_phone = _kept_photos(page)
        assert len(on_phone) == 2
        pushes = _listen(phone)
        server.start()
        with browser.chromium(playwright, browser.TABLET, "zh-Hans", "light") as tablet:
            desk = tablet.new_page()
            estate.sign_in(desk, server.url, estate.SUPERVISOR)
            desk.goto(f"{server.url}/desk")
            _wait_for_arrival(page)
            arrived = time.monotonic()
            expect(desk.get_by_text(PLACE).first).to_be_visible(timeout=15_000)
            assert time.monotonic() - arrived <= 15
            _photos_are_the_same_bytes(desk, server, on_phone)
        _pushing_again_changes_nothing(server, pushes)

    verified = server.run("logbook", "verify", succeeds=False)
    assert verified.returncode == 0, verified.stdout
    assert code


def _offline_ready(page: Page) -> None:
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    expect(page.get_by_text("1 栋楼内").first).to_be_visible(timeout=30_000)


def _visit(page: Page) -> None:
    """Scan, answer thirteen items one by one, one of them abnormal with a photo; one photo of the place."""
    page.get_by_role("link", name="扫码").click()
    page.wait_for_url("**/visit/**", timeout=30_000)
    expect(page.get_by_text(PLACE).first).to_be_visible()
    for phrase in NORMAL[:8]:
        page.get_by_role("button", name=phrase, exact=True).click()
    _abnormal(page)
    for phrase in NORMAL[8:]:
        page.get_by_role("button", name=phrase, exact=True).click()
    page.get_by_role("button", name="拍本处").click()
    # The fake camera plays its clip from the start each time it is opened: without a pause both photos are one frame.
    page.wait_for_timeout(1500)
    _shoot(page)


def _abnormal(page: Page) -> None:
    card = page.locator("#item-ST-09")
    card.get_by_role("button", name="异常").click()
    card.get_by_role("button", name="堆放杂物").click()
    card.get_by_label("具体位置").fill("防火门外")
    card.get_by_role("button", name="看不到").click()
    card.get_by_role("button", name="拍照").first.click()
    _shoot(page)
    card.get_by_role("button", name="上报").click()


def _shoot(page: Page) -> None:
    page.get_by_role("button", name="拍一张").click()
    page.get_by_role("button", name="拍好 1 张").click()


def _kept_photos(page: Page) -> dict[str, int]:
    """Answer what the phone keeps: the hash of each photo's bytes, computed anew, and their number."""
    return dict(
        page.evaluate(
            """async () => {
              const open = indexedDB.open('rounds')
              await new Promise((done) => (open.onsuccess = done))
              const rows = open.result.transaction('photoBytes').objectStore('photoBytes').getAll()
              await new Promise((done) => (rows.onsuccess = done))
              const hex = (bytes) => [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('')
              return Promise.all(rows.result.map(async ({ bytes }) =>
                [hex(await crypto.subtle.digest('SHA-256', bytes)), bytes.byteLength]))
            }"""
        )
    )


def _listen(phone: BrowserContext) -> list[Request]:
    """Gather the pushes that carry items, as they leave the phone."""
    pushes: list[Request] = []
    phone.on(
        "request",
        lambda request: (
            pushes.append(request)
            if request.url.endswith("/sync/push") and json.loads(request.post_data or "{}").get("items")
            else None
        ),
    )
    return pushes


def _wait_for_arrival(page: Page) -> None:
    """The visit, its report and the label that now hangs: all three entered, nothing waits any more."""
    expect(page.get_by_text("已登记 3 条")).to_be_visible(timeout=60_000)


def _photos_are_the_same_bytes(desk: Page, server: Server, on_phone: dict[str, int]) -> None:
    until = time.monotonic() + 30
    for sha256, size in on_phone.items():
        url = f"{server.url}/api/v1/photos/{sha256}?size=original"
        while (answer := desk.request.get(url)).status != 200 and time.monotonic() < until:
            time.sleep(0.2)
        stored = answer.body()
        assert len(stored) == size
        assert hashlib.sha256(stored).hexdigest() == sha256


def _pushing_again_changes_nothing(server: Server, pushes: list[Request]) -> None:
    # The first tries met a server that was not there yet.
    heard = [push for push in pushes if push.response()]
    assert heard
    before = server.run("logbook", "verify").stdout
    for push in heard:
        first, again = push.response(), _send(push)
        assert first is not None
        assert again["answers"] == first.json()["answers"]
    assert server.run("logbook", "verify").stdout == before


def _send(push: Request) -> dict[str, Any]:
    headers = {name: value for name, value in push.all_headers().items() if name.startswith(("x-", "content-type"))}
    request = urllib.request.Request(push.url, data=push.post_data_buffer, headers=headers, method="POST")
    with urllib.request.urlopen(request, timeout=10) as answer:
        return dict(json.load(answer))
