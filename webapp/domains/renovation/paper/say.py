"""The words of papers in the estate's language."""

from pathlib import Path

from webapp.domains.renovation.paper.queries import CasePage
from webapp.ground.paper.words import Lexicon, read_words

WORDS = Path(__file__).with_name("words.yaml")


def say_of(page: CasePage) -> Lexicon:
    """Answer the words of the estate's language."""
    return read_words(WORDS, page.language)
