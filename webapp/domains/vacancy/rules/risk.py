"""How likely damage is by the age of the house, and when an owner is deemed moved in (`vacancy.md` 7, 1). Pure."""

from calendar import monthrange
from datetime import date
from typing import Literal

RiskBand = Literal["high", "raised", "watch", "low"]
# Damage is likely in the first ten years, more so in the first three, most in the first.
_BANDS: tuple[tuple[int, RiskBand], ...] = ((1, "high"), (3, "raised"), (10, "watch"))
DEEMED_AFTER_MONTHS = 1


def months_after(day: date, months: int) -> date:
    """Answer the same day so many months later; the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def risk_band(completed_on: date | None, day: date) -> RiskBand | None:
    """Answer the band of a house completed on a day; None where nobody said when."""
    if completed_on is None:
        return None
    return next((band for years, band in _BANDS if day < months_after(completed_on, 12 * years)), "low")


def deemed_from(notice_on: date) -> date:
    """Answer the day from which an owner is deemed moved in: a month after the notice, without the formalities."""
    return months_after(notice_on, DEEMED_AFTER_MONTHS)


def deemed_since(notice_on: date | None, since: date | None, today: date) -> date | None:
    """Answer since when the owner of a unit sold is deemed moved in; None while that is not so.

    notice_on  the day on which the owner got the moving-in notice; None while there was none
    since      the day from which the unit counts as sold; a notice from before begins to run with it at the earliest
    """
    if notice_on is None:
        return None
    day = deemed_from(max(notice_on, since or notice_on))
    return day if day <= today else None


def kept_until(sold: date, months: int) -> date:
    """Answer the first day on which records of a unit sold may be destroyed (acceptance 6)."""
    return months_after(sold, months)
