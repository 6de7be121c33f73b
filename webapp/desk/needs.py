"""What the desk must know of rooms beside it; the factory hands it over."""

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID

from sqlalchemy.orm import Session


class MissingOf(Protocol):
    """Offered by sync."""

    def __call__(self, session: Session, device_ids: Sequence[UUID], /) -> Mapping[UUID, int]:
        """Answer how many items of each phone never arrived; phones that lack nothing may be left out."""
