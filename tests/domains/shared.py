"""The rule examples that server and phone share (`tests/examples/rules`)."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
RULES = ROOT / "tests" / "examples" / "rules"


def examples(name: str, body: str | None = None) -> list[Any]:
    """Answer the examples of a file. With `body`, the first says everything and the others what differs from it."""
    cases = json.loads((RULES / name).read_text(encoding="utf-8"))
    if body is None:
        return cases
    base = cases[0]["given"]
    return [
        {**case, "given": {**base, **case["given"], body: {**base[body], **case["given"].get(body, {})}}}
        for case in cases
    ]


def named(cases: list[Any]) -> list[Any]:
    """Answer the examples as parameters of a test, under the sentences they are called by."""
    return [pytest.param(case, id=case["name"]) for case in cases]


def moment(text: str | None) -> datetime | None:
    """Answer a moment of an example."""
    return datetime.fromisoformat(text) if text else None


def written_in(folder: str, room: str) -> set[str]:
    """Answer every "room.word" that stands as a text in the code of a folder."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / folder).rglob("*.py"))
    return set(re.findall(rf'"({room}\.[a-z_]+)"', code))
