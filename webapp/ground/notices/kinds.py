"""Reads the kinds of notices of a room from the file beside it: `text.yaml`, all languages."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from webapp.ground.notices.rules import NoticeKind, Words

LANGUAGES = ("zh-Hans", "zh-Hant", "en")


def read_kinds(room: str, path: Path) -> Mapping[str, NoticeKind]:
    """Answer the kinds in the file at `path` by their name without the room's; KeyError where a language is missing."""
    told: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: _kind(f"{room}.{name}", kind) for name, kind in told.items()}


def _kind(name: str, told: Mapping[str, Any]) -> NoticeKind:
    words = {language: Words(told[language]["title"], told[language]["line"]) for language in LANGUAGES}
    return NoticeKind(name=name, urgent=told.get("urgent", False), words=words)
