"""Captions broken between words: 单 | 元 is hard to read on a wall, and Chinese may break anywhere by itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil

from PIL import ImageFont

from webapp.ground.labels.sheet.layouts import Words
from webapp.ground.paper.fonts import REGULAR

# A word with the space behind it; a floor keeps its number (18 层), and brackets and commas end a word too.
_WORD = re.compile(r"(?:\d+ (?=[\u4e00-\u9fff]))?[（(]?[^\s（(，、,]+[，、,]?\s*|\S\s*")
_MM_PER_POINT = 25.4 / 72
# Heights in parts of the size, as in sheet.typ: of a letter, and from line to line.
_LETTER, _PITCH = 0.733, 1.353
# Large, so that whole pixels are fine enough.
_MEASURED_AT = 1000
# What a line gives away when words are torn wherever the typesetter likes.
_RAGGED = 1.1


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption as it is set: size in points, lines from the top; none leaves room to write.

    When it `flows`, the typesetter breaks it.
    """

    size: float
    lines: Sequence[str]
    flows: bool = False


@lru_cache(maxsize=4096)
def set_caption(name: str, words: Words) -> Caption:
    """Answer the name broken between its words at the largest size at which the label holds it.

    A name that fits at none is broken anywhere.
    """
    parts = _WORD.findall(name)
    if not parts:
        return Caption(words.caption[0], [])
    for size in words.caption:
        lines = _lines(parts, words.width / size / _MM_PER_POINT)
        if lines and len(lines) <= _room(words, size):
            return Caption(size, lines)
    return Caption(_size_to_flow(name, words), [name], flows=True)


def _lines(parts: Sequence[str], width: float) -> list[str]:
    """Answer the lines, each as full as `width` (in parts of the size) allows; none when a word does not fit."""
    lines: list[str] = []
    for part in parts:
        if _width(part) > width:
            return []
        if lines and _width(lines[-1] + part) <= width:
            lines[-1] += part
        else:
            lines.append(part)
    return [line.rstrip() for line in lines]


def _room(words: Words, size: float) -> int:
    """Answer how many lines of this size stand above each other."""
    height = words.caption_height / size / _MM_PER_POINT
    return int((height - _LETTER) // _PITCH) + 1


def _size_to_flow(name: str, words: Words) -> float:
    def lines(size: float) -> int:
        return ceil(_width(name) * size * _MM_PER_POINT * _RAGGED / words.width)

    return next((size for size in words.caption if lines(size) <= _room(words, size)), words.caption[-1])


@lru_cache(maxsize=4096)
def _width(text: str) -> float:
    """Answer the width of a text in parts of its size."""
    return _font().getlength(text.rstrip()) / _MEASURED_AT


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(REGULAR), _MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)
