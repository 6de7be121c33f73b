"""Whether a printed page is what the book says: asked by the code at its foot, by people of the estate."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.ground.books import Books
from webapp.ground.logbook.models import SerialPage
from webapp.ground.logbook.proof import broken, proof_of


def checked(session: Session, books: Books, estate_id: UUID, serial: str, printed: str) -> dict[str, Any]:
    """Answer how a paper stands to the book; raises NotFound for a number that was never given here.

    books    of all rooms
    printed  the first digits of the hash on the paper
    """
    page = session.scalar(select(SerialPage).where(SerialPage.estate_id == estate_id, SerialPage.serial == serial))
    if page is None or page.form not in books:
        raise NotFound(serial=serial)
    key = UUID(page.key)
    numbers = books[page.form].entries(session, estate_id, [key])[key]
    proved = proof_of(session, estate_id, numbers)
    then = proved.up_to(printed)
    return {
        "serial": page.serial,
        "form": page.form,
        "id": key,
        "state": _state(numbers, then.numbers if then else None),
        "entries": list(proved.numbers),
        "newer": list(proved.numbers[len(then.numbers) :]) if then else [],
        "hash": proved.hash,
        "broken": [{"entry": number, "field": field} for number, field in broken(session, estate_id, numbers)],
    }


def _state(numbers: set[int], then: Sequence[int] | None) -> str:
    if not numbers:
        return "purged"
    if then is None:
        return "differs"
    return "same" if len(then) == len(numbers) else "older"
