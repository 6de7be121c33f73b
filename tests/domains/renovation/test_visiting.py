"""Visits to sites, and looks at night: always kept, and what is not in order is remarked upon. Without a store."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from tests.domains.renovation.ways_there import in_progress, paid
from tests.domains.renovation.world import CASE, PASSES, UNIT, ZONE, World, body_of
from tests.make.patrols import answer, checklist
from tests.make.phones import example
from webapp.core.actor import Role
from webapp.core.domain import Applied, Item, Refused
from webapp.core.ids import new_id
from webapp.core.wire import plain, read
from webapp.domains.renovation.rules.rows import night_rows, visit_rows
from webapp.domains.renovation.rules.states import Act
from webapp.domains.renovation.rules.visiting import (
    NightCheck,
    SiteVisit,
    VisitFacts,
    decide_night,
    decide_visit,
    started_at,
)
from webapp.ground.checklists.reference import ChecklistRef
from webapp.ground.checklists.shelf import newest_template

SHEET = checklist("renovation_site")
TEMPLATE = newest_template("renovation_site")
ITEMS = [one.id for one in TEMPLATE.items] if TEMPLATE else []
WHOLE = [answer(item, noticeId=None) for item in ITEMS]
PHOTO = example("renovation.visit")["body"]["photos"][0]
WALL = UUID(int=7)


@pytest.fixture
def world() -> World:
    world = World()
    in_progress(world)
    return world


def visit_of(world: World, **fields: Any) -> Item:
    """Answer a whole visit to the site; `fields` say what differs."""
    usual = {"checklist": SHEET, "answers": WHOLE, "code": None}
    body = {**example("renovation.visit")["body"], **usual, **fields}
    return world.item("renovation.visit", Role.GUARD, read(SiteVisit, body))


def night_of(world: World, **fields: Any) -> Item:
    """Answer a look at the unit at night."""
    body = {**example("renovation.night_check")["body"], **fields}
    return world.item("renovation.night_check", Role.GUARD, read(NightCheck, body))


def facts(world: World, item: Item, **fields: Any) -> VisitFacts:
    """Answer what the estate knows of this site."""
    known = {
        "zone": ZONE,
        "cases": {CASE: world.known(CASE)},
        "settings": {item.id: world.settings},
        "checklists": {read(ChecklistRef, SHEET): ITEMS},
        "labels": {"HOME": UNIT, "PERMIT": CASE, "PASS": PASSES[0], "WALL": WALL},
    }
    return VisitFacts(**{**known, **fields})


def remarks(world: World, **fields: Any) -> list[tuple[str, Any]]:
    """Answer what is remarked upon a visit, without the room's name."""
    item = visit_of(world, **fields)
    decided = decide_visit(item, facts(world, item))
    assert isinstance(decided, Applied)
    return _told(decided)


def _told(decided: Applied) -> list[tuple[str, Any]]:
    told: Any = decided.judged["remarks"]
    return [(one["code"].removeprefix("renovation."), one["params"]) for one in told]


def test_a_whole_visit_is_a_page_of_its_own_without_remarks(world):
    item = visit_of(world)
    decided = decide_visit(item, facts(world, item))

    assert isinstance(decided, Applied)
    assert decided.judged == {"startedAt": "2026-11-30T02:00:00+00:00", "day": "2026-11-30", "remarks": []}
    assert decided.page == ("ZC", str(item.body.visit_id))
    assert decided.changes == (("renovation.visit", item.body.visit_id), ("renovation.case", CASE))


def test_a_visit_is_of_the_estate_s_day_by_the_corrected_clock(world):
    item = visit_of(world, startedAt="2026-11-29T15:30:00Z")
    late = msgspec.structs.replace(item, recorded_at=item.corrected_at - timedelta(hours=1))
    decided = decide_visit(late, facts(world, late))

    assert isinstance(decided, Applied)
    assert decided.judged["day"] == "2026-11-30"
    assert started_at(decided.judged).isoformat() == "2026-11-29T16:30:00+00:00"


def test_a_visit_that_is_there_or_is_about_another_site_is_refused(world):
    item = visit_of(world)
    again = decide_visit(item, facts(world, item, repeated=frozenset({item.id})))
    assert again == Refused("renovation.visit_repeated")
    elsewhere = msgspec.structs.replace(item, about=new_id())
    assert decide_visit(elsewhere, facts(world, item)) == Refused("core.bad_shape", {"field": "about"})


def test_a_site_that_nobody_knows_or_where_no_work_runs_is_remarked_upon(world):
    item = visit_of(world)
    unknown = decide_visit(item, facts(world, item, cases={}))
    assert isinstance(unknown, Applied)
    assert _told(unknown) == [("unknown_site", {})]
    paid(early := World())
    assert remarks(early, passesChecked=[]) == [("not_in_progress", {"state": "paid"})]


@pytest.mark.parametrize("code", ["HOME", "PERMIT", "PASS", None])
def test_the_labels_of_the_unit_of_its_permit_and_of_its_passes_lead_here(world, code):
    assert remarks(world, code=code) == []


@pytest.mark.parametrize("code", ["WALL", "NEVER-MADE"])
def test_a_label_of_something_else_is_remarked_upon(world, code):
    assert remarks(world, code=code) == [("label_elsewhere", {})]


@pytest.mark.parametrize(
    ("method", "reason", "expected"),
    [
        ("typed", None, [("manual_without_reason", {})]),
        ("listed", " ", [("manual_without_reason", {})]),
        ("listed", "门上没有二维码", []),
        ("camera", None, []),
        ("link", None, []),
    ],
)
def test_who_did_not_scan_says_why(world, method, reason, expected):
    assert remarks(world, scan={"method": method, "reason": reason}) == expected


def test_passes_that_are_worth_nothing_are_named(world):
    unknown = str(new_id())
    world.do(Act.PASS_REVOKE, passId=str(PASSES[1]))
    shown = [{"passId": id_, "verdict": "valid"} for id_ in (str(PASSES[0]), str(PASSES[1]), unknown)]

    assert remarks(world, passesChecked=shown) == [("pass_not_valid", {"passes": [str(PASSES[1]), unknown]})]


def test_ren_r15_a_plan_change_found_built_is_remarked_upon_until_it_is_approved(world):
    change = body_of(Act.PLAN_CHANGE)["requestId"]
    unapproved = [("change_unapproved", {"requests": [change]})]
    assert remarks(world, builtChanges=[change]) == unapproved
    world.do(Act.PLAN_CHANGE)
    assert remarks(world, builtChanges=[change]) == unapproved
    world.do(Act.DECIDE, Role.RENOVATION_INSPECTOR)
    assert remarks(world, builtChanges=[change]) == []


def test_ren_r15_no_other_approval_covers_a_change_found_built(world):
    world.do(Act.TOOLS)
    tools = body_of(Act.TOOLS)["requestId"]

    assert remarks(world, builtChanges=[tools]) == [("change_unapproved", {"requests": [tools]})]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"note": "正常。"}, "bare_normal"),
        ({"note": " "}, "note_missing"),
        ({"photos": []}, "photo_missing"),
        ({"photos": [PHOTO, {**PHOTO, "live": False}]}, "photo_not_live"),
        ({"answers": [answer("RN-01", "na", reason="正常", noticeId=None), *WHOLE[1:]]}, "bare_normal"),
    ],
)
def test_what_the_record_lacks_is_remarked_upon(world, fields, code):
    assert remarks(world, **fields) == [(code, {})]


def test_a_doubtful_clock_is_remarked_upon(world):
    item = msgspec.structs.replace(visit_of(world), time_doubtful=True)
    decided = decide_visit(item, facts(world, item))
    assert isinstance(decided, Applied)
    assert _told(decided) == [("time_doubtful", {})]


def test_who_was_let_in_answers_the_whole_sheet_and_names_the_stage(world):
    assert remarks(world, stage=None) == [("stage_missing", {})]
    assert remarks(world, checklist=None) == [("unknown_checklist", {})]
    assert remarks(world, checklist={**SHEET, "version": 99}) == [("unknown_checklist", {})]
    lacking = [*WHOLE[1:-1], WHOLE[3], answer("RN-99", noticeId=None)]
    assert remarks(world, answers=lacking) == [
        ("item_repeated", {"items": ["RN-04"]}),
        ("items_missing", {"items": ["RN-01", "RN-16"]}),
        ("unknown_item", {"items": ["RN-99"]}),
    ]


@pytest.mark.parametrize("outcome", ["nobody", "refused_entry"])
def test_before_a_shut_door_only_the_note_and_the_photo_are_asked_for(world, outcome):
    shut = {"outcome": outcome, "stage": None, "checklist": None, "answers": []}
    assert remarks(world, **shut) == []
    assert remarks(world, **shut, note="", photos=[]) == [("note_missing", {}), ("photo_missing", {})]


@pytest.mark.parametrize(
    ("follow_up", "expected"),
    [
        ({"noticeId": str(new_id())}, []),
        ({"noticeId": None, "findingId": str(new_id())}, []),
        ({"noticeId": None}, [("abnormal_incomplete", {"items": ["RN-02"]})]),
        ({"noticeId": str(new_id()), "note": " "}, [("abnormal_incomplete", {"items": ["RN-02"]})]),
    ],
)
def test_what_is_abnormal_is_followed_up_by_a_finding_or_a_notice_in_words(world, follow_up, expected):
    broken = answer("RN-02", "abnormal", **{"choice": "cut", "note": "客厅承重墙开洞", **follow_up})
    assert remarks(world, answers=[WHOLE[0], broken, *WHOLE[2:]]) == expected


def decided_night(world: World, **fields: Any) -> Applied:
    """Decide a look at night."""
    item = night_of(world, **fields)
    decided = decide_night(item, facts(world, item))
    assert isinstance(decided, Applied)
    return decided


def test_at_night_only_so_many_may_be_there_as_were_approved_for_that_night(world):
    two = [{"name": name, "passId": None} for name in ("陈工", "黄工")]
    world.do(Act.OVERNIGHT, persons=two)
    assert _told(decided_night(world, persons=1)) == [("too_many_overnight", {"allowed": 0})]
    world.do(Act.DECIDE, Role.SUPERVISOR, requestId=body_of(Act.OVERNIGHT)["requestId"])

    for night, persons, expected in (
        ("2026-12-01", 2, []),
        ("2026-12-05", 2, []),
        ("2026-12-05", 3, [("too_many_overnight", {"allowed": 2})]),
        ("2026-12-06", 1, [("too_many_overnight", {"allowed": 0})]),
        ("2026-11-30", 0, []),
    ):
        assert _told(decided_night(world, night=night, persons=persons)) == expected


def test_a_look_at_night_changes_what_is_told_of_the_site(world):
    decided = decided_night(world, persons=0)
    assert decided.judged == {"at": world.now.isoformat(), "allowed": 0, "remarks": []}
    assert (decided.changes, decided.page) == ((("renovation.case", CASE),), None)


def test_a_look_at_night_into_an_unknown_unit_is_kept_and_a_second_time_refused(world):
    item = night_of(world, persons=0)
    unknown = decide_night(item, facts(world, item, cases={}))
    assert isinstance(unknown, Applied)
    assert (_told(unknown), unknown.judged["allowed"]) == ([("unknown_site", {})], 0)
    again = decide_night(item, facts(world, item, repeated=frozenset({item.id})))
    assert again == Refused("renovation.visit_repeated")
    elsewhere = msgspec.structs.replace(item, about=new_id())
    assert decide_night(elsewhere, facts(world, item)) == Refused("core.bad_shape", {"field": "about"})


def test_the_rows_of_a_visit_are_the_visit_and_its_photos(world):
    item = visit_of(world, builtChanges=[str(WALL)], remarksOfOthers="楼下说有水声")
    decided = decide_visit(item, facts(world, item))
    assert isinstance(decided, Applied)
    entry = world.entry(item, decided)
    row, photo = visit_rows(entry)

    body = item.body
    assert (row.table, row.key) == ("renovation_visits", {"estate_id": UNIT, "id": body.visit_id})
    kept = {name: row.values[name] for name in ("renovation_id", "serial", "day", "outcome", "stage", "note")}
    assert kept == {
        "renovation_id": CASE,
        "serial": entry.server["serial"],
        "day": date(2026, 11, 30),
        "outcome": "visited",
        "stage": "plumbing_electric",
        "note": body.note,
    }
    assert (row.values["started_at"], row.values["phone_started_at"]) == (body.started_at, body.started_at)
    assert row.values["workers_present"] == 2
    assert row.values["answers"] == plain(body)["answers"]
    assert row.values["photos"] == plain(body)["photos"]
    assert row.values["remarks"] == decided.judged["remarks"]
    assert (row.values["by_name"], row.values["entry"]) == ("guard", entry.number)
    said = row.values["said"]
    assert list(said["builtChanges"]) == [str(WALL)]
    assert said["remarksOfOthers"] == "楼下说有水声"
    assert not {"renovationId", "visitId", "photos", "answers"} & set(said)
    assert (photo.table, photo.key["origin_kind"]) == ("photo_uses", "renovation.visit")
    assert (photo.key["origin_id"], photo.key["sha256"]) == (body.visit_id, PHOTO["sha256"])


def test_the_rows_of_a_look_at_night_are_the_look_and_its_photos(world):
    item = night_of(world, persons=3)
    decided = decide_night(item, facts(world, item))
    assert isinstance(decided, Applied)
    row, photo = night_rows(world.entry(item, decided))

    body = item.body
    assert (row.table, row.key) == ("renovation_night_checks", {"estate_id": UNIT, "id": body.check_id})
    kept = {name: row.values[name] for name in ("renovation_id", "night", "persons", "allowed", "at", "by_name")}
    assert kept == {
        "renovation_id": CASE,
        "night": date(2026, 12, 1),
        "persons": 3,
        "allowed": 0,
        "at": world.now,
        "by_name": "guard",
    }
    assert row.values["remarks"] == decided.judged["remarks"]
    assert set(row.values["said"]) == {"passesSeen", "note", "photos"}
    assert (photo.key["origin_kind"], photo.key["origin_id"]) == ("renovation.night_check", body.check_id)
    assert photo.key["sha256"] == body.photos[0].sha256
