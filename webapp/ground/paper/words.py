"""Words of paper, in the language of the estate: people read it who never see the app."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("zh-Hans", "zh-Hant", "en")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language by their key."""

    language: str
    words: Mapping[str, str]

    def __call__(self, key: str, **params: Any) -> str:
        """Answer the words of `key`, with `params` in them; KeyError when there are none."""
        return self.words[key].format(**params) if params else self.words[key]

    def known(self, key: str) -> str:
        """Answer the words of `key`, or the key itself where a newer version wrote it."""
        return self.words.get(key, key)


@cache
def read_words(path: Path, language: str) -> Lexicon:
    """Answer the words that the file `path` has in `language`: {key: [zh-Hans, zh-Hant, en]}."""
    listed = yaml.safe_load(path.read_text(encoding="utf-8"))
    column = LANGUAGES.index(language)
    return Lexicon(language, {key: words[column] for key, words in listed.items()})
