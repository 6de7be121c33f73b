"""LAN=1: what phones in the same network need to reach the app over HTTPS.

Camera, offline and installing work only over HTTPS, so this machine vouches for itself; a phone is told once to
trust it, by a page over plain http on the next port.
"""

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from deploy import certificates
from deploy.lan_page import LANGUAGES, page, wanted_language
from deploy.plan import Plan, Refused

SECONDS_TO_SPEAK = 10
TLS_BEGINS = b"\x16"


def addresses(plan: Plan) -> list[str]:
    """Answer where phones reach this machine: HOST, or every address in its network, the one most used first.

    Raises Refused when HOST is a name, or when there is no address but the loopback.
    """
    if plan.host == plan.near_host:
        try:
            return [str(ipaddress.ip_address(plan.host))]
        except ValueError:
            raise Refused(f"With LAN=1 give HOST as an address, not as the name {plan.host}.") from None
    found = [_outward_address(), *_named_addresses()]
    usable = [one for one in dict.fromkeys(found) if one and not ipaddress.ip_address(one).is_loopback]
    if not usable:
        raise Refused("LAN=1 needs a network: this machine has no address that a phone could reach.")
    return usable


def page_url(plan: Plan, address: str) -> str:
    """Answer where a phone finds the page of three steps."""
    return f"http://{f'[{address}]' if ':' in address else address}:{plan.port + 1}/"


def serve_authority(plan: Plan, folder: Path, own_addresses: list[str]) -> ThreadingHTTPServer:
    """Serve the page and /ca.crt until the process ends; nothing else can be asked for."""
    ca = certificates.authority_file(folder).read_bytes()
    server = _BothWays((plan.host, plan.port + 1), _handler(plan, ca, own_addresses))
    server.tls.load_cert_chain(*certificates.ensure(folder, own_addresses))
    threading.Thread(target=server.serve_forever, name="certificate page", daemon=True).start()
    return server


class _BothWays(ThreadingHTTPServer):
    """Speaks plain http, and TLS on the same port to whom begins with it: so the page can ask whether it is trusted."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        """Listen at `address`; the certificate is to be loaded into `tls`."""
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        super().__init__(address, handler)

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Answer one connection, in its own thread."""
        request.settimeout(SECONDS_TO_SPEAK)
        if request.recv(1, socket.MSG_PEEK) != TLS_BEGINS:
            super().finish_request(request, client_address)
            return
        with self.tls.wrap_socket(request, server_side=True) as secret:
            super().finish_request(secret, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a phone that does not trust us hangs up, and that is the answer."""


def _handler(plan: Plan, ca: bytes, own_addresses: list[str]) -> type[BaseHTTPRequestHandler]:
    class Page(BaseHTTPRequestHandler):
        """The page, the certificate, and no for all else."""

        timeout = SECONDS_TO_SPEAK
        server_version = "Rounds"
        sys_version = ""

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if path == "/ca.crt":
                self._answer(ca, "application/x-x509-ca-cert", "inline; filename=rounds-ca.crt")
            elif path == "/trusted":
                self._answer(b"yes", "text/plain")
            elif path.strip("/") in {"", *LANGUAGES}:
                language = path.strip("/") or wanted_language(self.headers.get("Accept-Language", ""))
                address = self._own_address()
                asks = page_url(plan, address).replace("http:", "https:") + "trusted"
                text = page(language, plan.url(address), asks, self.headers.get("User-Agent", ""))
                self._answer(text.encode(), "text/html; charset=utf-8")
            else:
                self.send_error(HTTPStatus.NOT_FOUND)

        do_HEAD = do_GET  # noqa: N815  # the name that http.server calls

        def _own_address(self) -> str:
            """The address that the phone used, if it is ours: that one it can reach."""
            asked = self.headers.get("Host", "").rsplit(":", 1)[0].strip("[]")
            return asked if asked in own_addresses else own_addresses[0]

        def _answer(self, body: bytes, kind: str, disposition: str = "inline") -> None:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Disposition", disposition)
            self.send_header("Cache-Control", "no-store")
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        log_message: Callable[..., None] = staticmethod(lambda *_: None)

    return Page


def _outward_address() -> str:
    """The address by which this machine would leave its network; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def _named_addresses() -> list[str]:
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return []
    return [str(entry[4][0]) for entry in found]
