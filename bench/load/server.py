"""The web server as `make run` starts it, over a store of our own."""

import os
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from deploy.plan import Plan
from deploy.processes import web_command


@contextmanager
def web_server(environment: Mapping[str, str], *, processes: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run the web server until the end of the block; `environment` names PORT and the store."""
    plan = Plan.from_environment(environment)
    command = web_command(plan, processes=processes, tls=None)
    with subprocess.Popen(command, env={**os.environ, **environment}) as server:
        try:
            _wait_until_ready(plan.url())
            yield server
        finally:
            server.terminate()


def _wait_until_ready(url: str) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{url}/healthz", timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")
