"""What does not fit in what was noted of a finding: a reading, an expiry date, a plate. Pure; twin of the phone's."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from webapp.domains.findings.rules.report import Details, Report

# Written by the app for "nothing to be read there", which is an answer too.
UNREADABLE = "unreadable"
_NUMBER = re.compile(r"[0-9]{1,12}([.][0-9]{1,4})?")
# 粤B·12345, a bicycle's 深圳 A01234: separators do not count.
_PLATE_SIGNS = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """A meter as it was read before. Meters of a place are told apart by number or unit."""

    place_id: UUID
    item: str
    number: str | None
    unit: str | None
    reading: str
    at: datetime


def doubts(details: Details, previous: str | None) -> list[str]:
    """Answer what does not fit, as codes in their order.

    previous  the meter's reading before, None when there is none
    """
    return sorted(_doubts(details, previous))


def _doubts(details: Details, previous: str | None) -> Iterator[str]:
    reading = _noted(details.reading)
    if reading and number_in(reading) is None:
        yield "findings.reading_unclear"
    before, now = number_in(previous), number_in(reading)
    if before is not None and now is not None and now < before:
        yield "findings.reading_lower"
    expiry = _noted(details.expiry)
    if expiry and not _is_day(expiry):
        yield "findings.expiry_unclear"
    plate = _noted(details.plate)
    if plate and sum(sign.isalnum() for sign in plate) < _PLATE_SIGNS:
        yield "findings.plate_unclear"


def previous_reading(report: Report, at: datetime, known: Iterable[Reading]) -> str | None:
    """Answer the newest reading before `at` of the meter that a report names by number or unit."""
    details = report.details
    same = [
        one
        for one in known
        if (one.place_id, one.item) == (report.place_id, report.item)
        and one.at < at
        and _noted(one.reading)
        and _is_same_meter(one, details)
    ]
    return max(same, key=lambda one: one.at).reading if same else None


def number_in(text: str | None) -> Decimal | None:
    """Answer the number that is written, or None when it is none."""
    plain = (text or "").strip()
    return Decimal(plain) if _NUMBER.fullmatch(plain) else None


def _is_same_meter(one: Reading, details: Details) -> bool:
    number, unit = _noted(details.number), _noted(details.unit)
    before = _noted(one.number)
    return before == number if number and before else bool(unit) and one.unit == unit


def _noted(text: str | None) -> str | None:
    return text if text and text != UNREADABLE else None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2026-11-23")
