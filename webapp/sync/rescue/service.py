"""Takes in a rescue file: items and photos go in under their makers' names, exactly as if their phone had sent them."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from webapp.core.actor import Maker
from webapp.core.bodies import Readable
from webapp.core.db import db
from webapp.core.domain import PushKind
from webapp.core.errors import DomainError
from webapp.core.jobs import enqueue
from webapp.core.sealing import opener
from webapp.ground.people import maker_of_token
from webapp.ground.people.queries import estates_ever_of
from webapp.ground.photos.jobs import MAKE_SIZES, photo_store
from webapp.ground.photos.queries import photo
from webapp.ground.photos.service import take_in
from webapp.sync.envelope import MAX_ITEMS, Envelope
from webapp.sync.push import push
from webapp.sync.rescue.sealed import PURPOSE, Parcel, SealedFile, SealedPhoto, open_file


@dataclass(slots=True)
class Rescued:
    """What came of a file: answers as JSON text; what it held that could not be taken in stays in the file.

    strangers      items whose maker's token is unknown or has ended
    photos_kept    photos that are here now, also those that were here before
    photos_absent  photos that the file names, and that were cut off or are no pictures
    """

    answers: list[str] = field(default_factory=list)
    held: int = 0
    strangers: int = 0
    photos_kept: int = 0
    photos_absent: int = 0


def rescue(body: Readable, kinds: Mapping[str, PushKind], *, now: datetime) -> Rescued:
    """Take in the file that `body` brings; bringing it again changes nothing.

    Raises NotARescueFile or ForeignRescueFile; what was read before a broken record is kept all the same.
    """
    file, manifest = open_file(body, lambda key, sender, salt: opener(db.session(), key, sender, salt, PURPOSE))
    told = Rescued()
    for parcel in manifest.parcels:
        _take_items(parcel, manifest.last_seq, kinds, told, now)
    for sealed in manifest.photos:
        if _take_photo(file, sealed, now):
            told.photos_kept += 1
        else:
            told.photos_absent += 1
    return told


def _take_items(parcel: Parcel, last_seq: int, kinds: Mapping[str, PushKind], told: Rescued, now: datetime) -> None:
    maker = _maker(parcel.push_token)
    if maker is None:
        told.strangers += len(parcel.items)
        return
    for start in range(0, len(parcel.items), MAX_ITEMS):
        envelope = Envelope(items=parcel.items[start : start + MAX_ITEMS], device_id=maker.device_id, last_seq=last_seq)
        pushed = push(envelope, maker, kinds, now=now)
        told.answers += pushed.intake.answers
        told.held += len(pushed.intake.held)


def _take_photo(file: SealedFile, sealed: SealedPhoto, now: datetime) -> bool:
    content = file.record()
    maker = _maker(sealed.push_token)
    if content is None or maker is None or sealed.estate not in estates_ever_of(db.session(), maker.person_id):
        return False
    if photo(db.session(), sealed.estate, sealed.sha256) is None:
        try:
            take_in(photo_store(), sealed.estate, sealed.sha256, io.BytesIO(content), maker, now=now)
        except DomainError:
            return False
        enqueue(MAKE_SIZES.name, str(sealed.estate), sealed.sha256)
    return True


def _maker(push_token: str) -> Maker | None:
    try:
        return maker_of_token(push_token)
    except DomainError:
        return None
