"""Consents and lettings as acts and pages ask for them, and the units that have long been vacant."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.domain import Item
from webapp.core.held import Data
from webapp.core.wire import plain
from webapp.domains.vacancy.board.fees import owed_lines
from webapp.domains.vacancy.board.stock import Stock
from webapp.domains.vacancy.lettings.wishes import wishes
from webapp.domains.vacancy.models import VacantConsent, VacantLetting
from webapp.domains.vacancy.rules.letting import Consent, Let, LetFacts, LetUnit
from webapp.domains.vacancy.rules.periods import Period
from webapp.ground.estates.judged import settings_of
from webapp.ground.places.known import unit_names
from webapp.ground.places.models import Unit


def let_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> LetFacts:
    """Answer what `rules.letting` needs for these acts."""
    ids = {item.about for item in items}
    consents = {one.unit_id: one for one in _consents(session, estate_id, ids)}
    lettings = _lettings(session, estate_id, ids)
    running = {one.unit_id: one.id for one in lettings if one.ended_on is None}
    units = session.execute(select(Unit.id, Unit.status).where(Unit.estate_id == estate_id, Unit.id.in_(ids)))
    return LetFacts(
        units={id_: LetUnit(status, *_yes(consents.get(id_)), running.get(id_)) for id_, status in units},
        settings=settings_of(session, estate_id, items),
        begun={one.id: one.begins_on for one in lettings},
        repeated=_repeated(session, estate_id, items),
    )


def _yes(consent: VacantConsent | None) -> tuple[UUID | None, date | None]:
    return (consent.id, consent.until) if consent and consent.granted else (None, None)


def _consents(session: Session, estate_id: UUID, ids: Collection[UUID]) -> Sequence[VacantConsent]:
    """Answer what the developer answered about these units, the newest last."""
    query = select(VacantConsent).where(VacantConsent.estate_id == estate_id, VacantConsent.unit_id.in_(ids))
    return session.scalars(query.order_by(VacantConsent.answered_on, VacantConsent.entry)).all()


def _lettings(session: Session, estate_id: UUID, ids: Collection[UUID]) -> Sequence[VacantLetting]:
    query = select(VacantLetting).where(VacantLetting.estate_id == estate_id, VacantLetting.unit_id.in_(ids))
    return session.scalars(query.order_by(VacantLetting.begins_on, VacantLetting.entry)).all()


def _repeated(session: Session, estate_id: UUID, items: Sequence[Item]) -> frozenset[UUID]:
    named: dict[UUID, UUID] = {item.id: item.body.consent_id for item in items if isinstance(item.body, Consent)}
    named |= {item.id: item.body.letting_id for item in items if isinstance(item.body, Let)}
    there: set[UUID] = set()
    for table in (VacantConsent, VacantLetting):
        query: Any = select(table.id).where(table.estate_id == estate_id, table.id.in_(named.values()))
        there.update(session.scalars(query))
    return frozenset(item_id for item_id, id_ in named.items() if id_ in there)


def lettings_page(stock: Stock) -> Data:
    """Answer units long vacant, what the developer answered, lettings, and wishes to rent; newest first."""
    session, estate_id = stock.session, stock.estate.id
    settings = stock.settings(stock.today)
    owed = owed_lines(stock, stock.vacant_now, stock.today)
    long = [{name: one[name] for name in ("unitId", "unit", "days")} for one in owed]
    consents, lettings = _consents(session, estate_id, stock.days), _lettings(session, estate_id, stock.days)
    concerned = {*(one.unit_id for one in consents), *(one.unit_id for one in lettings)}
    names = unit_names(session, estate_id, concerned)
    return {
        "long": [one for one in long if one["days"] >= settings["long_vacant_days"]],
        "consents": [_consent(one, names[one.unit_id]) for one in reversed(consents)],
        "lettings": [_letting(one, names[one.unit_id]) for one in reversed(lettings)],
        "wishes": wishes(session, stock.estate),
    }


def lettings_in(stock: Stock, period: Period) -> list[Data]:
    """Answer the lettings that ran in a period, by their beginning; who the tenant is stays with the letting."""
    begun = [one for one in _lettings(stock.session, stock.estate.id, stock.days) if one.begins_on <= period.last]
    running = [one for one in begun if one.ended_on is None or one.ended_on >= period.first]
    names = unit_names(stock.session, stock.estate.id, {one.unit_id for one in running})
    told = ("unitId", "unit", "contractNo", "beginsOn", "until", "endedOn")
    return [{name: _letting(one, names[one.unit_id])[name] for name in told} for one in running]


def _consent(one: VacantConsent, unit: str) -> Data:
    return {
        "id": str(one.id),
        "unitId": str(one.unit_id),
        "unit": unit,
        "askedOn": plain(one.asked_on),
        "granted": one.granted,
        "answeredOn": plain(one.answered_on),
        "paperNo": one.paper_no,
        "until": plain(one.until),
        "note": one.note,
        "byName": one.by_name,
    }


def _letting(one: VacantLetting, unit: str) -> Data:
    return {
        "id": str(one.id),
        "unitId": str(one.unit_id),
        "unit": unit,
        "consentId": str(one.consent_id),
        "tenant": one.tenant,
        "contractNo": one.contract_no,
        "beginsOn": plain(one.begins_on),
        "until": plain(one.until),
        "keysHandedOver": one.keys_handed_over,
        "note": one.note,
        "byName": one.by_name,
        "endedOn": plain(one.ended_on),
        "endedBecause": one.ended_because,
    }
