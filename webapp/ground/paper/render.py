"""Sets a form as PDF/A: what the archive keeps for years opens the same on any machine."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from webapp.ground.paper.fonts import FONTS
from webapp.ground.paper.form import Form, Picture, Section, Table
from webapp.ground.paper.modules import QUIET_ZONE, code_path
from webapp.ground.paper.words import read_words

TEMPLATE = Path(__file__).with_name("form.typ")
WORDS = Path(__file__).with_name("words.yaml")


def render_form(form: Form, *, now: datetime) -> bytes:
    """Answer the form as PDF; `now` is when it is printed. The same form at the same moment has the same bytes."""
    with TemporaryDirectory(prefix="rounds-paper-") as folder:
        root = Path(folder)
        data = json.dumps(_data(form, root))
        return set_pdf(put(root, "form.typ", TEMPLATE.read_bytes()), data, now=now)


def set_pdf(template: Path, data: str, *, now: datetime) -> bytes:
    """Answer what the template makes of `data`, JSON, as PDF; it reads no file outside its own folder."""
    made = typst.compile(
        str(template),
        root=str(template.parent),
        sys_inputs={"data": data},
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["a-2b"],
        pdf_tags=False,  # a third of the file; the app shows the same record to whoever has it read aloud
        timestamp=int(now.timestamp()),
    )
    assert isinstance(made, bytes)
    return made


def _data(form: Form, root: Path) -> dict[str, Any]:
    plain = {name: value for name, value in asdict(form).items() if name != "parts"}
    return {
        **plain,
        "words": read_words(WORDS, form.language).words,
        "code": code_drawing(form.proof.address) if form.proof and form.proof.address else None,
        "parts": [_part(part, root, number) for number, part in enumerate(form.parts)],
    }


def _part(part: Section | Table, root: Path, number: int) -> dict[str, Any]:
    if isinstance(part, Table):
        return {"kind": "table", **asdict(part)}
    told = {
        "kind": "section",
        "heading": part.heading,
        "aside": part.aside,
        "marks": part.marks,
        "columns": part.columns,
        "items": part.items,
        "notes": part.notes,
    }
    return {**told, "pictures": _pictures(part.pictures, root, number)}


def _pictures(pictures: Sequence[Picture], root: Path, number: int) -> list[dict[str, str | None]]:
    def file(index: int, picture: Picture) -> str | None:
        return put(root, f"{number}-{index}{suffix(picture.data)}", picture.data).name if picture.data else None

    return [{"caption": one.caption, "file": file(index, one)} for index, one in enumerate(pictures)]


def suffix(data: bytes) -> str:
    """Answer how a file of such a picture ends."""
    if data.startswith(b"\xff\xd8"):
        return ".jpg"
    return ".png" if data.startswith(b"\x89PNG") else ".webp"


def put(root: Path, name: str, data: bytes) -> Path:
    """Lay a file where the typesetter may read it, and answer where."""
    path = root / name
    path.write_bytes(data)
    return path


def code_drawing(text: str) -> str:
    """Answer the QR code of a text as SVG."""
    path, side = code_path(text)
    wide = side + 2 * QUIET_ZONE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {wide}" stroke="#000">'
        f'<path transform="translate({QUIET_ZONE} {QUIET_ZONE})" d="{path}"/></svg>'
    )
