"""What each column of a table means: by its title, by what the estate has said, by what its cells say. Pure."""

from collections.abc import Callable, Sequence

from webapp.ground.register.reading.headers import Header, Knows
from webapp.ground.register.reading.measures import day_of
from webapp.ground.register.reading.names import unit_name
from webapp.ground.register.reading.paths import room_path
from webapp.ground.register.reading.secrets import are_names, has_numbers
from webapp.ground.register.reading.sheet import Sheet
from webapp.ground.register.reading.states import state_of
from webapp.ground.register.reading.words import heading, may_be_received
from webapp.ground.register.rules import SECRET, By, Column, Field

# So many rows are asked what a column means; so large a part of them must agree.
_ASKED = 300
_MOST = 0.6
_SAMPLES = 3
# Fields of which a register has one column; of two the word that ranks first is believed.
_ONCE = frozenset(Field) - SECRET - {Field.SERIAL, Field.NOTE, Field.IGNORED}
_SILENT = SECRET | {Field.NOTE}
_HOUSES = frozenset({Field.BUILDING, Field.STAIRWELL})
_ENGLISH_UNIT = frozenset({"UNIT", "UNITNO"})
Guess = tuple[Field, By, int]


class Guesses:
    """Meanings of the columns of one table while they are weighed against each other."""

    def __init__(self, sheet: Sheet, header: Header, knows: Knows, stop: int) -> None:
        """Begin with what the titles say."""
        self._sheet, self._header = sheet, header
        self._rows = range(header.last + 1, min(stop, header.last + 1 + _ASKED))
        self.titles = _titles(sheet, header)
        self.by_column: dict[int, Guess] = {}
        torn = self._torn()
        for at, title in enumerate(header.titles):
            known = None if at in torn or at in header.beside else title.meant(knows)
            if known:
                self.by_column[at] = (known[0], "remembered" if known[1] < 0 else "words", known[1])

    def texts(self, column: int) -> list[str]:
        """Answer what the first cells of the column say."""
        if column in self._header.beside:
            return []
        return [text for row in self._rows if (text := self._sheet.text(row, column))]

    def column_of(self, field: Field) -> int | None:
        """Answer the column believed to mean the field."""
        ranked = [(guess[2], at) for at, guess in self.by_column.items() if guess[0] is field]
        return min(ranked)[1] if ranked else None

    def _torn(self) -> set[int]:
        """Answer columns whose title reaches over several columns with cells of their own: which one is meant?"""
        torn: set[int] = set()
        for merge in self._sheet.merges or ():
            if merge.top <= self._header.last <= merge.bottom and merge.right > merge.left:
                inside = range(merge.left, merge.right + 1)
                if sum(bool(self.texts(at)) for at in inside) > 1:
                    torn |= set(inside)
        return torn


def columns_of(sheet: Sheet, header: Header, knows: Knows, stop: int) -> tuple[Column, ...]:
    """Answer the columns of the table whose rows end before `stop`."""
    guesses = Guesses(sheet, header, knows, stop)
    _settle_unit(guesses)
    _ask_cells(guesses)
    _keep_one_each(guesses)
    return tuple(
        _column(guesses, at, title)
        for at, title in enumerate(guesses.titles)
        if at not in header.beside and (title or guesses.texts(at))
    )


def _titles(sheet: Sheet, header: Header) -> list[str]:
    titles = [str(title) for title in header.titles]
    for merge in sheet.merges or ():
        if merge.top <= header.last <= merge.bottom:
            for nth, at in enumerate(range(merge.left + 1, min(merge.right + 1, len(titles))), start=2):
                titles[at] = titles[at] or f"{titles[merge.left]} {nth}"
    return titles


def _settle_unit(guesses: Guesses) -> None:
    """A unit in English is a stairwell beside a room, else the room itself; 楼 beside 座 is a floor."""
    stairwell, building = guesses.column_of(Field.STAIRWELL), guesses.column_of(Field.BUILDING)
    numbered = guesses.column_of(Field.NUMBER) is not None or guesses.column_of(Field.ROOM_PATH) is not None
    if stairwell is not None and not numbered and heading(guesses.titles[stairwell]) in _ENGLISH_UNIT:
        guesses.by_column[stairwell] = (Field.NUMBER, "words", 40)
    if guesses.column_of(Field.FLOOR) is None:
        for at, (field, _, _) in list(guesses.by_column.items()):
            if field is Field.BUILDING and at != building and heading(guesses.titles[at]) == "楼":
                guesses.by_column[at] = (Field.FLOOR, "words", 40)


def _ask_cells(guesses: Guesses) -> None:
    """Let cells speak where titles do not tell, or tell of something else."""
    for at in range(len(guesses.titles)):
        known = guesses.by_column.get(at)
        if known and known[1] == "remembered":
            continue
        found = _said_by_cells(guesses, at, known[0] if known else None)
        if found:
            guesses.by_column[at] = (found, "values", 90)


def _said_by_cells(guesses: Guesses, at: int, known: Field | None) -> Field | None:
    texts = guesses.texts(at)
    if known in {Field.NUMBER, Field.IGNORED, Field.SERIAL, None} and _mostly(texts, _is_whole_path):
        return Field.ROOM_PATH
    if known is Field.NUMBER and _lacks_house(guesses) and _mostly(texts, _is_path):
        return Field.ROOM_PATH
    if known is Field.NOTE or known is None:
        return _said_by_notes(guesses, at, texts) or (_secret(texts) if known is None else None)
    return None


def _said_by_notes(guesses: Guesses, at: int, texts: Sequence[str]) -> Field | None:
    lacks_status, lacks_day = (guesses.column_of(field) is None for field in (Field.STATUS, Field.RECEIVED_ON))
    if lacks_status and len(texts) >= _SAMPLES and _mostly(texts, lambda text: state_of(text) is not None):
        return Field.STATUS
    may_be_day = lacks_day and may_be_received(guesses.titles[at])
    return Field.RECEIVED_ON if may_be_day and _mostly(texts, lambda text: day_of(text) is not None) else None


def _secret(texts: Sequence[str]) -> Field | None:
    if _mostly(texts, has_numbers):
        return Field.PHONE
    return Field.OWNER if are_names(texts) else None


def _lacks_house(guesses: Guesses) -> bool:
    return any(guesses.column_of(field) is None for field in _HOUSES)


def _is_path(text: str) -> bool:
    path = room_path(text)
    return path is not None and bool(path.building or path.stairwell) and len(unit_name(path.number)) >= 3


def _is_whole_path(text: str) -> bool:
    path = room_path(text)
    return path is not None and bool(path.building) and (bool(path.stairwell) or not path.building[-1].isalnum())


def _mostly(texts: Sequence[str], says: Callable[[str], bool]) -> bool:
    return bool(texts) and sum(map(says, texts)) >= _MOST * len(texts)


def _keep_one_each(guesses: Guesses) -> None:
    for field in _ONCE:
        kept = guesses.column_of(field)
        for at in [at for at, guess in guesses.by_column.items() if guess[0] is field and at != kept]:
            guesses.by_column[at] = (Field.IGNORED, "words", 99)


def _column(guesses: Guesses, at: int, title: str) -> Column:
    guess = guesses.by_column.get(at)
    samples: list[str] = []
    if guess is None or guess[0] not in _SILENT:
        samples = [text[:40] for text in dict.fromkeys(guesses.texts(at)) if not has_numbers(text)]
    return Column(at, title, tuple(samples[:_SAMPLES]), *((guess[0], guess[1]) if guess else (None, None)))
