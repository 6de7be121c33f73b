"""Which rows the entry of an act on keys writes, by rules alone: whose they are, new or shared, and the photos they show."""

from uuid import UUID

from tests import make
from tests.domains.keys.cabinet import PROOFS, TENANT
from tests.domains.keys.world import UNIT, WAY
from tests.make.phones import example
from webapp.core.domain import Applied
from webapp.core.ids import new_id
from webapp.domains.keys.rules.bodies import RegisterKeys
from webapp.domains.keys.rules.rows import act_rows
from webapp.domains.keys.rules.states import KeyAct

SHA = PROOFS["mandate"]["photos"][0]["sha256"]
OTHER_SHA = "0" * 64


def rows_of(ruled, who, act, body):
    """Decide an act; answer the rows of its entry by table, and the entry's item."""
    world = ruled.world
    item = ruled.phone(who).keep(act, body, live=True)
    answer = world.decide(KeyAct(act), item)
    assert isinstance(answer, Applied), answer
    kind = RegisterKeys if act == "register" else WAY[KeyAct(act)].body
    tables: dict[str, list] = {}
    for row in act_rows(KeyAct(act), kind, world.entry(item, answer)):
        tables.setdefault(row.table, []).append(row)
    return tables, item


def test_a_set_is_new_once_and_changed_from_then_on(ruled):
    told, item = rows_of(ruled, "keeper", "register", make.key_set_body(ruled.unit))
    (row,) = told["key_sets"]
    assert (row.new, row.shared, row.key) == (True, False, {"estate_id": UNIT, "id": item.about})

    told, _ = rows_of(ruled, "keeper", "turn_away", make.key_act("turn_away", str(item.about)))
    assert [row.new for row in told["key_sets"]] == [False]


def test_loans_and_memos_are_shared_by_the_acts_upon_them(ruled):
    key_set = ruled.register()
    told, _ = rows_of(ruled, "keeper", "lend", make.key_act("lend", key_set, **(loan := ruled.loan())))
    assert [row.shared for row in told["key_loans"]] == [True]

    body = make.key_act("return", key_set, loanId=loan["loanId"], counted=[1, 1])
    told, item = rows_of(ruled, "keeper", "return", body)

    assert [row.shared for row in (*told["key_loans"], *told["key_memos"])] == [True, True]
    assert told["key_memos"][0].key == {"estate_id": UNIT, "id": item.id}


def test_an_act_upon_a_memo_names_it_and_numbers_no_loan_anew(ruled):
    key_set = ruled.register()
    loan_id = ruled.lent(key_set)
    memo_id = ruled.act("keeper", "report", key_set, loanId=loan_id)["id"]

    told, _ = rows_of(ruled, "keeper", "memo", make.key_act("memo", key_set, memoId=memo_id))
    assert told["key_acts"][0].values["memo_id"] == UUID(memo_id)
    found = make.key_act("settle", key_set, memoId=memo_id, outcome="found")
    told, _ = rows_of(ruled, "keeper", "settle", found)

    assert told["key_loans"][0].values.get("serial") in (None, "JY-2026-000001")
    assert told["key_memos"][0].values["serial"] == "BW-2026-000001"


def test_a_loan_that_gives_way_keeps_its_own_number(ruled):
    key_set = ruled.register()
    first, second = ruled.lent(key_set), ruled.loan()
    ruled.act("other", "lend", key_set, live=False, **second)
    others = [{"loanId": first, "outcome": "refused"}]
    ruled.act("supervisor", "resolve", key_set, holderLoanId=second["loanId"], others=others)

    serials = [ruled.held_loan(one)["serial"] for one in (first, second["loanId"])]

    assert serials == ["JY-2026-000001", "JY-2026-000002"]


def test_every_photo_of_an_act_is_used_by_it(ruled):
    key_set = ruled.entrusted()
    loan = ruled.to_tenant()
    told, item = rows_of(ruled, "keeper", "lend", make.key_act("lend", key_set, **loan))
    assert [row.key["sha256"] for row in told["photo_uses"]] == [SHA]
    assert {(row.key["origin_kind"], row.key["origin_id"]) for row in told["photo_uses"]} == {("keys.lend", item.id)}

    photos = [{**example("keys.return")["body"]["photos"][0], "sha256": OTHER_SHA}]
    body = make.key_act("return", key_set, loanId=loan["loanId"], photos=photos)
    told, _ = rows_of(ruled, "keeper", "return", body)
    assert [row.key["sha256"] for row in told["photo_uses"]] == [OTHER_SHA]


def test_a_colleague_is_known_by_login_or_by_department(ruled):
    whole = example("keys.lend")["body"]["borrower"]
    for known in ({"department": ""}, {"personId": None}):
        ruled.lent(ruled.register(), borrower={**whole, **known})


def test_what_cannot_be_done_with_a_loan_says_how_it_stands(ruled):
    key_set = ruled.register()
    asked = ruled.loan(borrower=TENANT, private={"phone": "139", "idLast4": "", "strokes": None})
    ruled.act("keeper", "request", key_set, **asked)
    loan = {"loanId": asked["loanId"]}
    ruled.act("keeper", "refuse", key_set, **loan)

    assert ruled.said("keeper", "take", key_set, **loan) == (
        "keys.loan_wrong_state",
        {"state": "refused", "act": "take"},
    )
    assert ruled.said("keeper", "return", key_set, loanId=str(new_id()))[0] == "keys.unknown_loan"


def test_an_act_without_anything_private_sets_nothing_apart(ruled):
    key_set = ruled.register()
    item = ruled.phone("keeper").keep("turn_away", make.key_act("turn_away", key_set, private=None), live=True)

    answer = ruled.world.decide(KeyAct.TURN_AWAY, item)

    assert answer.personal is None
