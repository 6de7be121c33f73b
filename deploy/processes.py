"""One web server and one worker: started together, stopped together, never restarted in silence."""

import os
import signal
import ssl
import subprocess
import sys
import threading
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from deploy.plan import ROOT, Plan
from deploy.terminal import say

# Of a web process: for every call that waits its turn (`webapp/sync/crowd.py`), slow networks, and pages besides.
THREADS = 80
GRACE_SECONDS = 20  # what a request or a task in hand may take at the stop
# Signs of life of the web processes go here: on a slow disk a living process would look dead.
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  # the name is the system's
BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Child:
    """A process of ours; `farewell` is the signal on which it finishes what it has in hand."""

    name: str
    process: subprocess.Popen[bytes]
    farewell: signal.Signals


def web_command(plan: Plan, *, processes: int, tls: tuple[Path, Path] | None) -> list[str]:
    """Answer the command of the web server; `tls` is the certificate with its key."""
    command = [str(BIN / "gunicorn"), "wsgi:app", "--bind", plan.bind, "--worker-class", "gthread"]
    command += ["--workers", str(processes), "--threads", str(THREADS), "--no-control-socket", "--log-level", "warning"]
    command += ["--graceful-timeout", str(GRACE_SECONDS)]
    if SHARED_MEMORY.is_dir():
        command += ["--worker-tmp-dir", str(SHARED_MEMORY)]
    if tls:
        command += ["--certfile", str(tls[0]), "--keyfile", str(tls[1])]
    return command


def worker_command() -> list[str]:
    """Answer the command of the worker, which looks for work once a second at least."""
    return [str(BIN / "huey_consumer"), "webapp.worker.huey", "-w", "1", "-m", "1", "-q"]


class Pair:
    """The web server and the worker. Ends when either ends or a signal asks for it."""

    def __init__(self, web: list[str], worker: list[str], environment: dict[str, str]) -> None:
        """Start both, each in a session of its own so that Ctrl-C reaches them only through here."""
        self._asked = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._stop_asked)
        self._children = [
            Child("web server", _start(web, environment), signal.SIGTERM),
            Child("worker", _start(worker, environment), signal.SIGINT),
        ]

    def ready(self, plan: Plan, trust: ssl.SSLContext | None, seconds: float = 60) -> bool:
        """Wait until the app answers; False when a process ended or a stop was asked for first."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and not self._asked.is_set() and not self._ended():
            try:
                urllib.request.urlopen(f"{plan.url()}/healthz", timeout=5, context=trust).close()  # noqa: S310  # our own
            except OSError:
                self._asked.wait(0.1)
            else:
                return True
        return False

    def wait(self) -> int:
        """Wait for the end and answer the exit code: 0 when it was asked for, 1 when a process died."""
        while not self._asked.wait(0.25) and not self._ended():
            pass
        dead = [] if self._asked.is_set() else self._ended()
        for child in dead:
            say(f"The {child.name} ended by itself (exit {child.process.returncode}); stopping the rest.")
        self._stop()
        return 1 if dead else 0

    def _ended(self) -> list[Child]:
        return [child for child in self._children if child.process.poll() is not None]

    def _stop_asked(self, number: int, frame: FrameType | None) -> None:
        self._asked.set()

    def _stop(self) -> None:
        """Let both finish what they have in hand, then make sure."""
        for child in self._children:
            if child.process.poll() is None:
                child.process.send_signal(child.farewell)
        until = time.monotonic() + GRACE_SECONDS + 5
        for child in self._children:
            try:
                child.process.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                say(f"The {child.name} did not stop within {GRACE_SECONDS} s and was ended.")
                os.killpg(child.process.pid, signal.SIGKILL)
                child.process.wait()


def _start(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, start_new_session=True)
