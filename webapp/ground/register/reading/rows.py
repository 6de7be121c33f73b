"""The rows of a table that tell of units: what merged and empty cells stand for, and which rows tell nothing. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from webapp.ground.register.reading.context import House, house_told
from webapp.ground.register.reading.headers import Header, is_repeated
from webapp.ground.register.reading.merges import Merges
from webapp.ground.register.reading.paths import room_path
from webapp.ground.register.reading.sheet import Cell, Sheet
from webapp.ground.register.reading.states import state_of
from webapp.ground.register.reading.writing import compact
from webapp.ground.register.rules import Field

# What people write once for many rows, the wider first.
CARRIED = (Field.PHASE, Field.BUILDING, Field.STAIRWELL, Field.FLOOR)
_WHERE = (*CARRIED, Field.NUMBER, Field.ROOM_PATH)
_OWN = (Field.NUMBER, Field.ROOM_PATH, Field.AREA, Field.STATUS)
_SUM = re.compile(r"(?:小计|合计|总计|共计|累计|SUBTOTAL|TOTAL|SUM$)|^共[0-9]+[户套间]")
_FOOT = re.compile(
    r"(?:制表|填表|审核|复核|审批|制单|编制|打印|第[0-9]+页|共[0-9]+页|PAGE)|[^:：]{0,6}(?:注|说明|日期|单位|人)[:：]"
)
_SMALLER = (("层", Field.FLOOR), ("单元", Field.STAIRWELL), ("门", Field.STAIRWELL))


@dataclass(frozen=True, slots=True)
class Line:
    """A row that tells of a unit. `row` as people count; `house` is what stands around the row.

    fault  why the row cannot be read before its words are even looked at, and in which column
    """

    sheet: str
    row: int
    texts: Mapping[Field, str]
    received: Cell
    house: House
    fault: tuple[str, Field] | None = None


@dataclass(slots=True)
class Table:
    """A header with its columns, and the rows below it up to the next header. Rows count from 0."""

    sheet: Sheet
    header: Header
    places: Mapping[Field, int]
    stop: int
    house: House
    skipped: int = 0
    subtotals: bool = False
    sections: bool = False
    carries: frozenset[Field] = frozenset()
    merges: Merges = field(init=False)

    def __post_init__(self) -> None:
        """See which columns are merged."""
        self.merges = Merges(self.sheet, self.header.last, self.places)

    @property
    def has_house(self) -> bool:
        """Answer whether the sheet, a title or a row between the rows names a building."""
        around = self.house.building != ""
        return around or any(self._names_house(row) for row in range(self.header.last + 1, self.stop))

    def _names_house(self, row: int) -> bool:
        told = self.sheet.told(row)
        return len(told) == 1 and house_told(self.sheet.text(row, told[0])).building != ""

    def lines(self) -> Iterator[Line]:
        """Answer the rows that tell of units, and count the others."""
        kinds = [(row, self._kind(row)) for row in range(self.header.last + 1, self.stop)]
        telling = [row for row, kind in kinds if kind in ("unit", "few")]
        self.carries = frozenset(one for one in CARRIED if self._is_carried(one, telling))
        kinds = [(row, self._settled(row) if kind == "few" else kind) for row, kind in kinds]
        self.skipped = sum(kind != "unit" for _, kind in kinds)
        carried: dict[Field, str] = {}
        house = House()
        for row, kind in kinds:
            if kind == "sum":
                self._forget(carried, row)
            elif kind == "section":
                house = self._section(row, house, carried)
            elif kind == "unit":
                yield self._line(
                    row, carried, house.within(self.house) if house == House() else _over(house, self.house)
                )

    def _told(self, row: int) -> list[int]:
        return [at for at in self.sheet.told(row) if at not in self.header.beside]

    def _kind(self, row: int) -> str:
        serial = self.places.get(Field.SERIAL)
        told = [at for at in self._told(row) if at != serial or not self.sheet.text(row, at).isdigit()]
        if not told:
            return "blank"
        if is_repeated(self.sheet, row, self.header):
            return "header"
        if self._is_sum(row, told):
            self.subtotals = True
            return "sum"
        if _FOOT.match(compact(self.sheet.text(row, told[0]))) and not self._has_state(row):
            return "foot"
        if any(self._says(row, one) for one in _OWN):
            return self._kind_of_title(row, told) or "unit"
        return self._kind_of_few(row, told)

    def _kind_of_few(self, row: int, told: Sequence[int]) -> str:
        """Answer what a row without number, area and status is."""
        houses = [self.places[one] for one in CARRIED if one in self.places]
        if self.header.beside:
            return "title"  # the table beside is longer
        if len(told) == 1:
            text = self.sheet.text(row, told[0])
            if told[0] not in houses or len(text) > 12:
                return "section" if house_told(text) != House() else "title"
        if set(told) <= set(houses):
            return "few"
        return "unit" if set(told) & set(houses) else "title"

    def _settled(self, row: int) -> str:
        """Answer whether a row that names a house and nothing else heads the rows below it, or lacks its number."""
        told = self._told(row)
        heads = any(self.places[one] in told for one in self.carries)
        alone = len(told) == 1 and house_told(self.sheet.text(row, told[0])) != House()
        return "section" if heads or alone else "unit"

    def _kind_of_title(self, row: int, told: Sequence[int]) -> str:
        """Answer what the row is when its only text is no number of a unit but a title; '' for a unit."""
        only = self.sheet.text(row, told[0])
        if len(told) > 1 or room_path(only) is not None:
            return ""
        if house_told(only) != House():
            return "section"
        return "title" if self.merges.width(row, told[0]) >= 3 or len(only) > 20 else ""

    def _is_sum(self, row: int, told: Sequence[int]) -> bool:
        """Answer whether the row sums up others, and is not a unit that only speaks of sums in a note."""
        number = self.sheet.text(row, self.places.get(Field.NUMBER, self.places.get(Field.ROOM_PATH, -1)))
        if any(character.isdigit() for character in number) and self._has_state(row):
            return False
        last = max((self.places[one] for one in _WHERE if one in self.places), default=0)
        texts = ((at, compact(self.sheet.text(row, at))) for at in told)
        return any(_SUM.search(text) if at <= last else _SUM.fullmatch(text) for at, text in texts if len(text) <= 30)

    def _has_state(self, row: int) -> bool:
        return state_of(self.sheet.text(row, self.places.get(Field.STATUS, -1))) is not None

    def _says(self, row: int, one: Field) -> bool:
        return one in self.places and bool(self.sheet.text(row, self.places[one]))

    def _is_carried(self, one: Field, rows: Sequence[int]) -> bool:
        """Answer whether empty cells of the column stand for the value above: it is hardly ever repeated."""
        if one not in self.places or self.merges.are_in(one):
            return False
        column = self.places[one]
        texts = [self.sheet.text(row, column) for row in rows]
        said = sum(map(bool, texts))
        empty = len(texts) - said
        repeats = sum(text == before != "" for before, text in pairwise(texts))
        return said > 0 and empty >= 0.8 * said and empty > 4 * repeats

    def _forget(self, carried: dict[Field, str], row: int) -> None:
        """After the sum of a building the next row has to name its building again."""
        at = next(at for at in self.sheet.told(row) if _SUM.search(compact(self.sheet.text(row, at))))
        words = compact(self.sheet.text(row, at))
        smallest = next((one for word, one in _SMALLER if word in words), None)
        for one in CARRIED:
            ended = CARRIED.index(one) >= CARRIED.index(smallest) if smallest else at <= self.places.get(one, -1)
            if ended:
                carried.pop(one, None)

    def _section(self, row: int, house: House, carried: dict[Field, str]) -> House:
        """Take in a row that only names a house: in its own column it is carried, anywhere else it is a title."""
        self.sections = True
        for one in CARRIED:
            if one in self.carries and self._says(row, one):
                self._carry(carried, one, self.sheet.text(row, self.places[one]))
        told = house_told(" ".join(self.sheet.text(row, at) for at in self.sheet.told(row)))
        if told.building:
            return told
        return House(house.building, told.stairwell) if told.stairwell else house

    def _line(self, row: int, carried: dict[Field, str], house: House) -> Line:
        texts: dict[Field, str] = {
            one: self.sheet.text(row, at) for one, at in self.places.items() if one is not Field.RECEIVED_ON
        }
        fault = next((("formula_without_value", one) for one in texts if self._lacks_value(row, one, texts)), None)
        for one in CARRIED:
            if one in self.carries and one in texts:
                if texts[one]:
                    self._carry(carried, one, texts[one])
                else:
                    texts[one] = carried.get(one, "")
        for one, text in texts.items():
            merged = self.merges.value(row, one)
            if merged is None:
                fault = fault or ("merged_over_data", one)
            texts[one] = text or merged or ""
        received = self.places.get(Field.RECEIVED_ON)
        cells = self.sheet.rows[row]
        said = cells[received] if received is not None and received < len(cells) else ""
        return Line(self.sheet.name, row + 1, texts, said, house, fault)

    def _lacks_value(self, row: int, one: Field, texts: Mapping[Field, str]) -> bool:
        return not texts[one] and (row, self.places[one]) in self.sheet.faults

    @staticmethod
    def _carry(carried: dict[Field, str], one: Field, text: str) -> None:
        """A new building begins with stairwells and floors of its own."""
        if compact(carried.get(one, text)) != compact(text):
            for narrower in CARRIED[CARRIED.index(one) + 1 :]:
                carried.pop(narrower, None)
        carried[one] = text


def _over(house: House, around: House) -> House:
    """A row between the rows is nearer than the title of the sheet."""
    return House(house.building or around.building, house.stairwell or ("" if house.building else around.stairwell))
