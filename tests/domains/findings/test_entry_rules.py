"""What a report, a sighting and an act come to, and which rows their entries make, to the last column."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from tests.domains.findings.casebook import ARRIVED, FOUND, SAVED, id_of
from tests.make import example, iso
from webapp.core.domain import Applied, Entry, Item, Refused
from webapp.core.wire import plain, read
from webapp.domains.findings.rules import decision, sighting
from webapp.domains.findings.rules.act_rows import act_rows
from webapp.domains.findings.rules.deadlines import Figures, passed_share
from webapp.domains.findings.rules.details import Reading, previous_reading
from webapp.domains.findings.rules.report import Report
from webapp.domains.findings.rules.rows import rows
from webapp.domains.findings.rules.standing import Standing, columns
from webapp.domains.findings.rules.states import Act, FindingState, Priority
from webapp.domains.findings.rules.ways import WAYS
from webapp.ground.checklists.shelf import newest_template
from webapp.ground.estates.settings import effective
from webapp.ground.places.known import KnownPlace

REPORT = example("findings.report")["body"]
SIGHTING = example("findings.sighting")["body"]
PLACE = UUID(REPORT["placeId"])
FINDING = UUID(REPORT["findingId"])


def item(body, kind="findings.report", **fields):
    """Answer an item as sync hands it to its rule: the phone's clock was a minute behind."""
    made = {
        "id": id_of("item"),
        "seq": 1,
        "kind": kind,
        "estate_id": id_of("estate"),
        "about": body.finding_id,
        "by": id_of("lin"),
        "by_name": "林晓岚",
        "role": "steward",
        "device_id": id_of("phone"),
        "body": body,
        "recorded_at": SAVED - timedelta(minutes=1),
        "corrected_at": SAVED,
        "received_at": ARRIVED,
        "time_doubtful": False,
        "rules": "",
        "live": False,
    }
    return Item(**{**made, **fields})


def entry(judged, body, kind):
    """Answer the entry of an item, as the book gives it back."""
    sent = {"id": str(id_of("item")), "by": str(id_of("lin")), "recordedAt": iso(SAVED), "body": body, "v": 2}
    server = {
        "receivedAt": iso(ARRIVED),
        "correctedAt": iso(SAVED),
        "byName": "林晓岚",
        "device": str(id_of("phone")),
        "marks": ["after_sign_out"],
        "serial": "WX-2026-000007",
    }
    return Entry(id_of("estate"), 9, kind, sent, server, judged)


MADE = {
    "by_id": id_of("lin"),
    "by_name": "林晓岚",
    "device_id": id_of("phone"),
    "received_at": ARRIVED,
    "drift_ms": 0,
    "marks": ["after_sign_out"],
    "entry": 9,
}


def facts(report, **fields):
    template = newest_template("stairwell")
    usual = {
        "places": {PLACE: KnownPlace("3 栋 9 层 楼梯间", "stairwell")},
        "elsewhere": frozenset(),
        "templates": {report.checklist: template},
        "repeated": frozenset(),
        "figures": {id_of("item"): Figures.of("Asia/Shanghai", effective({}))},
    }
    return decision.Facts(**{**usual, **fields})


def decided(body=None, *, fields=None, **known):
    report = read(Report, {**REPORT, "foundAt": iso(FOUND), **(body or {})})
    return decision.decide(item(report, **(fields or {})), facts(report, **known))


def codes(applied):
    return [one["code"].removeprefix("findings.") for one in applied.judged["remarks"]]


def test_a_report_opens_a_sheet_and_waits_since_it_came_in():
    applied = decided()

    assert isinstance(applied, Applied)
    assert (applied.page, applied.changes) == (("WT", str(FINDING)), (("findings.finding", FINDING),))
    assert applied.judged["place"] == {"name": "3 栋 9 层 楼梯间", "type": "stairwell"}
    assert applied.judged["foundAt"] == (FOUND + timedelta(minutes=1)).isoformat()
    assert applied.judged["remarks"] == []
    stands = read(Standing, applied.judged["standing"])
    assert (stands.state, stands.priority, stands.dept) == (FindingState.REPORTED, Priority.URGENT, "security")
    assert (stands.waiting_since, stands.smell, stands.fixed_at) == (ARRIVED, None, None)
    assert (stands.fixer_id, stands.fixer_name) == (None, None)
    assert [one.what for one in stands.due] == ["dispatch", "solve"]


def test_what_its_finder_solved_waits_for_nobody_but_a_look():
    shown = [{**REPORT["photos"][0], "moment": moment} for moment in ("before", "after")]
    stands = read(Standing, decided({"action": "solved_on_spot", "photos": shown}).judged["standing"])

    assert (stands.state, stands.waiting_since) == (FindingState.SOLVED_ON_SPOT, None)
    assert (stands.fixed_at, stands.fixer_id) == (FOUND + timedelta(minutes=1), id_of("lin"))
    assert stands.fixer_name == "林晓岚"
    assert [one.what for one in stands.due] == ["verify"]


def test_a_smell_begins_with_no_step_taken():
    stands = read(Standing, decided({"item": "ST-13", "choice": "gas"}).judged["standing"])

    assert stands.smell is not None
    assert not stands.smell.finished
    assert {"smell_ask", "smell_tell"} <= {one.what for one in stands.due}


def test_a_report_is_refused_only_for_its_shape_its_estate_or_a_twin():
    other = {"fields": {"about": id_of("other")}}

    assert decided(**other) == Refused("core.bad_shape", {"field": "about"})
    assert decided(elsewhere=frozenset({PLACE})) == Refused("findings.foreign_place", {"place": str(PLACE)})
    twin = decided(repeated=frozenset({id_of("item")}))
    assert twin == Refused("findings.finding_repeated", {"finding": str(FINDING)})


def test_what_nobody_knows_or_what_is_doubtful_is_remarked():
    assert codes(decided(places={})) == ["unknown_place"]
    assert decided(places={}).judged["place"] is None
    assert codes(decided(templates={})) == ["unknown_checklist"]
    assert codes(decided({"item": "ZZ-99"})) == ["unknown_item"]
    album = [{**REPORT["photos"][0], "live": False}]
    doubtful = decided({"photos": album}, fields={"time_doubtful": True})
    assert doubtful.judged["remarks"][0] == {"code": "findings.time_doubtful", "params": {}}
    assert codes(doubtful) == ["time_doubtful", "photo_not_live"]
    assert codes(decided({"description": "", "details": {**REPORT["details"], "plate": "粤B"}})) == [
        "description_missing",
        "plate_unclear",
    ]


def test_a_meter_is_compared_with_its_own_reading_before():
    told = {**REPORT, "details": {**REPORT["details"], "unit": "901", "number": "W-1", "reading": "12"}}
    report = read(Report, told)
    hours = timedelta(hours=1)

    def one(number, unit, reading, ago, **fields):
        return Reading(fields.get("place", PLACE), fields.get("item", "ST-09"), number, unit, reading, FOUND - ago)

    known = [
        one("W-1", "901", "10", 3 * hours),
        one("W-1", "999", "11", 2 * hours),  # moved to another unit: the number tells
        one("W-2", "901", "77", hours),  # another meter of the unit
        one("W-1", "901", "88", hours, place=id_of("elsewhere")),
        one("W-1", "901", "99", hours, item="MT-02"),
        one("W-1", "901", "unreadable", hours),
        one("W-1", "901", "66", timedelta(0)),
    ]
    assert previous_reading(report, FOUND, known) == "11"
    assert previous_reading(report, FOUND - 2 * hours, known) == "10"
    assert previous_reading(report, FOUND, [one(None, "901", "55", hours)]) == "55"
    nameless = read(Report, {**told, "details": {**told["details"], "number": "unreadable"}})
    assert previous_reading(nameless, FOUND, [one("W-9", "901", "44", hours)]) == "44"
    lost = read(Report, {**told, "details": {**told["details"], "number": None, "unit": None}})
    assert previous_reading(lost, FOUND, [one(None, None, "33", hours)]) is None


def test_the_row_of_a_report_says_what_was_sent_and_what_was_judged():
    photos = [{**REPORT["photos"][0], "takenAt": iso(FOUND)}]
    applied = decided({"photos": photos})
    found, use = rows(entry(applied.judged, {**REPORT, "photos": photos}, "findings.report"))

    assert (found.table, found.key, found.new) == ("findings", {"estate_id": id_of("estate"), "id": FINDING}, True)
    assert found.values == {
        **columns(read(Standing, applied.judged["standing"])),
        **MADE,
        "serial": "WX-2026-000007",
        "item_id": id_of("item"),
        "origin_kind": "patrols.visit",
        "origin_id": UUID(REPORT["origin"]["id"]),
        "place_id": PLACE,
        "place_name": "3 栋 9 层 楼梯间",
        "place_type": "stairwell",
        "checklist_type": "stairwell",
        "checklist_version": 1,
        "checklist_hash": "0" * 64,
        **{name: REPORT[name] for name in ("item", "choice", "description", "spot", "details")},
        "steps": None,
        "photos": plain(read(Report, {**REPORT, "photos": photos}).photos),
        "phone_found_at": datetime.fromisoformat(REPORT["foundAt"]),
        "found_at": FOUND + timedelta(minutes=1),
        "remarks": [],
    }
    assert use.key == {
        "estate_id": id_of("estate"),
        "sha256": photos[0]["sha256"],
        "origin_kind": "findings.report",
        "origin_id": FINDING,
    }


def test_a_report_outside_any_record_of_a_place_nobody_knows_has_neither_in_its_row():
    steps = [{"step": "valve_closed", "doneAt": None, "reason": "阀门锈死"}]
    body = {**REPORT, "origin": None, "steps": steps, "photos": []}
    (found,) = rows(entry(decided(places={}).judged, body, "findings.report"))

    values = found.values
    assert (values["origin_kind"], values["origin_id"]) == (None, None)
    assert (values["place_name"], values["place_type"], list(values["steps"])) == (None, None, steps)


def test_the_rows_of_an_act_are_its_line_and_the_finding_as_it_stands():
    stands = Standing(state=FindingState.DISPATCHED, priority=Priority.URGENT, dept="engineering")
    said = example("findings.dispatch")["body"]
    judged = {
        "at": iso(SAVED),
        "before": "reported",
        "dueAt": iso(FOUND),
        "remarks": [],
        "standing": plain(stands),
    }
    (way,) = (one for one in WAYS if one.act is Act.DISPATCH)
    line, found = act_rows(way, entry(judged, said, "findings.dispatch"))

    assert (line.table, line.new) == ("finding_acts", True)
    assert line.key == {"estate_id": id_of("estate"), "id": id_of("item")}
    assert line.values == {
        **MADE,
        "finding_id": UUID(said["findingId"]),
        "act": Act.DISPATCH,
        "at": SAVED,
        "phone_at": SAVED,
        "before": FindingState.REPORTED,
        "state": FindingState.DISPATCHED,
        "due_at": FOUND,
        "serial": "WX-2026-000007",
        "said": {name: value for name, value in said.items() if name != "findingId"},
        "remarks": [],
    }
    assert (found.table, found.new) == ("findings", False)
    assert found.key == {"estate_id": id_of("estate"), "id": UUID(said["findingId"])}
    assert found.values == {**columns(stands), "order_no": "WX-2026-000007"}


def test_an_act_with_photos_uses_them_under_its_own_name_and_opens_no_order():
    stands = Standing(state=FindingState.FIXED, priority=Priority.URGENT)
    judged = {"at": iso(SAVED), "before": "in_repair", "dueAt": None, "remarks": [], "standing": plain(stands)}
    said = example("findings.fix")["body"]
    (way,) = (one for one in WAYS if one.act is Act.FIX)

    line, found, use = act_rows(way, entry(judged, said, "findings.fix"))

    assert line.values["due_at"] is None
    assert found.values == columns(stands)
    assert (use.key["origin_kind"], use.key["origin_id"]) == ("findings.fix", id_of("item"))
    assert use.key["sha256"] == said["photos"][0]["sha256"]


def test_a_sighting_stands_beside_its_finding_and_is_refused_only_as_a_twin():
    seen = read(sighting.Sighting, {**SIGHTING, "seenAt": iso(FOUND)})
    known = sighting.SightingFacts(frozenset({seen.finding_id}), frozenset())
    applied = sighting.decide(item(seen), known)

    assert applied == Applied(
        judged={"seenAt": (FOUND + timedelta(minutes=1)).isoformat(), "remarks": []},
        changes=(("findings.finding", seen.finding_id),),
    )
    assert sighting.decide(item(seen, about=id_of("other")), known) == Refused("core.bad_shape", {"field": "about"})
    twin = sighting.SightingFacts(frozenset(), frozenset({id_of("item")}))
    assert sighting.decide(item(seen), twin) == Refused("findings.sighting_repeated", {"finding": str(seen.finding_id)})
    doubtful = sighting.decide(item(seen, time_doubtful=True), sighting.SightingFacts(frozenset(), frozenset()))
    assert isinstance(doubtful, Applied)
    assert doubtful.judged["remarks"] == [
        {"code": f"findings.{code}", "params": {}} for code in ("unknown_finding", "time_doubtful")
    ]


@pytest.mark.parametrize("origin", [SIGHTING["origin"], None])
def test_the_row_of_a_sighting(origin):
    judged = {"seenAt": iso(SAVED), "remarks": []}
    (row,) = sighting.rows(entry(judged, {**SIGHTING, "origin": origin}, "findings.sighting"))

    assert (row.table, row.key["id"]) == ("finding_sightings", UUID(SIGHTING["sightingId"]))
    assert row.key["estate_id"] == id_of("estate")
    assert row.values == {
        **MADE,
        "finding_id": UUID(SIGHTING["findingId"]),
        "origin_kind": origin and origin["kind"],
        "origin_id": UUID(origin["id"]) if origin else None,
        "outcome": sighting.Outcome.STILL_THERE,
        "note": "",
        "seen_at": SAVED,
        "phone_seen_at": datetime.fromisoformat(SIGHTING["seenAt"]),
        "remarks": [],
    }


def test_a_deadline_is_passed_beyond_its_whole_time_and_one_without_any_at_once():
    assert passed_share(FOUND, FOUND + timedelta(minutes=10), FOUND + timedelta(minutes=8)) == 0.8
    assert passed_share(FOUND, FOUND + timedelta(seconds=1), FOUND) == 0
    assert passed_share(FOUND, FOUND, FOUND) == passed_share(FOUND, FOUND - timedelta(days=1), datetime.now(UTC)) == 2
