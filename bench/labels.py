"""5,000 labels to one PDF, as the command makes them: choosing codes, keeping them, drawing the sheets.

The memory is that of the whole process, the application, its store and the font, and of any it starts.
"""

import tempfile
import time
from pathlib import Path

from flask import Flask
from flask_migrate import upgrade

from bench import peak_mb, report
from webapp.config import Settings
from webapp.core import clock
from webapp.core.db import unit_of_work
from webapp.factory import create_app
from webapp.ground.estates.service import found_estate
from webapp.ground.places.rules import UnitStatus
from webapp.ground.register import keep_register
from webapp.ground.register.rules import Unit

BUILDINGS, STAIRWELLS, FLOORS = 50, 4, 25


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings.from_environment({"ROUNDS_DATA": folder, "ROUNDS_PUBLIC_URL": "https://rounds.cn"}))
        with app.app_context():
            upgrade(directory="migrations")
            _found(app)
            out = Path(folder) / "labels.pdf"
            began = time.perf_counter()
            answer = app.test_cli_runner().invoke(args=["labels", "--out", str(out)])
            seconds = time.perf_counter() - began
        assert answer.output.startswith(f"{BUILDINGS * STAIRWELLS * FLOORS} labels:"), answer.output
        report("labels", seconds=round(seconds, 2), rss_mb=round(peak_mb()), pdf_mb=round(out.stat().st_size / 1e6, 1))


def _found(app: Flask) -> None:
    units = [
        Unit(f"{building} 栋", f"{stairs} 单元", floor, f"{floor}01", 9000, UnitStatus.OCCUPIED_OWNER, False)
        for building in range(1, BUILDINGS + 1)
        for stairs in range(1, STAIRWELLS + 1)
        for floor in range(1, FLOORS + 1)
    ]
    with unit_of_work() as session:
        estate = found_estate(session, "望江苑", now=clock.now())
        keep_register(session, estate.id, units, by=None, now=clock.now(), propose=True)


if __name__ == "__main__":
    main()
