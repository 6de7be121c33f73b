"""What is not in order about a check (VAC-R01, VAC-R02, VAC-R05). The phone asks the same before it saves. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from webapp.core.remarks import Remark
from webapp.domains.vacancy.rules import codes
from webapp.domains.vacancy.rules.bodies import Check, reading_of
from webapp.domains.vacancy.rules.items import APPLIANCES, METER, VALVE_ITEMS
from webapp.ground.checklists.answers import bare_items, lacks
from webapp.ground.checklists.words import bare_normal, is_blank

LabelState = Literal["here", "revoked", "elsewhere", "unknown"]
# A meter that stands still does not gain more than it shows by chance.
STILL = Decimal("0.01")
_LITRES = 1000


@dataclass(frozen=True, slots=True)
class Around:
    """What a check is judged by.

    status   of the unit on that day; None where nobody said
    regime   such units are visited
    loan     by which the visitor had the unit's key then
    asked    the items to be answered; None when nobody knows the checklist
    label    what the register says of the scanned code; None when no code was read
    reading  the meter's last one before
    """

    unit: str
    status: str | None
    regime: bool
    loan: UUID | None
    asked: Sequence[str] | None
    label: LabelState | None
    reading: Decimal | None
    settings: Mapping[str, Any]


def remarks(check: Check, around: Around, entered_at: datetime, left_at: datetime) -> list[Remark]:
    """Answer every rule that the check breaks, each once, in the order of their codes."""
    found = [
        *_of_the_entry(check, around),
        *_of_the_scan(check, around),
        *_of_the_items(check, around),
        *_of_the_texts(check, around),
        *_of_the_valves(check),
        *_of_the_meter(check, around),
        *_of_leaving(check, entered_at, left_at),
    ]
    return sorted(found, key=lambda remark: remark.code)


def _of_the_entry(check: Check, around: Around) -> Iterator[Remark]:
    if not around.regime:
        yield Remark(codes.NOT_IN_REGIME, {"status": around.status})
    # VAC-R02
    if around.loan is None:
        yield Remark(codes.NO_KEY_LOAN, {"unit": around.unit})
    elif check.loan_id and check.loan_id != around.loan:
        yield Remark("vacancy.other_loan")


def _of_the_scan(check: Check, around: Around) -> Iterator[Remark]:
    if around.label in {"revoked", "elsewhere", "unknown"}:
        yield Remark(f"vacancy.label_{around.label}")
    if check.scan.method == "listed":
        yield Remark("vacancy.not_scanned")


def _of_the_items(check: Check, around: Around) -> Iterator[Remark]:
    if around.asked is None:
        yield Remark("vacancy.unknown_checklist")
    for lack, items in lacks(check.answers, around.asked):
        yield Remark(f"vacancy.{lack}", {"items": [*items]})


def _of_the_texts(check: Check, around: Around) -> Iterator[Remark]:
    words = around.settings["bare_normal_words"]
    bare = bare_items(check.answers, words)
    if bare or bare_normal(check.observation, words):
        yield Remark("vacancy.bare_normal", {"items": [*bare]})
    elif is_blank(check.observation) and not check.results("normal"):
        yield Remark("vacancy.observation_missing")


def _of_the_valves(check: Check) -> Iterator[Remark]:
    given = {answer.item: answer.result for answer in check.answers}
    unanswered = [item for item in VALVE_ITEMS.values() if given.get(item, "not_checked") == "not_checked"]
    if unanswered:
        yield Remark("vacancy.valve_missing", {"items": [*unanswered]})
    reasoned = {one.valve for one in check.open_valves if not is_blank(one.reason)}
    # VAC-R01
    left_open = [valve for valve in check.valves.in_state("open") if valve not in reasoned]
    if left_open:
        yield Remark(codes.VALVE_OPEN, {"valves": [*left_open]})
    open_, absent = check.valves.in_state("open"), check.valves.in_state("absent")
    unlike = [valve for valve in open_ if given.get(VALVE_ITEMS[valve]) == "normal"]
    unlike += [valve for valve in absent if given.get(VALVE_ITEMS[valve]) != "na"]
    if unlike:
        yield Remark("vacancy.valve_unlike", {"valves": [*unlike]})
    # VAC-R05
    if APPLIANCES in check.results("normal") and "power" in open_:
        yield Remark(codes.POWER_LEFT_ON)


def _of_the_meter(check: Check, around: Around) -> Iterator[Remark]:
    read = reading_of(check.water_reading)
    if read is None:
        if METER in check.results("normal"):
            yield Remark("vacancy.reading_missing")
    elif around.reading is not None and read < around.reading:
        yield Remark("vacancy.reading_back")
    elif around.reading is not None and read - around.reading > STILL and METER in check.results("normal"):
        yield Remark("vacancy.water_ran", {"litres": int((read - around.reading) * _LITRES)})


def _of_leaving(check: Check, entered_at: datetime, left_at: datetime) -> Iterator[Remark]:
    if left_at < entered_at:
        yield Remark("vacancy.left_before_entered")
    if not check.windows_closed:
        yield Remark("vacancy.windows_open")
    if not check.photos:
        yield Remark("vacancy.photo_missing")
    if any(not photo.live for photo in check.photos):
        yield Remark(codes.NOT_LIVE)
