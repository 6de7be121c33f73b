"""Mandates, loans and memos on paper, and what the code at their foot says."""

from datetime import timedelta
from uuid import UUID

from tests import make
from tests.domains.keys.cabinet import NOW
from tests.domains.keys.conftest import ON_ONE_STORE
from tests.make.phones import example
from webapp.core.ids import new_id
from webapp.domains.keys.paper.book import LOANS, MEMOS
from webapp.domains.keys.paper.cases import loan_entries
from webapp.domains.keys.paper.queries import mandate_page
from webapp.domains.keys.paper.sheet import form_of

pytestmark = ON_ONE_STORE
MANDATE = example("keys.register")["body"]["mandate"]["mandateId"]
PATH = f"/api/v1/keys/mandates/{MANDATE}.pdf"


def test_the_owner_takes_home_what_was_signed(cabinet):
    cabinet.entrusted()

    answered = cabinet.phone("keeper").browser.get(PATH)

    said = make.printed(answered.data).replace("\r\n", "").replace(" ", "")
    assert (answered.status_code, answered.mimetype) == (200, "application/pdf")
    for words in (
        "业主托管钥匙委托书",
        "TG-2026-000001",
        "何建国",
        "每月请人通风",
        "弟弟何志明凭身份证",
        "2027-05-31",
        "不承担屋内财产的保管责任，已于2026-11-2315:28",
        "一式两联",
        "经办人",
    ):
        assert words in said, words


def test_the_paper_is_what_the_book_says_until_the_keys_are_called_for(cabinet, session):
    key_set = cabinet.entrusted()
    session.rollback()
    page = mandate_page(session, cabinet.estate.id, UUID(MANDATE))
    assert form_of(page, public_url="https://rounds.cn").boxes[0].drawing
    browser, hash_ = cabinet.phone("keeper").browser, page.proved.hash[:16]

    def check():
        return browser.get(f"/api/v1/check/TG-2026-000001?hash={hash_}").get_json()["state"]

    assert check() == "same"
    cabinet.act("keeper", "turn_away", key_set)
    assert check() == "older"


def test_only_keepers_print_mandates_of_their_estate(app, session, cabinet):
    cabinet.entrusted()
    neighbour = make.browser(app, make.person(session, make.estate(session)))

    assert app.test_client().get(PATH).status_code == 401
    assert cabinet.phone("engineer").browser.get(PATH).status_code == 403
    assert neighbour.get(PATH).status_code == 404
    assert cabinet.phone("keeper").browser.get(f"/api/v1/keys/mandates/{new_id()}.pdf").status_code == 404


def printed(cabinet, serial):
    """Answer the words of a page of any book, without the gaps between them."""
    answered = cabinet.phone("supervisor").browser.get(f"/api/v1/books/{serial}.pdf")
    assert answered.status_code == 200, answered.get_json()
    return make.printed(answered.data).replace("\r\n", "").replace(" ", "").replace("\u3000", "")


def test_a_loan_prints_with_its_proofs_its_calls_and_what_came_back(cabinet, clock):
    key_set = cabinet.entrusted()
    loan_id = cabinet.lent(key_set, **cabinet.to_tenant())
    clock.move_to(NOW + timedelta(days=4))
    cabinet.act("keeper", "call", key_set, loanId=loan_id)
    cabinet.act("keeper", "return", key_set, loanId=loan_id, counted=[1, 1], note="一把在车里")

    said = printed(cabinet, "JY-2026-000001")

    call = example("keys.call")["body"]
    for words in ("借用钥匙登记表", "何女士", "缺数归还", "非业主借用核验", "业主同意", "371X", "仍在办公室"):
        assert words in said, words
    for words in ("大门2归还1", "归还说明一把在车里", "催还电话", call["whom"], "借用人签名", "接收人签名"):
        assert words in said, words


def test_a_memo_prints_with_its_course_and_its_end(cabinet):
    key_set = cabinet.entrusted()
    loan_id = cabinet.lent(key_set, **cabinet.to_tenant())
    memo = {"memoId": cabinet.act("keeper", "report", key_set, loanId=loan_id)["id"]}
    cabinet.act("keeper", "memo", key_set, **memo, course="车库找过")
    cabinet.act("supervisor", "agree", key_set, **memo)
    cabinet.act("supervisor", "settle", key_set, **memo, outcome="copied", idGivenBack=True)

    said = printed(cabinet, "BW-2026-000001")

    for words in ("钥匙管理备忘录", "JY-2026-000001", "车库找过", "补配", "没有换锁", "办结人签名"):
        assert words in said, words


def test_what_a_dispute_comes_to_changes_the_pages_of_its_loans_and_of_no_other(cabinet, session):
    key_set = cabinet.register()
    before = cabinet.lent(key_set)
    cabinet.act("keeper", "return", key_set, loanId=before)
    first = cabinet.lent(key_set)
    second = cabinet.loan()
    cabinet.act("other", "lend", key_set, live=False, **second)
    ids = [UUID(before), UUID(first), UUID(second["loanId"])]
    session.rollback()
    was = loan_entries(session, cabinet.estate.id, ids)
    others = [{"loanId": second["loanId"], "outcome": "refused"}]
    cabinet.act(
        "supervisor", "resolve", key_set, holderLoanId=first, others=others, code=None, means="holder_confirmed"
    )
    session.rollback()

    now = loan_entries(session, cabinet.estate.id, ids)

    assert [len(now[id_] - was[id_]) for id_ in ids] == [0, 1, 1]


def test_a_month_carries_over_what_is_still_out_or_not_settled(cabinet, session):
    out, lost = cabinet.register(), cabinet.register()
    loan_id = cabinet.lent(out)
    cabinet.act("keeper", "report", lost)
    session.rollback()

    assert [str(id_) for id_ in LOANS.open(session, cabinet.estate.id)] == [loan_id]
    assert len(MEMOS.open(session, cabinet.estate.id)) == 1
    cabinet.act("keeper", "return", out, loanId=loan_id)
    session.rollback()
    assert LOANS.open(session, cabinet.estate.id) == []
