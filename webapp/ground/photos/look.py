"""What a photo looks like, so that the same picture sent twice is found again though its bytes differ.

A difference hash of brightness in 64 steps, by whose quarters pictures are looked up, and a small grey copy that
confirms. Of a picture in which there is nothing to tell apart (dark, a bare wall) there is no look: such pictures are
all alike (`protocol.md` 11).
"""

import io
import struct
from collections.abc import Sequence
from statistics import fmean, pstdev

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
    pairs = zip(_evened(one[HASH:]), _evened(other[HASH:]), strict=True)
    return fmean(abs(left - right) for left, right in pairs) <= MOST_APART


def _neighbours(levels: bytes) -> list[tuple[int, int]]:
    """Answer each level with its right neighbour, row by row."""
    wide = HASH + 1
    return [(levels[row * wide + at], levels[row * wide + at + 1]) for row in range(HASH) for at in range(HASH)]


def _evened(levels: bytes) -> Sequence[float]:
    middle, spread = fmean(levels), pstdev(levels) or 1
    return [(level - middle) / spread for level in levels]
