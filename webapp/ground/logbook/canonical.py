"""JSON in its one canonical form (RFC 8785): what is hashed comes out the same on every machine, in every year."""

import hashlib
import re
from typing import Any

import msgspec
import rfc8785

_sorted = msgspec.json.Encoder(order="sorted")
# Where the compiled encoder may differ from RFC 8785: whole and very large or small floats, and keys beyond the
# basic plane. Anything that might be one goes the slow way (170 µs instead of 5 for a visit).
_ODD = re.compile(rb"\.0[,}\]]|[:,\[]-?[0-9.]+e|[\xf0-\xf4]|^-?[0-9]")


def canonical(value: Any) -> bytes:
    """Answer the canonical bytes of a JSON value; its integers lie within ±(2^53 - 1)."""
    quick = _sorted.encode(value)
    return rfc8785.dumps(msgspec.json.decode(quick)) if _ODD.search(quick) else quick


def sha256(*parts: bytes) -> str:
    """Answer the SHA-256 of the joined parts, in hex."""
    return hashlib.sha256(b"".join(parts)).hexdigest()
