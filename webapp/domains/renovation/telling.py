"""Renovations and visits as phones hold them; some queries a page, however many there are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.core.standing import from_columns
from webapp.core.wire import plain
from webapp.domains.renovation.models import (
    Renovation,
    RenovationAct,
    SiteNight,
    SiteNotice,
    SiteReceipt,
    SiteRequest,
    SiteVisitRow,
    WorkerPass,
)
from webapp.domains.renovation.rules import money, papers
from webapp.domains.renovation.rules.standing import Case, Receipt
from webapp.domains.renovation.rules.states import Act
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import effective, setting
from webapp.ground.places.models import Building, Stairwell, Unit
from webapp.ground.places.units.lying import called, lying

Data = dict[str, Any]
# Where an act says something in words.
_WORDS = ("note", "opinion", "reasons", "what")
# So many acts, and looks at night, of a renovation lie on phones; its page asks the server for the rest.
NEWEST_ACTS = 40


# What was done or seen is told in the order in which it came in, what was paid in that of its receipts.
_ORDER: Mapping[type, Sequence[Any]] = {
    RenovationAct: (RenovationAct.entry,),
    SiteNight: (SiteNight.entry,),
    SiteReceipt: (SiteReceipt.paid_at, SiteReceipt.receipt_no),
}


def told_cases(
    session: Session, estate_id: UUID, rows: Sequence[Renovation], acts: int = NEWEST_ACTS
) -> dict[UUID, Data]:
    """Answer each of these renovations as phones hold it, in their order."""
    ids = [row.id for row in rows]
    estate = session.get_one(Estate, estate_id)
    settings = effective(estate.settings)
    units = unit_places(session, estate_id, {row.unit_id for row in rows})
    passes, notices, requests, receipts, done, nights = (
        _of_cases(session, estate_id, table, ids)
        for table in (WorkerPass, SiteNotice, SiteRequest, SiteReceipt, RenovationAct, SiteNight)
    )
    visited = last_visits(session, estate, ids)
    return {
        row.id: {
            **_case(row, settings),
            **units[row.unit_id],
            "passes": [told_pass(one) for one in passes[row.id]],
            "notices": [told_notice(one) for one in notices[row.id]],
            "requests": [told_request(one) for one in requests[row.id]],
            "paid": [told_receipt(one) for one in receipts[row.id]],
            "depositHeld": _held(receipts[row.id]),
            "lastVisitedOn": plain(visited.get(row.id)),
            "acts": [told_act(one) for one in done[row.id][-acts:]],
            "nights": [told_night(one) for one in nights[row.id][-acts:]],
        }
        for row in rows
    }


def _of_cases(session: Session, estate_id: UUID, table: Any, ids: Sequence[UUID]) -> Mapping[UUID, list[Any]]:
    found: defaultdict[UUID, list[Any]] = defaultdict(list)
    mine = (table.estate_id == estate_id, table.renovation_id.in_(ids))
    for one in session.scalars(select(table).where(*mine).order_by(*_ORDER.get(table, ()), table.id)):
        found[one.renovation_id].append(one)
    return found


def unit_places(session: Session, estate_id: UUID, ids: Iterable[UUID]) -> dict[UUID, Data]:
    """Answer where units are: {unitName, building, stairwell, floor, number}."""
    named = select(Unit.id, Building.name, Stairwell.name, Unit.floor, Unit.number)
    query = lying(named).where(Unit.estate_id == estate_id, Unit.id.in_(ids))
    return {
        id_: {
            "unitName": called(building, stairwell, number),
            "building": building,
            "stairwell": stairwell,
            "floor": floor,
            "number": number,
        }
        for id_, building, stairwell, floor, number in session.execute(query)
    }


def last_visits(session: Session, estate: Estate, ids: Sequence[UUID]) -> dict[UUID, date]:
    """Answer on which day each of the sites was last visited as often as the estate asks; a shut door is no visit."""
    often = func.count() >= setting(estate.settings, "site_visits_per_day")
    days = (
        select(SiteVisitRow.renovation_id, SiteVisitRow.day)
        .where(SiteVisitRow.estate_id == estate.id, SiteVisitRow.renovation_id.in_(ids))
        .where(SiteVisitRow.outcome == "visited")
        .group_by(SiteVisitRow.renovation_id, SiteVisitRow.day)
        .having(often)
        .subquery()
    )
    query = select(days.c.renovation_id, func.max(days.c.day)).group_by(days.c.renovation_id)
    return dict(session.execute(query).all())


def _case(row: Renovation, settings: Mapping[str, Any]) -> Data:
    case = standing_of(row)
    told: Data = plain(case)
    for name in ("id", "changed", "missing"):
        told.pop(name)
    lacking = papers.missing(case, settings) if case.permitted is None else []
    return {**told, "serial": row.serial, "missing": [plain(one) for one in lacking], "saidMissing": list(case.missing)}


def standing_of(row: Renovation) -> Case:
    """Answer a renovation as rules see it."""
    return from_columns(Case, row.__dict__)


def _held(receipts: Iterable[SiteReceipt]) -> int:
    return money.balance((from_columns(Receipt, one.__dict__) for one in receipts), money.DEPOSIT)


def told_pass(one: WorkerPass) -> Data:
    """Answer a worker's pass as phones hold it."""
    return {
        "passId": str(one.id),
        "serial": one.serial,
        "workerId": str(one.worker_id),
        "name": one.name,
        "photo": one.photo,
        "state": one.state.value,
        "issuedAt": one.issued["at"],
        "issuedBy": one.issued["name"],
        "endedAt": one.ended["at"] if one.ended else None,
        "note": one.note,
    }


def told_notice(one: SiteNotice) -> Data:
    """Answer a rectification notice as phones hold it."""
    return {
        "noticeId": str(one.id),
        "serial": one.serial,
        "visitId": plain(one.visit_id),
        "changeId": plain(one.change_id),
        "items": one.items,
        "description": one.description,
        "photos": one.photos,
        "grade": one.grade,
        "state": one.state.value,
        "stoppedAt": plain(one.stopped_at),
        "dueOn": plain(one.due_on),
        "servedTo": one.served_to,
        "refusedToSign": one.refused_to_sign,
        "witness": one.witness,
        "issuedAt": one.issued["at"],
        "byName": one.issued["name"],
        "fixedAt": one.fixed["at"] if one.fixed else None,
        "verifiedAt": one.verified["at"] if one.verified else None,
        "escalatedTo": one.escalated_to,
        "rounds": one.rounds,
    }


def told_request(one: SiteRequest) -> Data:
    """Answer what was asked for as phones hold it."""
    return {
        "requestId": str(one.id),
        "kind": one.kind.value,
        "state": one.state.value,
        "serial": one.serial,
        "askedAt": one.asked["at"],
        "byName": one.asked["name"],
        "fromOn": plain(one.from_on),
        "untilOn": plain(one.until_on),
        "persons": one.persons,
        "said": one.said,
        "decidedAt": one.decided["at"] if one.decided else None,
        "decidedBy": one.decided["name"] if one.decided else None,
        "note": one.note,
    }


def told_receipt(one: SiteReceipt) -> Data:
    """Answer a sum that was paid as phones hold it."""
    return {
        "line": one.line,
        "direction": one.direction,
        "quantity": one.quantity,
        "amount": one.amount,
        "receiptNo": one.receipt_no,
        "paidAt": plain(one.paid_at),
        "payer": one.payer,
        "byName": one.cashier["name"],
    }


def told_act(one: RenovationAct) -> Data:
    """Answer an act as phones hold it."""
    return {
        "id": str(one.id),
        "act": one.act.value,
        "at": plain(one.at),
        "byId": str(one.by_id),
        "byName": one.by_name,
        "from": one.before.value if one.before else None,
        "to": one.state.value,
        "note": _noted(one),
        "remarks": one.remarks,
    }


def _noted(one: RenovationAct) -> str:
    """Answer what was said in words; why somebody stays overnight is a code."""
    names = _WORDS if one.act is Act.OVERNIGHT else (*_WORDS, "reason")
    return str(next((one.said[name] for name in names if one.said.get(name)), ""))


def told_night(one: SiteNight) -> Data:
    """Answer a look at night as phones hold it: how many stayed, how many were allowed to."""
    return {
        "id": str(one.id),
        "night": plain(one.night),
        "at": plain(one.at),
        "byName": one.by_name,
        "persons": one.persons,
        "allowed": one.allowed,
        "note": one.said["note"],
        "photos": one.said["photos"],
        "remarks": one.remarks,
    }


def told_visits(visits: Iterable[SiteVisitRow]) -> dict[UUID, Data]:
    """Answer each of these visits as phones hold it, in their order."""
    return {
        one.id: {
            "renovationId": str(one.renovation_id),
            "serial": one.serial,
            "day": plain(one.day),
            "at": plain(one.started_at),
            "byId": str(one.by_id),
            "byName": one.by_name,
            "outcome": one.outcome,
            "stage": one.stage,
            "note": one.note,
            "workersPresent": one.workers_present,
            "passesChecked": one.said["passesChecked"],
            "builtChanges": one.said["builtChanges"],
            "remarksOfOthers": one.said["remarksOfOthers"],
            "answers": one.answers,
            "photos": one.photos,
            "remarks": one.remarks,
        }
        for one in visits
    }
