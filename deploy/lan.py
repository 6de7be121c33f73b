"""LAN=1: what phones in the same network need to reach the app over HTTPS.

Camera, offline and installing work only over HTTPS, so this machine vouches for itself; a phone is told once to
trust it, by a page over plain http on the next port.
"""

import ipaddress
import socket
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from deploy import certificates
from deploy.lan_page import LANGUAGES, page, wanted_language
from deploy.plan import Plan, Refused


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
    return f"http://{address}:{plan.port + 1}/"


def serve_authority(plan: Plan, folder: Path, own_addresses: list[str]) -> ThreadingHTTPServer:
    """Serve the page and /ca.crt until the process ends; nothing else can be asked for."""
    ca = certificates.authority_file(folder).read_bytes()
    server = ThreadingHTTPServer((plan.host, plan.port + 1), _handler(plan, ca, own_addresses))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, name="certificate page", daemon=True).start()
    return server


def _handler(plan: Plan, ca: bytes, own_addresses: list[str]) -> type[BaseHTTPRequestHandler]:
    class Page(BaseHTTPRequestHandler):
        """The page, the certificate, and no for all else."""

        timeout = 10
        server_version = "Rounds"
        sys_version = ""

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if path == "/ca.crt":
                self._answer(ca, "application/x-x509-ca-cert", "inline; filename=rounds-ca.crt")
            elif path.strip("/") in {"", *LANGUAGES}:
                language = path.strip("/") or wanted_language(self.headers.get("Accept-Language", ""))
                text = page(language, plan.url(self._own_address()), self.headers.get("User-Agent", ""))
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
