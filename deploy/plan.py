"""What `make run` was asked for, read from the environment once and judged before anything starts."""

import ipaddress
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
EVERYWHERE = "0.0.0.0"  # noqa: S104  # LAN=1 asks for it


class Refused(Exception):
    """The start as asked for would be wrong; the text says what to do instead."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to start.

    host      address to listen on
    port      port of the app; with `lan` the next one serves the certificate
    lan       HTTPS with a local certificate, for phones in the same network
    demo      an empty database gets the demo estate
    data_dir  ROUNDS_DATA
    """

    host: str
    port: int
    lan: bool
    demo: bool
    data_dir: Path

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Plan":
        """Read HOST, PORT, LAN, DEMO and ROUNDS_DATA; what is empty counts as missing."""
        lan = _yes(environment.get("LAN"), default=False)
        return cls(
            host=environment.get("HOST") or (EVERYWHERE if lan else "127.0.0.1"),
            port=_port(environment.get("PORT") or "8000"),
            lan=lan,
            demo=_yes(environment.get("DEMO"), default=True),
            data_dir=Path(environment.get("ROUNDS_DATA") or "var").resolve(),
        )

    @property
    def on_loopback(self) -> bool:
        """Whether nobody but this machine can reach the app."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def near_host(self) -> str:
        """Where a program on this machine reaches the app."""
        return {EVERYWHERE: "127.0.0.1", "::": "::1"}.get(self.host, self.host)

    @property
    def bind(self) -> str:
        """The address as gunicorn wants it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def ports(self) -> tuple[int, ...]:
        """Every port that must be free."""
        return (self.port, self.port + 1) if self.lan else (self.port,)

    def url(self, host: str | None = None) -> str:
        """Answer where a browser finds the app, at `host` or at the address listened on."""
        name = host or self.near_host
        name = f"[{name}]" if ":" in name else name
        return f"{'https' if self.lan else 'http'}://{name}:{self.port}"


def refuse_taken_ports(plan: Plan) -> None:
    """Raise Refused where another program listens already, with a port to try instead."""
    family = socket.AF_INET6 if ":" in plan.host else socket.AF_INET
    for port in plan.ports:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((plan.host, port))
            except OSError as error:
                why = error.strerror or str(error)
                raise Refused(f"Cannot listen on {plan.host}:{port} ({why}). Try: make run PORT={port + 10}") from None


def refuse_demo_off_loopback(plan: Plan, *, demo_people: bool) -> None:
    """Raise Refused when well-known passwords would be open to a network."""
    if demo_people and not plan.on_loopback and not plan.lan:
        raise Refused(
            f"The demo passwords are public, so they are not served on {plan.host}. For phones in this network: "
            "make run LAN=1. For real use: make run DEMO=0 with an empty ROUNDS_DATA."
        )


def _yes(word: str | None, *, default: bool) -> bool:
    return default if not word else word.lower() not in {"0", "no", "false", "off"}


def _port(word: str) -> int:
    if not word.isdecimal() or not 1 <= int(word) <= 65534:
        raise Refused(f"PORT={word} is no port: give a number from 1 to 65534.")
    return int(word)
