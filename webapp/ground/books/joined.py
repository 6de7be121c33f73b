"""The books of all rooms, as the factory joined them."""

from collections.abc import Iterable, Mapping
from typing import cast

from flask import current_app

from webapp.ground.books.book import Book

# Under this name of the application's extensions.
BOOKS = "rounds.books"
Books = Mapping[str, Book]


def joined(books: Iterable[Book]) -> Books:
    """Answer the books by their codes, in the order of the rooms."""
    listed = list(books)
    by_code = {book.code: book for book in listed}
    assert len(by_code) == len(listed), "two books of one code"
    return by_code


def books_of_all_rooms() -> Books:
    """Answer the books of the running application."""
    return cast(Books, current_app.extensions[BOOKS])
