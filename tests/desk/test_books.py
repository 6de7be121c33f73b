"""The page of forms: whatever room keeps a numbered book, its pages are found, printed and exported here."""

import io
from datetime import timedelta

import pytest
from python_calamine import CalamineWorkbook

from tests import make
from tests.domains.conftest import NOW
from webapp.core.actor import Duty, Role
from webapp.ground.books import books_of_all_rooms, joined
from webapp.ground.paper import LANGUAGES, read_words


@pytest.fixture
def archive(app, session, beat):
    """Two rounds and a finding of November; the archivist looks."""
    for back in (1, 0):
        beat.phone.visit(make.visit_body(beat.places[0], NOW - timedelta(days=back), beat.route))
    beat.phone.report(make.finding_body(beat.places[0], NOW))
    archivist = make.person(session, beat.estate, role=Role.FRONT_DESK, name="吴档案", duties=[Duty.ARCHIVIST])
    return make.browser(app, archivist)


def told(browser, **asked):
    return browser.get("/api/v1/books", query_string={"month": "2026-11", **asked}).get_json()


def test_a_month_tells_its_forms_and_the_pages_of_one(archive):
    found = told(archive, form="XC")

    assert found["forms"] == [{"form": "XC", "count": 2}, {"form": "WT", "count": 1}]
    assert [(page["serial"], page["day"], page["void"]) for page in found["pages"]] == [
        ("XC-2026-000001", "2026-11-22", False),
        ("XC-2026-000002", "2026-11-23", False),
    ]
    assert told(archive, month="2026-10") == {"forms": [], "pages": []}


def test_a_page_is_found_by_a_part_of_its_number_in_whatever_month(archive):
    found = told(archive, month="2020-01", serial="2026-000001")

    assert [page["serial"] for page in found["pages"]] == ["XC-2026-000001", "WT-2026-000001"]


def test_any_page_is_printed_by_its_number(archive):
    answered = archive.get("/api/v1/books/WT-2026-000001.pdf")

    assert answered.mimetype == "application/pdf"
    assert "巡查问题处理表" in make.printed(answered.data)
    assert archive.get("/api/v1/books/WT-2026-000099.pdf").status_code == 404


def test_a_month_of_a_form_is_a_workbook(archive):
    book = CalamineWorkbook.from_filelike(io.BytesIO(archive.get("/api/v1/books/XC/2026-11.xlsx").data))

    assert book.sheet_names == ["巡查记录", "检查项"]
    head, first, second = book.get_sheet_by_name("巡查记录").to_python()
    assert (head[:4], head[-1]) == (["编号", "日期", "登记时间", "路线"], "校验码")
    assert [first[0], second[0]] == ["XC-2026-000001", "XC-2026-000002"]
    assert [archive.get(f"/api/v1/books/{path}.xlsx").status_code for path in ("QQ/2026-11", "XC/2026-13")] == [
        404,
        404,
    ]


@pytest.mark.parametrize("path", ["?month=2026-11", "/XC-2026-000001.pdf", "/XC/2026-11.xlsx"])
def test_forms_are_for_overseers_and_the_archivist_of_the_estate(app, session, beat, archive, path):
    neighbour = make.browser(app, make.person(session, make.estate(session, name="邻里"), role=Role.MANAGER))

    assert app.test_client().get(f"/api/v1/books{path}").status_code == 401
    assert beat.phone.browser.get(f"/api/v1/books{path}").status_code == 403
    answered = neighbour.get(f"/api/v1/books{path}")
    assert answered.status_code == 404 or b"XC-2026" not in answered.data


def test_every_book_has_words_for_its_tables_and_columns(app):
    with app.app_context():
        books = books_of_all_rooms()
    for book in books.values():
        for language in LANGUAGES:
            words = read_words(book.words, language).words
            for table, columns in book.tables.items():
                assert words[table], (book.code, language)
                assert all(words.get(f"{table}.{column}") or words[column] for column in columns)


def test_two_rooms_never_keep_a_book_of_one_code(app):
    with app.app_context():
        (first, *_) = books_of_all_rooms().values()
    with pytest.raises(AssertionError):
        joined([first, first])
