"""Rules of photos: how large, which size is which, who may see them; pure."""

import enum
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from webapp.core.actor import OVERSEERS, Role
from webapp.core.errors import BadShape

MAX_BYTES = 15 * 1024 * 1024
MAX_PIXELS = 50_000_000
MAX_HASHES = 500
UNUSED_KEPT = timedelta(days=100)  # protocol.md 11

# Whose records' photos a role may see besides the own: who repairs sees what is to be repaired.
SEES: Mapping[Role, Collection[str]] = {
    Role.STEWARD: ("patrols", "findings", "vacancy", "renovation", "emergencies"),
    Role.FRONT_DESK: ("findings", "renovation"),
    Role.ENGINEER: ("findings", "renovation", "emergencies"),
    Role.GUARD: ("findings", "renovation", "emergencies"),
    Role.CLEANER: ("findings",),
    Role.RENOVATION_INSPECTOR: ("findings", "renovation"),
    Role.FINANCE: ("renovation",),
}


class Size(enum.StrEnum):
    """In which size a photo is shown."""

    THUMB = "thumb"
    SCREEN = "screen"
    ORIGINAL = "original"


# Long edge in pixels, format, quality.
MADE: Mapping[Size, tuple[int, str, int]] = {Size.THUMB: (480, "WEBP", 75), Size.SCREEN: (1600, "JPEG", 82)}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a picture is. `bare` says it is upright, small and without EXIF: fit for the screen as it came."""

    mime: str
    width: int
    height: int
    bare: bool


@dataclass(frozen=True, slots=True)
class Use:
    """A record that shows the photo."""

    origin_kind: str
    made_by: UUID


def read_hash(text: str) -> str:
    """Answer a SHA-256 as it is stored; raises BadShape."""
    if not re.fullmatch(r"[0-9a-fA-F]{64}", text):
        raise BadShape(sha256=text[:80])
    return text.lower()


def may_see(role: Role, person_id: UUID, uses: Iterable[Use], sent_by: UUID | None) -> bool:
    """Say whether a person of this role may see a photo.

    Those may who sent it, who made a record that shows it, who oversees the estate, and whose work such records are.
    """
    if person_id == sent_by:
        return True
    return any(
        role in OVERSEERS
        or role is Role.GM
        or use.made_by == person_id
        or use.origin_kind.partition(".")[0] in SEES.get(role, ())
        for use in uses
    )
