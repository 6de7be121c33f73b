"""What Lighthouse says of the first load on a phone with slow 4G, as a stranger: the median of several loads."""

import json
import os
import subprocess
import tempfile
from pathlib import Path
from statistics import median

from bench import report
from tests.e2e import estate
from tests.e2e.browser import CHROMIUM, QUIET
from tests.e2e.server import BIN, ROOT, Server

# Single loads differ by some points; the makers of Lighthouse advise the median of five.
LOADS = 5
TOOL = ROOT / ".ci/lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices")


def main() -> None:
    report("lighthouse", **first_load())


def first_load(loads: int = LOADS) -> dict[str, float]:
    """Answer the score of each category, 0 to 100, and the figures in ms that make the first up."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        estate.found(server, register=None)
        server.start()
        try:
            runs = [_load(server.url, Path(folder) / "report.json") for _ in range(loads)]
        finally:
            server.kill()
    return {name: round(median(run[name] for run in runs)) for name in runs[0]}


def _load(url: str, target: Path) -> dict[str, float]:
    subprocess.run(
        [
            *(str(BIN / "node"), str(TOOL / "node_modules/lighthouse/cli/index.js"), f"{url}/"),
            *("--quiet", "--output=json", f"--output-path={target}", f"--only-categories={','.join(CATEGORIES)}"),
            f"--chrome-flags={' '.join(['--headless=new', *QUIET])}",
        ],
        env={**os.environ, "CHROME_PATH": CHROMIUM},
        cwd=TOOL,
        check=True,
    )
    said = json.loads(target.read_text())
    scores = {name.replace("-", "_"): 100 * said["categories"][name]["score"] for name in CATEGORIES}
    paint, blocked = (said["audits"][name] for name in ("largest-contentful-paint", "total-blocking-time"))
    return {**scores, "largest_paint_ms": paint["numericValue"], "blocked_ms": blocked["numericValue"]}


if __name__ == "__main__":
    main()
