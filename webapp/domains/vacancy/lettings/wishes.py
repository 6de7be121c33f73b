"""Wishes to rent as the act and the page ask for them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.domain import Item
from webapp.core.held import Data
from webapp.core.made import brought_again
from webapp.core.wire import plain
from webapp.domains.vacancy.models import VacantWish
from webapp.domains.vacancy.rules.wishing import WishFacts
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.judged import settings_of
from webapp.ground.estates.models import Estate
from webapp.ground.places.known import unit_names


def wish_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> WishFacts:
    """Answer what `rules.wishing.decide` needs."""
    named = {item.body.unit_id for item in items if item.body.unit_id}
    query = select(VacantWish.id).where(VacantWish.estate_id == estate_id)
    there = session.scalars(query.where(VacantWish.id.in_([item.about for item in items])))
    return WishFacts(
        units=unit_names(session, estate_id, named).keys(),
        settings=settings_of(session, estate_id, items),
        repeated=brought_again(items, there),
    )


def wishes(session: Session, estate: Estate) -> list[Data]:
    """Answer the wishes noted, newest first."""
    query = select(VacantWish).where(VacantWish.estate_id == estate.id)
    found = session.scalars(query.order_by(VacantWish.noted_at.desc(), VacantWish.id)).all()
    names = unit_names(session, estate.id, {one.unit_id for one in found if one.unit_id})
    return [
        {
            "id": str(one.id),
            "unitId": plain(one.unit_id),
            "unit": names[one.unit_id] if one.unit_id else None,
            "name": one.name,
            "phone": (one.private or {}).get("phone", ""),
            "text": one.text,
            "notedOn": day_of(one.noted_at, estate.timezone).isoformat(),
            "byName": one.by_name,
        }
        for one in found
    ]
