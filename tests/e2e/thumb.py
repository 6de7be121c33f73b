"""A person with one thumb: waits until the screen shows what comes next, looks at it, taps what is in reach.

Nothing is scrolled for the thumb: what has to be tapped next must stand in view by itself.
"""

import time

from playwright.sync_api import Locator, Page, expect

TAP_S = 0.3
LOOK_S = 0.6
# What is wanted must come into view by itself within this time.
COMES_WITHIN_S = 10


class Thumb:
    """Counts the taps of a person and the seconds they take; 300 ms a tap, 600 ms a look at whatever changed."""

    def __init__(self, page: Page) -> None:
        """Begin with the page as the person has it in hand."""
        self.page = page
        self.taps = 0
        self.seconds = 0.0
        self._began = time.monotonic()

    def stop(self) -> None:
        """Put the phone away: `seconds` says how long all of it took."""
        self.seconds = time.monotonic() - self._began

    def tap(self, what: Locator) -> None:
        """Wait for `what` to stand still in view, look, and tap it where it stands."""
        expect(what).to_be_visible(timeout=COMES_WITHIN_S * 1000)
        # Nobody taps what is still grey: the shutter before its camera.
        expect(what).to_be_enabled(timeout=COMES_WITHIN_S * 1000)
        self.see()
        x, y = self._reach(what)
        time.sleep(TAP_S)
        self.taps += 1
        self.page.touchscreen.tap(x, y)

    def type(self, keys: str) -> None:
        """Tap key after key of the phone's own keyboard."""
        for key in keys:
            time.sleep(TAP_S)
            self.taps += 1
            self.page.keyboard.press(key)

    def see(self) -> None:
        """Look at what has changed."""
        time.sleep(LOOK_S)

    def _reach(self, what: Locator) -> tuple[float, float]:
        """Answer the middle of `what`, which must lie open to the thumb: in view, and under nothing else."""
        until = time.monotonic() + COMES_WITHIN_S
        while not (middle := what.evaluate(_OPEN_TO_THE_THUMB)):
            assert time.monotonic() < until, f"out of reach: {what}"
            time.sleep(0.05)
        return float(middle[0]), float(middle[1])


_OPEN_TO_THE_THUMB = """(wanted) => {
  const { x, y, width, height } = wanted.getBoundingClientRect()
  const middle = [x + width / 2, y + height / 2]
  return wanted.contains(document.elementFromPoint(...middle)) ? middle : null
}"""
