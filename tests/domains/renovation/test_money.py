"""Sums of the register of deposits, by days and by months of the estate. Without a store."""

from datetime import date, datetime

from tests.domains.renovation.world import BEGAN, ZONE
from webapp.core.ids import new_id
from webapp.domains.renovation.rules.money import Sums, balance, by_month, passes_paid, prices_on, sums
from webapp.domains.renovation.rules.shapes import FeeLine, WhoAt
from webapp.domains.renovation.rules.standing import Receipt
from webapp.ground.estates.settings import DEFAULTS

CASHIER = WhoAt(id=new_id(), name="钱慧", at=BEGAN)


def receipt(direction, amount, at="2026-11-10T02:00:00+00:00", line: FeeLine = "deposit", quantity=1):
    return Receipt(
        id=new_id(),
        renovation_id=new_id(),
        line=line,
        direction=direction,
        quantity=quantity,
        amount=amount,
        receipt_no="SJ-1",
        paid_at=datetime.fromisoformat(at),
        cashier=CASHIER,
    )


def test_what_is_held_is_what_was_held_before_and_came_in_less_what_went_out_or_was_kept():
    moved = [receipt("in", 200_000), receipt("in", 150_050), receipt("out", 184_950), receipt("kept", 15_050)]

    assert sums(moved, before=70_000) == Sums(350_050, 184_950, 15_050, 220_050)
    assert sums([]) == Sums(0, 0, 0, 0)


def test_a_month_is_the_estate_s_and_begins_with_what_the_one_before_left():
    moved = [
        receipt("out", 200_000, "2027-02-01T02:00:00+00:00"),
        receipt("in", 200_000, "2026-11-30T15:59:59+00:00"),
        receipt("in", 100_000, "2026-11-30T16:00:00+00:00"),
        receipt("kept", 10_000, "2026-12-20T02:00:00+00:00"),
    ]

    assert list(by_month(moved, ZONE, before=50_000)) == [
        ("2026-11", Sums(200_000, 0, 0, 250_000)),
        ("2026-12", Sums(100_000, 0, 10_000, 340_000)),
        ("2027-02", Sums(0, 200_000, 0, 140_000)),
    ]
    assert list(by_month(moved[:1], ZONE)) == [("2027-02", Sums(0, 200_000, 0, -200_000))]


def test_a_balance_is_of_its_line_alone():
    moved = [receipt("in", 200_000), receipt("in", 30_000, line="management_fee"), receipt("out", 80_000)]
    assert balance(moved, "deposit") == 120_000
    assert balance([*moved, receipt("kept", 20_000)], "deposit") == 100_000


def test_passes_paid_for_are_counted_by_their_quantity():
    paid = [receipt("in", 3_000, line="pass_cost", quantity=3), receipt("in", 1_000, line="pass_cost")]
    assert passes_paid([*paid, receipt("in", 200_000, quantity=9)]) == 4


def test_before_the_first_list_holds_the_first_one_counts():
    (usual,) = DEFAULTS["renovation_prices"]
    lists = [{**usual, "valid_from": "2027-01-01", "deposit": 2}, {**usual, "valid_from": "2026-06-01", "deposit": 1}]
    assert prices_on(date(2026, 1, 1), lists)["deposit"] == 1
    assert prices_on(date(2026, 6, 1), lists)["deposit"] == 1
    assert prices_on(date(2027, 1, 1), lists)["deposit"] == 2
