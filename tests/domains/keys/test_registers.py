"""The three books of keys as lines and as workbooks, one set as a whole, and who has what."""

import io
from datetime import timedelta
from uuid import UUID

from python_calamine import CalamineWorkbook
from sqlalchemy import select

from tests import make
from tests.domains.keys.cabinet import NOW
from webapp.core.ids import new_id
from webapp.domains.keys.models import KeyActRow
from webapp.domains.keys.registers.listing import listing
from webapp.domains.keys.registers.queries import Asked
from webapp.ground.paper.listing import Drawn

API = "/api/v1/keys"


def rows(cabinet, which, **query):
    answered = cabinet.phone("supervisor").browser.get(f"{API}/registers/{which}", query_string=query)
    assert answered.status_code == 200, answered.get_json()
    return answered.get_json()["rows"]


def test_the_books_tell_the_life_of_a_set_in_their_own_numbers(cabinet):
    key_set = cabinet.entrusted(keyNo="K-0301")
    loan_id = cabinet.lent(key_set, **cabinet.to_tenant())
    memo = cabinet.act("keeper", "return", key_set, loanId=loan_id, counted=[1, 1])["id"]
    cabinet.act("keeper", "memo", key_set, memoId=memo, course="车库找过")
    cabinet.act("keeper", "settle", key_set, memoId=memo, outcome="found", result="找到了", idGivenBack=True)
    cabinet.act("keeper", "hand_over", key_set)

    (mandate,), (loan,), (told,) = (rows(cabinet, which) for which in ("mandates", "loans", "memos"))

    assert (mandate["serial"], mandate["ownerName"], mandate["handedOver"]["collector"]) == (
        "TG-2026-000001",
        "何建国",
        "何建国",
    )
    assert (loan["serial"], loan["phone"], loan["returnedQuantity"], loan["state"]) == (
        "JY-2026-000001",
        "13900000000",
        2,
        "settled",
    )
    assert (told["serial"], told["course"], told["outcome"]) == ("BW-2026-000001", ["车库找过"], "found")


def test_a_book_is_read_by_days_and_page_by_page(cabinet):
    for _ in range(3):
        cabinet.lent(cabinet.register())
    browser = cabinet.phone("supervisor").browser
    first = browser.get(f"{API}/registers/loans?limit=2").get_json()

    assert len(first["rows"]) == 2
    rest = browser.get(f"{API}/registers/loans?limit=2&after={first['after']}").get_json()
    assert (len(rest["rows"]), rest["after"]) == (1, None)
    assert len(rows(cabinet, "loans", **{"from": "2026-11-23", "to": "2026-11-23"})) == 3
    assert rows(cabinet, "loans", **{"from": "2026-11-24"}) == rows(cabinet, "loans", to="2026-11-22") == []
    assert browser.get(f"{API}/registers/birds").status_code == 404


def test_the_workbook_has_the_words_and_the_clocks_of_the_estate(cabinet):
    cabinet.lent(cabinet.entrusted(), **cabinet.to_tenant())
    browser = cabinet.phone("supervisor").browser

    answered = browser.get(f"{API}/registers/loans.xlsx")

    sheet = CalamineWorkbook.from_filelike(io.BytesIO(answered.data)).get_sheet_by_index(0)
    head, line = sheet.to_python()
    assert (sheet.name, head[:3]) == ("借用钥匙登记表", ["编号", "借用日期", "钥匙编号"])
    told = dict(zip(head, line, strict=True))
    assert (told["借用日期"], told["借用原因"], told["状态"], told["留存证件"]) == (
        "2026-11-23 10:00",
        "业主要求",
        "借出中",
        "是",
    )
    for which in ("mandates", "memos"):
        assert browser.get(f"{API}/registers/{which}.xlsx").status_code == 200


def test_a_register_prints_as_it_is_bound_with_who_signed(cabinet, session):
    loan_id = cabinet.lent(cabinet.entrusted(keyNo="K-0301"), **cabinet.to_tenant())
    browser = cabinet.phone("supervisor").browser

    printed = browser.get(f"{API}/registers/loans.pdf?from=2026-11-01&to=2026-11-30")

    said = make.printed(printed.data).replace("\r\n", "").replace(" ", "")
    assert printed.mimetype == "application/pdf"
    for words in (
        "借用钥匙登记表",
        "2026-11-01—2026-11-30",
        "JY-2026-000001",
        "K-0301",
        "何女士",
        "13900000000",
        "共1行",
    ):
        assert words in said, words
    session.rollback()
    asked = Asked(zone=cabinet.estate.timezone)
    (row,) = listing(session, cabinet.estate, "loans", asked).rows
    assert [cell.name for cell in row if isinstance(cell, Drawn)] == ["何女士"]
    for act in session.scalars(select(KeyActRow).where(KeyActRow.loan_id == UUID(loan_id))):
        act.private = None
    assert not any(isinstance(cell, Drawn) for cell in listing(session, cabinet.estate, "loans", asked).rows[0])
    for which in ("mandates", "memos"):
        assert browser.get(f"{API}/registers/{which}.pdf").data.startswith(b"%PDF")


def test_key_i11_who_has_keys_now_and_which_ids_lie_here_without_need(cabinet, clock):
    tenant = cabinet.entrusted()
    loan_id = cabinet.lent(tenant, **cabinet.to_tenant())
    cabinet.lent(cabinet.register())
    clock.move_to(NOW + timedelta(hours=1))
    cabinet.lent(cabinet.register())
    browser = cabinet.phone("keeper").browser

    told = browser.get(f"{API}/borrowers").get_json()
    assert [(one["name"], len(one["loans"])) for one in told["borrowers"]] == [("何女士", 1), ("周师傅", 2)]
    assert told["ids"] == {"kept": 1, "missing": [], "toGiveBack": []}

    cabinet.act("keeper", "return", tenant, loanId=loan_id)
    assert browser.get(f"{API}/borrowers").get_json()["ids"] == {"kept": 1, "missing": [], "toGiveBack": [loan_id]}


def test_one_set_is_told_with_all_that_was_ever_done(cabinet):
    key_set = cabinet.register()
    loan_id = cabinet.lent(key_set)
    cabinet.act("keeper", "return", key_set, loanId=loan_id, condition="damaged")

    told = cabinet.phone("keeper").browser.get(f"{API}/sets/{key_set}").get_json()

    assert told["set"] == cabinet.held(key_set)
    assert [one["act"] for one in told["acts"]] == ["return", "lend", "register"]
    assert [one["id"] for one in told["loans"]] == [loan_id]
    assert [one["what"] for one in told["memos"]] == ["damaged"]


def test_no_stranger_no_small_role_and_no_neighbour_reads_of_keys(app, session, cabinet):
    key_set = cabinet.register()
    neighbour = make.estate(session)
    other = make.browser(app, make.person(session, neighbour))
    paths = [
        f"{API}/sets/{key_set}",
        f"{API}/borrowers",
        *(f"{API}/registers/loans{end}" for end in ("", ".xlsx", ".pdf")),
    ]

    assert [app.test_client().get(path).status_code for path in paths] == [401] * 5
    assert [cabinet.phone("engineer").browser.get(path).status_code for path in paths] == [403] * 5
    assert [cabinet.phone("keeper").browser.get(path).status_code for path in paths] == [200, 200, 403, 403, 403]
    assert other.get(paths[0]).status_code == 404
    assert other.get(paths[1]).get_json()["borrowers"] == []
    assert cabinet.phone("keeper").browser.get(f"{API}/sets/{new_id()}").status_code == 404
