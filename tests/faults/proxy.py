"""The way between phones and server, as bad as a test wants it; also hands out the phone's page and hears what it saved."""

import http.client
import json
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

from tests.faults.rack import LONGEST_KILL_S

SPOILED = ("/api/v1/sync/", "/api/v1/photos/")
PAGE = "/faults/"


class Fault(Enum):
    """What may happen to one request."""

    NONE = "none"
    LOST = "lost"  # never reaches the server
    CUT = "cut"  # half of its body reaches the server
    UNHEARD = "unheard"  # the server does it; the answer is lost
    TORN = "torn"  # half of the answer arrives
    TWICE = "twice"  # the server gets it twice
    LATE = "late"  # lost for the phone; the server gets it after what comes later
    SLOW = "slow"
    GATEWAY = "gateway"  # somebody on the way answers in the server's place: busy, forbidden, not found
    KILL = "kill"  # the server is killed while it is at it
    KILL_AFTER = "kill after"  # the server is killed as soon as its answer has left it


GATEWAYS = (502, 503, 403, 404, 400, 429)


@dataclass(frozen=True)
class Request:
    """A request as it came from a phone."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


class Proxy:
    """One address for the phones; the server behind it may die and come back."""

    def __init__(self, server_port: int, page: Path, kill_server: Callable[[], None], seed: int = 7) -> None:
        """Listen at once. `page` is the folder of the built phone."""
        self.server_port = server_port
        self.page = page
        self.kill_server = kill_server
        self.ahead: deque[Fault] = deque()
        self.next_push: Fault | None = None
        self.weather: Callable[[], Fault] = lambda: Fault.NONE
        self.happened: Counter[Fault] = Counter()
        self.saved: dict[str, dict[str, Any]] = {}
        self.chance = Random(seed)
        self._late: list[Request] = []
        self._lock = threading.Lock()
        handler = type("Handler", (_Handler,), {"proxy": self})
        self._listening = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._listening.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._listening.server_port}"
        threading.Thread(target=self._listening.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Listen no more."""
        self._listening.shutdown()
        self._listening.server_close()

    def calm(self) -> None:
        """Spoil nothing from now on."""
        self.ahead.clear()
        self.next_push = None
        self.weather = lambda: Fault.NONE

    def next_fault(self, path: str) -> Fault:
        """Answer what becomes of the next request."""
        if not path.startswith(SPOILED):
            return Fault.NONE
        with self._lock:
            if self.next_push and path.endswith("/push"):
                fault, self.next_push = self.next_push, None
            else:
                fault = self.ahead.popleft() if self.ahead else self.weather()
            self.happened[fault] += 1
            return fault

    def keep_back(self, request: Request) -> None:
        """Hold a request that the server gets later."""
        with self._lock:
            self._late.append(request)

    def deliver_late(self) -> int:
        """Let the server have what was held back, in any order; answer how many requests that were."""
        with self._lock:
            late, self._late = self._late, []
        self.chance.shuffle(late)
        for request in late:
            try:
                self.forward(request)
            except (OSError, http.client.HTTPException):
                self.keep_back(request)
        return len(late)

    def forward(self, request: Request, *, whole: bool = True) -> Answer:
        """Hand a request to the server and answer what it says; one that is not `whole` ends on the way."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server_port, timeout=60)
        try:
            connection.putrequest(request.method, request.path, skip_host=True, skip_accept_encoding=True)
            for name, value in request.headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            connection.send(request.body)
            if not whole:
                raise ConnectionAbortedError("cut on the way")
            answer = connection.getresponse()
            return Answer(answer.status, answer.getheaders(), answer.read())
        finally:
            connection.close()

    def hear(self, items: Iterable[dict[str, Any]]) -> None:
        """Note items that a phone has called saved."""
        with self._lock:
            self.saved |= {item["id"]: item for item in items}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    proxy: Proxy

    def _handle(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        request = Request(self.command, self.path, dict(self.headers.items()), self.rfile.read(length))
        self.close_connection = True
        try:
            if len(request.body) < length:
                # The phone was cut off in the middle of it; so is the server.
                self.proxy.forward(request, whole=False)
            elif self.path.startswith(PAGE):
                self._own(request)
            else:
                self._pass_on(request, self.proxy.next_fault(urlsplit(self.path).path))
        except (OSError, http.client.HTTPException):
            pass  # the phone sees a connection that ended

    do_GET = do_POST = do_PUT = do_DELETE = _handle  # noqa: N815 — the names that the library calls

    def _pass_on(self, request: Request, fault: Fault) -> None:
        proxy = self.proxy
        match fault:
            case Fault.LOST:
                return
            case Fault.CUT:
                half = request.body[: len(request.body) // 2]
                proxy.forward(replace(request, body=half), whole=False)
            case Fault.UNHEARD:
                proxy.forward(request)
                return
            case Fault.LATE:
                proxy.keep_back(request)
                return
            case Fault.TWICE:
                proxy.forward(request)
            case Fault.SLOW:
                time.sleep(proxy.chance.uniform(0.05, 0.5))
            case Fault.GATEWAY:
                body = b"<html>the page of a gateway</html>"
                self._say(Answer(proxy.chance.choice(GATEWAYS), [("Content-Type", "text/html")], body))
                return
            case Fault.KILL:
                threading.Timer(proxy.chance.uniform(0, LONGEST_KILL_S), proxy.kill_server).start()
        answer = proxy.forward(request)
        self._say(answer, share=0.5 if fault is Fault.TORN else 1)
        if fault is Fault.KILL_AFTER:
            proxy.kill_server()

    def _own(self, request: Request) -> None:
        if request.path == f"{PAGE}saved":
            self.proxy.hear(json.loads(request.body))
            self._say(Answer(204, [], b""))
            return
        path = self.proxy.page / (request.path.removeprefix(PAGE) or "index.html")
        if not path.is_file():
            self._say(Answer(404, [], b""))
            return
        kind = "text/javascript" if path.suffix == ".js" else "text/html"
        self._say(Answer(200, [("Content-Type", kind)], path.read_bytes()))

    def _say(self, answer: Answer, share: float = 1) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers:
            if name.lower() not in ("connection", "transfer-encoding", "content-length", "server", "date"):
                self.send_header(name, value)
        # Without it Chromium would try a request again by itself on another connection.
        self.send_header("Connection", "close")
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body[: int(len(answer.body) * share)])
        self.wfile.flush()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
