"""Hundreds of key sets in a served cabinet, some out, late, lost, at their end or quarrelled about."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests import make
from tests.e2e.key_desk import BORROWER, ITEMS, Desk
from tests.make.phones import example
from webapp.core.ids import new_id

MANY = 400
A_ROW, A_PUSH = 40, 50
Body = dict[str, Any]


def hang_many(desk: Desk) -> None:
    """Fill the cabinet up to MANY sets: every ninth is out, of these every fourth late; two lost, two in question."""
    sets = [_set(desk, number) for number in range(1, MANY - 1)]
    _push(desk, [desk.keeper.keep("register", body) for body in sets])
    ids = [body["keySetId"] for body in sets]
    lent = [_lent(desk, set_id, days=1 if turn % 4 == 2 else 3) for turn, set_id in enumerate(ids[::9])]
    quarrels = [_lent(desk, set_id, days=3) for set_id in ids[:18:9]]
    lost = [desk.keeper.keep("report", make.key_act("report", set_id, loanId=None)) for set_id in ids[1:21:10]]
    _push(desk, [*lent, *quarrels, *lost])
    desk.let_pass(timedelta(days=2))


def _set(desk: Desk, number: int) -> Body:
    slot = f"{'ABCDEFGHIJ'[number // A_ROW]}-{number % A_ROW + 1:02}"
    fields: Body = {"keyNo": f"K-{1000 + number}", "cabinetSlot": slot, "items": ITEMS, "photos": []}
    if number % 25 == 0:
        whole = example("keys.register")["body"]
        ended = {**whole["mandate"], "mandateId": str(new_id()), "custodyUntil": "2026-11-01"}
        fields |= {name: whole[name] for name in ("custodyKind", "private", "ownerName")} | {"mandate": ended}
    return make.key_set_body(desk.unit, **fields)


def _lent(desk: Desk, set_id: str, *, days: int) -> Body:
    borrower = {**example("keys.lend")["body"]["borrower"], "personId": str(desk.borrower), "name": BORROWER.name}
    due = make.iso(datetime.now(UTC) + timedelta(days=days))
    return desk.keeper.keep("lend", make.key_act("lend", set_id, borrower=borrower, dueAt=due, loanId=str(new_id())))


def _push(desk: Desk, items: list[Body]) -> None:
    for start in range(0, len(items), A_PUSH):
        answered = desk.keeper.push(*items[start : start + A_PUSH])
        assert [one for one in answered if one["outcome"] != "applied"] == []
