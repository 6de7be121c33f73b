"""Fees and the deposit of a renovation, in fen (`renovation.md` 3). Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from webapp.domains.renovation.rules.shapes import FeeLine
from webapp.domains.renovation.rules.standing import Receipt

DEPOSIT: FeeLine = "deposit"
PASS_COST: FeeLine = "pass_cost"  # noqa: S105  # nosec B105  # a fee
LINES: tuple[FeeLine, ...] = ("deposit", "management_fee", "permit_cost", "pass_cost", "rubbish_fee")


def prices_on(day: date, lists: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Answer what each line costs on a day: the newest price list that holds by then, else the first."""
    in_order = sorted(lists, key=lambda one: one["valid_from"])
    held = [one for one in in_order if one["valid_from"] <= day.isoformat()] or in_order[:1]
    return {line: held[-1][line] for line in LINES}


def quantities(workers: int) -> dict[FeeLine, int]:
    """Answer how many of each line are due when an application is approved: a pass for each worker."""
    return {line: workers if line == PASS_COST else 1 for line in LINES}


def balance(receipts: Iterable[Receipt], line: str) -> int:
    """Answer what is held of a line: what came in less what went out or was kept."""
    return sum(one.amount if one.direction == "in" else -one.amount for one in receipts if one.line == line)


def passes_paid(receipts: Iterable[Receipt]) -> int:
    """Answer how many passes have been paid for."""
    return sum(one.quantity for one in receipts if one.line == PASS_COST)
