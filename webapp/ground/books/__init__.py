"""Numbered books: what a room hands over of its own, so that its pages are checked, printed, closed and bundled."""

from webapp.ground.books.book import Book, BookPage, Cells
from webapp.ground.books.joined import BOOKS, Books, books_of_all_rooms, joined
from webapp.ground.books.made import language_of, pdf_answer, print_page, proof_on_paper, proof_without_page
from webapp.ground.books.tables import days_by, written_in

__all__ = [
    "BOOKS",
    "Book",
    "BookPage",
    "Books",
    "Cells",
    "books_of_all_rooms",
    "days_by",
    "joined",
    "language_of",
    "pdf_answer",
    "print_page",
    "proof_on_paper",
    "proof_without_page",
    "written_in",
]
