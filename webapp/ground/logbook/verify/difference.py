"""What is told of a place where the store differs from the book."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

import msgspec

from webapp.ground.logbook.chain import moment


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is not what it should be; `where` names the entry, or the row of a table."""

    where: str
    field: str
    expected: Any
    found: Any

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.where}: {self.field} is {_short(self.found)}, should be {_short(self.expected)}"


def comparable(value: Any) -> Any:
    """Answer a column's value so that what a store gives back equals what was put in."""
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID | date):
        return str(value)
    return msgspec.to_builtins(value)


def first_difference(path: str, expected: Any, found: Any) -> tuple[str, Any, Any]:
    """Answer where inside a field the two part, and what each has there: `answers[8].result`, not the whole list."""
    for step, one, other in _parts(expected, found):
        if one != other:
            return first_difference(f"{path}{step}", one, other)
    return path, expected, found


def _parts(expected: Any, found: Any) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(expected, dict) and isinstance(found, dict) and expected.keys() == found.keys():
        yield from ((f".{name}", expected[name], found[name]) for name in expected)
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        yield from ((f"[{i}]", one, other) for i, (one, other) in enumerate(zip(expected, found, strict=True)))


def _short(value: Any) -> str:
    text = msgspec.json.encode(value).decode()
    return text if len(text) <= 200 else f"{text[:200]}…"
