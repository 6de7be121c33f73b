"""Cards, care and checks by rules alone: who may, what is judged, and what the entry writes."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests import make
from tests.domains.vacancy.conftest import NOW
from tests.domains.vacancy.said import BEHIND, ESTATE, MADE, PERSON, applied, entry, item, refused
from tests.make.patrols import checklist, visit_photo
from webapp.core.ids import computed_id, new_id
from webapp.domains.vacancy.rules.acting import ActFacts, decide_card, decide_care
from webapp.domains.vacancy.rules.bodies import Card, Care, Check
from webapp.domains.vacancy.rules.checking import CheckFacts, KnownTag, KnownUnit, decide
from webapp.domains.vacancy.rules.items import Features
from webapp.domains.vacancy.rules.regime import Said
from webapp.domains.vacancy.rules.rows import card_rows, care_rows, check_rows
from webapp.ground.estates.settings import DEFAULTS
from webapp.ground.places.rules import UnitStatus

UNIT, OTHER, LOAN = new_id(), new_id(), new_id()
SHANGHAI = "Asia/Shanghai"
NAME = "3 栋 2 单元 1501"
VACANT = KnownUnit(NAME, [Said(date(2026, 3, 1), UnitStatus.VACANT_UNSOLD)])


def card(*, role="steward", about=UNIT, known=(UNIT,), **fields):
    given = item("vacancy.register", Card, make.card_body(UNIT, **fields), about=about, role=role)
    return given, decide_card(given, ActFacts(SHANGHAI, dict.fromkeys(known, NAME)))


def care(task="SE-07", *, role="steward", about=None, known=(UNIT, OTHER), repeated=False, units=(UNIT,), **fields):
    body = make.care_body(task, *units, **fields)
    given = item("vacancy.care", Care, body, about=about or body["careId"], role=role)
    repeats = frozenset({given.id}) if repeated else frozenset()
    return given, decide_care(given, ActFacts(SHANGHAI, dict.fromkeys(known, NAME), repeats))


def check(unit=VACANT, *, role="steward", about=None, live=False, doubtful=False, **told):
    facts = {name: told.pop(name) for name in ("loan", "tags", "settings", "repeated", "known") if name in told}
    body = make.check_body(UNIT, NOW - BEHIND, **told)
    more = {"live": live, "time_doubtful": doubtful}
    given = item("vacancy.check", Check, body, about=about or body["checkId"], role=role, **more)
    known = CheckFacts(
        SHANGHAI,
        {facts.get("known", UNIT): unit},
        {given.id: facts.get("loan", LOAN)},
        {given.id: facts.get("settings", DEFAULTS)},
        facts.get("tags", {}),
        frozenset({given.id}) if facts.get("repeated") else frozenset(),
    )
    return given, decide(given, known)


def remarks(*args, **told):
    return {one["code"]: one["params"] for one in applied(check(*args, **told)[1]).judged["remarks"]}


def test_the_card_is_written_by_those_who_visit_about_a_unit_there_is():
    for role in ("steward", "supervisor", "manager", "office_manager"):
        applied(card(role=role)[1])
    assert refused(card(role="guard")[1]) == ("core.not_allowed", {})
    assert refused(card(about=OTHER)[1]) == ("core.bad_shape", {"field": "about"})
    assert refused(card(known=())[1]) == ("vacancy.unknown_unit", {"unit": str(UNIT)})


def test_the_card_holds_from_then_on_as_it_was_said():
    sent = make.card_body(UNIT, takenOverOn="2026-02-01", completedOn="2026-01-01", movingInNoticeOn="2026-10-20")
    given, decided = card(takenOverOn="2026-02-01", completedOn="2026-01-01", movingInNoticeOn="2026-10-20")
    answer = applied(decided)

    (row,) = card_rows(entry(given, answer))

    assert answer.changes == (("vacancy.unit", UNIT),)
    assert (row.table, row.key, row.shared) == ("vacancy_cards", {"estate_id": ESTATE, "id": UNIT}, True)
    assert row.values == {
        "taken_over_on": date(2026, 2, 1),
        "completed_on": date(2026, 1, 1),
        "developer": sent["developer"],
        "layout": sent["layout"],
        "finish": sent["finish"],
        "west_rooms": tuple(sent["westRooms"]),
        "appliances": tuple(sent["appliances"]),
        "moving_in_notice_on": date(2026, 10, 20),
        "note": sent["note"],
        "at": NOW,
        **MADE,
    }
    for field in ("takenOverOn", "completedOn", "movingInNoticeOn"):
        with pytest.raises(Exception, match="shape"):
            card(**{field: "1949-12-31"})


def test_care_is_written_by_those_who_visit_and_cleaning_by_who_cleans():
    applied(care()[1])
    applied(care(role="cleaner", step="done")[1])
    assert refused(care(role="cleaner", step="told")[1]) == ("core.not_allowed", {})
    assert refused(care("SE-08", role="cleaner", step="done")[1]) == ("core.not_allowed", {})
    assert refused(care(role="guard")[1]) == ("core.not_allowed", {})


def test_care_is_about_itself_once_and_of_units_there_are():
    assert refused(care(about=new_id())[1]) == ("core.bad_shape", {"field": "about"})
    given, decided = care(repeated=True)
    assert refused(decided) == ("vacancy.care_repeated", {"care": str(given.about)})
    assert refused(care(units=(UNIT, OTHER), known=(UNIT,))[1]) == ("vacancy.unknown_unit", {"unit": str(OTHER)})


def test_only_cleaning_is_told_before_it_is_done():
    applied(care(step="told")[1])
    assert refused(care("SE-08", step="told")[1]) == ("vacancy.step_unfit", {"task": "SE-08", "step": "told"})


def test_vac_r05_appliances_run_leave_the_power_off():
    for off in (False, None):
        assert refused(care("SE-06", step="done", powerOff=off)[1]) == ("vacancy.power_left_on", {})
    applied(care("SE-06", step="done", powerOff=True)[1])
    applied(care("SE-08", step="done", powerOff=False)[1])


def test_care_is_of_the_estates_day_and_tells_each_unit_once():
    late = NOW.replace(hour=17)  # 01:00 of the next day in Shenzhen
    body = make.care_body("SE-07", UNIT, OTHER, UNIT)
    given = item("vacancy.care", Care, body, about=body["careId"], role="steward", corrected_at=late)

    answer = applied(decide_care(given, ActFacts(SHANGHAI, {UNIT: NAME, OTHER: NAME})))

    assert (answer.judged["day"], answer.judged["at"]) == ("2026-11-24", late.isoformat())
    assert answer.changes == (("vacancy.unit", UNIT), ("vacancy.unit", OTHER))
    assert answer.judged["remarks"] == []
    stale = applied(care(photos=[visit_photo(NOW), visit_photo(NOW, live=False)])[1])
    assert [one["code"] for one in stale.judged["remarks"]] == ["vacancy.photo_not_live"]
    assert applied(care(photos=[visit_photo(NOW)])[1]).judged["remarks"] == []


def test_the_cost_of_care_is_shared_to_the_fen_and_its_photos_are_used():
    photo = visit_photo(NOW)
    given, decided = care(units=(UNIT, OTHER), cost=101, note="请保洁做", photos=[photo], step="done")

    first, second, use = care_rows(entry(given, applied(decided)))

    assert (first.values["cost"], second.values["cost"]) == (51, 50)
    assert (first.table, use.table) == ("vacancy_cares", "photo_uses")
    assert first.key == {"estate_id": ESTATE, "id": computed_id(given.id, UNIT, "SE-07")}
    assert first.values == {
        "origin_kind": "vacancy.care",
        "origin_id": given.about,
        "unit_id": UNIT,
        "task": "SE-07",
        "step": "done",
        "day": date(2026, 11, 23),
        "at": NOW,
        "note": "请保洁做",
        "remarks": [],
        "cost": 51,
        **MADE,
    }
    assert (use.key["origin_kind"], use.key["origin_id"]) == ("vacancy.care", given.about)
    given, decided = care(cost=None)
    (free,) = care_rows(entry(given, applied(decided)))
    assert free.values["cost"] is None


def test_a_check_is_made_by_those_who_visit_about_itself_once_of_a_unit_there_is():
    assert refused(check(role="guard")[1]) == ("core.not_allowed", {})
    assert refused(check(about=new_id())[1]) == ("core.bad_shape", {"field": "about"})
    assert refused(check(known=OTHER)[1]) == ("vacancy.unknown_unit", {"unit": str(UNIT)})
    given, decided = check(repeated=True)
    assert refused(decided) == ("vacancy.check_repeated", {"check": str(given.body.check_id)})


def test_a_sound_check_is_a_page_that_counts_and_is_told():
    given, decided = check(loanId=str(LOAN))
    answer = applied(decided)

    assert answer.page == ("KZ", str(given.body.check_id))
    assert answer.changes == (("vacancy.unit", UNIT), ("vacancy.check", given.body.check_id))
    assert answer.judged == {
        "enteredAt": (NOW - timedelta(minutes=15)).isoformat(),
        "leftAt": NOW.isoformat(),
        "day": "2026-11-23",
        "unit": NAME,
        "loan": str(LOAN),
        "complete": True,
        "mould": False,
        "care": ["SE-01", "SE-09"],
        "remarks": [],
    }


def test_who_waits_is_refused_what_can_still_be_put_right_and_else_it_is_remarked():
    open_ = {"valves": {"water": "shut", "power": "shut", "gas": "open"}}
    idle = KnownUnit(NAME, [Said(date(2026, 3, 1), UnitStatus.IDLE)])

    assert refused(check(idle, live=True, loan=None, **open_)[1]) == ("vacancy.not_in_regime", {"status": "idle"})
    assert refused(check(live=True, loan=None, **open_)[1]) == ("vacancy.no_key_loan", {"unit": NAME})
    assert refused(check(live=True, **open_)[1]) == ("vacancy.valve_open", {"valves": ["gas"]})
    applied(check(live=True, windowsClosed=False)[1])
    assert {"vacancy.not_in_regime", "vacancy.no_key_loan", "vacancy.valve_open"} <= remarks(
        idle, loan=None, **open_
    ).keys()
    assert applied(check(loan=None)[1]).judged["loan"] is None


def test_a_unit_of_which_nothing_was_said_yet_is_not_visited():
    later = KnownUnit(NAME, [Said(date(2026, 11, 24), UnitStatus.VACANT_UNSOLD)])
    sold = KnownUnit(NAME, [Said(date(2026, 3, 1), UnitStatus.SOLD_NOT_MOVED_IN)])

    assert remarks(later) == {"vacancy.not_in_regime": {"status": None}}
    assert remarks(sold) == {}
    without = {**DEFAULTS, "include_sold_not_moved_in": False}
    assert remarks(sold, settings=without) == {"vacancy.not_in_regime": {"status": "sold_not_moved_in"}}


def test_a_doubtful_time_and_a_damp_wall_are_kept_with_the_check():
    damp = make.answer("VU-06", "abnormal", choice="mould", note="墙角发霉", findingId=str(new_id()))

    assert remarks(doubtful=True) == {"vacancy.time_doubtful": {}}
    assert applied(check(answers=make.check_answers(damp))[1]).judged["mould"] is True
    assert applied(check(windowsClosed=False)[1]).judged["complete"] is False


def test_what_is_asked_follows_the_card_the_season_and_what_was_done():
    frosty = {**DEFAULTS, "cold_region": True}
    fitted = KnownUnit(NAME, VACANT.days, Features("fine", True, True), {"SE-08": date(2026, 10, 1)})
    asked = remarks(fitted, settings=frosty)

    assert asked == {"vacancy.items_missing": {"items": ["VU-12", "VU-15"]}}
    besides = make.check_answers(make.answer("VU-13"), make.answer("VU-14"))
    assert remarks(answers=besides) == {}
    unknown = {**checklist("vacant_unit"), "hash": "0" * 64}
    assert "vacancy.unknown_checklist" in remarks(checklist=unknown)
    assert "vacancy.unknown_checklist" in remarks(checklist=checklist("lift"))


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({}, {"vacancy.label_unknown": {}}),
        ({"K7": KnownTag(UNIT, None)}, {}),
        ({"K7": KnownTag(OTHER, None)}, {"vacancy.label_elsewhere": {}}),
        ({"K7": KnownTag(UNIT, NOW - timedelta(minutes=15))}, {"vacancy.label_revoked": {}}),
        ({"K7": KnownTag(UNIT, NOW + timedelta(hours=1))}, {}),
    ],
)
def test_a_tag_says_whether_it_hangs_there(tags, expected):
    scan = {"method": "camera", "code": "K7", "reason": None}

    assert remarks(scan=scan, tags=tags) == expected
    assert remarks(tags=tags) == {}


def test_the_meter_is_compared_with_the_newest_reading_before_the_visit():
    before = [(NOW - timedelta(days=7), Decimal("12.4")), (NOW - timedelta(days=14), Decimal("20"))]
    read = KnownUnit(NAME, VACANT.days, readings=[*before, (NOW + timedelta(days=1), Decimal("30"))])

    assert remarks(read) == {"vacancy.water_ran": {"litres": 100}}
    at_once = KnownUnit(NAME, VACANT.days, readings=[(NOW + timedelta(days=1), Decimal("30"))])
    assert remarks(at_once) == {}
    entered = KnownUnit(NAME, VACANT.days, readings=[(NOW - timedelta(minutes=15), Decimal("30"))])
    assert remarks(entered) == {}


def test_a_check_is_written_with_its_care_and_its_photos():
    photo = visit_photo(NOW)
    reason = {"valve": "gas", "reason": "等厂家", "dueOn": "2026-11-25"}
    shut = make.answer("VU-03", "abnormal", choice="open", note="阀门坏了", findingId=str(new_id()))
    fields: dict[str, Any] = {
        "loanId": str(LOAN),
        "scan": {"method": "typed", "code": None, "reason": "标签脏"},
        "answers": make.check_answers(shut),
        "valves": {"water": "shut", "power": "shut", "gas": "open"},
        "openValves": [reason],
        "care": ["SE-04"],
        "observation": "柜门已扶正",
        "photos": [photo],
    }
    given, decided = check(**fields)
    answer = applied(decided)

    row, *cares, use = check_rows(entry(given, answer, serial="KZ-2026-000001"))

    assert (row.table, row.key) == ("vacancy_checks", {"estate_id": ESTATE, "id": given.body.check_id})
    sent = {name: row.values[name] for name in ("scan", "valves", "observation")}
    assert sent == {name: fields[name] for name in sent}
    assert [list(row.values[name]) for name in ("care", "open_valves")] == [fields["care"], [reason]]
    said = [[(one["item"], one["findingId"]) for one in told] for told in (row.values["answers"], fields["answers"])]
    assert said[0] == said[1]
    assert [one["sha256"] for one in row.values["photos"]] == [photo["sha256"]]
    assert row.values["checklist"] == checklist("vacant_unit")
    assert [row.values[name] for name in ("unit_id", "serial", "unit_name", "day", "loan_id", "abnormal")] == [
        *(UNIT, "KZ-2026-000001", NAME, date(2026, 11, 23), LOAN, 1),
    ]
    assert (row.values["entered_at"], row.values["left_at"]) == (NOW - timedelta(minutes=15), NOW)
    named = ("complete", "mould", "remarks", "water_reading", "readable", "aired_minutes", "windows_closed")
    assert [row.values[name] for name in named] == [True, False, answer.judged["remarks"], "12.5", True, 10, True]
    assert {name: row.values[name] for name in MADE} == MADE
    assert [(one.values["task"], one.values["step"], one.values["origin_kind"]) for one in cares] == [
        *(("SE-01", "done", "vacancy.check"), ("SE-04", "done", "vacancy.check")),
    ]
    assert {(one.values["day"], one.values["at"], one.values["unit_id"]) for one in cares} == {
        (date(2026, 11, 23), NOW, UNIT)
    }
    assert (use.table, use.key["origin_kind"], use.key["origin_id"]) == (
        *("photo_uses", "vacancy.check", given.body.check_id),
    )


def test_a_check_without_a_loan_and_with_a_reading_that_nobody_reads_is_written_so():
    given, decided = check(loan=None, waterReading="看不清")

    row, *_ = check_rows(entry(given, applied(decided), serial="KZ-2026-000002"))

    assert (row.values["loan_id"], row.values["readable"], row.values["by_id"]) == (None, False, PERSON)


@pytest.mark.parametrize("field", ["enteredAt", "leftAt"])
def test_moments_that_no_clock_shows_are_no_shape(field):
    with pytest.raises(Exception, match="shape"):
        check(**{field: "1969-12-31T23:59:59Z"})


@pytest.mark.parametrize("day", ["1970-01-01", "2200-01-01"])
def test_a_valve_is_to_be_shut_by_a_day_that_somebody_plans_for(day):
    with pytest.raises(Exception, match="shape"):
        check(openValves=[{"valve": "gas", "reason": "等厂家", "dueOn": day}])
