"""Tables side by side under one header, as where each stairwell has columns of its own. Pure."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from webapp.ground.register.reading.headers import Header, Knows
from webapp.ground.register.reading.words import heading
from webapp.ground.register.rules import Field

_DOORS = frozenset({Field.NUMBER, Field.ROOM_PATH})


def blocks_of(header: Header, knows: Knows) -> list[Header]:
    """Answer the header once for each table; columns left of the first one belong to all."""
    words = [heading(str(title)) for title in header.titles]
    times = Counter(word for word in words if word)
    meanings = [title.meant(knows) for title in header.titles]
    doors = [
        word for word, known in zip(words, meanings, strict=True) if known and known[0] in _DOORS and times[word] > 1
    ]
    states = [word for word, known in zip(words, meanings, strict=True) if known and known[0] is Field.STATUS]
    if not doors or len(states) != len(doors) or len(set(states)) > 1:
        return [header]
    begin = next(word for word in words if times[word] == len(doors))
    starts = [at for at, word in enumerate(words) if word == begin] + [len(words)]
    return [
        replace(header, beside=frozenset(at for at in range(starts[0], len(words)) if not start <= at < stop))
        for start, stop in pairwise(starts)
    ]
