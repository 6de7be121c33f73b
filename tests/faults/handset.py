"""A phone in a test: a real Chromium with a profile on disk, which runs the product's own store, outbox and sync."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright
from playwright.sync_api import Error as PlaywrightError

from tests.e2e import browser
from tests.e2e.estate import Somebody

# What `Date` says is off by what stands here, in every tab and after every start.
CLOCK = """
const Real = Date
globalThis.Date = class extends Real {
  constructor(...given) { if (given.length) super(...given); else super(Date.now()) }
  static now() { return Real.now() + Number(localStorage.getItem('clock') ?? 0) }
}
"""


class Handset:
    """One phone; it may be killed, and comes back with what its disk holds."""

    def __init__(self, playwright: Playwright, profile: Path, url: str) -> None:
        """Switch it on."""
        self._playwright = playwright
        self.profile = profile
        self.url = url
        self.kills = 0
        self._switch_on()

    def call(self, act: str, *values: Any, tab: int = 0) -> Any:
        """Have the phone do something and answer what it answers."""
        return self._tabs[tab].evaluate("([act, values]) => window.phone[act](...values)", [act, list(values)])

    def begin(self, act: str, *values: Any, tab: int = 0) -> None:
        """Have the phone begin something, and wait for nothing."""
        self._tabs[tab].evaluate("([act, values]) => void window.phone[act](...values)", [act, list(values)])

    @property
    def tabs(self) -> int:
        """How many are open."""
        return len(self._tabs)

    def sign_in(self, somebody: Somebody) -> str:
        """Sign somebody in, in all tabs; answer why not."""
        return str(self.call("signIn", somebody.login, somebody.password))

    def kill(self, quota: int | None = None) -> None:
        """End all of its processes at once, as an empty battery does, and switch it on again.

        quota  bytes of storage it has from then on; Chromium looks anew only when it starts
        """
        browser.kill(self.profile)
        self._wait_until_dead()
        self._forget()
        browser.revive(self.profile)
        self.kills += 1
        self._switch_on(quota)

    def second_tab(self) -> None:
        """Open the app once more."""
        if len(self._tabs) == 1:
            self._open(self._context.new_page())

    @contextmanager
    def without_server(self) -> Iterator[None]:
        """Let no call get through, as in a basement; the page itself and what it tells the test do."""
        self._context.route("**/api/**", lambda route: route.abort())
        yield
        self._context.unroute("**/api/**")

    def free_space(self) -> None:
        """Give the phone as much storage as there is."""
        self._devtools().send("Storage.overrideQuotaForOrigin", {"origin": self.url})

    def close(self) -> None:
        """Switch it off."""
        try:
            self._context.close()
        except PlaywrightError:
            browser.kill(self.profile)

    def _devtools(self) -> CDPSession:
        return self._context.new_cdp_session(self._context.pages[0])

    def _switch_on(self, quota: int | None = None) -> None:
        self._context: BrowserContext = self._playwright.chromium.launch_persistent_context(
            str(self.profile),
            executable_path=browser.CHROMIUM,
            headless=True,
            args=list(browser.QUIET),
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
        )
        self._context.add_init_script(CLOCK)
        self._tabs: list[Page] = []
        if quota is not None:
            limit = {"origin": self.url, "quotaSize": quota}
            self._devtools().send("Storage.overrideQuotaForOrigin", limit)
        self._open(self._context.pages[0])

    def _open(self, page: Page) -> None:
        page.goto(f"{self.url}/faults/")
        page.wait_for_function("() => window.phone !== undefined")
        trouble = page.evaluate("window.phone.open()")
        assert trouble == "", f"the store of a phone does not open: {trouble}"
        self._tabs.append(page)

    def _forget(self) -> None:
        with suppress(PlaywrightError):  # it is dead, as it should be
            self._context.close()

    def _wait_until_dead(self) -> None:
        until = time.monotonic() + 10
        while time.monotonic() < until:
            if not subprocess.run(["pgrep", "-f", f"user-data-dir={self.profile}"], capture_output=True).stdout:
                return
            time.sleep(0.02)
