"""Builders of the files that offices send: xlsx, xls, ods and CSV with merged cells and hidden sheets."""

import csv
import io
import struct
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

Cell = str | int | float | date | None


@dataclass(frozen=True)
class Page:
    """A sheet; `merges` as Excel writes them: A3:A5."""

    rows: Any
    name: str = "Sheet1"
    merges: Sequence[str] = ()
    hidden: bool = False


def xlsx(*pages: Page) -> bytes:
    """Make a workbook as Excel writes it."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for page in pages:
            sheet = book.add_worksheet(page.name)
            for merge in page.merges:
                sheet.merge_range(merge, "")
            for row, cells in enumerate(page.rows):
                for column, cell in enumerate(cells):
                    if cell not in ("", None):
                        sheet.write(row, column, cell)
            if page.hidden:
                sheet.hide()
        if pages[0].hidden:
            next(one for one in book.worksheets() if not one.hidden).activate()
    return file.getvalue()


def separated(page: Page, encoding: str = "utf-8-sig", mark: str = ",") -> bytes:
    """Make a CSV; days are written as Excel writes them in China."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=mark)
    for row in page.rows:
        writer.writerow([f"{cell.year}/{cell.month}/{cell.day}" if isinstance(cell, date) else cell for cell in row])
    return text.getvalue().encode(encoding)


def ods(*pages: Page) -> bytes:
    """Make a workbook as LibreOffice writes it, as far as cells go."""
    tables = "".join(
        f'<table:table table:name="{escape(page.name)}">'
        + "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in page.rows)
        + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/>'
        "</table:table-row></table:table>"
        for page in pages
    )
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = f"<office:document-content{spaces}><office:body><office:spreadsheet>{tables}</office:spreadsheet>"
    content += "</office:body></office:document-content>"
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return file.getvalue()


def _ods_cell(cell: Cell) -> str:
    if cell in ("", None):
        return "<table:table-cell/>"
    if isinstance(cell, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(cell))}</text:p></table:table-cell>'


def xls(*pages: Page) -> bytes:
    """Make a workbook in the old binary format (BIFF8), days as text."""
    sheets = [_xls_sheet(page) for page in pages]
    names = [_xls_name(page.name) for page in pages]
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    begin += _record(0x0042, struct.pack("<H", 1200))
    place = len(begin) + sum(4 + 6 + len(name) for name in names) + 4
    bounds = b""
    for page, name, sheet in zip(pages, names, sheets, strict=True):
        bounds += _record(0x0085, struct.pack("<IBB", place, 1 if page.hidden else 0, 0) + name)
        place += len(sheet)
    return ole({"Workbook": begin + bounds + _record(0x000A) + b"".join(sheets)})


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _xls_name(name: str) -> bytes:
    return struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")


def _xls_sheet(page: Page) -> bytes:
    content = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    content += b"".join(
        _xls_cell(row, column, cell)
        for row, cells in enumerate(page.rows)
        for column, cell in enumerate(cells)
        if cell not in ("", None)
    )
    merges = [_corners(merge) for merge in page.merges]
    if merges:
        content += _record(
            0x00E5, struct.pack("<H", len(merges)) + b"".join(struct.pack("<4H", *one) for one in merges)
        )
    return content + _record(0x000A)


def _xls_cell(row: int, column: int, cell: Any) -> bytes:
    if isinstance(cell, int | float):
        return _record(0x0203, struct.pack("<HHHd", row, column, 0, cell))
    text = f"{cell.year}/{cell.month}/{cell.day}" if isinstance(cell, date) else cell
    return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))


def _corners(merge: str) -> tuple[int, int, int, int]:
    """Answer first row, last row, first column, last column, as BIFF wants them."""
    (left, top), (right, bottom) = (
        (one.rstrip("0123456789"), one.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) for one in merge.split(":")
    )
    return int(top) - 1, int(bottom) - 1, ord(left) - 65, ord(right) - 65


def ole(streams: dict[str, bytes]) -> bytes:
    """Make an OLE container, in which xls and encrypted workbooks lie."""
    sector, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    padded = {name: body.ljust(max(4096, -(-len(body) // sector) * sector), b"\0") for name, body in streams.items()}
    count = sum(len(body) // sector for body in padded.values())
    tables = -(-(count + 2 + count // 128) // 128) + 1
    chain, entries, at = [0xFFFFFFFD] * tables, _ole_entry("Root Entry", 5, end, 0, child=1), tables + 1
    chain.append(end)
    for nth, (name, body) in enumerate(padded.items(), start=1):
        sectors = len(body) // sector
        chain += [*range(at + 1, at + sectors), end]
        entries += _ole_entry(name, 2, at, len(body), right=nth + 1 if nth < len(padded) else free)
        at += sectors
    fat = struct.pack(f"<{tables * 128}I", *chain, *[free] * (tables * 128 - len(chain)))
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, tables, tables, 0, 4096, end, 0, end, 0)
    head += struct.pack("<109I", *range(tables), *[free] * (109 - tables))
    return head + fat + entries.ljust(sector, b"\0") + b"".join(padded.values())


def _ole_entry(
    name: str, kind: int, start: int, size: int, *, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF
) -> bytes:
    text = name.encode("utf-16-le")
    links = struct.pack("<BBIII", kind, 1, 0xFFFFFFFF, right, child)
    return (
        text.ljust(64, b"\0") + struct.pack("<H", len(text) + 2) + links + bytes(36) + struct.pack("<IQ", start, size)
    )
