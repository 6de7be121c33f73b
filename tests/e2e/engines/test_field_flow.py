"""The round of a steward in the engines of other phones: WebKit, which is every iPhone's, and Gecko.

The label is the product's own print; only the camera's picture comes from a canvas (camera.py).
"""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from tests.e2e import clip, estate
from tests.e2e.engines import camera
from tests.e2e.engines.firefox import firefox
from tests.e2e.engines.tab import Tab
from tests.e2e.engines.webkit import webkit
from tests.e2e.paper import first_label
from tests.e2e.server import Server
from tests.e2e.sheet import ITEMS

pytestmark = [pytest.mark.e2e, pytest.mark.slow, pytest.mark.timeout(600)]

Engine = Callable[[Path], AbstractContextManager[Tab]]

ROUTE = "1 栋楼内"
PLACE = "1 栋 1 单元 18 层 楼梯间"
ABNORMAL = "ST-09"
HASHES_OF_PHOTOS = """
const open = indexedDB.open('rounds')
const done = (request) => new Promise((yes, no) => Object.assign(request, { onsuccess: yes, onerror: no }))
const hex = (bytes) => [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('')
return done(open).then(async () => {
  const rows = open.result.transaction('photoBytes').objectStore('photoBytes').getAll()
  await done(rows)
  open.result.close()
  return Promise.all(rows.result.map(async ({ bytes }) => hex(await crypto.subtle.digest('SHA-256', bytes))))
})
"""


@dataclass(frozen=True)
class Founded:
    """An estate set up once, and the first of its labels as a camera sees it."""

    data: Path
    wall: Image.Image


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    """Set an estate up and print its labels."""
    made = Server(tmp_path_factory.mktemp("founded"))
    estate.found(made)
    label, _ = first_label(estate.label_sheet(made, made.data / "labels.pdf"))
    return Founded(made.data, clip.scene(label, tilt_deg=25, blur_px=1.0, module_px=4.0))


@pytest.fixture
def server(founded: Founded, tmp_path: Path) -> Iterator[Server]:
    """Answer a running installation of that estate."""
    made = Server(tmp_path / "server")
    shutil.copytree(founded.data, made.data)
    made.start()
    yield made
    made.kill()


@pytest.mark.parametrize("engine", [firefox, webkit], ids=["firefox", "webkit"])
def test_a_visit_made_without_a_server_survives_a_reload_and_arrives_once_with_its_photos(
    engine: Engine, founded: Founded, server: Server, tmp_path: Path
) -> None:
    with engine(tmp_path) as tab:
        _sign_in(tab, server)
        server.kill()
        tab.reload()  # from the service worker alone
        tab.sees(ROUTE)
        _visit(tab, founded.wall)
        tab.open(f"{server.url}/queue")
        tab.reload()
        tab.sees(PLACE)
        photos = set(tab.ask(HASHES_OF_PHOTOS))
        server.start()
        tab.sees("已登记 3 条", seconds=60)  # the visit, its finding, the label that now hangs

    assert len(photos) == 2
    _arrived_once(server, photos)


def _sign_in(tab: Tab, server: Server) -> None:
    tab.open(f"{server.url}/sign-in")
    tab.fill("账号", estate.STEWARD.login)
    tab.fill("密码", estate.STEWARD.password)
    tab.click("登录")
    tab.sees(ROUTE)
    today = datetime.now(ZoneInfo("Asia/Shanghai"))
    tab.sees(f"{today.month} 月 {today.day} 日 周{'一二三四五六日'[today.weekday()]}")
    assert tab.ask("return navigator.serviceWorker.ready.then(({ active }) => active !== null)")


def _visit(tab: Tab, wall: Image.Image) -> None:
    """Scan, answer thirteen items, one of them abnormal with a photo; one photo of the place; save."""
    camera.show(tab, wall)
    tab.click("扫码")
    tab.until(lambda: tab.path().startswith("/visit/"), "no label was read")
    tab.sees(PLACE)
    for item in ITEMS:
        if item != ABNORMAL:
            tab.press(f"#item-{item} .answers__normal")
    _report(tab, f"item-{ABNORMAL}")
    tab.click("拍本处")
    _shoot(tab)
    tab.press(".visit-foot__save")
    tab.sees("已存在本机")


def _report(tab: Tab, card: str) -> None:
    tab.click("异常", within=card)
    tab.click("堆放杂物", within=card)
    tab.fill("具体位置", "防火门外")
    tab.click("没有或看不到", within=card)
    tab.click("拍照", within=card)
    _shoot(tab)
    tab.click("上报保安部", within=card)


def _shoot(tab: Tab) -> None:
    tab.click("拍一张")
    tab.click("拍好 1 张")


def _arrived_once(server: Server, photos: set[str]) -> None:
    with closing(sqlite3.connect(server.data / "rounds.db")) as store:
        assert store.execute("SELECT place_name FROM patrol_visits").fetchall() == [(PLACE,)]
        assert {sha256 for (sha256,) in store.execute("SELECT sha256 FROM photos")} == photos
    files = (file for file in (server.data / "photos").rglob("*") if file.is_file())
    assert photos <= {hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    verified = server.run("logbook", "verify", succeeds=False)
    assert verified.returncode == 0, verified.stdout
