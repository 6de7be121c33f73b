"""The table of key pairs. Old ones are never thrown away: a file sealed long ago must still open."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base


class RescueKey(Base):
    """A key pair of this installation (P-256). It lies in the store so that every backup has it."""

    __tablename__ = "rescue_keys"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    public: Mapped[bytes] = mapped_column(LargeBinary)  # the point, uncompressed, 65 bytes
    private: Mapped[bytes] = mapped_column(LargeBinary)  # PKCS #8, DER
    made_at: Mapped[datetime]
