"""A page as a person uses it, driven by the commands of W3C WebDriver: every engine speaks them, in its own wrapping."""

import base64
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar

Answer = TypeVar("Answer")

# The key under which WebDriver hands out an element.
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
PATIENCE_S = 20.0
# What passes by itself while a page moves: not there yet, covered, just replaced.
PASSING = frozenset(
    {"no such element", "stale element reference", "element not interactable", "element click intercepted"}
)

# Drivers press where a thing was a moment ago; a page that still scrolls has moved it since.
AT_REST = """
const [thing] = arguments
thing.scrollIntoView({ block: 'nearest' })
const at = () => JSON.stringify(thing.getBoundingClientRect())
const pause = () => new Promise((done) => setTimeout(done, 50))
return (async () => {
  for (let seen = ''; seen !== at(); ) {
    seen = at()
    await pause()
  }
})()
"""


class WebDriverError(Exception):
    """The browser refused a command; `error` is the standard's name of the reason."""

    def __init__(self, error: str, message: str) -> None:
        super().__init__(f"{error}: {message}")
        self.error = error


class Driver(Protocol):
    """A browser that carries out commands."""

    def call(self, command: str, **values: Any) -> Any:
        """Carry out a command of the standard and answer its value. Raises WebDriverError."""


class Tab:
    """The one page of a browser."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver

    def open(self, url: str) -> None:
        """Go to an address."""
        self._driver.call("Navigate", url=url)

    def reload(self) -> None:
        """Load the page anew as its own reload does: Firefox's driver would pass the service worker by."""
        before = self.ask("setTimeout(() => location.reload()); return performance.timeOrigin")
        loaded = "return document.readyState === 'complete' && performance.timeOrigin !== arguments[0]"
        self.until(lambda: bool(self.ask(loaded, before)), "never reloaded")

    def click(self, name: str, *, within: str = "") -> None:
        """Press the button or link of this name, in the element with the id `within` if one is given."""
        self._on(_control(name, within), self._press)

    def press(self, css: str) -> None:
        """Press the first element that a selector finds."""
        self._on(("css selector", css), self._press)

    def fill(self, label: str, words: str) -> None:
        """Type words into the field with this label."""
        field = f"//input[@id=//label[normalize-space(.)='{label}']/@for]"
        self._on(("xpath", field), lambda element: self._driver.call("ElementSendKeys", id=element, text=words))

    def sees(self, words: str, *, seconds: float = PATIENCE_S) -> None:
        """Wait until these words can be read on the page. Raises AssertionError with what was read instead."""
        self.until(lambda: words in self.text(), f"never saw {words}", seconds=seconds)

    def text(self) -> str:
        """Answer what can be read on the page."""
        return str(self.ask("return document.body.innerText"))

    def path(self) -> str:
        """Answer the path of the address."""
        return str(self.ask("return location.pathname"))

    def ask(self, script: str, *values: Any) -> Any:
        """Run the body of a function in the page and answer what it returns, or what its promise comes to."""
        return self._driver.call("ExecuteScript", script=script, args=list(values))

    def look(self, target: Path) -> None:
        """Keep a picture of what is seen."""
        target.write_bytes(base64.b64decode(self._driver.call("TakeScreenshot", full=False)))

    def until(self, true: Callable[[], bool], otherwise: str, *, seconds: float = PATIENCE_S) -> None:
        """Wait until something holds. Raises AssertionError saying `otherwise` and what is on the page."""
        end = time.monotonic() + seconds
        while not true():
            if time.monotonic() > end:
                raise AssertionError(f"{otherwise}; at {self.path()}:\n{self.text()}")
            time.sleep(0.1)

    def _press(self, element: str) -> None:
        self.ask(AT_REST, {ELEMENT: element})
        self._driver.call("ElementClick", id=element)

    def _on(self, where: tuple[str, str], act: Callable[[str], Answer]) -> Answer:
        """Act on an element as soon as it lets itself be acted on."""
        end = time.monotonic() + PATIENCE_S
        while True:
            try:
                found = self._driver.call("FindElement", using=where[0], value=where[1])
                return act(found[ELEMENT])
            except WebDriverError as trouble:
                if trouble.error not in PASSING or time.monotonic() > end:
                    raise
            time.sleep(0.1)


def _control(name: str, within: str) -> tuple[str, str]:
    inside = f"//*[@id='{within}']" if within else ""
    named = f"[normalize-space(.)='{name}' or @aria-label='{name}']"
    return "xpath", f"{inside}//*[self::button or self::a][not(@disabled)]{named}"


@contextmanager
def watched(driver: Driver, home: Path) -> Iterator[Tab]:
    """Give the page of a browser; what a person would have seen when something failed stays in `home`."""
    tab = Tab(driver)
    try:
        yield tab
    except Exception:
        tab.look(home / "failed.png")
        raise
