"""A rescue file as a phone seals it."""

import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

MAGIC = b"ROUNDS-RESCUE-1\n"


def rescue_file(key: Mapping[str, str], manifest: Mapping[str, Any], photos: Sequence[bytes] = ()) -> bytes:
    """Answer the file of `manifest` and `photos`, sealed for `key` ({id, public} as the server tells it)."""
    own = ec.generate_private_key(ec.SECP256R1())
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), b64decode(key["public"]))
    salt = secrets.token_bytes(16)
    cipher = AESGCM(HKDF(hashes.SHA256(), 32, salt, b"rounds-rescue-1").derive(own.exchange(ec.ECDH(), theirs)))
    sender = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    head = {"key": key["id"], "sender": b64encode(sender).decode(), "salt": b64encode(salt).decode()}
    records = [json.dumps(manifest).encode(), *photos]
    sealed = (_sealed(cipher, number, record) for number, record in enumerate(records))
    return MAGIC + b"".join(map(_piece, (json.dumps(head).encode(), *sealed)))


def rescue_manifest(
    device_id: UUID, push_token: str, estate_id: UUID, items: Sequence[Any], photos: Sequence[str] = ()
) -> dict[str, Any]:
    """Answer the manifest of one person's items and of photos by their hashes."""
    return {
        "deviceId": str(device_id),
        "lastSeq": max((item["seq"] for item in items), default=0),
        "parcels": [{"pushToken": push_token, "estate": str(estate_id), "items": list(items)}],
        "photos": [{"pushToken": push_token, "estate": str(estate_id), "sha256": sha256} for sha256 in photos],
    }


def _sealed(cipher: AESGCM, number: int, record: bytes) -> bytes:
    iv = secrets.token_bytes(12)
    return iv + cipher.encrypt(iv, record, number.to_bytes(4, "big"))


def _piece(content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + content
