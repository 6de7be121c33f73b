"""Fees and the deposit of a renovation, in fen (`renovation.md` 3). Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from webapp.domains.renovation.rules.shapes import FeeLine
from webapp.domains.renovation.rules.standing import Receipt
from webapp.ground.calendar.rules import day_of

DEPOSIT: FeeLine = "deposit"
PASS_COST: FeeLine = "pass_cost"  # noqa: S105  # nosec B105  # a fee
LINES: tuple[FeeLine, ...] = ("deposit", "management_fee", "permit_cost", "pass_cost", "rubbish_fee")


def prices_on(day: date, lists: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Answer what each line costs on a day: the newest price list that holds by then, else the first."""
    in_order = sorted(lists, key=lambda one: one["valid_from"])
    held = [one for one in in_order if one["valid_from"] <= day.isoformat()] or in_order[:1]
    return {line: held[-1][line] for line in LINES}


def prices_at(paid_at: datetime, lists: Sequence[Mapping[str, Any]], zone: str) -> dict[str, int]:
    """Answer what each line costs for who pays at a moment, however late that is entered: by the day of the estate."""
    return prices_on(day_of(paid_at, zone), lists)


def quantities(workers: int) -> dict[FeeLine, int]:
    """Answer how many of each line are due when an application is approved: a pass for each worker."""
    return {line: workers if line == PASS_COST else 1 for line in LINES}


def balance(receipts: Iterable[Receipt], line: str) -> int:
    """Answer what is held of a line: what came in less what went out or was kept."""
    return sum(one.amount if one.direction == "in" else -one.amount for one in receipts if one.line == line)


def passes_paid(receipts: Iterable[Receipt]) -> int:
    """Answer how many passes have been paid for."""
    return sum(one.quantity for one in receipts if one.line == PASS_COST)


@dataclass(frozen=True, slots=True)
class Sums:
    """What came in, went out and was kept in some days, in fen, and what is held when they end."""

    paid_in: int
    paid_out: int
    kept: int
    held: int


def sums(receipts: Iterable[Receipt], before: int = 0) -> Sums:
    """Answer the sums of these receipts; `before` was held when they began."""
    of = {"in": 0, "out": 0, "kept": 0}
    for one in receipts:
        of[one.direction] += one.amount
    return Sums(of["in"], of["out"], of["kept"], before + of["in"] - of["out"] - of["kept"])


def by_month(receipts: Iterable[Receipt], zone: str, before: int = 0) -> Iterator[tuple[str, Sums]]:
    """Answer the sums of each month of the estate ("2026-11") in which something was paid, in their order."""
    in_order = sorted(receipts, key=lambda one: one.paid_at)
    for month, of_it in groupby(in_order, key=lambda one: f"{day_of(one.paid_at, zone):%Y-%m}"):
        told = sums(of_it, before)
        before = told.held
        yield month, told
