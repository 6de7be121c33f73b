"""What entries make of vacant units, pure: written when they come in, derived again when the book is verified."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from webapp.core.domain import Entry, Row
from webapp.core.ids import computed_id
from webapp.core.made import made_columns
from webapp.core.wire import plain
from webapp.domains.vacancy.rules.bodies import Card, Care, Check, reading_of
from webapp.domains.vacancy.rules.checking import CHECK
from webapp.ground.photos.uses import use_rows

CARD, CARE = "vacancy.register", "vacancy.care"
CARDS, CHECKS, CARES = "vacancy_cards", "vacancy_checks", "vacancy_cares"


def card_rows(entry: Entry) -> Sequence[Row]:
    """Answer the unit's card as it is from now on."""
    card = entry.read(Card)
    values = {
        "taken_over_on": card.taken_over_on,
        "completed_on": card.completed_on,
        "developer": card.developer,
        "layout": card.layout,
        "finish": card.finish,
        "west_rooms": plain(card.west_rooms),
        "appliances": plain(card.appliances),
        "moving_in_notice_on": card.moving_in_notice_on,
        "note": card.note,
        "at": datetime.fromisoformat(entry.judged["at"]),
        **made_columns(entry),
    }
    return [Row(CARDS, {"estate_id": entry.estate_id, "id": card.unit_id}, values, shared=True)]


def check_rows(entry: Entry) -> Sequence[Row]:
    """Answer the check, the care it has done, and the photos it shows."""
    check, judged = entry.read(Check), entry.judged
    values = {
        "unit_id": check.unit_id,
        "serial": entry.server["serial"],
        "unit_name": judged["unit"],
        "day": date.fromisoformat(judged["day"]),
        "entered_at": datetime.fromisoformat(judged["enteredAt"]),
        "left_at": datetime.fromisoformat(judged["leftAt"]),
        "loan_id": UUID(judged["loan"]) if judged["loan"] else None,
        "complete": judged["complete"],
        "mould": judged["mould"],
        "abnormal": len(check.results("abnormal")),
        "remarks": judged["remarks"],
        **_as_sent(check),
        **made_columns(entry),
    }
    care = _done(entry, [check.unit_id], judged["care"], step="done", at=judged["leftAt"], day=judged["day"])
    uses = use_rows(entry, CHECK, check.check_id, (photo.sha256 for photo in check.photos))
    return [Row(CHECKS, {"estate_id": entry.estate_id, "id": check.check_id}, values), *care, *uses]


def _as_sent(check: Check) -> dict[str, Any]:
    return {
        "scan": plain(check.scan),
        "checklist": plain(check.checklist),
        "answers": plain(check.answers),
        "water_reading": check.water_reading,
        "readable": reading_of(check.water_reading) is not None,
        "aired_minutes": check.aired_minutes,
        "valves": plain(check.valves),
        "open_valves": plain(check.open_valves),
        "windows_closed": check.windows_closed,
        "care": plain(check.care),
        "observation": check.observation,
        "photos": plain(check.photos),
    }


def care_rows(entry: Entry) -> Sequence[Row]:
    """Answer the care of each unit, and the photos that show it."""
    care, judged = entry.read(Care), entry.judged
    more = {"note": care.note, "remarks": judged["remarks"]}
    units = list(dict.fromkeys(care.unit_ids))
    shares = _shares(care.cost, len(units))
    rows = _done(entry, units, [care.task], step=care.step, at=judged["at"], day=judged["day"], **more)
    uses = use_rows(entry, CARE, care.care_id, (photo.sha256 for photo in care.photos))
    return [*(_with_cost(row, share) for row, share in zip(rows, shares, strict=True)), *uses]


def _shares(cost: int | None, units: int) -> list[int | None]:
    """Answer what each unit bears of a cost in fen; the first bear what does not divide."""
    if cost is None:
        return [None] * units
    each, over = divmod(cost, units)
    return [each + (number < over) for number in range(units)]


def _with_cost(row: Row, cost: int | None) -> Row:
    return Row(row.table, row.key, {**row.values, "cost": cost})


def _done(
    entry: Entry, units: Sequence[UUID], tasks: Sequence[str], *, step: str, at: str, day: str, **more: Any
) -> Iterator[Row]:
    item = UUID(entry.item["id"])
    for unit_id in units:
        for task in tasks:
            values = {
                "origin_kind": entry.kind,
                "origin_id": UUID(entry.item["about"]),
                "unit_id": unit_id,
                "task": task,
                "step": step,
                "day": date.fromisoformat(day),
                "at": datetime.fromisoformat(at),
                "note": "",
                "remarks": [],
                "cost": None,
                **more,
                **made_columns(entry),
            }
            yield Row(CARES, {"estate_id": entry.estate_id, "id": computed_id(item, unit_id, task)}, values)
