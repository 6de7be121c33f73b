"""The chain of an estate's logbook, pure: how a content is sealed and how an entry hangs on the one before."""

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec

from webapp.ground.logbook.canonical import canonical, canonical_after, sha256


class Sealed(msgspec.Struct, frozen=True):
    """A content as it is kept: the very text that is hashed, and the salt without which a purged one can be guessed."""

    text: str
    salt: str
    hash: str
    personal: str | None = None
    personal_salt: str | None = None


def seal(content: Mapping[str, Any], personal: Mapping[str, Any] | None = None, *, item: bytes | None = None) -> Sealed:
    """Answer `content` sealed; of `personal` it holds only the hash, so that it can be erased alone.

    item  the canonical form of `content["item"]` where that was made already
    """
    if personal is None and item is not None:
        others = {name: value for name, value in content.items() if name != "item"}
        return _sealed(canonical_after("item", item, others))
    personal_text = personal_salt = None
    if personal is not None:
        personal_text, personal_salt = canonical(personal), secrets.token_hex(16)
        content = {**content, "personalHash": salted_hash(personal_salt, personal_text)}
    kept = personal_text.decode() if personal_text else None
    return _sealed(canonical(content), kept, personal_salt)


def _sealed(text: bytes, personal: str | None = None, personal_salt: str | None = None) -> Sealed:
    salt = secrets.token_hex(16)
    return Sealed(text.decode(), salt, salted_hash(salt, text), personal, personal_salt)


def salted_hash(salt: str, text: bytes) -> str:
    """Answer the hash under which a content stands in the chain."""
    return sha256(bytes.fromhex(salt), text)


def moment(at: datetime) -> str:
    """Answer a moment as the book writes it: UTC, microseconds, `Z`."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def link(estate_id: UUID, number: int, kind: str, at: datetime, content_hash: str, prev: str) -> str:
    """Answer the hash of an entry: `{estate, entry, kind, at, contentHash, prev}` (`protocol.md` 5)."""
    return sha256(
        canonical(
            {
                "at": moment(at),
                "contentHash": content_hash,
                "entry": number,
                "estate": str(estate_id),
                "kind": kind,
                "prev": prev,
            }
        )
    )
