"""Where notices go, on the loopback: a real mail server and an HTTP endpoint, each keeping what it receives."""

import email
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

from tests.e2e.server import free_port


@dataclass
class Mailbox:
    """A mail server, and the letters it has received."""

    port: int = field(default_factory=free_port)
    letters: list[EmailMessage] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Answer the address of a channel that writes to it."""
        return f"mailto://127.0.0.1:{self.port}?from=a@rounds.cn&to=b@rounds.cn&mode=insecure"

    def read(self) -> list[tuple[str, str]]:
        """Answer subject and words of every letter, oldest first."""
        return [(letter["Subject"], _words(letter)) for letter in self.letters]

    async def handle_DATA(self, _server: object, _session: object, envelope: Envelope) -> str:  # noqa: N802 — the name that the library calls
        """Take a letter in."""
        assert isinstance(envelope.content, bytes)
        self.letters.append(email.message_from_bytes(envelope.content, policy=default))
        return "250 OK"


def _words(letter: EmailMessage) -> str:
    body = letter.get_body(("plain", "html"))
    return str(body.get_content()) if body else ""


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    """Give a mail server."""
    box = Mailbox()
    post_office = Controller(box, hostname="127.0.0.1", port=box.port)
    post_office.start()
    try:
        yield box
    finally:
        post_office.stop()


@dataclass
class Gateway:
    """An HTTP endpoint, and what it was told."""

    port: int
    told: list[dict[str, Any]]

    @property
    def url(self) -> str:
        """Answer the address of a channel that calls it."""
        return f"json://127.0.0.1:{self.port}/hook"

    def read(self) -> list[tuple[str, str]]:
        """Answer title and words of everything it was told, oldest first."""
        return [(one["title"], one["message"]) for one in self.told]


@contextmanager
def gateway() -> Iterator[Gateway]:
    """Give an HTTP endpoint."""
    told: list[dict[str, Any]] = []

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Gateway(server.server_port, told)
        server.shutdown()
