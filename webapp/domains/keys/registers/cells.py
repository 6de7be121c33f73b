"""The cells of a register in the estate's language, its moments by the estate's clocks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from webapp.domains.keys.registers.queries import Asked, Data, Register, lines
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import setting
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import Lexicon, read_words

WORDS = Path(__file__).with_name("words.yaml")
# In the order of the paper registers (`records.md` 1).
COLUMNS: dict[Register, Sequence[str]] = {
    "mandates": (
        *("serial", "date", "placeName", "keyNo", "ownerName", "quantity", "reason", "collectionRequirements"),
        *("custodyUntil", "byName", "handedOverAt", "collector", "proof"),
    ),
    "loans": (
        *("serial", "lentAt", "keyNo", "placeName", "quantity", "dueAt", "reason", "borrower", "department", "phone"),
        *("lentBy", "state", "returnedAt", "returnedQuantity", "receiver", "ownerCalledAt", "idKept", "idGivenBackAt"),
    ),
    "memos": (
        *("serial", "openedAt", "keyNo", "placeName", "what", "reportedBy", "course", "agreedBy", "agreedHow"),
        *("outcome", "cost", "payer", "result", "closedAt"),
    ),
}
_COURSE_END = "\n"


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the lines of one register aloud."""

    which: Register
    say: Lexicon
    zone: str

    @classmethod
    def of(cls, estate: Estate, which: Register) -> "Reader":
        """Answer the reader of a register in an estate's language."""
        return cls(which, read_words(WORDS, setting(estate.settings, "ui_locale")), estate.timezone)

    @property
    def title(self) -> str:
        """What the register is called."""
        return self.say(self.which)

    @property
    def columns(self) -> Sequence[str]:
        """What the register tells of each line."""
        return COLUMNS[self.which]

    def heads(self, columns: Sequence[str]) -> list[str]:
        """Answer the titles of columns."""
        own = {name: f"{self.which}.{name}" for name in columns}
        return [self.say(own[name]) if own[name] in self.say.words else self.say(name) for name in columns]

    def cell(self, line: Data, name: str) -> str | int:
        """Answer what stands in a cell; nothing is an empty text."""
        value = _value(line, name)
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.say("yes") if value else self.say("no")
        if isinstance(value, list):
            return _COURSE_END.join(value)
        if name == "cost":
            return f"{value / 100:.2f}"
        if isinstance(value, int):
            return value
        if name.endswith("At"):
            return moment_text(datetime.fromisoformat(value), self.zone)
        return self.say.words.get(f"{name}.{value}", str(value))


def all_lines(session: Session, estate: Estate, which: Register, asked: Asked) -> Iterator[Data]:
    """Answer the lines of these days, page after page."""
    page, after = lines(session, estate.id, which, asked)
    yield from page
    if after:
        yield from all_lines(session, estate, which, replace(asked, after=after))


def _value(line: Data, name: str) -> Any:
    gone = line.get("handedOver") or {}
    if name in ("collector", "proof"):
        return gone.get(name)
    return gone.get("at") if name == "handedOverAt" else line[name]
