"""What tests of reading share: a file on disk, and what a register says in few words."""

from pathlib import Path

from webapp.ground.register.reading.register import read_register
from webapp.ground.register.rules import Register


def read(folder: Path, name: str, content: bytes, **chosen) -> Register:
    """Write the file and read it as an office's register."""
    (folder / name).write_bytes(content)
    return read_register(folder / name, chosen)


def said(register: Register) -> list[str]:
    """Answer each unit as people say it: 3 栋 1 单元 9 层 903 idle."""
    return [f"{unit.building} {unit.stairwell} {unit.floor} 层 {unit.number} {unit.status}" for unit in register.units]


def refused(register: Register) -> list[tuple[int, str]]:
    """Answer the rows left out and why."""
    return [(refusal.row, refusal.why) for refusal in register.refusals]
