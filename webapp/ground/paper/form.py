"""A form as a room hands it over: all words in their language already, nothing in it is markup."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo. `data` is JPEG, PNG or WebP; None where it has not arrived yet, or no longer lies there."""

    caption: str
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Section:
    """One thing looked at, under a heading that is repeated where the page breaks.

    aside    short words beside the heading: time, name, marks
    marks    what must not be missed: late, made up
    columns  titles of an item's name, its result and what was seen
    items    (name, result, words, is it off)
    notes    (label, text), each over the whole width
    """

    heading: str
    aside: str = ""
    marks: Sequence[str] = ()
    columns: Sequence[str] = ()
    items: Sequence[tuple[str, str, str, bool]] = ()
    notes: Sequence[tuple[str, str]] = ()
    pictures: Sequence[Picture] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under titles that are repeated where the page breaks. `widths` are shares of the width."""

    heading: str
    columns: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Box:
    """A place for a signature; without a name it stays empty, for a pen.

    drawing  what was drawn, as SVG
    """

    title: str
    name: str = ""
    at: str = ""
    note: str = ""
    drawing: str | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """What ties the paper to the book.

    entries  where in the logbook it stands, in words
    hash     of those entries, hex
    address  what the code says, in the letters of the alphanumeric mode; None: there is no page to check it against
    """

    entries: str
    hash: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One page of a book, on as many sheets of paper as it takes.

    serial  empty where pages have no numbers
    facts   (label, value), two in a row
    proof   None for a draft, which stands in no book yet
    void    why it counts no longer; None while it does
    """

    language: str
    title: str
    serial: str
    estate: str
    facts: Sequence[tuple[str, str]]
    parts: Sequence[Section | Table]
    boxes: Sequence[Box]
    proof: Proof | None
    void: str | None = None
