"""What kind of file lies before us, by its bytes and never by its name; what may not be opened is refused here."""

import enum
import zipfile
from pathlib import Path

from webapp.ground.register.reading.refusals import (
    Encrypted,
    HasMacros,
    HtmlTable,
    NotAWorkbook,
    RegisterTooLarge,
    UnsupportedFormat,
)

MOST_BYTES = 20 * 1024 * 1024
# A register of 20,000 units unfolds to some 20 MB.
MOST_UNFOLDED = 200 * 1024 * 1024
MOST_PARTS = 2_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = (
    b"<html",
    b"<!doctype",
    b"<table",
    b"<?xml",
    b"<head",
    b"<body",
    b"<meta",
    b"<style",
    b"mime-version:",
    b"<div",
)


class Kind(enum.Enum):
    """How a file is read."""

    WORKBOOK = "workbook"
    TEXT = "text"


def kind_of(path: Path) -> Kind:
    """Answer how to read the file; raises one of the refusals of a whole file."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise RegisterTooLarge(bytes=size, most=MOST_BYTES)
        with path.open("rb") as file:
            begin = file.read(4096)
    except OSError as error:
        raise NotAWorkbook from error
    if begin.startswith(b"PK"):
        _check_zip(path)
        return Kind.WORKBOOK
    if begin.startswith(_OLE):
        _check_ole(path.read_bytes())
        return Kind.WORKBOOK
    if begin.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise HtmlTable
    if b"\0" in begin and not begin.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotAWorkbook if not begin.startswith((b"\x09\x00", b"\x09\x02", b"\x09\x04")) else UnsupportedFormat
    return Kind.TEXT


def _check_zip(path: Path) -> None:
    """Look into the directory of the archive, without unfolding anything."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise NotAWorkbook from error
    names = {part.filename.lower() for part in parts}
    unfolded = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unfolded > MOST_UNFOLDED:
        raise RegisterTooLarge(bytes=unfolded, most=MOST_UNFOLDED)
    if any(part.flag_bits & 1 for part in parts) or "encryptedpackage" in names:
        raise Encrypted
    if any(name.endswith("vbaproject.bin") or name.startswith(("basic/", "scripts/")) for name in names):
        raise HasMacros
    if not names & {"xl/workbook.xml", "content.xml"}:
        raise (
            UnsupportedFormat if "xl/workbook.bin" in names or any(n.endswith(".iwa") for n in names) else NotAWorkbook
        )


def _check_ole(content: bytes) -> None:
    """Look for the names of streams in the old container, which are written in UTF-16."""
    if _stream(content, "EncryptedPackage") or _stream(content, "EncryptionInfo"):
        raise Encrypted
    if _stream(content, "_VBA_PROJECT"):
        raise HasMacros
    if not (_stream(content, "Workbook") or _stream(content, "Book")):
        raise NotAWorkbook


def _stream(content: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in content
