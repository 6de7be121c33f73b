"""Every refusal that can reach a person has words in all three languages."""

import re

import pytest

import webapp.rooms  # noqa: F401  # loads every room, so that all refusals are known
from tests.house.conftest import ROOT
from webapp.core.errors import DomainError
from webapp.factory import UPPER_ROOMS
from webapp.rooms import ROOMS

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
TEXTS = [path.read_text() for path in (ROOT / "pwa/src").rglob("text.ts")]


def _all_below(error):
    return {error, *(below for child in error.__subclasses__() for below in _all_below(child))}


def _codes():
    named = {error.code for error in _all_below(DomainError) if hasattr(error, "code")}
    listed = {code for room in ROOMS + UPPER_ROOMS for code in room.errors}
    return sorted(code for code in named | listed if not code.startswith("tests."))


@pytest.mark.parametrize("code", _codes())
def test_every_refusal_has_words_in_every_language(code):
    said = re.compile(rf"['\"]{re.escape(code)}['\"]\s*:\s*['\"`\n]")

    assert sum(len(said.findall(text)) for text in TEXTS) >= len(LANGUAGES), f"no words for {code}"


@pytest.mark.parametrize("code", _codes())
def test_every_code_is_a_room_and_a_word(code):
    assert re.fullmatch(r"[a-z_]+\.[a-z_]+", code)
