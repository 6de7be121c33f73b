"""What most books ask of their tables: of which day a page is, and by which entries it was written."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.ground.books.book import Keys
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate


def days_by(table: Any, moment: Any) -> Callable[[Session, Estate, Keys], Mapping[UUID, date]]:
    """Answer `Book.days` of pages whose key is the row's id, each of the estate's day at the `moment` in its row."""

    def days(session: Session, estate: Estate, keys: Keys) -> Mapping[UUID, date]:
        query = select(table.id, moment).where(table.estate_id == estate.id, table.id.in_(keys))
        return {id_: day_of(at, estate.timezone) for id_, at in session.execute(query)}

    return days


def written_in(table: Any, *columns: Any) -> Callable[[Session, UUID, Keys], dict[UUID, set[int]]]:
    """Answer `Book.entries` of pages whose key is the row's id; `columns` hold numbers of entries, or nothing."""

    def entries(session: Session, estate_id: UUID, keys: Keys) -> dict[UUID, set[int]]:
        found: dict[UUID, set[int]] = {key: set() for key in keys}
        query = select(table.id, *columns).where(table.estate_id == estate_id, table.id.in_(keys))
        for id_, *numbers in session.execute(query):
            found[id_].update(number for number in numbers if number is not None)
        return found

    return entries
