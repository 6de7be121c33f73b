"""A numbered book of a room, and one page of it as it stands now."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.errors import JsonValue
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.proof import Proved
from webapp.ground.paper.form import Form

Cells = Sequence[str | int]
Keys = Collection[UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookPage:
    """One page as it stands now.

    form    (photos that are here, by hash; public address of the app) -> its paper
    lines   by table: what stands under the columns that the book names
    photos  hashes of all photos on it
    told    what the manifest of a month says of it besides
    """

    serial: str
    proved: Proved
    form: Callable[[Mapping[str, bytes], str], Form]
    lines: Mapping[str, Sequence[Cells]]
    photos: Collection[str] = ()
    told: Mapping[str, JsonValue] = field(default_factory=dict)


def _none(*_: object) -> frozenset[UUID]:
    return frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A numbered book of a room: pages by their key, the id that `Applied.page` names.

    code     its serials begin with it: XC
    tables   {name: columns}. The first has one line a page, and its papers lie in a folder of that name. The house puts
             serial, day and moment of the entry in front of it, and behind it what holds of every page; in front of the
             lines of other tables the serial
    words    file with the words of these names and columns (`paper.words`)
    days     (session, estate, keys) -> of which day each page is; without one nothing stands there any more
    entries  (session, estate_id, keys) -> the numbers of all entries each page was written from
    page     (session, estate_id, key) -> the page as it stands now; raises NotFound
    void     (session, estate_id, keys) -> those that are void; they keep their numbers
    open     (session, estate_id) -> pages that are not over: a month carries them over, and never are they destroyed
    monthly  they are destroyed with their month, after `patrol_retention_months`; else the room keeps its own time
    """

    code: str
    tables: Mapping[str, Sequence[str]]
    words: Path
    days: Callable[[Session, Estate, Keys], Mapping[UUID, date]]
    entries: Callable[[Session, UUID, Keys], Mapping[UUID, set[int]]]
    page: Callable[[Session, UUID, UUID], BookPage]
    void: Callable[[Session, UUID, Keys], Collection[UUID]] = _none
    open: Callable[[Session, UUID], Collection[UUID]] = _none
    monthly: bool = False

    @property
    def register(self) -> str:
        """The table that has one line a page."""
        return next(iter(self.tables))
