"""What the entry of an act on keys changes and tells, by rules alone."""

from datetime import timedelta
from uuid import UUID

import pytest
from msgspec import structs

from tests import make
from tests.domains.keys.cabinet import NOW, PROOFS, TENANT, TENANT_PRIVATE
from tests.domains.keys.world import UNIT
from tests.make.phones import example
from webapp.core.domain import Applied
from webapp.core.ids import new_id
from webapp.core.wire import plain, read
from webapp.domains.keys.rules.shapes import Borrower, Proofs, WhoAt
from webapp.domains.keys.rules.standing import Agreed, Course, GivenBack, Loan, Memo, Settled
from webapp.domains.keys.rules.states import KeyAct, LoanState

LATER = NOW + timedelta(hours=5)


def decided(ruled, who, act, key_set, **fields):
    """Answer the decision itself of an act that is applied."""
    item = ruled.phone(who).keep(act, make.key_act(act, key_set, **fields), live=True)
    answer = ruled.world.decide(KeyAct(act), item)
    assert isinstance(answer, Applied), answer
    return answer


def by(ruled, who, at=NOW):
    """Answer who did something, and when."""
    return WhoAt(id=ruled.phone(who).person_id, name=who, at=at)


def memo_of(ruled, memo_id):
    return ruled.world.memos[UUID(memo_id)]


def test_a_loan_holds_all_that_was_said_of_it_when_it_was_asked_proven_taken_and_returned(ruled, clock):
    key_set = ruled.entrusted()
    asked = ruled.to_tenant(proofs=None, private={**TENANT_PRIVATE, "strokes": None})
    loan_id = UUID(asked["loanId"])
    ruled.act("keeper", "request", key_set, **asked)
    ruled.act("other", "verify", key_set, loanId=str(loan_id))
    ruled.act("supervisor", "consent", key_set, loanId=str(loan_id))
    ruled.act("keeper", "take", key_set, loanId=str(loan_id))
    clock.move_to(LATER)
    ruled.act("other", "return", key_set, loanId=str(loan_id), idGivenBack=True, returnedBy="小王")

    back = GivenBack(
        at=LATER,
        by_id=ruled.phone("other").person_id,
        by_name="other",
        quantity=3,
        counted=(2, 1),
        condition="good",
        returned_by="小王",
    )
    assert ruled.world.loans[loan_id] == Loan(
        id=loan_id,
        key_set_id=UUID(key_set),
        state=LoanState.RETURNED,
        batch_id=UUID(example("keys.request")["body"]["batchId"]),
        borrower=read(Borrower, TENANT),
        quantity=3,
        reason="owner_request",
        due_at=NOW + timedelta(days=1),
        chase_from=NOW + timedelta(days=3),
        requested=by(ruled, "keeper"),
        lent_at=NOW,
        lent=by(ruled, "keeper"),
        proofs=read(Proofs, PROOFS),
        consent=by(ruled, "supervisor"),
        id_kept=False,
        id_given_back_at=LATER,
        returned=back,
        closed_at=LATER,
        serial="JY-2026-000001",
    )


def test_an_emergency_names_its_entry_and_a_colleague_their_login(ruled):
    entry = new_id()
    loan_id = ruled.lent(ruled.register(), reason="emergency", emergencyId=str(entry))

    loan = ruled.world.loans[UUID(loan_id)]
    assert (loan.emergency_id, loan.borrower_id) == (entry, ruled.phone("engineer").person_id)


def test_a_memo_holds_who_reported_what_and_how_it_ended(ruled, clock):
    key_set = ruled.entrusted()
    loan_id = ruled.lent(key_set)
    memo_id = ruled.act("keeper", "report", key_set, loanId=loan_id, reportedBy="周师傅", course="在车库")["id"]
    clock.move_to(LATER)
    ruled.act("other", "memo", key_set, memoId=memo_id, course="调监控未见")
    ruled.act("supervisor", "agree", key_set, memoId=memo_id, name="何建国", how="phone")
    ruled.act(
        "supervisor", "settle", key_set, memoId=memo_id, outcome="copied", cost=6000, payer="工程部", result="已补配"
    )

    assert memo_of(ruled, memo_id) == Memo(
        id=UUID(memo_id),
        key_set_id=UUID(key_set),
        loan_id=UUID(loan_id),
        what="lost",
        opened_at=NOW,
        by_id=ruled.phone("keeper").person_id,
        by_name="keeper",
        reported_by="周师傅",
        course=(Course(at=NOW, by_name="keeper", text="在车库"), Course(at=LATER, by_name="other", text="调监控未见")),
        agreed=Agreed(by="owner", name="何建国", how="phone", at=LATER, by_name="supervisor"),
        settled=Settled(
            outcome="copied",
            cost=6000,
            payer="工程部",
            result="已补配",
            at=LATER,
            by_id=ruled.phone("supervisor").person_id,
            by_name="supervisor",
        ),
        closed_at=LATER,
        serial="BW-2026-000001",
    )
    assert ruled.world.loans[UUID(loan_id)].memo_id == UUID(memo_id)


@pytest.mark.parametrize(
    ("counted", "condition", "what", "brought", "reported"),
    [
        ([1, 1], "good", "short", "", "周师傅"),
        ([1, 1], "damaged", "short", "小王", "小王"),
        ([2, 1], "damaged", "damaged", "", "周师傅"),
    ],
)
def test_a_return_that_is_not_whole_opens_a_memo_by_its_own_id(ruled, counted, condition, what, brought, reported):
    key_set = ruled.register()
    loan_id = ruled.lent(key_set)
    back = {"loanId": loan_id, "counted": counted, "condition": condition, "returnedBy": brought}
    memo_id = ruled.act("keeper", "return", key_set, **back)["id"]

    assert memo_of(ruled, memo_id) == Memo(
        id=UUID(memo_id),
        key_set_id=UUID(key_set),
        loan_id=UUID(loan_id),
        what=what,
        opened_at=NOW,
        by_id=ruled.phone("keeper").person_id,
        by_name="keeper",
        reported_by=reported,
    )
    assert ruled.world.loans[UUID(loan_id)].memo_id == UUID(memo_id)


def test_a_set_that_is_retired_closes_its_memo_in_words(ruled):
    key_set = ruled.register()
    memo_id = ruled.act("keeper", "report", key_set)["id"]

    ruled.act("supervisor", "retire", key_set, reason="楼栋拆除")

    settled = memo_of(ruled, memo_id).settled
    assert (settled.outcome, settled.result, settled.at, settled.by_name) == ("retired", "楼栋拆除", NOW, "supervisor")
    assert settled.by_id == ruled.phone("supervisor").person_id
    standing = ruled.world.sets[UUID(key_set)].standing
    assert (standing.memo_id, standing.loan_id, standing.closed_at) == (None, None, NOW)


def test_an_entry_tells_phones_of_every_set_and_loan_it_changes_and_sets_apart_what_is_private(ruled):
    key_set, spare = ruled.register(), ruled.register()
    first = ruled.lent(key_set)
    late = ruled.loan()
    item = ruled.phone("other").keep("lend", make.key_act("lend", key_set, **late), live=False)
    early = structs.replace(item, corrected_at=NOW - timedelta(minutes=1))

    answer = ruled.world.decide(KeyAct.LEND, early)

    told = [(kind, str(id_)) for kind, id_ in answer.changes]
    assert told == [("keys.set", key_set), ("keys.loan", first), ("keys.loan", late["loanId"])]
    assert (answer.page, answer.judged["before"]) == (("JY", late["loanId"]), "on_loan")
    assert answer.personal == {"private": plain(early.body.private)}
    assert ruled.states(spare) == ["in_cabinet"]
    held = ruled.held(key_set)
    assert (held["loanId"], held["disputed"]) == (late["loanId"], [first])


def test_pages_are_of_the_loan_the_mandate_or_the_memo(ruled):
    key_set, entrusted = ruled.register(), ruled.entrusted()
    mandate = example("keys.register")["body"]["mandate"]["mandateId"]
    custody = {"topic": "custody", "loanId": None}
    assert decided(ruled, "keeper", "call", entrusted, **custody).page == ("TG", mandate)
    assert decided(ruled, "keeper", "call", key_set, **custody).page is None
    assert decided(ruled, "keeper", "turn_away", key_set).page is None
    loan_id = ruled.lent(key_set)
    chase = {"loanId": loan_id, "topic": "chase"}
    assert decided(ruled, "keeper", "call", key_set, **chase).page == ("JY", loan_id)
    memo_id = ruled.act("keeper", "report", key_set, loanId=loan_id)["id"]
    for act in ("memo", "agree", "settle"):
        said = {"memoId": memo_id, **({"by": "developer"} if act == "agree" else {})}
        assert decided(ruled, "supervisor", act, key_set, **said).page == ("BW", memo_id)


def test_remarks_say_what_is_in_doubt(ruled):
    key_set, doubted = ruled.register(), ruled.register()
    loan_id = ruled.lent(key_set)
    album = [{**photo, "live": False} for photo in example("keys.return")["body"]["photos"]]
    body = make.key_act("return", key_set, loanId=loan_id, photos=album)
    item = structs.replace(ruled.phone("keeper").keep("return", body, live=True), time_doubtful=True)

    answer = ruled.world.decide(KeyAct.RETURN, item)

    codes = ["keys.photo_not_live", "keys.time_doubtful"]
    assert answer.judged["remarks"] == [{"code": code, "params": {}} for code in codes]
    ruled.lent(doubted)
    ruled.act("other", "lend", doubted, live=False, **(late := ruled.loan()))
    (act,) = ruled.held_loan(late["loanId"])["acts"]
    assert act["remarks"] == [{"code": "keys.disputed", "params": {}}]


@pytest.mark.parametrize(
    ("what", "outcome", "remarks"),
    [
        ("lost", "copied", [{"code": "keys.lock_unchanged", "params": {}}]),
        ("damaged", "copied", []),
        ("lost", "found", []),
        ("lost", "lock_changed", []),
    ],
)
def test_a_copy_after_a_loss_is_warned_of_and_nothing_else(ruled, what, outcome, remarks):
    key_set = ruled.register()
    memo = {"memoId": ruled.act("keeper", "report", key_set, what=what)["id"]}
    ruled.act("supervisor", "agree", key_set, **memo, by="developer")

    assert decided(ruled, "supervisor", "settle", key_set, **memo, outcome=outcome).judged["remarks"] == remarks


def test_rows_of_a_registration_hold_all_that_was_said(ruled):
    key_set = ruled.entrusted(keyNo="K-7", cabinetSlot="A-12", ring="3 栋", basis="业主委托", replaces=str(UNIT))
    whole = example("keys.register")["body"]

    row = ruled.world.tables["key_sets"][UUID(key_set)]

    told = ("key_no", "custody_kind", "unit_id", "items", "quantity", "cabinet_slot", "ring", "owner_name", "basis")
    assert [plain(row[name]) for name in told] == [
        "K-7",
        "owner_entrusted",
        str(UNIT),
        tuple(whole["items"]),
        3,
        "A-12",
        "3 栋",
        "何建国",
        "业主委托",
    ]
    assert (row["owner_phone"], row["replaces"], row["mandate_serial"]) == ("13800000000", UNIT, "TG-2026-000001")
    assert (row["received_on"].isoformat(), row["custody_until"].isoformat()) == ("2026-11-23", "2027-05-31")
    assert (list(row["photos"]), row["by_name"], row["entry"]) == (whole["photos"], "keeper", 1)


def test_rows_of_an_act_hold_what_was_said_without_what_is_private(ruled):
    key_set = ruled.register()
    loan_id = ruled.lent(key_set)
    body = make.key_act("return", key_set, loanId=loan_id, counted=[1, 1], note="少一把")
    item = ruled.phone("keeper").keep("return", body, live=True)
    ruled.world.decide(KeyAct.RETURN, item)

    row = ruled.world.tables["key_acts"][item.id]

    kept = {name: value for name, value in plain(item.body).items() if name not in ("keySetId", "private")}
    told = ("key_set_id", "loan_id", "memo_id", "act", "at", "phone_at", "before", "state", "serial", "said")
    assert [row[name] for name in told] == [
        UUID(key_set),
        UUID(loan_id),
        item.id,
        KeyAct.RETURN,
        NOW,
        NOW,
        "on_loan",
        "incident",
        "JY-2026-000001",
        kept,
    ]
    assert (row["private"], row["remarks"], row["by_name"]) == (plain(item.body.private), [], "keeper")
    memo = ruled.world.tables["key_memos"][item.id]
    assert (memo["what"], memo.get("serial")) == ("short", None)
    assert ruled.world.tables["key_loans"][UUID(loan_id)]["serial"] == "JY-2026-000001"
