"""WebKitGTK as Debian packages it: its MiniBrowser, driven over WebKitWebDriver. Not iOS Safari, but its engine."""

import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.e2e.engines.process import ended
from tests.e2e.engines.tab import Driver, Tab, WebDriverError, watched
from tests.e2e.server import free_port

PHONE = "390x844"
# Cameras are there for pages that ask first whether there are any; their picture is replaced (camera.py).
OPTIONS = ("--automation", "--full-screen", "--enable-mock-capture-devices=true", "--enable-media-stream=true")
ROUTES = {
    "NewSession": ("POST", ""),
    "Navigate": ("POST", "/url"),
    "FindElement": ("POST", "/element"),
    "ElementClick": ("POST", "/element/{id}/click"),
    "ElementSendKeys": ("POST", "/element/{id}/value"),
    "ExecuteScript": ("POST", "/execute/sync"),
    "SetWindowRect": ("POST", "/window/rect"),
    "TakeScreenshot": ("GET", "/screenshot"),
    "DeleteSession": ("DELETE", ""),
}


class Http(Driver):
    """WebDriver as the standard has it: JSON over HTTP."""

    def __init__(self, port: int) -> None:
        self._session = f"http://127.0.0.1:{port}/session"

    def begin(self, browser: str) -> None:
        """Start the browser at this path."""
        chosen = {"webkitgtk:browserOptions": {"binary": browser, "args": list(OPTIONS)}}
        self._session += "/" + self.call("NewSession", capabilities={"alwaysMatch": chosen})["sessionId"]
        self.call("SetWindowRect", width=390, height=844)

    def call(self, command: str, **values: Any) -> Any:
        """Carry out a command of the standard and answer its value. Raises WebDriverError."""
        method, path = ROUTES[command]
        body = json.dumps(values).encode() if method == "POST" else None
        url = self._session + path.format(id=values.get("id"))
        request = urllib.request.Request(url, body, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as refused:
            trouble = json.load(refused)["value"]
            raise WebDriverError(trouble["error"], trouble["message"]) from None


@contextmanager
def webkit(home: Path) -> Iterator[Tab]:
    """Give a phone-sized WebKit; what it keeps lasts as long as the browser runs."""
    port = free_port()
    screen = ["xvfb-run", "--auto-servernum", f"--server-args=-screen 0 {PHONE}x24", "dbus-run-session", "--"]
    command = [*screen, "WebKitWebDriver", f"--port={port}", "--host=127.0.0.1"]
    environment = {**os.environ, "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"}
    with (home / "webkit.log").open("wb") as log, ended(command, log, environment):
        _wait_until_ready(port)
        driver = Http(port)
        driver.begin(_browser())
        try:
            with watched(driver, home) as tab:
                yield tab
        finally:
            driver.call("DeleteSession")


def _browser() -> str:
    (found, *_) = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"), reverse=True)
    return str(found)


def _wait_until_ready(port: int, seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/status", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("WebKitWebDriver does not listen")
