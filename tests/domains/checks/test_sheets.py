"""The day's and the week's check sheet: who writes and who signs, slips, fault reports (`patrol.md` 9)."""

from datetime import timedelta

from tests import make
from tests.domains.checks.conftest import TODAY, refused, uuid_text
from tests.domains.conftest import NOW
from tests.domains.test_tampering import changed
from tests.make.patrols import checklist
from webapp.core.actor import Role
from webapp.domains.checks.models import CheckSheet
from webapp.ground.logbook.verify import verify
from webapp.ground.notices.jobs import LOOK


def told(house, role, kind):
    LOOK.act()
    held = house.phone(role).pull("notices.notice").values()
    return [one["words"]["zh-Hans"]["line"] for one in held if one["kind"] == f"checks.{kind}"]


def test_a_supervisor_writes_one_sheet_a_day_and_the_manager_signs_what_was_seen(house):
    sheet = house.id_of()
    assert house.write(house.row())["serial"].startswith("RJ-2026-")
    assert refused(house.write(house.row())) == "checks.sheet_written"
    assert len(told(house, Role.MANAGER, "to_sign")) == 1

    assert refused(house.push(Role.STEWARD, "sign", sheet, seen=house.seen(sheet))) == "core.not_allowed"
    assert refused(house.push(Role.SUPERVISOR, "sign", sheet, seen=house.seen(sheet))) == "checks.own_sheet"
    changed_since = [{"id": house.seen(sheet)[0]["id"], "sha256": "0" * 64}]
    assert refused(house.push(Role.MANAGER, "sign", sheet, seen=changed_since)) == "checks.not_seen"
    assert house.push(Role.MANAGER, "sign", sheet, seen=house.seen(sheet))["outcome"] == "applied"

    assert house.held(sheet)["signature"]["byName"] == "manager"
    assert refused(house.push(Role.MANAGER, "sign", sheet, seen=house.seen(sheet))) == "checks.signed_already"


def test_what_is_more_than_a_small_point_needs_the_manager_s_slip_before_the_sheet_is_signed(house):
    sheet, serious, small = house.id_of(), house.row(kind="other", finding="擅自离岗"), house.row()
    house.write(serious, small)
    assert "1 项" in told(house, Role.MANAGER, "serious")[0]
    assert refused(house.push(Role.MANAGER, "sign", sheet, seen=house.seen(sheet))) == "checks.slip_missing"

    assert refused(house.push(Role.STEWARD, "slip", sheet, rowId=serious["rowId"])) == "core.not_allowed"
    assert refused(house.push(Role.MANAGER, "slip", sheet, rowId=small["rowId"])) == "checks.not_serious"
    assert refused(house.push(Role.MANAGER, "slip", sheet, rowId=uuid_text())) == "checks.unknown_row"
    seen_before = house.seen(sheet)
    assert house.push(Role.MANAGER, "slip", sheet, rowId=serious["rowId"])["serial"].startswith("BH-2026-")
    assert refused(house.push(Role.MANAGER, "slip", sheet, rowId=serious["rowId"])) == "checks.slip_issued"

    assert refused(house.push(Role.MANAGER, "sign", sheet, seen=seen_before)) == "checks.not_seen"
    assert house.push(Role.MANAGER, "sign", sheet, seen=house.seen(sheet))["outcome"] == "applied"
    assert house.held(sheet)["slips"][0]["fact"] == "巡查时擅自离岗 40 分钟"


def test_pat_m3_patrols_fill_in_their_part_of_the_day_by_themselves_and_signing_freezes_it(house):
    place = house.beat.places[0]
    house.beat.phone.visit(make.visit_body(place, NOW - timedelta(minutes=5), house.beat.route))
    meter = make.finding_body(
        place, NOW - timedelta(minutes=4), checklist=checklist("meters"), item="MT-04", description="转速异常"
    )
    house.beat.phone.report(meter, v=2)
    browser = house.phone(Role.MANAGER).browser
    day = {"day": TODAY.isoformat()}

    visit, found = browser.get("/api/v1/checks/patrols", query_string=day).get_json()
    assert (visit["item"], visit["place"], visit["serial"][:3]) == (None, place.name, "XC-")
    assert (found["item"], found["words"], found["byName"]) == ("MT-04", "转速异常", "林晓岚")

    house.write()
    sheet = house.id_of()
    assert house.held(sheet)["patrols"] is None
    house.push(Role.MANAGER, "sign", sheet, seen=house.seen(sheet))
    house.beat.phone.report(make.finding_body(place, NOW - timedelta(minutes=3)), v=2)

    assert [one["item"] for one in house.held(sheet)["patrols"]] == [None, "MT-04"]
    assert len(browser.get("/api/v1/checks/patrols", query_string=day).get_json()) == 3
    yesterday = {"day": (TODAY - timedelta(days=1)).isoformat()}
    assert browser.get("/api/v1/checks/patrols", query_string=yesterday).get_json() == []


def test_the_patrols_of_a_day_are_for_the_estate_s_own_people(house, app, session):
    path, day = "/api/v1/checks/patrols", {"day": TODAY.isoformat()}
    house.beat.phone.report(make.finding_body(house.beat.places[0], NOW), v=2)
    neighbour = make.person(session, make.estate(session, name="邻里"), role=Role.MANAGER)

    assert app.test_client().get(path, query_string=day).status_code == 401
    assert house.phone(Role.FINANCE).browser.get(path, query_string=day).status_code == 403
    assert make.browser(app, neighbour).get(path, query_string=day).get_json() == []
    assert house.phone(Role.MANAGER).browser.get(path).status_code == 422


def test_who_was_found_at_fault_twice_in_a_row_is_to_be_reported_once_by_a_supervisor(house):
    first, second = house.row(), house.row(finding="工牌还是没戴")
    house.write(first, day=TODAY - timedelta(days=3))
    house.write(second)
    sheet, both = house.id_of(), [first["rowId"], second["rowId"]]
    (repeated,) = house.held(sheet)["repeated"]
    assert (repeated["personName"], repeated["rows"]) == ("林晓岚", both)
    assert "林晓岚" in told(house, Role.SUPERVISOR, "repeated")[0]

    who = {"personId": repeated["personId"]}
    assert refused(house.push(Role.STEWARD, "fault", sheet, rows=both, **who)) == "core.not_allowed"
    one_sheet = [second["rowId"], second["rowId"]]
    assert refused(house.push(Role.SUPERVISOR, "fault", sheet, rows=one_sheet, **who)) == "checks.not_in_a_row"
    assert house.push(Role.SUPERVISOR, "fault", sheet, rows=both, **who)["serial"].startswith("GC-2026-")
    assert refused(house.push(Role.SUPERVISOR, "fault", sheet, rows=both, **who)) == "checks.fault_reported"

    held = house.held(sheet)
    assert (held["repeated"], held["faults"][0]["personName"]) == ([], "林晓岚")


def test_the_manager_s_week_rechecks_what_supervisors_found_rates_it_and_is_signed_with_its_writing(house):
    found = house.row()
    house.write(found)
    again = house.row(finding="已戴工牌", rechecks=found["rowId"], right=True)
    week = {"period": "weekly", "day": TODAY}

    assert refused(house.write(again, by=Role.STEWARD, rating="good", **week)) == "core.not_allowed"
    assert refused(house.write(again, by=Role.MANAGER, **week)) == "checks.rating_missing"
    unknown = house.row(rechecks=uuid_text(), right=True)
    assert refused(house.write(unknown, by=Role.MANAGER, rating="good", **week)) == "checks.unknown_row"
    assert house.write(again, by=Role.MANAGER, rating="good", **week)["serial"].startswith("ZJ-2026-")

    held = house.held(house.id_of(period="weekly"))
    assert (held["rating"], held["signature"]["byName"], held["repeated"]) == ("good", "manager", [])


def test_a_sheet_says_whom_or_where_and_what_and_never_a_day_to_come(house):
    assert refused(house.write(house.row(finding=" "))) == "checks.row_incomplete"
    assert refused(house.write(house.row(subject=" "))) == "checks.row_incomplete"
    assert refused(house.write(house.row(right=True))) == "checks.row_incomplete"
    assert refused(house.write(house.row(personId=uuid_text()))) == "checks.unknown_person"
    assert refused(house.write(day=TODAY + timedelta(days=1))) == "checks.day_ahead"
    assert refused(house.push(Role.SUPERVISOR, "write", uuid_text())) == "core.bad_shape"
    assert house.write(day=TODAY - timedelta(days=1))["outcome"] == "applied"

    yesterday = house.held(house.id_of(TODAY - timedelta(days=1)))
    assert [one["code"] for one in yesterday["remarks"]] == ["checks.written_late"]


def test_who_neither_oversees_nor_heads_the_department_writes_and_holds_no_sheet(house):
    assert refused(house.write(house.row(), by=Role.ENGINEER)) == "checks.not_yours"
    house.write(house.row())
    assert house.phone(Role.ENGINEER).pull("checks.sheet") == {}

    path = "/api/v1/departments"
    browser = house.phone(Role.MANAGER).browser
    (engineering,) = [one for one in browser.get(path).get_json() if one["kind"] == "engineering"]
    engineer = house.phone(Role.ENGINEER).browser.me["id"]
    head = {"name": "工程部", "headId": engineer, "memberIds": [engineer]}
    assert browser.open("PUT", f"{path}/{engineering['id']}", json=head).status_code == 200

    assert house.write(by=Role.ENGINEER, dept="engineering")["outcome"] == "applied"
    assert list(house.phone(Role.ENGINEER).pull("checks.sheet")) == [house.id_of(dept="engineering")]


def test_whoever_changes_a_sheet_behind_the_book_is_found_out(house, app, session):
    serious = house.row(kind="other")
    house.write(serious)
    sheet = house.id_of()
    house.push(Role.MANAGER, "slip", sheet, rowId=serious["rowId"])
    house.push(Role.MANAGER, "sign", sheet, seen=house.seen(sheet))
    session.rollback()

    def differences():
        found: list[object] = []
        verify(session, house.beat.estate.id, app.extensions["rounds.push_kinds"], found.append)
        return found

    assert differences() == []
    row = session.query(CheckSheet).one()
    row.note, row.signer_name = changed("x"), changed(row.signer_name)
    session.flush()
    assert differences()
