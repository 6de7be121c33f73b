"""What a visit comes to and which rows its entry makes, to the last column: decided by the rules alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_OID, UUID, uuid5

import pytest

from tests.domains.shared import examples
from tests.make import example, iso
from webapp.core.domain import Applied, Entry, Item, Refused
from webapp.core.remarks import Remark
from webapp.core.wire import read
from webapp.domains.patrols.rules.decision import Facts, KnownLabel, KnownRoute, decide
from webapp.domains.patrols.rules.evidence import doubts, evidence, task_missing
from webapp.domains.patrols.rules.remarks import Surroundings, remarks
from webapp.domains.patrols.rules.rounds import RoundTime, Timeliness, extra_id, round_id
from webapp.domains.patrols.rules.rows import rows
from webapp.domains.patrols.rules.tasks import task_of
from webapp.domains.patrols.rules.visit import Visit
from webapp.ground.estates.settings import DEFAULTS, effective
from webapp.ground.places.known import KnownPlace

WHOLE = examples("visit_remarks.json")[0]["given"]
BODY = {**WHOLE["visit"], "asksTasks": True}
SCANNED = datetime(2026, 11, 23, 7, 38, tzinfo=UTC)
SAVED = SCANNED + timedelta(minutes=2)
MINUTE = timedelta(minutes=1)
DAY = date(2026, 11, 23)
START, END = (datetime(2026, 11, 23, hour, tzinfo=UTC) for hour in (6, 9))
ROUND = RoundTime(2, START, END, END + timedelta(hours=1))


def id_of(word):
    return uuid5(NAMESPACE_OID, word)


ESTATE, LIN, ROUTE, PLACE = id_of("estate"), id_of("lin"), UUID(BODY["round"]["routeId"]), UUID(BODY["placeId"])
VISIT = UUID(BODY["visitId"])


def visit_of(**changes):
    return read(Visit, {**BODY, **changes})


def item(body, **fields):
    """Answer a visit as sync hands it to its rule."""
    made = {
        "id": id_of("item"),
        "seq": 7,
        "kind": "patrols.visit",
        "estate_id": ESTATE,
        "about": body.visit_id,
        "by": LIN,
        "by_name": "林晓岚",
        "role": "steward",
        "device_id": id_of("phone"),
        "body": body,
        "recorded_at": SAVED,
        "corrected_at": SAVED,
        "received_at": SAVED,
        "time_doubtful": False,
        "rules": "",
        "live": False,
    }
    return Item(**{**made, **fields})


def facts(body, **changes):
    known = Facts(
        zone="Asia/Shanghai",
        versions={id_of("item"): 3},
        settings={3: effective({})},
        places={PLACE: KnownPlace("3 栋 9 层 楼梯间", "stairwell")},
        elsewhere=frozenset(),
        labels={BODY["label"]: KnownLabel(PLACE, None)},
        routes={ROUTE: KnownRoute(frozenset({PLACE}), {(DAY, 3): [ROUND]})},
        checklists={body.checklist: [one["id"] for one in WHOLE["template"]["items"]]},
        previous={},
        repeated=frozenset(),
    )
    return replace(known, **changes)


def decided(changes=None, *, fields=None, **known):
    body = visit_of(**(changes or {}))
    return decide(item(body, **(fields or {})), facts(body, **known))


def codes(applied):
    return [one["code"].removeprefix("patrols.") for one in applied.judged["remarks"]]


def test_a_sound_visit_stands_on_the_page_of_its_round():
    applied = decided()

    record = round_id(ESTATE, ROUTE, DAY, 2)
    assert applied == Applied(
        judged={
            "place": {"name": "3 栋 9 层 楼梯间", "type": "stairwell"},
            "record": str(record),
            "ofRound": True,
            "day": "2026-11-23",
            "scannedAt": SCANNED.isoformat(),
            "timeliness": "on_time",
            "remarks": [],
        },
        page=("XC", str(record)),
        changes=(("patrols.visit", VISIT), ("patrols.record", record)),
    )


def test_it_is_refused_only_for_its_shape_its_estate_or_a_twin():
    shape = Refused("core.bad_shape", {"field": "about"})
    assert decided(fields={"about": id_of("other")}) == shape
    assert decided(elsewhere=frozenset({PLACE})) == Refused("patrols.foreign_place", {"place": str(PLACE)})
    assert decided(repeated=frozenset({id_of("item")})) == Refused("patrols.visit_repeated", {"visit": str(VISIT)})


@pytest.mark.parametrize(
    "round_,known,remark",
    [
        (None, {}, []),
        (BODY["round"], {"routes": {}}, ["unknown_round"]),
    ],
    ids=["outside any round", "a route nobody knows"],
)
def test_without_a_route_it_stands_on_its_maker_s_page_of_the_day(round_, known, remark):
    applied = decided({"round": round_}, **known)

    assert applied.judged["record"] == str(extra_id(ESTATE, LIN, DAY))
    assert (applied.judged["ofRound"], applied.judged["timeliness"]) == (False, "extra")
    assert (applied.judged["day"], codes(applied)) == ("2026-11-23", remark)


def test_a_round_that_no_plan_has_keeps_its_page():
    applied = decided(routes={ROUTE: KnownRoute(frozenset({PLACE}), {(DAY, 3): [replace(ROUND, number=1)]})})

    assert (applied.judged["ofRound"], applied.judged["timeliness"]) == (True, "extra")
    assert (applied.judged["day"], codes(applied)) == ("2026-11-23", ["unknown_round"])
    assert applied.judged["record"] == str(round_id(ESTATE, ROUTE, DAY, 2))


@pytest.mark.parametrize(
    "scanned,stood,remark",
    [
        (START - MINUTE, "early", ["before_window"]),
        (START, "on_time", []),
        (END, "on_time", []),
        (END + MINUTE, "late", []),
        (ROUND.late_until, "late", []),
        (ROUND.late_until + MINUTE, "made_up", ["made_up_unasked"]),
    ],
)
def test_how_it_stands_to_its_round_is_judged_by_its_scan(scanned, stood, remark):
    saved = scanned + 2 * MINUTE
    fields = {"recorded_at": saved, "corrected_at": saved}
    applied = decided({"scannedAt": iso(scanned), "finishedAt": iso(saved)}, fields=fields)

    assert (applied.judged["timeliness"], codes(applied)) == (stood, remark)
    asked = decided({"scannedAt": iso(scanned), "finishedAt": iso(saved), "makeUp": str(id_of("a"))}, fields=fields)
    assert "made_up_unasked" not in codes(asked)


def test_made_up_too_late_it_stands_on_an_extra_page_of_that_day():
    scanned = datetime(2026, 11, 25, 4, tzinfo=UTC)
    saved = scanned + 2 * MINUTE
    moments = {"scannedAt": iso(scanned), "finishedAt": iso(saved)}
    applied = decided(moments, fields={"recorded_at": saved, "corrected_at": saved})

    assert codes(applied) == ["made_up_too_late"]
    assert (applied.judged["day"], applied.judged["ofRound"]) == ("2026-11-25", False)
    assert applied.judged["record"] == str(extra_id(ESTATE, LIN, date(2026, 11, 25)))
    assert applied.judged["timeliness"] == "extra"


def test_a_place_off_the_route_or_unknown_is_remarked():
    assert codes(decided(routes={ROUTE: KnownRoute(frozenset(), {(DAY, 3): [ROUND]})})) == ["off_route"]
    unknown = decided(places={})
    assert (unknown.judged["place"], codes(unknown)) == (None, ["unknown_place"])


@pytest.mark.parametrize(
    "label,remark",
    [
        (KnownLabel(PLACE, SCANNED), ["label_revoked"]),
        (KnownLabel(PLACE, SCANNED + MINUTE), []),
        (KnownLabel(id_of("other"), None), ["label_elsewhere"]),
        (KnownLabel(id_of("other"), SCANNED), ["label_revoked"]),
    ],
)
def test_its_label_counts_as_it_hung_at_the_scan(label, remark):
    assert codes(decided(labels={BODY["label"]: label})) == remark
    assert codes(decided(labels={})) == ["label_unknown"]


def test_an_unknown_checklist_and_the_pace_of_the_phone_are_remarked():
    assert codes(decided(checklists={})) == ["unknown_checklist"]
    assert codes(decided(previous={id_of("item"): SCANNED - timedelta(seconds=19)})) == ["too_fast"]
    assert codes(decided(previous={id_of("item"): SCANNED + MINUTE})) == ["scan_order"]


def test_the_live_task_of_the_round_is_missed_only_by_an_app_that_could_ask():
    asking = {"settings": {3: effective({"live_task_percent": 100})}}
    record = round_id(ESTATE, ROUTE, DAY, 2)
    task = task_of(record, PLACE, "stairwell", 100)
    assert decided(**asking).judged["remarks"] == [{"code": "patrols.task_missing", "params": {"task": task}}]
    assert codes(decided({"asksTasks": False}, **asking)) == []
    assert codes(decided({"round": None}, **asking)) == []
    photo = {"sha256": "a" * 64, "takenAt": iso(SCANNED), "item": None, "live": True, "task": task}
    assert codes(decided({"photos": [photo]}, **asking)) == []
    skipped = visit_of(answers=[{**BODY["answers"][0], "result": "not_checked", "reason": "封闭"}])
    assert list(task_missing(skipped, task)) == []
    assert list(task_missing(visit_of(), None)) == []


def evidence_of(changes=None, **fields):
    body = visit_of(**(changes or {}))
    return [(one.code.removeprefix("patrols."), dict(one.params)) for one in evidence(item(body, **fields), body)]


def test_what_the_phone_cannot_judge_itself_is_told_with_its_figures():
    assert evidence_of() == []
    assert evidence_of(time_doubtful=True) == [("time_doubtful", {})]
    assert evidence_of(corrected_at=SAVED + 5 * MINUTE) == [("clock_off", {"minutes": 5})]
    assert evidence_of(corrected_at=SAVED - 5 * MINUTE) == [("clock_off", {"minutes": -5})]
    assert evidence_of(corrected_at=SAVED + 5 * MINUTE - timedelta(seconds=1)) == []
    late = SCANNED + timedelta(hours=1)
    assert evidence_of(recorded_at=late, corrected_at=late) == []
    assert evidence_of(recorded_at=late + MINUTE, corrected_at=late + MINUTE) == [("left_open", {})]
    assert evidence_of({"scan": {"method": "link"}}) == [("not_scanned", {"method": "link"})]
    assert evidence_of(role="engineer") == [("other_role", {"role": "engineer"})]
    for role in ("steward", "supervisor", "manager"):
        assert evidence_of(role=role) == []


@pytest.mark.parametrize(
    "taken,live,told",
    [
        (SCANNED - timedelta(seconds=30), True, []),
        (SCANNED - timedelta(seconds=31), True, [("photo_outside_visit", {})]),
        (datetime.fromisoformat(BODY["finishedAt"]) + timedelta(seconds=30), True, []),
        (datetime.fromisoformat(BODY["finishedAt"]) + timedelta(seconds=31), True, [("photo_outside_visit", {})]),
        (SCANNED - timedelta(hours=9), False, [("photo_not_live", {})]),
    ],
)
def test_a_photo_is_taken_in_the_app_while_somebody_is_there(taken, live, told):
    photo = {"sha256": "a" * 64, "takenAt": iso(taken), "item": None, "live": live}
    assert evidence_of({"photos": [photo]}) == told


def test_answers_nobody_could_have_read_are_told_by_their_typical_time():
    def timed(*times):
        return {"answers": [{**BODY["answers"][0], "item": f"I-{i}", "ms": ms} for i, ms in enumerate(times)]}

    assert evidence_of(timed(399, 399, 399, 399, 399)) == [("drumming", {"ms": 399})]
    assert evidence_of(timed(400, 400, 400, 400, 400)) == []
    assert evidence_of(timed(1, 1, 1, 1)) == []
    assert evidence_of(timed(1, 1, 1, 1, 0)) == []


def test_only_doubts_put_a_visit_in_doubt():
    assert doubts(["patrols.too_fast", "patrols.bare_normal", "patrols.pace"]) == ["patrols.too_fast", "patrols.pace"]


def test_remarks_name_the_items_they_are_about():
    answer = BODY["answers"][0]
    answers = [
        {**answer, "item": "ST-01", "note": "正常"},
        {**answer, "item": "ST-01"},
        {**answer, "item": "ZZ-99", "result": "na"},
        {**answer, "item": "ST-07", "result": "abnormal", "note": "门坏"},
    ]
    around = Surroundings("lift", "here", ["ST-01", "ST-07", "ST-09"], None, DEFAULTS)

    assert remarks(visit_of(answers=answers), around) == [
        Remark("patrols.abnormal_incomplete", {"items": ["ST-07"]}),
        Remark("patrols.bare_normal", {"items": ["ST-01"]}),
        Remark("patrols.foreign_checklist"),
        Remark("patrols.item_repeated", {"items": ["ST-01"]}),
        Remark("patrols.items_missing", {"items": ["ST-09"]}),
        Remark("patrols.reason_missing", {"items": ["ZZ-99"]}),
        Remark("patrols.unknown_item", {"items": ["ZZ-99"]}),
    ]


@pytest.mark.parametrize("of_round,place", [(True, {"name": "楼梯间", "type": "stairwell"}), (False, None)])
def test_the_rows_of_a_visit_are_its_page_itself_and_its_photos(of_round, place):
    body = example("patrols.visit")["body"]
    visit, record = read(Visit, body), id_of("record")
    sent = {"id": str(id_of("item")), "seq": 7, "by": str(LIN), "recordedAt": iso(SAVED), "body": body}
    server = {"receivedAt": iso(SAVED), "correctedAt": iso(SAVED), "byName": "林晓岚", "device": str(id_of("phone"))}
    judged = {
        "place": place,
        "record": str(record),
        "ofRound": of_round,
        "day": "2026-11-23",
        "scannedAt": iso(SCANNED),
        "timeliness": "late",
        "remarks": [{"code": "patrols.too_fast", "params": {}}],
    }
    entry = Entry(ESTATE, 9, "patrols.visit", sent, {**server, "marks": [], "serial": "XC-2026-000001"}, judged)
    page, row, *uses = rows(entry)

    round_ = {
        "day": DAY,
        "route_id": UUID(body["round"]["routeId"]) if of_round else None,
        "number": 2 if of_round else None,
    }
    assert (page.table, page.key, page.shared) == ("patrol_records", {"estate_id": ESTATE, "id": record}, True)
    assert page.values == {**round_, "serial": "XC-2026-000001"}
    assert (row.table, row.key) == ("patrol_visits", {"estate_id": ESTATE, "id": visit.visit_id})
    assert row.values == {
        **round_,
        "record_id": record,
        "place_id": visit.place_id,
        "place_name": place and place["name"],
        "place_type": place and place["type"],
        "by_id": LIN,
        "by_name": "林晓岚",
        "device_id": id_of("phone"),
        "received_at": SAVED,
        "drift_ms": 0,
        "marks": [],
        "entry": 9,
        "seq": 7,
        "scanned_at": SCANNED,
        "phone_scanned_at": visit.scanned_at,
        "phone_finished_at": visit.finished_at,
        "timeliness": Timeliness.LATE,
        "skipped": False,
        "abnormal": 1,
        "scan_method": "camera",
        "scan_reason": None,
        "label": body["label"],
        "checklist_type": "stairwell",
        "checklist_version": 1,
        "checklist_hash": "0" * 64,
        "answers": visit.answers,
        "observation": body["observation"],
        "photos": visit.photos,
        "position": visit.position,
        "remarks": [{"code": "patrols.too_fast", "params": {}}],
    }
    assert [use.key["sha256"] for use in uses] == [photo["sha256"] for photo in body["photos"]]
    assert {(use.key["origin_kind"], use.key["origin_id"]) for use in uses} == {("patrols.visit", visit.visit_id)}
