"""Pages as lines of tables: the room's own columns, and around them what holds of every page."""

from collections.abc import Iterator
from pathlib import Path

from webapp.desk.books.pages import Page
from webapp.desk.months.rules import is_late
from webapp.ground.books import Book, BookPage, Cells
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import read_words

WORDS = Path(__file__).with_name("words.yaml")
# In front of the columns of a book's register, and behind them.
BEFORE, BEHIND = ("serial", "day", "acceptedAt"), ("late", "void", "hash")


def heads_of(book: Book, language: str) -> Iterator[tuple[str, str, Cells]]:
    """Answer the book's tables as (name, title, head), in words."""
    own, say = read_words(book.words, language), read_words(WORDS, language)
    for name, columns in book.tables.items():
        titles = [own.words.get(f"{name}.{column}") or own(column) for column in columns]
        if name == book.register:
            yield name, own(name), [*map(say, BEFORE), *titles, *map(say, BEHIND)]
        else:
            yield name, own(name), [say("serial"), *titles]


def lines_of(
    book: Book, stands: BookPage, page: Page, *, month: str, language: str, zone: str
) -> dict[str, list[Cells]]:
    """Answer the page's lines by table, under the heads of `heads_of`; a page of a day before `month` came late."""
    say = read_words(WORDS, language)
    day = page.day.isoformat() if page.day else ""
    before = (page.serial, day, moment_text(page.accepted_at, zone))
    marks = (bool(page.day and is_late(page.day, month)), page.void)
    behind = (*(say("yes") if mark else "" for mark in marks), stands.proved.hash)
    return {
        name: [(*before, *line, *behind) if name == book.register else (page.serial, *line) for line in lines]
        for name, lines in stands.lines.items()
    }
