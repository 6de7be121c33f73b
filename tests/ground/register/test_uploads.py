"""Importing in the app: read first, told what would change, then kept whole or not at all."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
import time_machine
from sqlalchemy import func, select, update

from tests import make
from tests.ground.register.conftest import UPLOADS
from tests.make.register import HEADER, workbook
from webapp.core import clock
from webapp.core.actor import Role
from webapp.core.feed import FeedRow
from webapp.ground.places.models import Building, Place, UnitStatusRow
from webapp.ground.places.models import Unit as UnitRow
from webapp.ground.places.rules import StatusSource, UnitStatus
from webapp.ground.register import progress, store
from webapp.ground.register.jobs import RESUME, SWEEP
from webapp.ground.register.models import Upload, UploadState
from webapp.ground.register.work import keep_upload

ROWS = [
    ("3栋", "2单元", 1, "101", 90.5, "空置"),
    ("3栋", "2单元", 1, "102", 88, "已入住"),
    ("3栋", "2单元", 2, "201", 90.5, "装修中"),
]


def units(session):
    query = select(UnitRow.number, UnitRow.status).order_by(UnitRow.number)
    return {number: status.value for number, status in session.execute(query)}


@pytest.fixture
def folder(app, estate):
    return app.extensions["rounds.settings"].data_dir / "uploads" / str(estate.id)


def test_a_file_is_read_and_says_what_it_would_add(session, read):
    upload = read(workbook([*ROWS, ("3栋", "2单元", "顶", "999", 80, "空置")]))

    report = upload["report"]
    assert (upload["state"], upload["refusal"], upload["byName"]) == ("read", None, "林晓雯")
    assert (upload["done"], upload["of"]) == (5, 5)
    assert (report["goodUnits"], report["added"], report["changed"], report["same"], report["absent"]) == (
        3,
        3,
        0,
        0,
        0,
    )
    assert report["byState"] == {"vacant_unsold": 1, "occupied_owner": 1, "idle": 1}
    assert (report["renovating"], report["newBuildings"]) == (1, ["3 栋"])
    assert report["examples"]["added"][0] == {
        "building": "3 栋", "stairwell": "2 单元", "floor": 1, "number": "101", "status": "vacant_unsold",
    }  # fmt: skip
    assert [(row["sheet"], row["row"], row["why"]) for row in report["refuse"]] == [
        ("房屋台账", 5, "floor_not_a_number")
    ]
    assert units(session) == {}


def test_what_was_read_is_kept_whole_and_the_file_goes(session, estate, admin, work, read, folder):
    upload = read(workbook(ROWS))
    assert len(list(folder.iterdir())) == 1

    asked = admin.post(f"{UPLOADS}/{upload['id']}/keep")
    assert (asked.status_code, asked.get_json()["state"]) == (202, "keeping")
    work()

    kept = admin.get(f"{UPLOADS}/{upload['id']}").get_json()
    assert (kept["state"], kept["done"], kept["report"]["added"]) == ("kept", kept["of"], 3)
    assert units(session) == {"101": "vacant_unsold", "102": "occupied_owner", "201": "idle"}
    assert list(folder.iterdir()) == []


def test_what_a_file_says_of_units_begins_their_history(session, kept):
    kept(*ROWS)

    history = session.scalars(select(UnitStatusRow)).all()
    assert len(history) == 3
    assert {(one.source, one.reason, one.by_name) for one in history} == {
        (StatusSource.REGISTER, "房屋台账.xlsx", "林晓雯")
    }


def test_the_app_keeps_units_and_leaves_places_to_be_proposed(session, kept):
    kept(*ROWS)

    assert session.scalar(select(func.count()).select_from(Place)) == 0


def test_phones_are_told_of_each_unit_that_is_new(session, estate, kept):
    kept(*ROWS)

    told = select(func.count()).select_from(FeedRow).where(FeedRow.kind == "places.unit")
    assert session.scalar(told) == 3


def test_a_second_import_is_a_difference_and_nothing_vanishes(session, admin, work, read, kept):
    header = (*HEADER, "收楼日期")
    kept(
        ("3栋", "2单元", 1, "101", 90.5, "空置", ""),
        ("3栋", "2单元", 1, "102", 88, "已入住", "2021-05-01"),
        ("3栋", "2单元", 2, "201", 90.5, "装修中", ""),
        ("3栋", "2单元", 2, "202", 88, "出租", ""),
        header=header,
    )

    # The office sold 101, says that 201 is lived in, measured 102 anew, left 202 out, and wrote 301 down.
    upload = read(
        workbook(
            [
                ("3#楼", "二单元", 1, "0101", 90.5, "未入住", "2026-03-09"),
                ("3#楼", "二单元", 1, "102室", 88.25, "已入住", ""),
                ("3#楼", "二单元", 2, "201", "", "已入住", ""),
                ("3#楼", "二单元", 3, "301", 90.5, "空置", ""),
            ],
            header=header,
        )
    )

    report = upload["report"]
    assert (report["added"], report["changed"], report["same"], report["absent"]) == (1, 3, 0, 1)
    assert report["newBuildings"] == []
    assert [unit["number"] for unit in report["examples"]["added"]] == ["301"]
    assert report["examples"]["changed"] == [
        {
            "unit": "3 栋 2 单元 101",
            "changes": [
                {"field": "status", "was": "vacant_unsold", "becomes": "sold_not_moved_in"},
                {"field": "received_on", "was": None, "becomes": "2026-03-09"},
            ],
        },
        {"unit": "3 栋 2 单元 102", "changes": [{"field": "area", "was": 8800, "becomes": 8825}]},
        {
            "unit": "3 栋 2 单元 201",
            "changes": [
                {"field": "status", "was": "idle", "becomes": "occupied_owner"},
                {"field": "renovating", "was": True, "becomes": False},
            ],
        },
    ]
    assert report["examples"]["absent"] == [{"unit": "3 栋 2 单元 202"}]

    admin.post(f"{UPLOADS}/{upload['id']}/keep")
    work()

    stored = session.execute(
        select(UnitRow.number, UnitRow.status, UnitRow.area, UnitRow.received_on).order_by(UnitRow.number)
    )
    assert [(number, status.value, area, day and day.isoformat()) for number, status, area, day in stored] == [
        ("101", "sold_not_moved_in", 9050, "2026-03-09"),
        ("102", "occupied_owner", 8825, "2021-05-01"),
        ("201", "occupied_owner", 9050, None),
        ("202", "occupied_tenant", 8800, None),
        ("301", "vacant_unsold", 9050, None),
    ]
    assert session.scalars(select(Building.name)).all() == ["3 栋"]
    assert session.scalar(select(func.count()).select_from(UnitStatusRow)) == 4 + 3  # 101 and 201 changed, 301 is new


def test_the_same_file_again_changes_nothing(session, admin, work, read, kept):
    kept(*ROWS)
    before = session.scalar(select(func.max(FeedRow.change)))

    assert kept(*ROWS)["report"]["same"] == 3

    assert session.scalar(select(func.max(FeedRow.change))) == before
    assert session.scalar(select(func.count()).select_from(UnitStatusRow)) == 3


def test_a_file_that_cannot_be_read_is_refused_with_its_reason_and_leaves_nothing(session, read, folder):
    upload = read("这不是工作簿".encode(), name="台账.xlsx")

    assert upload["state"] == "refused"
    assert upload["refusal"]["code"].startswith("register.")
    assert upload["report"] is None
    assert list(folder.iterdir()) == []
    assert units(session) == {}


def test_units_that_changed_after_the_reading_are_looked_at_again_first(session, admin, work, read, kept):
    kept(*ROWS)
    upload = read(workbook([("3栋", "2单元", 1, "101", 90.5, "已入住")]))
    session.execute(update(UnitRow).where(UnitRow.number == "101").values(status=UnitStatus.OCCUPIED_TENANT))
    session.commit()

    refused = admin.post(f"{UPLOADS}/{upload['id']}/keep")
    again = admin.post(f"{UPLOADS}/{upload['id']}/columns", json={"columns": []})
    work()

    assert (refused.status_code, refused.get_json()["code"]) == (409, "register.changed_meanwhile")
    assert again.status_code == 202
    changed = admin.get(f"{UPLOADS}/{upload['id']}").get_json()["report"]["examples"]["changed"]
    assert changed[0]["changes"][0]["was"] == "occupied_tenant"
    assert admin.post(f"{UPLOADS}/{upload['id']}/keep").status_code == 202


def test_units_that_change_before_the_worker_comes_to_it_stay_as_they_are(session, admin, work, read, kept):
    kept(*ROWS)
    upload = read(workbook([("3栋", "2单元", 1, "101", 90.5, "已入住")]))
    admin.post(f"{UPLOADS}/{upload['id']}/keep")
    session.execute(update(UnitRow).where(UnitRow.number == "101").values(status=UnitStatus.OCCUPIED_TENANT))
    session.commit()

    work()

    after = admin.get(f"{UPLOADS}/{upload['id']}").get_json()
    assert (after["state"], after["refusal"]["code"]) == ("read", "register.changed_meanwhile")
    assert units(session)["101"] == "occupied_tenant"


def test_a_worker_killed_in_the_middle_leaves_nothing_half_done_and_begins_again(session, admin, work, read, app):
    upload = read(workbook(ROWS))
    admin.post(f"{UPLOADS}/{upload['id']}/keep")
    queue = app.extensions["rounds.jobs"].queue
    queue.dequeue()  # by a worker that was killed before it could say so
    assert work() == 0

    RESUME.act()
    assert work() == 1

    assert admin.get(f"{UPLOADS}/{upload['id']}").get_json()["state"] == "kept"
    assert len(units(session)) == 3


def test_a_worker_killed_while_it_read_does_not_try_the_same_file_for_ever(session, estate, admin, work, read):
    upload = read(workbook(ROWS))
    row = session.get_one(Upload, (estate.id, UUID(upload["id"])))
    row.state, row.of = UploadState.READING, 1
    session.commit()

    RESUME.act()

    assert work() == 0
    told = admin.get(f"{UPLOADS}/{upload['id']}").get_json()
    assert (told["state"], told["refusal"]["code"]) == ("refused", "register.interrupted")
    admin.post(f"{UPLOADS}/{upload['id']}/columns", json={"columns": []})
    work()
    assert admin.get(f"{UPLOADS}/{upload['id']}").get_json()["state"] == "read"


def test_an_upload_that_was_never_queued_is_read_once_the_worker_starts(app, admin, work):
    upload = admin.post(UPLOADS, query_string={"name": "台账.xlsx"}, data=workbook(ROWS)).get_json()
    app.extensions["rounds.jobs"].queue.dequeue()

    RESUME.act()
    work()

    assert admin.get(f"{UPLOADS}/{upload['id']}").get_json()["state"] == "read"


def test_a_job_done_twice_keeps_once(session, app, estate, admin, work, read):
    upload = read(workbook(ROWS))
    admin.post(f"{UPLOADS}/{upload['id']}/keep")
    work()

    keep_upload(app.extensions["rounds.settings"].data_dir / "uploads", estate.id, UUID(upload["id"]))

    assert admin.get(f"{UPLOADS}/{upload['id']}").get_json()["state"] == "kept"
    assert session.scalar(select(func.count()).select_from(UnitStatusRow)) == 3


def test_what_cannot_be_kept_leaves_the_estate_as_it_was(session, app, estate, admin, work, read, monkeypatch):
    upload = read(workbook(ROWS))
    admin.post(f"{UPLOADS}/{upload['id']}/keep")

    def fail(*_args, **_options):
        raise OSError("no space left")

    monkeypatch.setattr(store, "touch", fail)
    work()

    after = admin.get(f"{UPLOADS}/{upload['id']}").get_json()
    assert (after["state"], after["refusal"]["code"]) == ("read", "register.interrupted")
    assert units(session) == {}
    monkeypatch.undo()
    assert admin.post(f"{UPLOADS}/{upload['id']}/keep").status_code == 202


def test_while_one_is_kept_no_other_of_the_estate_is(session, admin, work, read):
    first, second = read(workbook(ROWS)), read(workbook(ROWS))
    admin.post(f"{UPLOADS}/{first['id']}/keep")

    twice = admin.post(f"{UPLOADS}/{first['id']}/keep")
    other = admin.post(f"{UPLOADS}/{second['id']}/keep")

    assert [(one.status_code, one.get_json()["code"]) for one in (twice, other)] == [(409, "register.busy")] * 2
    assert admin.post(UPLOADS, query_string={"name": "另一份.xlsx"}, data=workbook(ROWS)).status_code == 202


def test_an_upload_of_which_nothing_was_heard_for_long_is_given_to_the_worker_again(app, admin, work, read):
    upload = read(workbook(ROWS))
    admin.post(f"{UPLOADS}/{upload['id']}/keep")
    app.extensions["rounds.jobs"].queue.dequeue()

    with time_machine.travel(clock.now() + timedelta(minutes=11)):
        assert admin.post(f"{UPLOADS}/{upload['id']}/keep").status_code == 202
    work()

    assert admin.get(f"{UPLOADS}/{upload['id']}").get_json()["state"] == "kept"


def test_only_what_was_read_can_be_kept(session, estate, admin, read):
    upload = read(workbook(ROWS))
    for state in (UploadState.READING, UploadState.KEPT, UploadState.REFUSED):
        session.get_one(Upload, (estate.id, UUID(upload["id"]))).state = state
        session.commit()

        answer = admin.post(f"{UPLOADS}/{upload['id']}/keep")

        assert (answer.status_code, answer.get_json()["code"]) == (409, "register.not_read")


def test_a_file_without_a_good_row_cannot_be_kept(admin, read):
    upload = read(workbook([("3栋", "2单元", "顶", "101", 90, "空置")]))

    answer = admin.post(f"{UPLOADS}/{upload['id']}/keep")

    assert (answer.status_code, answer.get_json()["code"]) == (409, "register.nothing_to_keep")


def test_files_that_nobody_kept_go_after_thirty_days_and_can_then_be_uploaded_again(admin, read, folder):
    upload = read(workbook(ROWS))
    with time_machine.travel(clock.now() + timedelta(days=29)):
        SWEEP.act()
    assert len(list(folder.iterdir())) == 1

    with time_machine.travel(clock.now() + timedelta(days=31)):
        SWEEP.act()

    assert list(folder.iterdir()) == []
    answer = admin.post(f"{UPLOADS}/{upload['id']}/keep")
    assert (answer.status_code, answer.get_json()["code"]) == (409, "register.file_gone")


def test_while_a_file_is_read_the_page_sees_how_far_it_is(session, admin, monkeypatch, work):
    monkeypatch.setattr(progress, "TOLD_EVERY", timedelta())
    seen = []
    tell = progress.Progress.__call__

    def told(self, done, of):
        tell(self, done, of)
        session.rollback()  # to see what others have written since
        row = session.execute(select(Upload.done, Upload.of, Upload.state)).one()
        seen.append((row.done, row.of, row.state))

    monkeypatch.setattr(progress.Progress, "__call__", told)
    rows = [("3栋", "2单元", 1, str(number), 90.5, "空置") for number in range(1001, 1401)]
    admin.post(UPLOADS, query_string={"name": "台账.xlsx"}, data=workbook(rows))
    work()

    assert seen == [(0, 401, UploadState.READING), (200, 401, UploadState.READING)]


def test_the_name_of_a_file_decides_nothing_of_where_it_lies(read, folder: Path):
    read(workbook(ROWS), name="../../../etc/台账.xlsx")

    (file,) = folder.iterdir()
    assert file.suffix == ".xlsx"


def test_estates_import_apart(app, session, estate, kept, read, work):
    kept(*ROWS)
    other = make.estate(session)
    neighbour = make.browser(app, make.person(session, other, role=Role.ADMIN))

    assert read(workbook(ROWS), by=neighbour)["report"]["added"] == 3


def test_what_a_column_means_is_said_once_and_remembered(admin, work, read):
    header = ("方位", *HEADER[1:])
    first = read(workbook([("东", *ROWS[0][1:]), ("西", *ROWS[0][1:])], header=header))
    assert (first["report"]["goodUnits"], first["report"]["sheets"][0]["missing"]) == (0, ["building"])

    said = {"columns": [{"title": "方位", "meaning": "building"}]}
    again = admin.post(f"{UPLOADS}/{first['id']}/columns", json=said)
    assert (again.status_code, again.get_json()["state"], again.get_json()["report"]) == (202, "reading", None)
    work()

    report = admin.get(f"{UPLOADS}/{first['id']}").get_json()["report"]
    assert (report["goodUnits"], report["sheets"][0]["missing"]) == (2, [])
    column = read(workbook([("北", *ROWS[0][1:])], header=header))["report"]["sheets"][0]["columns"][0]
    assert column == {"index": 0, "title": "方位", "samples": ["北"], "meaning": "building", "by": "remembered"}


def test_what_was_said_of_a_column_can_be_taken_back(admin, work, read):
    file = workbook([("东", *ROWS[0][1:])], header=("方位", *HEADER[1:]))
    upload = read(file)
    for meaning in ("building", None):
        admin.post(
            f"{UPLOADS}/{upload['id']}/columns", json={"columns": [{"title": " 方位（必填）", "meaning": meaning}]}
        )
        work()

    assert read(file)["report"]["sheets"][0]["missing"] == ["building"]


def test_a_file_is_kept_as_its_columns_were_understood_when_it_was_read(session, admin, work, read):
    header = ("方位", *HEADER[1:])
    first = read(workbook([("东", *ROWS[0][1:])], header=header))
    admin.post(f"{UPLOADS}/{first['id']}/columns", json={"columns": [{"title": "方位", "meaning": "building"}]})
    work()
    other = read(workbook([("西", *ROWS[0][1:])], header=header))
    admin.post(f"{UPLOADS}/{other['id']}/columns", json={"columns": [{"title": "方位", "meaning": "ignored"}]})
    work()

    admin.post(f"{UPLOADS}/{first['id']}/keep")
    work()

    assert session.scalars(select(Building.name)).all() == ["东"]


def test_what_one_estate_says_of_columns_is_not_heard_in_another(app, session, admin, work, read):
    file = workbook([("东", *ROWS[0][1:])], header=("方位", *HEADER[1:]))
    upload = read(file)
    admin.post(f"{UPLOADS}/{upload['id']}/columns", json={"columns": [{"title": "方位", "meaning": "building"}]})
    work()
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.ADMIN))

    assert read(file, by=neighbour)["report"]["goodUnits"] == 0
