"""JSON in its one canonical form (RFC 8785): what is hashed comes out the same on every machine, in every year."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

import msgspec
import rfc8785

_sorted = msgspec.json.Encoder(order="sorted")
# Where the compiled encoder may differ from RFC 8785: whole floats, exponents, and keys beyond the basic plane. What
# might be one goes the slow way (170 µs a visit, not 5). One regular expression for all of it would cost 70 µs.
_ODD_FRACTION = re.compile(rb"\.(?:0[,}\]]|[0-9]+e)")
# Every digit as 0, and as a comma whatever may stand before a number: then few shapes need to be looked for.
_SHAPE = bytes.maketrans(b"0123456789:[ \n\r\t", b"0" * 10 + b"," * 6)
# Expressions of plain letters are looked for by another way than `in`, five times as quick here.
_EXPONENTS = (re.compile(b",0e"), re.compile(b",-0e"))
_LONG_NUMBERS = (b"," + b"0" * 16, b"-" + b"0" * 16)
_BEYOND = (b"\xf0", b"\xf1", b"\xf2", b"\xf3", b"\xf4")


def canonical(value: Any) -> bytes:
    """Answer the canonical bytes of a JSON object or array; its integers lie within ±(2^53 - 1)."""
    quick = _sorted.encode(value)
    return rfc8785.dumps(msgspec.json.decode(quick)) if _may_differ(quick) else quick


def canonical_after(first: str, known: bytes, others: Mapping[str, Any]) -> bytes:
    """Answer the canonical bytes of an object whose member `first` has the canonical form `known` already.

    others  the rest of its members (there are some); every name comes after `first`
    """
    assert all(first < name for name in others)
    return b'{"' + first.encode() + b'":' + known + b"," + canonical(others)[1:]


def has_long_number(text: bytes) -> bool:
    """Say whether a number of 16 digits or more stands somewhere in the JSON `text`."""
    shape = text.translate(_SHAPE)
    return b"0" * 16 in shape and any(map(shape.__contains__, _LONG_NUMBERS))


def _may_differ(quick: bytes) -> bool:
    shape = quick.translate(_SHAPE)
    if any(exponent.search(shape) for exponent in _EXPONENTS) or any(map(quick.__contains__, _BEYOND)):
        return True
    return _ODD_FRACTION.search(quick) is not None


def sha256(*parts: bytes) -> str:
    """Answer the SHA-256 of the joined parts, in hex."""
    return hashlib.sha256(b"".join(parts)).hexdigest()
