"""The code on a label: 11 random Crockford characters and a Luhn mod 32 check character, shown 4-4-4.

The code means nothing and the host before it does not count (`protocol.md` 12), so a new domain never kills a printed
label. The phone judges by the same rules; both read `tests/examples/rules/code.json`.
"""

import re
import secrets
import unicodedata
from dataclasses import dataclass
from typing import Literal

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12

_LOOK_ALIKE = str.maketrans("OIL", "011")
_IN_AN_ADDRESS = re.compile(r"(?:[A-Z][A-Z0-9+.-]*://)?[^?#]*/T/([^/?#]*)/?(?:[?#].*)?", re.DOTALL)
_GAPS = re.compile(r"[\s\u2010-\u2015-]")
# A character too many or too few is still somebody's attempt at typing a code.
_ATTEMPT = re.compile(r"[0-9A-Z]{11,13}")
# The one swap of neighbours that a Luhn check cannot see.
_BLIND_SWAPS = ("0Z", "Z0")


@dataclass(frozen=True, slots=True)
class NoCode:
    """Why a text is no code of ours: `not_ours` is another QR or text, `mistyped` has a wrong character."""

    why: Literal["not_ours", "mistyped"]


def parse(text: str) -> str | NoCode:
    """Answer the code in a typed text or in any `…/T/CODE` address of any host, in any case.

    Spaces and hyphens are dropped; O is read as 0, I and L as 1; full-width letters count as letters.
    """
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    address = _IN_AN_ADDRESS.fullmatch(plain)
    typed = _GAPS.sub("", address[1] if address else plain)
    if not _ATTEMPT.fullmatch(typed):
        return NoCode("not_ours")
    code = typed.translate(_LOOK_ALIKE)
    return code if _is_sound(code) else NoCode("mistyped")


def new_code() -> str:
    """Answer a fresh code (55 random bits) in which the check sees every swap of neighbours."""
    while True:
        body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
        code = body + check_character(body)
        if not any(swap in code for swap in _BLIND_SWAPS):
            return code


def shown(code: str) -> str:
    """Answer the code as people read it: 4-4-4."""
    return "-".join(code[start : start + 4] for start in range(0, LENGTH, 4))


def check_character(body: str) -> str:
    """Answer the Luhn mod 32 check character of `body`: every second value from the right is doubled."""
    total = 0
    for place, character in enumerate(reversed(body)):
        value = ALPHABET.index(character) * (1 if place % 2 else 2)
        total += value // 32 + value % 32
    return ALPHABET[-total % 32]


def _is_sound(code: str) -> bool:
    known = len(code) == LENGTH and all(character in ALPHABET for character in code)
    return known and check_character(code[:-1]) == code[-1]
