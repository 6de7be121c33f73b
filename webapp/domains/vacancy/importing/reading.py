"""From a row of an office's list to a unit's card, or to the reason why not. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from webapp.core.errors import BadShape
from webapp.core.wire import plain, read
from webapp.domains.vacancy.rules.bodies import Card
from webapp.ground.register.lists import Listed, Units, Unread
from webapp.ground.register.reading.writing import compact

# A card as it is sent, without its unit.
Said = Mapping[str, Any]
_FINISHES = {"bare": ("毛坯", "毛坯房", "清水", "BARE"), "fine": ("精装修", "精装", "精装房", "FINE")}
_FINISH_OF = {compact(word): finish for finish, words in _FINISHES.items() for word in words}
_DAYS = ("completedOn", "takenOverOn", "movingInNoticeOn")
_TEXTS = ("developer", "layout", "note")
_PARTS = re.compile(r"[、，,;；\n]+")


@dataclass(frozen=True, slots=True)
class Known:
    """What the estate knows: its units by all the ways they are written, and their cards."""

    units: Units
    cards: Mapping[UUID, Said]


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was read: the whole card it would write, or why not, and the `value` that stands in the way."""

    row: int
    place: str
    said: Said | None = None
    why: str | None = None
    value: str = ""


@dataclass(slots=True)
class Reader(Listed):
    """Reads a sheet row by row; an empty cell changes nothing of what is known."""

    known: Known
    seen: set[UUID] = field(default_factory=set)

    def rows(self) -> Iterator[Row]:
        """Answer the rows that say anything, from the first below the titles."""
        yield from map(self._row, self.told())

    def _row(self, row: int) -> Row:
        try:
            unit_id, name = self.unit(row, "place", self.known.units)
            if unit_id in self.seen:
                raise Unread("unit_twice", name)
            said = self._said(row, unit_id)
        except Unread as refused:
            return Row(row + 1, self.text(row, "place"), why=refused.why, value=refused.value)
        self.seen.add(unit_id)
        return Row(row + 1, name, {"unitId": str(unit_id), **said})

    def _said(self, row: int, unit_id: UUID) -> dict[str, Any]:
        before = self.known.cards.get(unit_id) or _nothing(unit_id)
        said = {**before, **self._told(row, before["appliances"])}
        if said == before:
            raise Unread("unchanged")
        try:
            read(Card, {"unitId": str(unit_id), **said})
        except BadShape as refused:
            raise Unread("too_long") from refused
        return said

    def _told(self, row: int, appliances: Sequence[Said]) -> dict[str, Any]:
        days = {name: plain(day) for name in _DAYS if (day := self.day(row, name))}
        texts = {name: text for name in _TEXTS if (text := self.text(row, name))}
        rooms, machines = (_parted(self.text(row, name)) for name in ("westRooms", "appliances"))
        told: dict[str, Any] = {**days, **texts}
        if finish := self._finish(row):
            told["finish"] = finish
        if rooms:
            told["westRooms"] = rooms
        if machines:
            told["appliances"] = _appliances(machines, appliances)
        return told

    def _finish(self, row: int) -> str | None:
        text = self.text(row, "finish")
        finish = _FINISH_OF.get(compact(text))
        if text and finish is None:
            raise Unread("finish_unknown", text)
        return finish


def _parted(text: str) -> list[str]:
    return [part.strip() for part in _PARTS.split(text) if part.strip()]


def _appliances(names: Sequence[str], before: Sequence[Said]) -> list[Said]:
    """Answer the appliances named; what is known of one besides its name stays."""
    known = {one["name"]: one for one in before}
    known |= {f"{one['name']} {one['model']}".strip(): one for one in before}
    return [known.get(name) or {"name": name, "model": "", "manual": False} for name in names]


def _nothing(unit_id: UUID) -> Said:
    card: dict[str, Any] = plain(Card(unit_id=unit_id))
    del card["unitId"]
    return card
