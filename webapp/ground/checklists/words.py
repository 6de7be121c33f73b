"""Whether a text says anything (PAT-R02): a bare 正常 is not an observation. The phone has the same rule."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Traditional writings of the listed words, and ticks that look like the listed √.
_SAME = str.maketrans("異無沒問題✓✔☑", "异无没问题√√√")


@lru_cache(maxsize=4096)  # stewards choose the same phrases all day
def bare_form(text: str) -> str:
    """Answer what PAT-R02 compares: NFKC, no punctuation, spaces or controls, simplified, lower case."""
    composed = unicodedata.normalize("NFKC", text)
    kept = "".join(char for char in composed if not _drops(char))
    return kept.translate(_SAME).lower()


def _drops(char: str) -> bool:
    category = unicodedata.category(char)
    # Cc, Cf and Mn: controls, joiners and the selectors that make a tick colourful.
    return category[0] in "PZ" or category in {"Cc", "Cf", "Mn"}


def is_blank(text: str | None) -> bool:
    """Say whether nothing is written but punctuation and spaces."""
    return not text or not bare_form(text)


def bare_normal(text: str, words: Iterable[str]) -> bool:
    """Say whether `text` consists only of `words` (estate setting `bare_normal_words`), once or repeated (PAT-R02).

    A blank text is not bare: it is missing, which is another rule.
    """
    return _only_of(tuple(words)).fullmatch(bare_form(text)) is not None


@lru_cache(maxsize=64)
def _only_of(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = sorted({bare_form(word) for word in words} - {""}, key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, forms)) + ")+") if forms else re.compile(r"(?!)")
