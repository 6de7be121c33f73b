"""The archivist closes a month: its records are bundled, gaps named, open findings carried over; destroyed in time."""

import csv
import hashlib
import io
import json
from datetime import timedelta
from uuid import UUID
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import func, select, text

from tests import make
from tests.domains.conftest import NOW
from webapp.core.actor import Duty, Role
from webapp.core.ids import new_id
from webapp.desk.months.jobs import BUNDLE, LOOK, PURGE, RESUME
from webapp.desk.months.models import MonthBundle, MonthClosing, MonthPurge
from webapp.domains.findings.models import Finding, FindingAct
from webapp.domains.patrols.models import PatrolRecord, PatrolVisit
from webapp.domains.patrols.signing.models import PatrolAct
from webapp.ground.logbook.models import LogbookContent
from webapp.ground.logbook.verify import verify
from webapp.ground.logbook.verify.difference import Difference
from webapp.ground.people.models import Person
from webapp.ground.photos.jobs import SWEEP
from webapp.ground.photos.models import Photo, PhotoUse

DAY = timedelta(days=1)


@pytest.fixture
def archive(app, session, beat):
    """The archivist at the tablet, three rounds of November in the book, and a finding that is not solved."""
    photo = make.send_picture(beat.phone.browser)
    for back in (2, 1, 0):
        at = NOW - back * DAY
        photos = [make.visit_photo(at, sha256=photo)] if back else []
        beat.phone.visit(make.visit_body(beat.places[0], at, beat.route, photos=photos, observation="=1+1"))
    beat.phone.report(make.finding_body(beat.places[0], NOW))
    make.person(session, beat.estate, role=Role.FRONT_DESK, name="吴档案", login="archive", duties=[Duty.ARCHIVIST])
    return signed_in(app, session, beat, "archive")


def signed_in(app, session, beat, login):
    """Answer the tablet of somebody who signs in now."""
    session.rollback()
    person = session.scalars(select(Person).where(Person.login == login)).one()
    return make.PatrolPhone(make.browser(app, person), beat.estate.id)


def close(desk, month="2026-11", at=NOW, **fields):
    body = {"closingId": str(new_id()), "month": month}
    (answered,) = desk.push(desk.item("months.close", body, saved_at=at, **{"about": body["closingId"], **fields}))
    return answered | {"id": body["closingId"]}


def purge(desk, closing_id, at):
    body = {"purgeId": str(new_id()), "closingId": closing_id}
    (answered,) = desk.push(desk.item("months.purge", body, saved_at=at, about=closing_id))
    return answered | {"purgeId": body["purgeId"]}


def bundle(session, desk, closing):
    """Have the worker make the bundle and answer the file as the tablet fetches it."""
    session.rollback()
    BUNDLE.act(str(desk.estate_id), closing["id"])
    answered = desk.browser.get(f"/api/v1/months/{closing['id']}/bundle.zip")
    assert answered.status_code == 200, answered.get_json()
    data = answered.data
    answered.close()
    return ZipFile(io.BytesIO(data)), hashlib.sha256(data).hexdigest()


def only(session, kind):
    session.rollback()
    return session.scalars(select(kind)).one()


def intact(app, session, estate):
    session.rollback()
    told: list[Difference] = []
    report = verify(session, estate.id, app.extensions["rounds.push_kinds"], told.append)
    assert told == []
    return report


def test_a_closed_month_lists_every_number_from_the_first_to_the_last(app, session, beat, archive):
    """PAT-R10: papers, tables, photos, and one hash in the book."""
    closing = close(archive)
    file, sha256 = bundle(session, archive, closing)

    manifest = json.loads(file.read("manifest.json"))
    assert [page["serial"] for page in manifest["pages"] if page["form"] == "XC"] == [
        f"XC-2026-00000{number}" for number in (1, 2, 3)
    ]
    assert manifest["forms"]["XC"] | {"late": []} == {
        "first": "XC-2026-000001",
        "last": "XC-2026-000003",
        "count": 3,
        "gaps": [],
        "voids": [],
        "late": [],
    }
    assert manifest["openFindings"] == ["WT-2026-000001"]
    assert "巡查记录表" in make.printed(file.read("records/XC-2026-000002.pdf"))
    assert "巡查问题处理表" in make.printed(file.read("findings/WT-2026-000001.pdf"))
    for part in manifest["files"]:
        assert hashlib.sha256(file.read(part["file"])).hexdigest() == part["sha256"]
    assert len(manifest["photos"]) == 1
    assert len(manifest["photosAwaited"]) == 1  # the finding's has not arrived
    written = only(session, MonthBundle)
    content = session.get_one(LogbookContent, (beat.estate.id, written.entry)).content
    assert json.loads(content)["judged"]["sha256"] == sha256 == written.sha256
    intact(app, session, beat.estate)


def test_tables_open_in_a_spreadsheet_and_hold_no_formula(session, archive):
    file, _ = bundle(session, archive, close(archive))

    records = list(csv.reader(io.StringIO(file.read("tables/records.csv").decode("utf-8-sig"))))
    assert [line[0] for line in records] == ["编号", *(f"XC-2026-00000{number}" for number in (1, 2, 3))]
    assert "'=1+1" in file.read("tables/items.csv").decode()
    book = CalamineWorkbook.from_filelike(io.BytesIO(file.read("2026-11.xlsx")))
    assert book.sheet_names == ["巡查记录", "检查项", "巡查问题", "缺号作废"]
    assert [row[0] for row in book.get_sheet_by_name("巡查记录").to_python()] == [line[0] for line in records]
    assert any("=1+1" in row for row in book.get_sheet_by_name("检查项").to_python())
    assert ["WT-2026-000001", "未办结，转下月"] in book.get_sheet_by_name("缺号作废").to_python()


def test_pages_of_every_room_go_into_the_bundle_with_their_papers_and_tables(app, session, beat, archive):
    """PAT-R10: no room is known to the bundle by name; what it handed over is in it, photos and all."""
    manager = make.person(session, beat.estate, role=Role.MANAGER, name="何经理")
    sent = make.send_picture(beat.phone.browser, seed=7)
    photo = {"sha256": sent, "takenAt": make.iso(NOW), "live": True}
    example = make.example("emergencies.enter")["body"]
    entered = {**example, "authorisedBy": str(manager.id), "photos": [photo]}
    beat.phone.push(beat.phone.item("emergencies.enter", entered, saved_at=NOW, about=entered["entryId"]))

    closing = close(archive)
    file, _ = bundle(session, archive, closing)

    manifest = json.loads(file.read("manifest.json"))
    assert manifest["forms"]["JJ"]["count"] == 1
    assert "紧急进入记录" in make.printed(file.read("entries/JJ-2026-000001.pdf"))
    (line,) = list(csv.DictReader(io.StringIO(file.read("tables/entries.csv").decode("utf-8-sig"))))
    assert (line["编号"], line["授权人"]) == ("JJ-2026-000001", "何经理")
    assert {photo["file"].rpartition(".")[2] for photo in manifest["photos"]} == {"jpg"}
    assert len(manifest["photos"]) == 2
    assert "weekly" not in "".join(file.namelist())  # no sheets of forms that the month does not have


def test_a_number_that_is_gone_is_named_as_a_gap(session, archive):
    """PAT-R10."""
    session.execute(text("DELETE FROM patrol_records WHERE serial = 'XC-2026-000002'"))
    session.execute(text("DELETE FROM serial_pages WHERE serial = 'XC-2026-000003'"))
    session.commit()

    close(archive)

    assert only(session, MonthClosing).forms["XC"]["gaps"] == ["XC-2026-000002", "XC-2026-000003"]


def test_what_arrives_after_the_closing_goes_into_the_next_bundle_marked(session, beat, archive, clock):
    close(archive)
    clock.move_to(NOW + 20 * DAY)
    beat.phone.visit(make.visit_body(beat.places[1], NOW - 3 * DAY, beat.route))
    beat.phone.visit(make.visit_body(beat.places[1], NOW + 20 * DAY, beat.route))

    second = close(archive, "2026-12", NOW + 20 * DAY)

    session.rollback()
    forms = session.get_one(MonthClosing, (beat.estate.id, UUID(second["id"]))).forms
    assert (forms["XC"]["first"], forms["XC"]["count"]) == ("XC-2026-000004", 2)
    assert forms["XC"]["late"] == ["XC-2026-000004"]
    assert session.get_one(MonthClosing, (beat.estate.id, UUID(second["id"]))).open == ["WT-2026-000001"]


def test_a_month_that_is_closed_or_has_not_begun_cannot_be_closed(archive):
    first, again = close(archive), close(archive)
    before, ahead = close(archive, "2026-10"), close(archive, "2026-12")

    assert first["outcome"] == "applied"
    assert [one["code"] for one in (again, before, ahead)] == ["months.closed", "months.closed", "months.not_begun"]


def test_two_closings_in_one_push_do_not_share_a_page(archive):
    ids = [str(new_id()) for _ in range(2)]
    months = zip(ids, ("2026-10", "2026-11"), strict=True)
    items = [
        archive.item("months.close", {"closingId": one, "month": month}, saved_at=NOW, about=one)
        for one, month in months
    ]

    assert [one["outcome"] for one in archive.push(*items)] == ["applied", "refused"]


def test_only_overseers_and_the_archivist_close_and_look(app, session, beat, archive):
    estate = beat.estate
    steward = beat.phone
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.MANAGER))
    manager = make.PatrolPhone(make.browser(app, make.person(session, estate, role=Role.MANAGER)), estate.id)

    assert close(steward)["code"] == "core.not_allowed"
    assert close(manager, about=str(new_id()))["code"] == "core.bad_shape"
    closing = close(manager)
    path = f"/api/v1/months/{closing['id']}/bundle"
    assert app.test_client().get("/api/v1/months").status_code == 401
    for call in (steward.browser.get, neighbour.get):
        status = {steward.browser.get: 403, neighbour.get: 404}[call]
        assert call(f"{path}.zip").status_code == status
    assert steward.browser.get("/api/v1/months").status_code == 403
    assert neighbour.get("/api/v1/months").get_json()["closed"] == []
    assert (steward.browser.post(path).status_code, neighbour.post(path).status_code) == (403, 404)
    assert archive.browser.post(path).status_code == 202
    assert archive.browser.get(f"{path}.zip").status_code == 404  # not made yet


def test_the_page_tells_what_would_be_in_the_next_bundle_and_how_far_the_worker_is(app, session, archive):
    told = archive.browser.get("/api/v1/months").get_json()
    assert (told["next"]["month"], told["next"]["pages"], told["next"]["over"]) == ("2026-11", 4, False)
    assert told["next"]["open"] == ["WT-2026-000001"]

    closing = close(archive)
    (closed,) = archive.browser.get("/api/v1/months").get_json()["closed"]
    assert (closed["bundle"]["state"], closed["byName"], closed["keptUntil"]) == ("waiting", "吴档案", "2028-11-30")

    LOOK.act()  # nobody told the worker of the item
    bundle(session, archive, closing)
    told = archive.browser.get("/api/v1/months").get_json()
    assert told["closed"][0]["bundle"] | {"size": 0, "sha256": "", "entry": 0} == {
        "state": "ready",
        "done": 6,
        "of": 6,
        "size": 0,
        "sha256": "",
        "entry": 0,
        "url": f"/api/v1/months/{closing['id']}/bundle.zip",
    }
    assert (told["next"]["month"], told["next"]["begun"]) == ("2026-12", False)


def test_making_a_bundle_twice_changes_nothing(session, archive):
    closing = close(archive)
    _, first = bundle(session, archive, closing)
    _, second = bundle(session, archive, closing)

    assert first == second
    RESUME.act()
    entries = session.execute(text("SELECT count(*) FROM logbook_entries WHERE kind = 'months.bundle'"))
    assert entries.scalar_one() == 1


def test_records_younger_than_24_months_cannot_be_destroyed(app, session, beat, archive, clock):
    """PAT-R11."""
    closing = close(archive)
    at = NOW.replace(year=2028, month=11, day=30)
    clock.move_to(at)
    archive = signed_in(app, session, beat, "archive")

    refused = purge(archive, closing["id"], at)

    assert (refused["code"], refused["params"]) == ("months.retention_active", {"until": "2028-11-30"})
    assert purge(archive, str(new_id()), at)["code"] == "months.unknown_closing"
    session.rollback()
    assert session.scalar(select(func.count()).select_from(PatrolVisit)) == 3


def test_after_24_months_they_go_with_an_entry_that_says_so_and_their_photos(app, session, beat, archive, clock):
    """PAT-R11: what is not over yet stays: the open finding."""
    closing = close(archive)
    bundle(session, archive, closing)
    at = NOW.replace(year=2028, month=12, day=1)
    clock.move_to(at)
    archive, steward = (signed_in(app, session, beat, login) for login in ("archive", beat.steward.login))
    assert purge(steward, closing["id"], at)["code"] == "core.not_allowed"

    assert purge(archive, closing["id"], at)["outcome"] == "applied"
    asked = only(session, MonthPurge)
    PURGE.act(str(beat.estate.id), str(asked.id))
    PURGE.act(str(beat.estate.id), str(asked.id))
    SWEEP.act()

    report = intact(app, session, beat.estate)
    assert report.purged == {only(session, MonthBundle).purge_entry: 3}
    for table in (PatrolVisit, PhotoUse, Photo):
        rows = session.scalar(select(func.count()).select_from(table))
        assert rows == (1 if table is PhotoUse else 0), table  # the finding's photo is still awaited
    assert session.scalars(select(Finding.serial)).all() == ["WT-2026-000001"]
    assert session.execute(text("SELECT count(*) FROM serial_pages")).scalar_one() == 4
    (closed,) = archive.browser.get("/api/v1/months").get_json()["closed"]
    assert (closed["bundle"]["state"], closed["purge"]["pages"]) == ("purged", 3)
    assert archive.browser.get(f"/api/v1/months/{closing['id']}/bundle.zip").status_code == 404
    assert purge(archive, closing["id"], at)["code"] == "months.nothing_due"


def test_what_was_signed_and_what_was_done_go_with_their_pages(app, session, beat, archive, clock):
    """PAT-R11: no act on a destroyed page stays behind, whoever signed, returned or rejected it."""
    manager = make.PatrolPhone(make.browser(app, make.person(session, beat.estate, role=Role.MANAGER)), beat.estate.id)
    ended = make.finish_body(beat.route, NOW, unvisited={place.id: "电梯停用" for place in beat.places})
    sent_back = {"recordId": ended["recordId"], "remark": "请补写原因"}
    found = session.scalars(select(Finding.id)).one()
    rejected = make.finding_act("reject", str(found))
    answers = [
        *beat.phone.push(beat.phone.item("patrols.finish", ended, saved_at=NOW)),
        *manager.push(
            manager.item("patrols.return", sent_back, saved_at=NOW),
            manager.item("findings.reject", rejected, saved_at=NOW),
        ),
    ]
    assert {one["outcome"] for one in answers} == {"applied"}, answers
    closing = close(archive)
    at = NOW.replace(year=2028, month=12, day=1)
    clock.move_to(at)

    assert purge(signed_in(app, session, beat, "archive"), closing["id"], at)["outcome"] == "applied"
    PURGE.act(str(beat.estate.id), str(only(session, MonthPurge).id))

    for table in (PatrolAct, PatrolRecord, PatrolVisit, Finding, FindingAct):
        assert session.scalar(select(func.count()).select_from(table)) == 0, table
    intact(app, session, beat.estate)
