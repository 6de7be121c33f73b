"""The clock of an installation that `tests.e2e.moved` runs: how far it is ahead lies in a file of its folder."""

from datetime import timedelta
from pathlib import Path

FILE = "ahead.txt"


def turn(folder: Path, ahead: timedelta) -> None:
    """Set the clock of the installation in `folder`."""
    half = folder / f"{FILE}.new"
    half.write_text(str(ahead.total_seconds()))
    half.replace(folder / FILE)


def ahead(folder: Path) -> timedelta:
    """Answer how far the clock of the installation in `folder` is ahead."""
    return timedelta(seconds=float((folder / FILE).read_text()))


# A page's clock; the last script of a context holds.
SCRIPT = """(aheadMs) => {
  const Real = (globalThis.RealDate ??= Date)
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length) super(...given)
      else super(Real.now() + aheadMs)
    }
    static now() {
      return Real.now() + aheadMs
    }
  }
}"""


def script(ahead: timedelta) -> str:
    """Answer what turns the clock of a browser, for `add_init_script`."""
    return f"({SCRIPT})({ahead.total_seconds() * 1000})"
