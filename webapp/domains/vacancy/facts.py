"""What the estate knows when a batch about vacant units comes in: one query a table, whatever its size."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.core.bulk import fetch
from webapp.core.domain import Item
from webapp.core.held_keys import held_keys
from webapp.core.made import brought_again
from webapp.core.moments import corrected
from webapp.domains.vacancy.models import VacantCard, VacantCare, VacantCheck
from webapp.domains.vacancy.queries import last_done, readings, unit_timelines
from webapp.domains.vacancy.rules.acting import ActFacts
from webapp.domains.vacancy.rules.bodies import Care
from webapp.domains.vacancy.rules.checking import CheckFacts, KnownTag, KnownUnit
from webapp.domains.vacancy.rules.items import Features
from webapp.ground.estates.judged import settings_of
from webapp.ground.estates.models import Estate
from webapp.ground.labels.models import LabelRow
from webapp.ground.places.known import unit_names

_TAGS = select(LabelRow.code, LabelRow.target_id, LabelRow.revoked_at).where(
    LabelRow.estate_id == bindparam("estate"), LabelRow.code.in_(bindparam("codes", expanding=True))
)
_CHECKS = select(VacantCheck.id).where(
    VacantCheck.estate_id == bindparam("estate"), VacantCheck.id.in_(bindparam("ids", expanding=True))
)
_CARED = select(VacantCare.origin_id).where(
    VacantCare.estate_id == bindparam("estate"), VacantCare.origin_id.in_(bindparam("ids", expanding=True))
)


def check_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> CheckFacts:
    """Answer what `rules.checking.decide` needs for these checks."""
    zone = session.get_one(Estate, estate_id).timezone
    there = fetch(session, _CHECKS, estate=estate_id, ids=[item.about for item in items])
    return CheckFacts(
        zone=zone,
        units=_units(session, estate_id, zone, items),
        loans={item.id: _loan(session, estate_id, item) for item in items},
        settings=settings_of(session, estate_id, items),
        tags=_tags(session, estate_id, items),
        repeated=brought_again(items, (id_ for (id_,) in there)),
    )


def act_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> ActFacts:
    """Answer what cards and care need."""
    units: set[UUID] = set()
    for item in items:
        units.update(item.body.unit_ids if isinstance(item.body, Care) else [item.body.unit_id])
    cares = [item for item in items if isinstance(item.body, Care)]
    there = fetch(session, _CARED, estate=estate_id, ids=[item.about for item in cares]) if cares else []
    return ActFacts(
        zone=session.get_one(Estate, estate_id).timezone,
        units=unit_names(session, estate_id, units),
        repeated=brought_again(cares, (id_ for (id_,) in there)),
    )


def _units(session: Session, estate_id: UUID, zone: str, items: Sequence[Item]) -> dict[UUID, KnownUnit]:
    """Answer those of the units checked that the estate has, as they stand."""
    ids = {item.body.unit_id for item in items}
    first = min(corrected(item.body.entered_at, item) for item in items)
    days = unit_timelines(session, estate_id, zone, ids)
    features = features_of(session, estate_id, ids)
    done, read = last_done(session, estate_id, ids), readings(session, estate_id, ids, first)
    return {
        id_: KnownUnit(name, days.get(id_, ()), features.get(id_, Features()), done.get(id_, {}), read.get(id_, ()))
        for id_, name in unit_names(session, estate_id, ids).items()
    }


def features_of(session: Session, estate_id: UUID, ids: Collection[UUID] | None = None) -> dict[UUID, Features]:
    """Answer what the cards of units say of their care; of all units with a card where none are named."""
    query = select(VacantCard).where(VacantCard.estate_id == estate_id)
    cards = session.scalars(query if ids is None else query.where(VacantCard.id.in_(ids)))
    return {one.id: Features(one.finish, bool(one.west_rooms), bool(one.appliances)) for one in cards}


def _loan(session: Session, estate_id: UUID, item: Item) -> UUID | None:
    entered_at = corrected(item.body.entered_at, item)
    return held_keys().loan_for_entry(session, estate_id, item.by, item.body.unit_id, entered_at)


def _tags(session: Session, estate_id: UUID, items: Sequence[Item]) -> dict[str, KnownTag]:
    codes = {item.body.scan.code for item in items if item.body.scan.code}
    rows = fetch(session, _TAGS, estate=estate_id, codes=list(codes)) if codes else []
    return {code: KnownTag(target_id, revoked_at) for code, target_id, revoked_at in rows}
