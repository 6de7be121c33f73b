"""What a photo looks like, so that the same picture sent twice is found again though its bytes differ.

A difference hash of brightness in 64 steps, by whose quarters pictures are looked up, and a small grey copy that
confirms. Of a picture in which there is nothing to tell apart (dark, a bare wall) there is no look: such pictures are
all alike (`protocol.md` 11).
"""

import io
import struct
from collections.abc import Sequence
from functools import lru_cache
from math import sqrt
from operator import eq, sub

from PIL import Image

HASH, COPY = 8, 16
# In spreads of a copy's brightness. Measured on drawn stairwells: smaller, dimmed or packed harder at most 0.029;
# taken again from the same spot by hand at least 0.069.
MOST_APART = 0.04
# Darker than this, of 255, a camera makes up what it shows.
DARK = 24
# So many of the 64 steps must be of so many levels.
STEPS, LEVELS = 24, 4


def look_of(picture: bytes) -> bytes | None:
    """Answer the look of a picture that `picture.shrink` made; None where nothing can be told apart."""
    with Image.open(io.BytesIO(picture)) as image:
        grey = image.convert("L")
    levels = grey.resize((HASH + 1, HASH), Image.Resampling.LANCZOS).tobytes()
    steps = [right - left for left, right in _neighbours(levels)]
    if sum(levels) < DARK * len(levels) or sum(abs(step) >= LEVELS for step in steps) < STEPS:
        return None
    bits = sum((step > 0) << place for place, step in enumerate(steps))
    return bits.to_bytes(HASH, "big") + grey.resize((COPY, COPY), Image.Resampling.BOX).tobytes()


def parts_of(look: bytes) -> tuple[int, ...]:
    """Answer the four quarters of the hash: of two looks that differ in three steps at most, one is the same."""
    return struct.unpack(">4H", look[:HASH])


def alike(one: bytes, other: bytes) -> bool:
    """Say whether two looks are of the same picture, however bright."""
    if not any(map(eq, parts_of(one), parts_of(other))):
        return False
    apart: float = sum(map(abs, map(sub, _evened(one), _evened(other))))
    return apart <= MOST_APART * COPY * COPY


def _neighbours(levels: bytes) -> list[tuple[int, int]]:
    """Answer each level with its right neighbour, row by row."""
    wide = HASH + 1
    return [(levels[row * wide + at], levels[row * wide + at + 1]) for row in range(HASH) for at in range(HASH)]


@lru_cache(maxsize=4096)  # one is compared with many, again and again
def _evened(look: bytes) -> Sequence[float]:
    levels = look[HASH:]
    middle = sum(levels) / len(levels)
    # Not `statistics`: its exact sums take a hundred times as long.
    spread = sqrt(sum(level * level for level in levels) / len(levels) - middle * middle) or 1
    return [(level - middle) / spread for level in levels]
