"""Opens a workbook (xlsx, xls, ods) and answers its cells; nothing here knows what they mean."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from webapp.core.errors import DomainError

Cells = list[Any]


class NotAWorkbook(DomainError):
    """The file is no workbook that can be opened."""

    code = "register.not_a_workbook"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with all its rows from the first one on: `rows[0]` is what people call row 1."""

    name: str
    rows: list[Cells]


def open_workbook(path: Path) -> list[Sheet]:
    """Answer the sheets of the file; raises NotAWorkbook."""
    try:
        book = CalamineWorkbook.from_path(path)
        return [Sheet(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except (CalamineError, OSError) as error:
        raise NotAWorkbook(file=path.name) from error
