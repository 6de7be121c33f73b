"""The server of the fault tests: the real gunicorn, whose disk may fill and whose store may be put back."""

import os
import resource
import threading
import time
from pathlib import Path

from tests.e2e.server import Server

UNLIMITED = resource.RLIM_INFINITY
# A kill is meant for what goes on, and comes this late at most.
LONGEST_KILL_S = 0.08


class Rack(Server):
    """An installation that may be killed by any thread, at any moment."""

    def __init__(self, data: Path, app: str = "wsgi:app") -> None:
        """Prepare an installation in `data` that serves `app`."""
        super().__init__(data)
        self.app = app
        self.kills = 0
        self.restores = 0
        self._turning = threading.Lock()

    @property
    def alive(self) -> bool:
        """Say whether it runs."""
        return bool(self._processes)

    def start(self) -> None:
        """Start the web process, unless it runs; its worker only makes small pictures and is left out."""
        # Whoever was about to kill it has done so by then.
        time.sleep(LONGEST_KILL_S)
        with self._turning:
            if not self.alive:
                self._boot()

    def _boot(self) -> None:
        command = ["gunicorn", "--no-control-socket", "-k", "gthread", "-w", "1", "--threads", "8"]
        self._spawn(*command, "-b", f"127.0.0.1:{self.port}", self.app)
        self._wait_until_ready()

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        with self._turning:
            if self.alive:
                self.kills += 1
            super().kill()

    def fill_disk(self, *, full: bool) -> None:
        """Let no file of the running server grow any more, or again."""
        soft = 4096 if full else UNLIMITED
        for pid in self._pids():
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (soft, UNLIMITED))

    def back_up(self) -> Path:
        """Make a backup while it runs."""
        target = self.data / "backups" / f"{len(list(self.data.glob('backups/*')))}.tar"
        self.run("backup", "--out", str(target))
        return target

    def put_back(self, backup: Path) -> None:
        """Lose everything since `backup`."""
        self.kill()
        self.run("restore", str(backup))
        self.restores += 1

    def _pids(self) -> list[int]:
        groups = {process.pid for process in self._processes}
        return [int(pid) for pid in os.listdir("/proc") if pid.isdigit() and _group(int(pid)) in groups]


def _group(pid: int) -> int:
    try:
        return os.getpgid(pid)
    except ProcessLookupError:
        return 0
