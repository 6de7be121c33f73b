"""What only this server may read: phones seal it for our key, on the way and wherever it is kept.

P-256, HKDF-SHA-256 and AES-256-GCM, as browsers have them. `purpose` keeps what is sealed for one thing from being
taken for another. One key pair is made at the first asking, all are kept.
"""

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
from sqlalchemy import LargeBinary, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from webapp.core.db import Base
from webapp.core.ids import new_id

CURVE = ec.SECP256R1()


class SealingKey(Base):
    """A key pair of this installation. It lies in the store so that every backup has it, and is never thrown away."""

    __tablename__ = "rescue_keys"  # rescue files were the first thing sealed

    id: Mapped[UUID] = mapped_column(primary_key=True)
    public: Mapped[bytes] = mapped_column(LargeBinary)  # the point, uncompressed, 65 bytes
    private: Mapped[bytes] = mapped_column(LargeBinary)  # PKCS #8, DER
    made_at: Mapped[datetime]


def newest_key(session: Session, now: datetime) -> SealingKey:
    """Answer the pair that phones seal for; the first is made here."""
    newest = session.scalars(select(SealingKey).order_by(SealingKey.made_at.desc()).limit(1)).one_or_none()
    return newest or _make(session, now)


def opener(session: Session, key_id: UUID, sender: bytes, salt: bytes, purpose: bytes) -> AESGCM | None:
    """Answer the cipher of what was sealed for our key `key_id`; None for a key that is not ours.

    sender  the public point of whoever sealed it, uncompressed; raises ValueError when it is none
    """
    key = session.get(SealingKey, key_id)
    if key is None:
        return None
    private = load_der_private_key(key.private, password=None)
    assert isinstance(private, ec.EllipticCurvePrivateKey)
    shared = private.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, sender))
    return AESGCM(HKDF(hashes.SHA256(), 32, salt, purpose).derive(shared))


def _make(session: Session, now: datetime) -> SealingKey:
    private = ec.generate_private_key(CURVE)
    key = SealingKey(
        id=new_id(),
        public=private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint),
        private=private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
        made_at=now,
    )
    session.add(key)
    session.flush()
    return key
