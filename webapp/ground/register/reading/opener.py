"""Opens a workbook and prints its cells as JSON. A program of its own: started by path, it imports nothing of ours.

A workbook of 2 kB can ask for more memory than there is, and the library that reads it then ends its process
(calamine issue 693). So the process that ends is this one, and it has little memory and time to begin with.
"""

import json
import re
import resource
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

MEMORY = 1_500_000_000
SECONDS = 30
MOST_ROWS = 100_000
MOST_CELLS = 4_000_000
MOST_MERGED = 500_000

_SHEET = re.compile(rb'<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"[^>]*?\br:id="([^"]*)"')
_TARGET = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_PART = re.compile(rb'\b(Id|Target)="([^"]*)"')
# A formula without the value that it had when the file was saved, or a value that is an error such as #REF!.
_NO_VALUE = re.compile(
    rb'<c\b[^>]*?\br="([A-Z]+)([0-9]+)"[^>]*>\s*<f\b[^>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
    rb'|<c\b(?=[^>]*\bt="e")[^>]*?\br="([A-Z]+)([0-9]+)"'
)


class TooLarge(Exception):
    """The workbook holds more than a register does."""


def main(path: str) -> None:
    """Print one line: the sheets that are shown, or the code of what is wrong."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        with open(path, "rb") as file:
            answer: dict[str, Any] = {"sheets": list(_sheets(CalamineWorkbook.from_filelike(file), _faults(path)))}
    except PasswordError:
        answer = {"refused": "encrypted"}
    except (TooLarge, MemoryError):
        answer = {"refused": "too_large"}
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError, KeyError, EOFError):
        answer = {"refused": "not_a_workbook"}
    json.dump(answer, sys.stdout, ensure_ascii=True, default=_as_json)


def _sheets(book: CalamineWorkbook, faults: dict[str, list[tuple[int, int]]]) -> Any:
    cells = 0
    for about in book.sheets_metadata:
        if about.visible is not SheetVisibleEnum.Visible or about.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(about.name)
        cells += sheet.total_height * sheet.total_width
        merges = sheet.merged_cell_ranges
        merged = sum(min(last[0], MOST_ROWS) - first[0] + 1 for first, last in merges or ())
        if sheet.total_height > MOST_ROWS or cells > MOST_CELLS or merged > MOST_MERGED:
            raise TooLarge
        yield {
            "name": about.name,
            "rows": sheet.to_python(skip_empty_area=False),
            "merges": None if merges is None else [[*first, *last] for first, last in merges],
            "faults": faults.get(about.name, []),
        }


def _faults(path: str) -> dict[str, list[tuple[int, int]]]:
    """Answer the cells without a value by the name of their sheet; only the newer format can tell."""
    if not zipfile.is_zipfile(path):
        return {}
    with zipfile.ZipFile(path) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return {}
        relations = [dict(_PART.findall(one)) for one in _TARGET.findall(archive.read("xl/_rels/workbook.xml.rels"))]
        targets = {one.get(b"Id"): one.get(b"Target", b"").decode() for one in relations}
        answer = {}
        for name, relation in _SHEET.findall(archive.read("xl/workbook.xml")):
            part = targets.get(relation, "").lstrip("/")
            content = archive.read(part if part.startswith("xl/") else f"xl/{part}")
            if b"<f" in content or b't="e"' in content:
                answer[_unescaped(name)] = [_place(found) for found in _NO_VALUE.findall(content)]
        return answer


def _unescaped(name: bytes) -> str:
    text = name.decode("utf-8")
    for mark, character in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("apos", "'"), ("amp", "&")):
        text = text.replace(f"&{mark};", character)
    return re.sub(r"&#(\d+);", lambda code: chr(int(code[1])), text)


def _place(found: tuple[bytes, ...]) -> tuple[int, int]:
    letters, row = found[0] or found[2], found[1] or found[3]
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(row) - 1, column - 1


def _as_json(cell: object) -> object:
    if isinstance(cell, datetime):
        return {"day": cell.date().isoformat()}
    if isinstance(cell, date):
        return {"day": cell.isoformat()}
    return str(cell) if isinstance(cell, time | timedelta) else None


if __name__ == "__main__":
    main(sys.argv[1])
