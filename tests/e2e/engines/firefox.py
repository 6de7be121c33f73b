"""Firefox as Debian packages it, driven over Marionette: WebDriver's commands on its own socket.

Geckodriver only translates them from HTTP, and Debian has no package of it.
"""

import json
import os
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.e2e.engines.process import ended
from tests.e2e.engines.tab import Driver, Tab, WebDriverError, watched

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox") or "firefox-esr"
SIZE = {"MOZ_HEADLESS_WIDTH": "390", "MOZ_HEADLESS_HEIGHT": "844"}
# Its windows are 500 wide or more unless told otherwise.
NARROW = ":root, body { min-width: 0 !important }"
PREFERENCES = {
    "marionette.port": 0,
    "intl.accept_languages": "zh-CN",
    "toolkit.legacyUserProfileCustomizations.stylesheets": True,
    "ui.useOverlayScrollbars": 1,
    # It shall speak to nobody but the server under test.
    "app.normandy.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "services.settings.server": "data:,",
}


class Marionette(Driver):
    """Firefox's own socket: messages as JSON with their length before them."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._stream = self._socket.makefile("rwb")
        self._sent = 0
        self._read()  # it greets

    def call(self, command: str, **values: Any) -> Any:
        """Carry out a command of the standard and answer its value. Raises WebDriverError."""
        self._sent += 1
        message = json.dumps([0, self._sent, f"WebDriver:{command}", values]).encode()
        self._stream.write(b"%d:%s" % (len(message), message))
        self._stream.flush()
        _, _, trouble, value = self._read()
        if trouble:
            raise WebDriverError(trouble["error"], trouble["message"])
        return value["value"] if isinstance(value, dict) and set(value) == {"value"} else value

    def close(self) -> None:
        """Hang up."""
        self._stream.close()
        self._socket.close()

    def _read(self) -> Any:
        length = b""
        while (byte := self._stream.read(1)) != b":":
            if not byte:
                raise ConnectionError("Firefox hung up")
            length += byte
        return json.loads(self._stream.read(int(length)))


@contextmanager
def firefox(home: Path) -> Iterator[Tab]:
    """Give a phone-sized Firefox whose profile lies in `home`."""
    profile = home / "firefox"
    profile.mkdir()
    told = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items())
    (profile / "user.js").write_text("\n".join(told))
    (profile / "chrome").mkdir()
    (profile / "chrome/userChrome.css").write_text(NARROW)
    command = [PROGRAM, "--headless", "--kiosk", "--no-remote", "--marionette", "--profile", str(profile)]
    with (home / "firefox.log").open("wb") as log, ended(command, log, {**os.environ, **SIZE, "TZ": "Asia/Shanghai"}):
        driver = Marionette(_port(profile))
        try:
            driver.call("NewSession", capabilities={})
            with watched(driver, home) as tab:
                yield tab
        finally:
            driver.close()


def _port(profile: Path, seconds: float = 30) -> int:
    until = time.monotonic() + seconds
    told = profile / "MarionetteActivePort"
    while time.monotonic() < until:
        if told.exists() and (port := told.read_text().strip()):
            return int(port)
        time.sleep(0.1)
    raise AssertionError("Firefox does not listen")
