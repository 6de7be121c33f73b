"""What belongs into a month's bundle, what is missing from it, and how long its records are kept. Pure."""

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

FIRST_NUMBER = 1


def month_of(day: date) -> str:
    """Answer the month of a day: 2026-11."""
    return f"{day.year:04}-{day.month:02}"


def month_after(month: str, count: int = 1) -> str:
    """Answer the month so many later, or earlier."""
    months = int(month[:4]) * 12 + int(month[5:]) - 1 + count
    return f"{months // 12:04}-{months % 12 + 1:02}"


def end_of_month(month: str, zone: str) -> datetime:
    """Answer the first moment, UTC, that no longer belongs to the month by the estate's clocks."""
    after = month_after(month)
    first = date(int(after[:4]), int(after[5:]), 1)
    return datetime.combine(first, time(0), ZoneInfo(zone)).astimezone(UTC)


def last_day_kept(month: str, months: int) -> date:
    """Answer the last day on which the records of a month must be kept: so many months from its end (PAT-R11)."""
    after = month_after(month, months + 1)
    return date(int(after[:4]), int(after[5:]), 1) - timedelta(days=1)


def kept_until(newest: datetime, zone: str, months: int) -> date:
    """Answer the same for a record by `newest`, the last thing that was written about it."""
    return last_day_kept(month_of(newest.astimezone(ZoneInfo(zone)).date()), months)


def is_late(day: date, month: str) -> bool:
    """Say whether a record that came into this month's bundle is of an earlier month."""
    return month_of(day) < month


def number_of(serial: str) -> int:
    """Answer the number in a serial: 17 of XC-2026-000017."""
    return int(serial.rpartition("-")[2])


def book_of(serial: str) -> str:
    """Answer the book a serial counts in: XC-2026 of XC-2026-000017."""
    return serial.rpartition("-")[0]


def gaps(present: Iterable[str], before: Iterable[str], given: Collection[tuple[str, int]] = ()) -> list[str]:
    """Answer the serials that should be in the bundle and are not, in order (PAT-R10).

    present  serials in the bundle
    before   serials of earlier bundles: numbering goes on behind them
    given    (book, newest number that was given there), where more may have been given than are left
    """
    last: dict[str, int] = {}
    for serial in before:
        last[book_of(serial)] = max(last.get(book_of(serial), 0), number_of(serial))
    here: dict[str, set[int]] = {book: set() for book, _ in given}
    for serial in present:
        here.setdefault(book_of(serial), set()).add(number_of(serial))
    newest = {
        book: max([0, *numbers, *(count for name, count in given if name == book)]) for book, numbers in here.items()
    }
    return [
        f"{book}-{number:06}"
        for book in sorted(here)
        for number in range(last.get(book, 0) + FIRST_NUMBER, newest[book] + 1)
        if number not in here[book]
    ]
