"""What the contractor and the owner pay, and its receipts (transition 9; `renovation.md` 3). Pure."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from msgspec.structs import replace

from webapp.core.domain import Item, Refused
from webapp.core.ids import computed_id
from webapp.domains.renovation.rules import money
from webapp.domains.renovation.rules.acting import Ruling, Scene
from webapp.domains.renovation.rules.bodies import PaidLine, Pay
from webapp.domains.renovation.rules.shapes import FeeLine
from webapp.domains.renovation.rules.standing import Receipt
from webapp.domains.renovation.rules.states import CaseState
from webapp.ground.calendar.rules import day_of


def all_lines_paid(scene: Scene) -> Refused | None:
    """Let every line of the price list be paid, and no other, each what it cost on the day it was paid."""
    return _paid(scene, money.quantities(len(scene.case.workers)))


def pass_lines_paid(scene: Scene) -> Refused | None:
    """Let passes of further workers be paid."""
    body: Pay = scene.body
    return _paid(scene, {money.PASS_COST: sum(one.quantity for one in body.lines)})


def _paid(scene: Scene, due: Mapping[FeeLine, int]) -> Refused | None:
    body: Pay = scene.body
    given = {one.line: one for one in body.lines}
    lacking = [line for line in due if line not in given]
    if lacking:
        return Refused("renovation.lines_missing", {"lines": [*lacking]})
    unfit = [line for line in given if line not in due]
    if unfit or len(given) < len(body.lines):
        return Refused("renovation.line_unfit", {"line": (unfit or [body.lines[-1].line])[0]})
    return next(_wrong(scene, body.lines, due), None)


def _wrong(scene: Scene, lines: Sequence[PaidLine], due: Mapping[FeeLine, int]) -> Iterator[Refused]:
    for one in lines:
        if day_of(one.paid_at, scene.facts.zone) > scene.today:
            yield Refused("renovation.paid_in_future", {"line": one.line})
        whole = _price(scene, one) * due[one.line]
        if one.quantity != due[one.line] or one.amount != whole:
            yield Refused("renovation.amount_wrong", {"line": one.line, "due": whole})


def _price(scene: Scene, one: PaidLine) -> int:
    return money.prices_at(one.paid_at, scene.settings["renovation_prices"], scene.facts.zone)[one.line]


def pay(scene: Scene) -> Ruling:
    """Enter the receipts; an approved application is paid with them, and keeps what each line cost."""
    body: Pay = scene.body
    receipts = [_receipt(scene, number, line) for number, line in enumerate(body.lines)]
    if scene.case.state is not CaseState.APPROVED:
        return Ruling(scene.case, receipts=receipts)
    prices: dict[str, int] = {one.line: _price(scene, one) for one in body.lines}
    return Ruling(replace(scene.case, state=CaseState.PAID, prices=prices), receipts=receipts)


def receipt_id(item: Item, number: int) -> UUID:
    """Answer the id of a receipt: an act brings several."""
    return computed_id("renovation.receipt", item.id, number)


def _receipt(scene: Scene, number: int, line: PaidLine) -> Receipt:
    return Receipt(
        id=receipt_id(scene.item, number),
        renovation_id=scene.case.id,
        line=line.line,
        direction="in",
        quantity=line.quantity,
        amount=line.amount,
        receipt_no=line.receipt_no,
        paid_at=line.paid_at,
        payer=line.payer,
        cashier=scene.who,
    )
