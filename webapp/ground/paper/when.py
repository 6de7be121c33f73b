"""Days, moments and runs of numbers as paper writes them, in the estate's zone and language."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from webapp.ground.paper.words import read_words

WORDS = Path(__file__).with_name("words.yaml")


def day_text(day: date, language: str) -> str:
    """Answer a day with its weekday: 2026-11-23 星期一."""
    words = read_words(WORDS, language)
    names = words("weekdays").split() if " " in words("weekdays") else list(words("weekdays"))
    return f"{day.isoformat()} {words('weekday', day=names[day.weekday()])}"


def moment_text(moment: datetime, zone: str) -> str:
    """Answer a moment by the estate's clocks, to the minute."""
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"


def clock_text(moment: datetime, zone: str) -> str:
    """Answer the time of the day by the estate's clocks, to the minute."""
    return f"{moment.astimezone(ZoneInfo(zone)):%H:%M}"


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Answer numbers as runs (first, last), in their order."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def entries_text(numbers: Iterable[int], language: str) -> str:
    """Answer where in the book something stands: 登记簿第 12—14、20 号."""
    words = read_words(WORDS, language)
    told = (str(first) if first == last else f"{first}—{last}" for first, last in runs(numbers))
    return words("entries", numbers=words("entriesBetween").join(told))
