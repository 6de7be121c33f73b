"""A register as a workbook, in the estate's language, its moments by the estate's clocks."""

import io

from sqlalchemy.orm import Session

from webapp.domains.keys.registers.cells import Reader, all_lines
from webapp.domains.keys.registers.queries import Asked, Register
from webapp.ground.estates.models import Estate
from webapp.ground.paper.workbook import write_workbook


def workbook(session: Session, estate: Estate, which: Register, asked: Asked) -> bytes:
    """Answer the register's lines of these days, all of them, as XLSX."""
    reader = Reader.of(estate, which)
    told = [[reader.cell(line, name) for name in reader.columns] for line in all_lines(session, estate, which, asked)]
    file = io.BytesIO()
    write_workbook(file, {reader.title: [reader.heads(reader.columns), *told]})
    return file.getvalue()
