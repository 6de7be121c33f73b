r"""Reads a rescue file piece by piece: a head, then sealed records, each opened by itself.

    ROUNDS-RESCUE-1\n
    length (4 bytes, big end first), head: JSON {key, sender, salt}, the last two base64
    length, 12 bytes iv, AES-256-GCM of the record; its number (4 bytes) goes along, so none can be left out or swapped

The first record is the manifest, the others are photos in its order.
"""

from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from webapp.core.bodies import Readable
from webapp.core.errors import DomainError

MAGIC = b"ROUNDS-RESCUE-1\n"
PURPOSE = b"rounds-rescue-1"
LONGEST_HEAD = 4096
LONGEST_RECORD = 64 * 1024 * 1024
IV = 12


class NotARescueFile(DomainError):
    """The file is none of ours, or was changed on its way."""

    code = "sync.not_a_rescue_file"


class ForeignRescueFile(DomainError):
    """The file was sealed for another installation."""

    code = "sync.rescue_of_another_server"


class Head(msgspec.Struct, frozen=True):
    """What stands before the sealed records."""

    key: UUID
    sender: str
    salt: str


class Parcel(msgspec.Struct, frozen=True, rename="camel"):
    """What one person made on the phone in one estate; the token says in whose name it goes in."""

    push_token: str
    items: list[msgspec.Raw]
    estate: UUID


class SealedPhoto(msgspec.Struct, frozen=True, rename="camel"):
    """A photo that follows the manifest, and the token of who took it."""

    push_token: str
    estate: UUID
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class Manifest(msgspec.Struct, frozen=True, rename="camel"):
    """The first record."""

    device_id: UUID
    last_seq: Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]
    parcels: list[Parcel]
    photos: list[SealedPhoto]


@dataclass(slots=True)
class SealedFile:
    """A file being read."""

    body: Readable
    cipher: AESGCM
    read: int = 0

    def record(self) -> bytes | None:
        """Answer the next record, opened; None at the end. Raises NotARescueFile."""
        sealed = _piece(self.body, LONGEST_RECORD)
        if sealed is None:
            return None
        try:
            opened = self.cipher.decrypt(sealed[:IV], sealed[IV:], self.read.to_bytes(4, "big"))
        except (InvalidTag, ValueError) as error:
            raise NotARescueFile(record=self.read) from error
        self.read += 1
        return opened


def open_file(body: Readable, opener: Callable[[UUID, bytes, bytes], AESGCM | None]) -> tuple[SealedFile, Manifest]:
    """Answer the file with its manifest read; raises NotARescueFile or ForeignRescueFile."""
    try:
        head = msgspec.json.decode(_head(body), type=Head)
        cipher = opener(head.key, b64decode(head.sender, validate=True), b64decode(head.salt, validate=True))
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError) as error:
        raise NotARescueFile(record=-1) from error
    if cipher is None:
        raise ForeignRescueFile(key=str(head.key))
    file = SealedFile(body, cipher)
    try:
        return file, msgspec.json.decode(file.record() or b"", type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise NotARescueFile(record=0) from error


def _head(body: Readable) -> bytes:
    if _exactly(body, len(MAGIC)) != MAGIC:
        raise NotARescueFile(record=-1)
    return _piece(body, LONGEST_HEAD) or b""


def _piece(body: Readable, longest: int) -> bytes | None:
    """Answer the next piece; None when there is none, or only a part of it: it was cut off on its way."""
    told = _exactly(body, 4)
    if len(told) < 4:
        return None
    length = int.from_bytes(told, "big")
    if length > longest:
        raise NotARescueFile(length=length)
    piece = _exactly(body, length)
    return piece if len(piece) == length else None


def _exactly(body: Readable, length: int) -> bytes:
    pieces = bytearray()
    while len(pieces) < length and (piece := body.read(length - len(pieces))):
        pieces += piece
    return bytes(pieces)
