"""The rules that the phone has too, by the examples that both read: scans, the board, missing papers, prices."""

from datetime import date, datetime
from uuid import UUID

import pytest

from tests.domains.renovation.world import BEGAN, body_of
from tests.domains.shared import examples, named
from webapp.core.ids import new_id
from webapp.core.wire import read
from webapp.domains.renovation.rules.board import cell_of, day_number, is_red
from webapp.domains.renovation.rules.money import prices_at
from webapp.domains.renovation.rules.papers import Missing, missing
from webapp.domains.renovation.rules.scanning import judge
from webapp.domains.renovation.rules.shapes import WhoAt
from webapp.domains.renovation.rules.standing import Case, Pass
from webapp.domains.renovation.rules.states import Act, PassState

APPLICATION = body_of(Act.APPLY)["application"]
SOMEBODY = WhoAt(id=new_id(), name="王秀兰", at=BEGAN)


def case_of(told):
    return read(Case, {**APPLICATION, **told}) if told else None


def pass_of(told):
    if not told:
        return None
    return Pass(
        id=UUID(told["passId"]),
        renovation_id=new_id(),
        worker_id=new_id(),
        name="陈工",
        state=PassState(told["state"]),
        issued=SOMEBODY,
    )


@pytest.mark.parametrize("one", named(examples("renovation_scan.json")))
def test_what_a_scanned_pass_is_worth(one):
    unit = UUID(one["unitId"]) if one["unitId"] else None
    verdict = judge(pass_of(one["pass"]), case_of(one["case"]), unit, date.fromisoformat(one["today"]))
    assert verdict == one["verdict"]


@pytest.mark.parametrize("one", named(examples("renovation_board.json")))
def test_ren_r18_what_a_cell_of_the_board_shows(one):
    case, today = case_of(one["case"]), date.fromisoformat(one["today"])
    last = date.fromisoformat(one["lastVisitedOn"]) if one["lastVisitedOn"] else None
    shown = {
        "cell": cell_of(case, today),
        "day": day_number(case, today),
        "red": is_red(case, last, today, "Asia/Shanghai"),
    }
    assert shown == one["expect"]


@pytest.mark.parametrize("one", named(examples("renovation_missing.json")))
def test_what_is_missing_of_an_application(one):
    given = {name: value for name, value in one["given"].items() if name != "settings"}
    case = case_of({"id": str(new_id()), "state": "submitted", **given})
    assert missing(case, one["given"]["settings"]) == read(list[Missing], one["expect"])


@pytest.mark.parametrize("one", named(examples("renovation_prices.json")))
def test_what_each_line_costs_is_by_the_day_on_which_it_was_paid(one):
    assert prices_at(datetime.fromisoformat(one["paidAt"]), one["lists"], one["zone"]) == one["expect"]
