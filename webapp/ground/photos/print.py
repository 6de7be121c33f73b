"""Photos as they are printed: small, and in the one format that PDF holds as it is."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.ground.photos.models import Photo
from webapp.ground.photos.picture import as_jpeg
from webapp.ground.photos.rules import Size
from webapp.ground.photos.service import in_size

_AT_ONCE = 500


def printable(session: Session, location: str, estate_id: UUID, hashes: Collection[str]) -> dict[str, bytes]:
    """Answer those of the estate's photos that are here, by hash; awaited and lost ones are left out."""
    found = {}
    wanted = sorted(set(hashes))
    for start in range(0, len(wanted), _AT_ONCE):
        these = (Photo.estate_id == estate_id, Photo.sha256.in_(wanted[start : start + _AT_ONCE]))
        for photo in session.scalars(select(Photo).where(*these)):
            made = in_size(location, photo, Size.THUMB)
            if made is not None:
                found[photo.sha256] = as_jpeg(made[0])
    return found
