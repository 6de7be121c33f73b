"""The words of each Chinese are written in its own script and in the terms of the glossary."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.house.conftest import ROOT

SCREENS = sorted(path.relative_to(ROOT) for path in (ROOT / "pwa/src").rglob("text.ts"))
PAPERS = sorted(path.relative_to(ROOT) for path in (ROOT / "webapp").rglob("*.yaml"))

# Mainland words in Traditional characters are the glossary's; these are said otherwise there.
FOREIGN = re.compile("列印|匯出|設定|搜尋|訊息|資訊|聯絡|儲存|連結|伺服器|登入|專案|複查|複驗|裏|着|「|」")
# A language is named in its own script, whichever is chosen.
OWN_NAMES = re.compile("简体|繁體")

# One language of a text.ts, up to the next.
BLOCK = re.compile(r"^ *'(zh-Han[st])': (\{.*?)(?=^ *'?(?:zh-Hant|en)'?: |\Z)", re.MULTILINE | re.DOTALL)

Strings = Iterator[tuple[str, str]]


def _of_screens(source: str) -> Strings:
    yield from BLOCK.findall(source)


def _of_papers(node: object) -> Strings:
    match node:
        case [str(simplified), str(traditional), str()]:
            yield from (("zh-Hans", simplified), ("zh-Hant", traditional))
        case list():
            for one in node:
                yield from _of_papers(one)
        case dict():
            for key, one in node.items():
                yield from [(key, str(one))] if key in ("zh-Hans", "zh-Hant") else _of_papers(one)


def _strings(path: Path) -> Strings:
    source = (ROOT / path).read_text()
    yield from _of_screens(source) if path.suffix == ".ts" else _of_papers(yaml.safe_load(source))


def _foreign(language: str, text: str) -> set[str]:
    """Answer the characters that the script's own character set does not know."""
    known = "gb2312" if language == "zh-Hans" else "big5"
    han = re.findall(r"[\u4e00-\u9fff]", OWN_NAMES.sub("", text))
    return {one for one in han if not one.encode(known, "ignore")}


@pytest.mark.parametrize("path", SCREENS + PAPERS, ids=str)
def test_each_chinese_keeps_to_its_script(path):
    assert {(language, one) for language, text in _strings(path) for one in _foreign(language, text)} == set()


@pytest.mark.parametrize("path", SCREENS + PAPERS, ids=str)
def test_traditional_words_are_those_of_the_glossary(path):
    assert [
        FOREIGN.findall(text) for language, text in _strings(path) if language == "zh-Hant" if FOREIGN.search(text)
    ] == []
