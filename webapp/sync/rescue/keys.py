"""Key pairs of rescue files: one is made at the first asking, all are kept."""

from datetime import datetime
from uuid import UUID

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
)
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.ids import new_id
from webapp.sync.rescue.models import RescueKey

CURVE = ec.SECP256R1()
PURPOSE = b"rounds-rescue-1"


def newest_key(session: Session, now: datetime) -> RescueKey:
    """Answer the pair that phones seal for; the first is made here."""
    newest = session.scalars(select(RescueKey).order_by(RescueKey.made_at.desc()).limit(1)).one_or_none()
    return newest or _make(session, now)


def opener(session: Session, key_id: UUID, sender: bytes, salt: bytes) -> AESGCM | None:
    """Answer the cipher of a file sealed for our key `key_id`; None for a key that is not ours.

    sender  the file's own public point, uncompressed; raises ValueError when it is none
    """
    key = session.get(RescueKey, key_id)
    if key is None:
        return None
    private = load_der_private_key(key.private, password=None)
    assert isinstance(private, ec.EllipticCurvePrivateKey)
    shared = private.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, sender))
    return AESGCM(HKDF(hashes.SHA256(), 32, salt, PURPOSE).derive(shared))


def _make(session: Session, now: datetime) -> RescueKey:
    private = ec.generate_private_key(CURVE)
    key = RescueKey(
        id=new_id(),
        public=private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint),
        private=private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
        made_at=now,
    )
    session.add(key)
    session.flush()
    return key
