"""The register of vacant units (空置房登记表) as paper and workbook: all that ever stood in it, none is struck off."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from webapp.core.held_keys import held_keys
from webapp.domains.vacancy.board.stock import Stock
from webapp.domains.vacancy.models import VacantCard
from webapp.domains.vacancy.queries import newest_checks
from webapp.domains.vacancy.rules.regime import REGISTERED, Timeline, sold_on
from webapp.domains.vacancy.rules.risk import risk_band
from webapp.domains.vacancy.sheets.telling import Teller, square_metres
from webapp.domains.vacancy.shown import units_of
from webapp.ground.paper.listing import Listing
from webapp.ground.paper.workbook import Line, write_workbook
from webapp.ground.places.models import UnitStatusRow

_COLUMNS = (
    *("unit", "area", "layout", "finish", "westRooms", "appliances", "completedOn", "takenOverOn", "risk"),
    *("developer", "keys", "valves", "status", "since", "soldOn", "reason", "note"),
)
# Their shares of the width.
_WIDTHS = (9, 4, 5, 4, 5, 7, 6.6, 6.6, 3, 7, 7, 7, 5, 6.6, 6.6, 7, 5)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the units of the register, by unit."""

    cards: Mapping[UUID, VacantCard]
    valves: Mapping[UUID, Mapping[str, str]]
    keys: Mapping[UUID, list[tuple[str, str]]]
    reasons: Mapping[UUID, str]


def register_listing(stock: Stock) -> Listing:
    """Answer the register as the office binds it."""
    tell = Teller(stock.estate)
    return Listing(
        language=tell.say.language,
        title=tell.say("register"),
        estate=stock.estate.name,
        span=stock.today.isoformat(),
        columns=[tell.say(name) for name in _COLUMNS],
        widths=_WIDTHS,
        rows=[[str(cell) for cell in line] for line in _lines(stock, tell)],
    )


def register_workbook(stock: Stock) -> bytes:
    """Answer the register as XLSX."""
    tell, file = Teller(stock.estate), io.BytesIO()
    head = [tell.say(name) for name in _COLUMNS]
    write_workbook(file, {tell.say("register"): [head, *_lines(stock, tell)]})
    return file.getvalue()


def _lines(stock: Stock, tell: Teller) -> Iterator[Line]:
    days = {id_: one for id_, one in stock.days.items() if any(said.status in REGISTERED for said in one)}
    known = _known(stock.session, stock.estate.id, list(days))
    for unit in units_of(stock.session, stock.estate.id, list(days)):
        cells = {**_of_card(tell, known.cards.get(unit.id), stock.today), **_of_status(tell, unit, days[unit.id])}
        cells["unit"] = f"{unit.building} {unit.stairwell} {unit.number}"
        cells["area"] = square_metres(unit.area)
        cells["keys"] = tell.listed([_key(tell, *key) for key in known.keys.get(unit.id, ())])
        cells["valves"] = tell.valves(known.valves.get(unit.id))
        cells["reason"] = known.reasons.get(unit.id, "") if cells["soldOn"] else ""
        yield [cells[name] for name in _COLUMNS]


def _of_card(tell: Teller, card: VacantCard | None, today: date) -> dict[str, str]:
    names = ("layout", "finish", "westRooms", "appliances", "completedOn", "takenOverOn", "risk", "developer", "note")
    if card is None:
        return dict.fromkeys(names, "")
    band = risk_band(card.completed_on, today)
    return {
        "layout": card.layout,
        "finish": tell.say(card.finish) if card.finish else "",
        "westRooms": tell.listed(card.west_rooms),
        "appliances": tell.listed([f"{one['name']} {one['model']}".strip() for one in card.appliances]),
        "completedOn": _day(card.completed_on),
        "takenOverOn": _day(card.taken_over_on),
        "risk": tell.say(f"risk.{band}") if band else "",
        "developer": card.developer,
        "note": card.note,
    }


def _of_status(tell: Teller, unit: "Row[object]", days: Timeline) -> dict[str, str]:
    return {
        "status": tell.say(unit.status.value),
        "since": _day(unit.since),
        "soldOn": _day(sold_on(days)),
    }


def _key(tell: Teller, key_no: str, slot: str) -> str:
    return tell.say("keyAt", number=key_no, slot=slot) if slot else key_no


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _known(session: Session, estate_id: UUID, ids: list[UUID]) -> _Known:
    cards = select(VacantCard).where(VacantCard.estate_id == estate_id, VacantCard.id.in_(ids))
    said = select(UnitStatusRow.unit_id, UnitStatusRow.reason).where(UnitStatusRow.estate_id == estate_id)
    oldest_first = said.where(UnitStatusRow.unit_id.in_(ids)).order_by(UnitStatusRow.at, UnitStatusRow.id)
    return _Known(
        cards={one.id: one for one in session.scalars(cards)},
        valves={id_: check.valves for id_, check in newest_checks(session, estate_id, ids).items()},
        keys=held_keys().keys_of(session, estate_id, ids),
        reasons={id_: reason or "" for id_, reason in session.execute(oldest_first)},
    )
