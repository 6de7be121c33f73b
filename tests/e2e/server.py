"""The product as it runs: gunicorn and the worker as processes that a test may kill."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


def free_port() -> int:
    """Answer a port of the loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """One installation: its data folder, its port, its processes."""

    def __init__(self, data: Path, *, app: str = "wsgi:app", worker: str = "webapp.worker.huey") -> None:
        """Prepare an installation in `data`; nothing runs yet. `app` and `worker`: what its processes load."""
        self.data = data
        self._app, self._worker = app, worker
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._processes: list[subprocess.Popen[bytes]] = []

    @property
    def environment(self) -> dict[str, str]:
        """Answer the environment of every process of this installation."""
        return {
            **os.environ,
            "ROUNDS_DATA": str(self.data),
            "ROUNDS_PUBLIC_URL": "https://rounds.cn",
            "FLASK_APP": "wsgi",
        }

    def run(self, *command: str, says: str = "", succeeds: bool = True) -> subprocess.CompletedProcess[str]:
        """Run `flask COMMAND` of this installation, `says` as its input, and answer what it said."""
        done = subprocess.run(
            [str(BIN / "flask"), *command],
            cwd=ROOT,
            env=self.environment,
            input=says,
            capture_output=True,
            text=True,
            check=False,
        )
        if succeeds and done.returncode:
            raise AssertionError(f"flask {' '.join(command)}: {done.stdout}{done.stderr}")
        return done

    def start(self) -> None:
        """Start web process and worker; answers once the product says it is ready."""
        gunicorn = ["gunicorn", "--no-control-socket", "-k", "gthread", "-w", "1", "--threads", "8"]
        self._spawn(*gunicorn, "-b", f"127.0.0.1:{self.port}", self._app)
        self._spawn("huey_consumer", self._worker, "-w", "1", "-m", "1")
        self._wait_until_ready()

    def kill(self) -> None:
        """End everything at once, as a power cut would."""
        for process in self._processes:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self._processes.clear()

    def _spawn(self, program: str, *arguments: str) -> None:
        with (self.data / "server.log").open("ab") as log:
            process = subprocess.Popen(
                [str(BIN / program), *arguments],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._processes.append(process)

    def _wait_until_ready(self, seconds: float = 30) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"{self.url}/readyz", timeout=2):
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
        raise AssertionError(f"not ready: {(self.data / 'server.log').read_text()[-3000:]}")
