"""A register as a workbook, in the estate's language, its moments by the estate's clocks."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from webapp.domains.keys.registers.queries import Asked, Data, Register, lines
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import setting
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import Lexicon, read_words
from webapp.ground.paper.workbook import write_workbook

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


def workbook(session: Session, estate: Estate, which: Register, asked: Asked) -> bytes:
    """Answer the register's lines of these days, all of them, as XLSX."""
    say = read_words(WORDS, setting(estate.settings, "ui_locale"))
    columns = COLUMNS[which]
    head = [say(f"{which}.{name}") if f"{which}.{name}" in say.words else say(name) for name in columns]
    told = [
        [_cell(line, name, say, estate.timezone) for name in columns] for line in _all(session, estate, which, asked)
    ]
    file = io.BytesIO()
    write_workbook(file, {say(which): [head, *told]})
    return file.getvalue()


def _all(session: Session, estate: Estate, which: Register, asked: Asked) -> Iterator[Data]:
    page, after = lines(session, estate.id, which, asked)
    yield from page
    if after:
        yield from _all(session, estate, which, replace(asked, after=after))


def _cell(line: Data, name: str, say: Lexicon, zone: str) -> str | int:
    value = _value(line, name)
    if value is None:
        return ""
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, list):
        return _COURSE_END.join(value)
    if name == "cost":
        return f"{value / 100:.2f}"
    if isinstance(value, int):
        return value
    if name.endswith("At"):
        return moment_text(datetime.fromisoformat(value), zone)
    return say.words.get(f"{name}.{value}", str(value))


def _value(line: Data, name: str) -> Any:
    gone = line.get("handedOver") or {}
    if name in ("collector", "proof"):
        return gone.get(name)
    return gone.get("at") if name == "handedOverAt" else line[name]
