"""Two processes that live and die together: see `deploy/processes.py`."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from deploy.plan import ROOT

# Runs a Pair of two small programs and answers its exit code, as `make run` does.
RUNNER = """
import os, sys
from deploy.processes import Pair
web, worker = sys.argv[1:]
sys.exit(Pair([sys.executable, "-c", web], [sys.executable, "-c", worker], dict(os.environ)).wait())
"""
WAITS = "import time; time.sleep(60)"
DIES = "import sys, time; time.sleep(0.3); sys.exit(3)"


def start(web: str, worker: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", RUNNER, web, worker], cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
    )


def tells_when_told(signal_name: str, file: Path) -> str:
    """A program that notes in `file` that it runs, and then that it was asked to stop."""
    return f"""
import pathlib, signal, sys, time
file = pathlib.Path({str(file)!r})
def stop(*_):
    file.write_text("stopped")
    sys.exit(0)
signal.signal(signal.{signal_name}, stop)
file.write_text("running")
time.sleep(60)
"""


@pytest.mark.parametrize(("web", "worker", "name"), [(DIES, WAITS, "web server"), (WAITS, DIES, "worker")])
def test_when_one_dies_the_other_is_stopped_and_the_end_is_an_error(web: str, worker: str, name: str) -> None:
    pair = start(web, worker)

    said, _ = pair.communicate(timeout=30)

    assert pair.returncode == 1
    assert f"The {name} ended by itself (exit 3)" in said


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_stop_that_was_asked_for_reaches_both_and_is_no_error(tmp_path: Path, asked: signal.Signals) -> None:
    web, worker = tmp_path / "web", tmp_path / "worker"
    pair = start(tells_when_told("SIGTERM", web), tells_when_told("SIGINT", worker))
    wait_for(web, "running")
    wait_for(worker, "running")

    os.kill(pair.pid, asked)
    pair.communicate(timeout=30)

    assert pair.returncode == 0
    assert web.read_text() == worker.read_text() == "stopped"


def wait_for(file: Path, word: str) -> None:
    until = time.monotonic() + 20
    while not (file.exists() and file.read_text() == word):
        assert time.monotonic() < until, f"{file} never said {word}"
        time.sleep(0.02)
