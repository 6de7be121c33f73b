"""Finds header rows by what their words mean, wherever they stand and however many rows they take. Pure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from webapp.ground.register.reading.paths import house_path
from webapp.ground.register.reading.sheet import Sheet
from webapp.ground.register.reading.states import state_of
from webapp.ground.register.reading.words import heading, meant
from webapp.ground.register.rules import Field

Meant = tuple[Field, int] | None
Knows = Callable[[str], Meant]

ESSENTIAL = frozenset(
    {Field.BUILDING, Field.STAIRWELL, Field.FLOOR, Field.NUMBER, Field.ROOM_PATH, Field.AREA, Field.STATUS}
)
# A header stands among the first rows of a sheet, below titles and notes on how to fill it in.
_DEEPEST = 60
_LONGEST_TITLE = 40
_FIGURE = re.compile(r"[-+]?[0-9][0-9.,/\-]*")


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a column: its own words from the top down, and those that it shares with columns to its left."""

    own: tuple[str, ...]
    shared: str = ""

    def __str__(self) -> str:
        return "/".join(dict.fromkeys(part for part in (self.shared, *self.own) if part))

    def meant(self, knows: Knows) -> Meant:
        """Answer what the lowest word means, alone or together with what stands above it."""
        *above, lowest = self.own or ("",)
        over = above[-1] if above else self.shared
        if not lowest:
            return None
        return knows(lowest) or (over and (knows(over + lowest) or knows(lowest + over))) or None


@dataclass(frozen=True, slots=True)
class Header:
    """Header rows `first` to `last`, counted from 0. `beside` are columns of another table to the left or right."""

    first: int
    last: int
    titles: tuple[Title, ...]
    beside: frozenset[int] = frozenset()

    def fields(self, knows: Knows) -> set[Field]:
        """Answer what its titles mean."""
        return {known[0] for title in self.titles if (known := title.meant(knows))}


def knowing(chosen: Mapping[str, Field]) -> Knows:
    """Answer what titles mean where people of the estate have said of some of them."""
    return lambda title: (chosen[heading(title)], -1) if heading(title) in chosen else meant(title)


def find_header(sheet: Sheet, knows: Knows) -> Header | None:
    """Answer the header of the sheet's first table; one of unknown words only when there is no other."""
    for row in range(min(len(sheet.rows), _DEEPEST)):
        if is_header(sheet, row, knows, figures=sheet.width):
            return spanning(sheet, row, knows)
    return next((_span(sheet, row, row) for row in range(min(len(sheet.rows), _DEEPEST)) if _may_be(sheet, row)), None)


def is_header(sheet: Sheet, row: int, knows: Knows, *, figures: int = 1) -> bool:
    """Answer whether the row names columns of a register; years and the like may stand among them."""
    least = 2
    cells = sheet.told(row)
    if len(cells) < least or sum(not isinstance(sheet.rows[row][at], str) for at in cells) > figures:
        return False
    texts = [sheet.text(row, at) for at in cells]
    found = {known[0] for text in texts if len(text) <= _LONGEST_TITLE and (known := knows(text))}
    has_figures = any(_FIGURE.fullmatch(text) for text in texts)
    return len(found & ESSENTIAL) >= (least + 1 if has_figures else least)


def is_repeated(sheet: Sheet, row: int, header: Header) -> bool:
    """Answer whether the row is one of the header's rows once more, as at the head of a printed page."""
    texts = [(at, sheet.text(row, at)) for at in sheet.told(row)]
    if len(texts) < 2:
        return False
    return any(
        2 * sum(sheet.text(own, at) == text for at, text in texts) > len(texts)
        for own in range(header.first, header.last + 1)
    )


def spanning(sheet: Sheet, row: int, knows: Knows) -> Header:
    """Answer the header of which `row` is a part: with the row above or below where these add meanings."""
    tries = [(row, row), (row, row + 1), (row - 1, row), (row - 1, row + 1), (row, row + 2)]
    headers = [
        _span(sheet, first, last)
        for first, last in tries
        if first >= 0 and last < len(sheet.rows) and all(_titled(sheet, at, row) for at in range(first, last + 1))
    ]
    return max(headers, key=lambda header: (_worth(header, knows), -(header.last - header.first)))


def _worth(header: Header, knows: Knows) -> tuple[int, int]:
    fields = header.fields(knows)
    return len(fields & ESSENTIAL), len(fields)


def _titled(sheet: Sheet, row: int, known: int) -> bool:
    """Answer whether the row may be a header row beside one that is known: no figures, no states, no houses."""
    texts = [sheet.text(row, at) for at in sheet.told(row)]
    if row == known:
        return True
    if len(texts) < 2 or any(_FIGURE.fullmatch(text) or len(text) > _LONGEST_TITLE for text in texts):
        return False
    return not any(state_of(text) or house_path(text) for text in texts)


def _span(sheet: Sheet, first: int, last: int) -> Header:
    rows = [_shared(sheet, row, last) for row in range(first, last)]
    titles = []
    for column in range(sheet.width):
        own = tuple(text for row in range(first, last + 1) if (text := sheet.text(row, column)))
        shared = next((row[column] for row in reversed(rows) if column in row), "")
        titles.append(Title(own, shared if shared not in own else ""))
    return Header(first, last, tuple(titles))


def _shared(sheet: Sheet, row: int, last: int) -> dict[int, str]:
    """Answer the words of an upper header row that reach over columns to their right."""
    told = sheet.told(row)
    shared = {}
    for at in told:
        stop = next((other for other in told if other > at), sheet.width)
        reach = next((one.right + 1 for one in sheet.merges or () if one.top == row and one.left == at), 0)
        for column in range(at + 1, reach if reach > at + 1 else stop if sheet.merges is None else 0):
            if sheet.text(last, column):
                shared[column] = sheet.text(row, at)
    return shared


def _may_be(sheet: Sheet, row: int) -> bool:
    """Answer whether a row of unknown words may head a table: several different words, and rows as wide below."""
    texts = [sheet.text(row, at) for at in sheet.told(row)]
    wide = len(texts) >= 3 and len(set(texts)) == len(texts)
    if not wide or any(_FIGURE.fullmatch(text) or len(text) > _LONGEST_TITLE or state_of(text) for text in texts):
        return False
    below = sheet.rows[row + 1 : row + 4]
    return any(len(sheet.told(row + 1 + at)) >= 3 for at in range(len(below)))
