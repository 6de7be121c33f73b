"""JSON in its one canonical form (RFC 8785): what is hashed comes out the same on every machine, in every year."""

import hashlib
import re
from typing import Any

import msgspec
import rfc8785

_sorted = msgspec.json.Encoder(order="sorted")
# Where the compiled encoder may differ from RFC 8785: whole floats, exponents, and keys beyond the basic plane. What
# might be one goes the slow way (170 µs a visit, not 5). One regular expression for all of it would cost 70 µs.
_ODD_FRACTION = re.compile(rb"\.(?:0[,}\]]|[0-9]+e)")
_DIGITS_AS_0 = bytes.maketrans(b"0123456789", b"0" * 10)
_EXPONENTS = (b":0e", b",0e", b"[0e", b":-0e", b",-0e", b"[-0e")
_LONG_NUMBERS = tuple(before + b"0" * 16 for before in (b":", b",", b"[", b"-", b" ", b"\n", b"\r", b"\t"))
_BEYOND = (b"\xf0", b"\xf1", b"\xf2", b"\xf3", b"\xf4")


def canonical(value: Any) -> bytes:
    """Answer the canonical bytes of a JSON object or array; its integers lie within ±(2^53 - 1)."""
    quick = _sorted.encode(value)
    return rfc8785.dumps(msgspec.json.decode(quick)) if _may_differ(quick) else quick


def has_long_number(text: bytes) -> bool:
    """Say whether a number of 16 digits or more stands somewhere in the JSON `text`."""
    shape = text.translate(_DIGITS_AS_0)
    return b"0" * 16 in shape and any(map(shape.__contains__, _LONG_NUMBERS))


def _may_differ(quick: bytes) -> bool:
    shape = quick.translate(_DIGITS_AS_0)
    if any(map(shape.__contains__, _EXPONENTS)) or any(map(quick.__contains__, _BEYOND)):
        return True
    return _ODD_FRACTION.search(quick) is not None


def sha256(*parts: bytes) -> str:
    """Answer the SHA-256 of the joined parts, in hex."""
    return hashlib.sha256(b"".join(parts)).hexdigest()
