"""From what is known of a visit to reasons, and from reasons to a grade. Pure."""

import enum
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from webapp.core.remarks import Remark
from webapp.domains.patrols.rules.codes import DOUBTS, LATER, THIN

# From one building to another nobody gets in less; a lift takes this long a floor, doors and waiting left out.
BETWEEN_BUILDINGS = timedelta(seconds=60)
A_FLOOR = timedelta(seconds=1.5)
# Nobody on foot is quicker; positions closer than this are no distance.
METRES_A_SECOND, NEAR_METRES = 8, 100
VAGUE_METRES = 100
AWAITED = timedelta(days=7)
NEW_FOR = timedelta(hours=24)
EARTH_METRES = 6_371_000


class Grade(enum.StrEnum):
    """How good the evidence is, best first."""

    SOLID = "solid"
    FAIR = "fair"
    WEAK = "weak"
    DOUBTFUL = "doubtful"


# What alone makes a visit doubtful, and what does so only together with another doubt; all else weighs one.
GRAVE = frozenset({"patrols.photo_repeated"})
HEAVY = frozenset(
    {
        "patrols.drumming",
        "patrols.label_elsewhere",
        "patrols.label_revoked",
        "patrols.label_unknown",
        "patrols.pace",
        "patrols.photo_alike",
        "patrols.photo_awaited",
        "patrols.photo_not_live",
        "patrols.task_missing",
        "patrols.time_doubtful",
        "patrols.too_fast",
        "patrols.unknown_place",
    }
)
DOUBTFUL_FROM = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """Where and when somebody was. `position` is {lat, lon, accuracyM}, the phone's word."""

    visit_id: UUID
    at: datetime
    place_id: UUID
    place_name: str | None
    building_id: UUID | None
    floor: int | None
    position: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Basis:
    """All that a grade rests on.

    remarks         what was remarked when the visit came in
    spot, before    where the person was, and at the visit before, on whatever phone
    live_photo      at least one photo was taken in the app during the visit
    new_device      the person had signed in on another phone before, and on this one only now
    repeated        the very same photo belongs to an earlier visit; `alike`: the same picture in other bytes
    awaited         photos that were to come more than a week ago
    asks_position   the estate asks for positions
    too_fast        `too_fast_seconds`
    """

    remarks: Sequence[Mapping[str, Any]]
    spot: Spot
    before: Spot | None
    live_photo: bool
    new_device: bool
    repeated: bool
    alike: bool
    awaited: int
    asks_position: bool
    too_fast: timedelta


def reasons(basis: Basis) -> list[Remark]:
    """Answer what speaks against a visit, and what of the evidence is missing; the weightiest first."""
    told = [Remark(one["code"], one["params"]) for one in basis.remarks if one["code"] in DOUBTS]
    codes = {remark.code for remark in told}
    found = [*told, *_of_the_photos(basis, codes), *_of_the_way(basis, codes), *_of_the_position(basis)]
    if basis.new_device:
        found.append(Remark("patrols.new_device"))
    return sorted(found, key=lambda remark: (-weight(remark.code), remark.code))


def grade(codes: Iterable[str]) -> Grade:
    """Answer the grade that these reasons come to."""
    told = set(codes)
    heavy = sum(weight(code) for code in told)
    if heavy >= DOUBTFUL_FROM:
        return Grade.DOUBTFUL
    if heavy:
        return Grade.WEAK
    return Grade.FAIR if told & THIN else Grade.SOLID


def weight(code: str) -> int:
    """Answer how much a reason weighs; nothing when only something is missing."""
    if code in GRAVE:
        return 3
    if code in HEAVY:
        return 2
    return 1 if code in DOUBTS | LATER else 0


def is_new(signed_in: Mapping[UUID, datetime], device: UUID, at: datetime) -> bool:
    """Say whether a phone was new to its person at `at`.

    signed_in  when the person first signed in on each phone
    """
    here = signed_in.get(device)
    if here is None or at - here > NEW_FOR:
        return False
    return any(first < here for first in signed_in.values())


def _of_the_photos(basis: Basis, told: set[str]) -> Iterator[Remark]:
    if basis.repeated:
        yield Remark("patrols.photo_repeated")
    elif basis.alike:
        yield Remark("patrols.photo_alike")
    if basis.awaited:
        yield Remark("patrols.photo_awaited", {"count": basis.awaited})
    # A photo of another time or place is no photo of the visit, and that is told already.
    if not basis.live_photo and not told & {"patrols.photo_not_live", "patrols.photo_outside_visit"}:
        yield Remark("patrols.no_photo")


def _of_the_way(basis: Basis, told: set[str]) -> Iterator[Remark]:
    spot, before = basis.spot, basis.before
    # What the phone told itself need not be told twice.
    if before is None or before.place_id == spot.place_id or told & {"patrols.too_fast", "patrols.scan_order"}:
        return
    took = spot.at - before.at
    if took < max(_least(spot, before, basis.too_fast), _by_position(spot, before)):
        yield Remark("patrols.pace", {"seconds": int(took.total_seconds()), "from": before.place_name or ""})


def _least(spot: Spot, before: Spot, too_fast: timedelta) -> timedelta:
    if spot.building_id is None or before.building_id is None:
        return too_fast
    if spot.building_id != before.building_id:
        return max(BETWEEN_BUILDINGS, too_fast)
    return (
        too_fast + A_FLOOR * abs((spot.floor or 0) - (before.floor or 0)) if spot.floor and before.floor else too_fast
    )


def _by_position(spot: Spot, before: Spot) -> timedelta:
    if spot.position is None or before.position is None:
        return timedelta(0)
    sure = metres(spot.position, before.position) - spot.position["accuracyM"] - before.position["accuracyM"]
    return timedelta(seconds=sure / METRES_A_SECOND) if sure > NEAR_METRES else timedelta(0)


def metres(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    """Answer how far two positions lie apart."""
    lat1, lat2 = math.radians(one["lat"]), math.radians(other["lat"])
    east = math.radians(other["lon"] - one["lon"])
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(east / 2) ** 2
    return 2 * EARTH_METRES * math.asin(math.sqrt(half))


def _of_the_position(basis: Basis) -> Iterator[Remark]:
    position = basis.spot.position
    if not basis.asks_position:
        return
    if position is None:
        yield Remark("patrols.no_position")
    elif position["accuracyM"] > VAGUE_METRES:
        yield Remark("patrols.position_vague", {"metres": round(position["accuracyM"])})
