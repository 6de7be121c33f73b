"""The doors of the import: who may, what is refused, and the shape of what is told."""

import csv
import io
from uuid import uuid4

import pytest
from werkzeug.exceptions import ClientDisconnected

from tests import make
from tests.ground.register.conftest import UPLOADS
from tests.make.register import workbook
from webapp.core.actor import OVERSEERS, Role
from webapp.ground.register.files import MAX_BYTES
from webapp.ground.register.service import take_in

GOOD = ("3栋", "2单元", 1, "101", 90.5, "空置")
FILE = workbook([GOOD])

DOORS = [
    ("POST", UPLOADS, {"query_string": {"name": "台账.xlsx"}, "data": FILE}),
    ("GET", UPLOADS, {}),
    ("GET", f"{UPLOADS}/{{id}}", {}),
    ("POST", f"{UPLOADS}/{{id}}/columns", {"json": {"columns": []}}),
    ("POST", f"{UPLOADS}/{{id}}/keep", {}),
    ("GET", f"{UPLOADS}/{{id}}/refused.csv", {}),
]
OF_ONE = [door for door in DOORS if "{id}" in door[1]]


@pytest.fixture
def upload(read):
    return read(FILE)


def through(doors, upload_id, call):
    """Answer what each of the doors says to who calls."""
    answers = [call(method, path.format(id=upload_id), **options) for method, path, options in doors]
    return [(answer.status_code, answer.get_json()["code"]) for answer in answers]


def test_nobody_imports_without_signing_in(client, upload):
    def call(method, path, **options):
        return client.open(path, method=method, **options)

    assert through(DOORS, upload["id"], call) == [(401, "core.not_signed_in")] * len(DOORS)


@pytest.mark.parametrize("role", [Role.STEWARD, Role.FINANCE])
def test_only_administrators_and_overseers_import(app, session, estate, upload, role):
    browser = make.browser(app, make.person(session, estate, role=role))

    assert through(DOORS, upload["id"], browser.open) == [(403, "core.not_allowed")] * len(DOORS)


def test_each_of_them_may(app, session, estate, read):
    for role in (Role.ADMIN, *OVERSEERS):
        browser = make.browser(app, make.person(session, estate, role=role))
        assert read(FILE, by=browser)["state"] == "read"


def test_another_estates_upload_is_not_there(app, session, upload):
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.ADMIN))

    assert through(OF_ONE, upload["id"], neighbour.open) == [(404, "core.not_found")] * len(OF_ONE)
    assert neighbour.get(UPLOADS).get_json() == []


def test_an_upload_that_never_was_is_not_there(admin):
    assert through(OF_ONE, uuid4(), admin.open) == [(404, "core.not_found")] * len(OF_ONE)


def test_an_upload_waits_to_be_read(admin):
    made = admin.post(UPLOADS, query_string={"name": "房屋台账.xlsx"}, data=FILE)

    told = made.get_json()
    assert made.status_code == 202
    assert {key: told[key] for key in ("name", "state", "done", "of", "refusal", "report", "byName")} == {
        "name": "房屋台账.xlsx", "state": "reading", "done": 0, "of": 0, "refusal": None, "report": None,
        "byName": "林晓雯",
    }  # fmt: skip


def test_the_list_tells_the_last_ten_newest_first_without_their_reports(admin):
    names = [f"{number}.xlsx" for number in range(12)]
    for name in names:
        admin.post(UPLOADS, query_string={"name": name}, data=b"x")

    told = admin.get(UPLOADS).get_json()

    assert [one["name"] for one in told] == names[:1:-1]
    assert "report" not in told[0]


def test_a_file_that_is_too_large_is_refused_and_not_kept(app, estate, admin):
    answer = admin.post(UPLOADS, query_string={"name": "台账.xlsx"}, data=b"x" * (MAX_BYTES + 1))

    assert (answer.status_code, answer.mimetype) == (413, "application/problem+json")
    assert (answer.get_json()["code"], answer.get_json()["params"]) == ("core.too_large", {"maxBytes": MAX_BYTES})
    assert list((app.extensions["rounds.settings"].data_dir / "uploads" / str(estate.id)).iterdir()) == []
    assert admin.get(UPLOADS).get_json() == []


def test_a_file_has_a_name_of_at_most_200_characters(admin):
    for query in ({}, {"name": ""}, {"name": "长" * 201}):
        answer = admin.post(UPLOADS, query_string=query, data=FILE)
        assert (answer.status_code, answer.get_json()["code"]) == (422, "core.bad_shape")


def test_a_column_means_something_that_registers_say(admin, upload):
    wrong = (
        {"title": "", "meaning": "status"},
        {"title": "使用情况", "meaning": "whatever"},
        {"title": "使用情况"},
        {"title": "使用情况", "meaning": "status", "more": 1},
    )
    for column in wrong:
        answer = admin.post(f"{UPLOADS}/{upload['id']}/columns", json={"columns": [column]})
        assert (answer.status_code, answer.get_json()["code"]) == (422, "core.bad_shape")


def test_while_a_file_is_read_nothing_is_said_of_its_columns(admin):
    made = admin.post(UPLOADS, query_string={"name": "台账.xlsx"}, data=FILE).get_json()

    answer = admin.post(f"{UPLOADS}/{made['id']}/columns", json={"columns": []})

    assert (answer.status_code, answer.get_json()["code"]) == (409, "register.busy")


def test_of_what_was_kept_nothing_more_is_said(admin, kept):
    upload = kept(GOOD)

    answer = admin.post(f"{UPLOADS}/{upload['id']}/columns", json={"columns": []})

    assert (answer.status_code, answer.get_json()["code"]) == (409, "register.not_read")


def test_rows_left_out_come_as_a_table_that_excel_opens(admin, read):
    upload = read(
        workbook([GOOD, ("3栋", "2单元", "顶", "102", 80, "空置"), ("3栋", "2单元", 1, "103", "=1+1", "不详")])
    )

    answer = admin.get(f"{UPLOADS}/{upload['id']}/refused.csv")

    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.data.startswith("\ufeff".encode())
    header, *rows = csv.reader(io.StringIO(answer.data.decode("utf-8-sig"), newline=""))
    assert header == ["sheet", "row", "why", "value"]
    assert rows[0] == ["房屋台账", "3", "floor_not_a_number", "顶"]


def test_there_is_no_such_table_before_the_file_is_read(admin):
    made = admin.post(UPLOADS, query_string={"name": "台账.xlsx"}, data=FILE).get_json()

    answer = admin.get(f"{UPLOADS}/{made['id']}/refused.csv")

    assert (answer.status_code, answer.get_json()["code"]) == (409, "register.not_read")


def test_an_upload_that_breaks_off_leaves_no_file(session, estate, tmp_path):
    class Broken:
        def read(self, _size):
            raise ClientDisconnected

    by = make.actor(make.person(session, estate), estate).person
    with pytest.raises(ClientDisconnected):
        take_in(tmp_path / "uploads", estate.id, Broken(), "台账.xlsx", by=by, now=make.NOON)

    assert list((tmp_path / "uploads" / str(estate.id)).iterdir()) == []
