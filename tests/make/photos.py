"""Builders of photos and of records that show them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from tests.make.moments import NOON
from tests.make.people import device, person
from webapp.core.ids import new_id
from webapp.ground.estates.models import Estate
from webapp.ground.photos.models import Photo, PhotoUse


def photo(session: Session, estate: Estate, sha256: str, *, received_at: datetime = NOON) -> Photo:
    """Make the row of a photo that somebody has sent; its bytes are not there."""
    made = Photo(
        estate_id=estate.id,
        sha256=sha256,
        mime="image/jpeg",
        size=1,
        width=800,
        height=600,
        bare=True,
        sent_by=person(session, estate).id,
        device_id=device(session, estate).id,
        received_at=received_at,
    )
    session.add(made)
    session.commit()
    return made


def photo_use(
    session: Session,
    estate: Estate,
    sha256: str,
    *,
    made_by: UUID | None = None,
    origin_kind: str = "patrols.visit",
    used_at: datetime = NOON,
) -> PhotoUse:
    """Say that a record shows the photo."""
    made = PhotoUse(
        estate_id=estate.id,
        sha256=sha256,
        origin_kind=origin_kind,
        origin_id=new_id(),
        made_by=made_by or new_id(),
        device_id=new_id(),
        used_at=used_at,
    )
    session.add(made)
    session.commit()
    return made
