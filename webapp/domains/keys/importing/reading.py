"""From a row of an office's key list to a registration, or to the reason why not. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from webapp.core.errors import BadShape
from webapp.core.ids import new_id
from webapp.core.wire import read
from webapp.domains.keys.rules.bodies import RegisterKeys
from webapp.ground.register.lists import Listed, Units, Unread
from webapp.ground.register.reading.writing import compact

ITEMS = ("front_door", "room", "mailbox", "card")
_KINDS: Mapping[str, Sequence[str]] = {
    "developer_held": ("发展商托管", "发展商", "开发商托管", "开发商", "空置房"),
    "owner_entrusted": ("业主委托托管", "业主委托", "业主托管", "委托"),
    "repair_retained": ("收楼维修留存", "维修留存", "维修"),
    "common_area": ("公共区域/设备房", "公共区域", "公共", "设备房"),
}
_KIND_OF = {compact(word): kind for kind, words in _KINDS.items() for word in words}
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Known:
    """What the estate knows: its units by all the ways they are written, numbers of keys in use, and its day."""

    units: Units
    numbers: frozenset[str]
    today: date


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was read: what registering would say, or why it cannot be, and the `value` that stands in the way."""

    row: int
    key_no: str
    place: str
    said: Mapping[str, Any] | None = None
    why: str | None = None
    value: str = ""


@dataclass(slots=True)
class Reader(Listed):
    """Reads a sheet row by row; a number given twice in it counts once."""

    known: Known
    seen: set[str] = field(default_factory=set)

    def rows(self) -> Iterator[Row]:
        """Answer the rows that say anything, from the first below the titles."""
        yield from map(self._row, self.told())

    def _row(self, row: int) -> Row:
        key_no = self.text(row, "key_no")
        try:
            said, name = self._said(row)
        except Unread as refused:
            return Row(row + 1, key_no, self.text(row, "place"), why=refused.why, value=refused.value)
        self.seen.add(key_no)
        return Row(row + 1, key_no, name, said)

    def _said(self, row: int) -> tuple[dict[str, Any], str]:
        kind = self._kind(row)
        unit, name = self._place(row, kind)
        owned = kind == "repair_retained"
        said = {
            "keyNo": self._number(row),
            "custodyKind": kind,
            "unitId": str(unit) if unit else None,
            "placeName": "" if unit else name,
            "items": self._items(row),
            "cabinetSlot": self.text(row, "slot"),
            "ring": self.text(row, "ring"),
            "ownerName": self._owner(row) if owned else "",
            "basis": self.text(row, "basis"),
            "receivedOn": (self.day(row, "received") or self.known.today).isoformat(),
            "custodyUntil": _iso(self.day(row, "until")),
            "photos": [],
            "replaces": None,
            "mandate": None,
            "private": {"phone": self.text(row, "phone") if owned else "", "idLast4": "", "strokes": None},
        }
        try:
            read(RegisterKeys, {**said, "keySetId": str(new_id())})
        except BadShape as refused:
            raise Unread("too_long") from refused
        return said, name

    def _number(self, row: int) -> str:
        number = self.text(row, "key_no")
        if not number:
            raise Unread("no_number")
        if number in self.known.numbers or number in self.seen:
            raise Unread("number_taken", number)
        return number

    def _kind(self, row: int) -> str:
        text = self.text(row, "kind")
        kind = _KIND_OF.get(compact(text)) if text else "developer_held"
        if kind is None:
            raise Unread("kind_unknown", text)
        # KEY-I9: the owner signs, and no list does that.
        if kind == "owner_entrusted":
            raise Unread("mandate_needed", text)
        return kind

    def _place(self, row: int, kind: str) -> tuple[UUID | None, str]:
        text = self.text(row, "place")
        return (None, text) if text and kind == "common_area" else self.unit(row, "place", self.known.units)

    def _owner(self, row: int) -> str:
        owner = self.text(row, "owner")
        if not owner:
            raise Unread("no_owner")
        return owner

    def _items(self, row: int) -> list[dict[str, Any]]:
        counts = {kind: self._count(row, kind) for kind in ITEMS}
        if not any(counts.values()):
            counts["front_door"] = self._count(row, "quantity")
        if not any(counts.values()):
            raise Unread("no_items")
        return [{"kind": kind, "label": "", "count": count} for kind, count in counts.items() if count]

    def _count(self, row: int, name: str) -> int:
        text = self.text(row, name)
        found = _NUMBER.match(text)
        if text and (not found or int(found[0]) > 200):
            raise Unread("bad_count", text)
        return int(found[0]) if found else 0


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
