"""Reads what grades rest on: a few queries for many visits."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.domains.patrols.evidence.rules import AWAITED, Basis, Spot, is_new
from webapp.domains.patrols.models import PatrolVisit
from webapp.domains.patrols.rules.evidence import SHUTTER
from webapp.domains.patrols.rules.rows import VISIT
from webapp.ground.estates.queries import settings_versions
from webapp.ground.estates.rules import version_at
from webapp.ground.estates.settings import effective
from webapp.ground.people.models import SignIn
from webapp.ground.photos import queries as photos
from webapp.ground.photos.models import PhotoUse
from webapp.ground.places.models import Place

# Who needs longer from one place to the next has had time to walk.
LOOKED_BACK = timedelta(minutes=30)

# When each photo was first used on a visit, and on which: {sha256: [(scanned_at, visit_id), …]}
Uses = Mapping[str, Sequence[tuple[datetime, UUID]]]


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read for a batch of visits; `spots` by visit: where it was, and where its maker was before."""

    spots: Mapping[UUID, tuple[Spot, Spot | None]]
    signed_in: Mapping[UUID, Mapping[UUID, datetime]]
    uses: Uses
    alike: Mapping[str, set[str]]
    arrived: set[str]


def bases(session: Session, estate_id: UUID, visits: Sequence[PatrolVisit], now: datetime) -> dict[UUID, Basis]:
    """Answer what the grade of each of these visits rests on, by its id."""
    hashes = {photo["sha256"] for visit in visits for photo in visit.photos}
    alike = photos.looking_alike(session, estate_id, hashes)
    shown = hashes.union(*alike.values())
    read = _Read(
        spots=_spots(session, estate_id, visits),
        signed_in=_signed_in(session, {visit.by_id for visit in visits}),
        uses=_uses(session, estate_id, shown),
        alike=alike,
        arrived=photos.arrived(session, estate_id, hashes) if hashes else set(),
    )
    versions = settings_versions(session, estate_id)
    return {
        visit.id: _basis(visit, read, effective(version_at(versions, visit.scanned_at).settings), now)
        for visit in visits
    }


def _basis(visit: PatrolVisit, read: _Read, settings: Mapping[str, Any], now: datetime) -> Basis:
    hashes = [photo["sha256"] for photo in visit.photos]
    spot, before = read.spots[visit.id]
    return Basis(
        remarks=visit.remarks,
        spot=spot,
        before=before,
        live_photo=any(photo["live"] and _in_time(visit, photo) for photo in visit.photos),
        new_device=is_new(read.signed_in.get(visit.by_id, {}), visit.device_id, visit.scanned_at),
        repeated=any(_used_before(visit, [sha256], read.uses) for sha256 in hashes),
        alike=any(_used_before(visit, read.alike.get(sha256, ()), read.uses) for sha256 in hashes),
        awaited=_awaited(visit, hashes, read.arrived, now),
        asks_position=settings["ask_position"],
        too_fast=timedelta(seconds=settings["too_fast_seconds"]),
    )


def _in_time(visit: PatrolVisit, photo: Mapping[str, Any]) -> bool:
    taken = datetime.fromisoformat(photo["takenAt"])
    return visit.phone_scanned_at - SHUTTER <= taken <= visit.phone_finished_at + SHUTTER


def _used_before(visit: PatrolVisit, hashes: Iterable[str], uses: Uses) -> bool:
    """Say whether an earlier visit shows one of these photos; of two the later one repeats."""
    of_this = (visit.scanned_at, visit.id)
    return any(use < of_this and use[1] != visit.id for sha256 in hashes for use in uses.get(sha256, ()))


def _awaited(visit: PatrolVisit, hashes: Iterable[str], arrived: set[str], now: datetime) -> int:
    return len(set(hashes) - arrived) if now - visit.received_at > AWAITED else 0


def _spots(session: Session, estate_id: UUID, visits: Sequence[PatrolVisit]) -> dict[UUID, tuple[Spot, Spot | None]]:
    """Answer where the makers of the visits were on their days, and just before, by visit."""
    # Rounds over midnight keep their day, so what was scanned just before is of these days or the one before.
    days = {day for visit in visits for day in (visit.day, visit.day - timedelta(days=1))}
    since = min(visit.scanned_at for visit in visits) - LOOKED_BACK
    query = (
        select(PatrolVisit.by_id, PatrolVisit.id, PatrolVisit.scanned_at, PatrolVisit.place_id, PatrolVisit.place_name)
        .add_columns(Place.building_id, Place.floor, PatrolVisit.position)
        .outerjoin(Place, (Place.estate_id == PatrolVisit.estate_id) & (Place.id == PatrolVisit.place_id))
        .where(PatrolVisit.estate_id == estate_id, PatrolVisit.day.in_(days), PatrolVisit.scanned_at >= since)
        .where(PatrolVisit.by_id.in_({visit.by_id for visit in visits}))
        .order_by(PatrolVisit.by_id, PatrolVisit.scanned_at, PatrolVisit.id)
    )
    spots: dict[UUID, tuple[Spot, Spot | None]] = {}
    for _, rows in groupby(session.execute(query), key=lambda row: row.by_id):
        before = None
        for _, *columns in rows:
            spot = Spot(*columns)
            spots[spot.visit_id] = (spot, before)
            before = spot
    return spots


def _signed_in(session: Session, people: set[UUID]) -> dict[UUID, dict[UUID, datetime]]:
    query = (
        select(SignIn.person_id, SignIn.device_id, func.min(SignIn.made_at))
        .where(SignIn.person_id.in_(people))
        .group_by(SignIn.person_id, SignIn.device_id)
    )
    first: defaultdict[UUID, dict[UUID, datetime]] = defaultdict(dict)
    for person_id, device_id, at in session.execute(query):
        first[person_id][device_id] = at
    return first


def _uses(session: Session, estate_id: UUID, hashes: set[str]) -> Uses:
    """Answer the visits that show these photos. A finding shows the photo of its visit again, which is no repeat."""
    if not hashes:
        return {}
    of_visit = (PatrolVisit.estate_id == PhotoUse.estate_id) & (PatrolVisit.id == PhotoUse.origin_id)
    query = (
        select(PhotoUse.sha256, PatrolVisit.scanned_at, PatrolVisit.id)
        .join(PatrolVisit, of_visit)
        .where(PhotoUse.estate_id == estate_id, PhotoUse.sha256.in_(hashes), PhotoUse.origin_kind == VISIT)
    )
    uses: defaultdict[str, list[tuple[datetime, UUID]]] = defaultdict(list)
    for sha256, at, visit_id in session.execute(query):
        uses[sha256].append((at, visit_id))
    return uses
