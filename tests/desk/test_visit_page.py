"""The page of one visit: what the phone said, what we made of it, and what is still awaited."""

from datetime import timedelta

import pytest

from tests import make
from tests.domains.conftest import NOW
from tests.make import pictures
from webapp.core.actor import Role
from webapp.core.ids import new_id

SCANNED = NOW - timedelta(minutes=2)


@pytest.fixture
def visit(beat):
    """An abnormal visit with its finding, pushed together."""
    finding = make.finding_body(beat.places[0], SCANNED)
    different = make.answer("ST-09", "abnormal", choice="piled", note="纸箱 2 个", findingId=finding["findingId"])
    body = make.visit_body(
        beat.places[0],
        SCANNED,
        beat.route,
        label=beat.labels[0].code,
        scan={"method": "camera", "reason": None},
        answers=make.answers(different),
        photos=[make.visit_photo(SCANNED, item="ST-09")],
        position={"lat": 22.5401, "lon": 113.9345, "accuracyM": 18},
        finding=finding,
    )
    finding["origin"] = {"kind": "patrols.visit", "id": body["visitId"]}
    report = beat.phone.item("findings.report", body.pop("finding"), saved_at=SCANNED)
    sheet = beat.phone.item("patrols.visit", body, saved_at=SCANNED + timedelta(minutes=1))
    answers = beat.phone.push(report, sheet)
    return {
        **body,
        "answer": next(one for one in answers if one["id"] == sheet["id"]),
        "findingId": finding["findingId"],
    }


def page(browser, visit_id):
    answered = browser.get(f"/api/v1/desk/visits/{visit_id}")
    assert answered.status_code == 200, answered.get_json()
    return answered.get_json()


def test_everything_of_a_visit_is_shown(beat, supervisor, visit):
    shown = page(supervisor, visit["visitId"])

    answer = visit["answer"]
    assert (shown["serial"], shown["entry"], shown["hash"]) == (answer["serial"], answer["entry"], answer["hash"])
    assert shown["place"] == {"id": str(beat.places[0].id), "name": beat.places[0].name, "type": "stairwell"}
    assert (shown["by"]["name"], shown["device"]["name"]) == ("林晓岚", "测试手机")
    assert (shown["round"]["number"], shown["round"]["date"]) == (2, "2026-11-23")
    assert shown["round"]["routeName"] == beat.route.name
    assert shown["scan"] == {"method": "camera", "reason": None}
    assert (shown["label"]["code"], shown["label"]["state"]) == (beat.labels[0].code, "active")
    assert shown["answers"] == visit["answers"]
    assert shown["position"]["accuracyM"] == 18
    assert (shown["state"], shown["abnormal"], shown["remarks"], shown["marks"]) == ("done", 1, [], [])


def test_the_checklist_is_shown_in_the_version_that_was_answered(supervisor, visit):
    shown = page(supervisor, visit["visitId"])

    assert shown["template"]["hash"] == shown["checklist"]["hash"] == visit["checklist"]["hash"]
    (item,) = [one for one in shown["template"]["items"] if one["id"] == "ST-09"]
    assert item["words"]["zh-Hant"] == "消防疏散通道"


def test_the_findings_of_the_visit_are_shown_with_it(supervisor, visit):
    (finding,) = page(supervisor, visit["visitId"])["findings"]

    assert (finding["id"], finding["serial"], finding["state"]) == (visit["findingId"], "WT-2026-000001", "reported")
    assert (finding["priority"], finding["spot"]) == ("urgent", "防火门外")


def test_a_photo_is_awaited_until_it_has_arrived(beat, supervisor):
    picture = pictures.picture()
    sha256 = pictures.sha256(picture)
    body = make.visit_body(beat.places[0], SCANNED, photos=[make.visit_photo(SCANNED, sha256=sha256)])
    beat.phone.visit(body)
    assert [photo["arrived"] for photo in page(supervisor, body["visitId"])["photos"]] == [False]

    sent = beat.phone.browser.with_token(
        "PUT", f"/api/v1/photos/{sha256}", data=picture, query_string={"estate": str(beat.estate.id)}
    )

    assert sent.status_code == 201, sent.get_json()
    assert [photo["arrived"] for photo in page(supervisor, body["visitId"])["photos"]] == [True]


def test_both_times_the_drift_and_the_doubt_are_shown(beat, supervisor):
    beat.phone.push()  # in touch at 15:38: what is numbered after was made after
    body = make.visit_body(beat.places[0], SCANNED - timedelta(hours=1), beat.route)
    beat.phone.visit(body)

    shown = page(supervisor, body["visitId"])
    assert shown["times"]["phoneScannedAt"] == (SCANNED - timedelta(hours=1)).isoformat()
    assert shown["times"]["driftMs"] == timedelta(hours=1, minutes=1, seconds=10) / timedelta(milliseconds=1)
    assert len(shown["doubtfulBetween"]) == 2
    assert {"patrols.time_doubtful", "patrols.clock_off"} <= {remark["code"] for remark in shown["remarks"]}


def test_a_visit_of_an_unknown_place_with_an_unknown_label_is_shown_as_it_is(beat, supervisor):
    body = make.visit_body(beat.places[0], SCANNED, placeId=str(new_id()), label="000000000000")
    beat.phone.visit(body)

    shown = page(supervisor, body["visitId"])
    assert (shown["place"]["name"], shown["label"]["state"]) == (None, None)


def test_a_visit_belongs_to_those_who_oversee_its_estate(app, beat, session, supervisor, visit):
    path = f"/api/v1/desk/visits/{visit['visitId']}"
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.SUPERVISOR))

    assert app.test_client().get(path).status_code == 401
    assert make.browser(app, beat.steward).get(path).status_code == 403
    assert neighbour.get(path).status_code == 404
    assert supervisor.get(f"/api/v1/desk/visits/{new_id()}").status_code == 404


def test_what_was_refused_is_listed_for_the_supervisor_and_for_nobody_else(app, beat, session, supervisor, visit):
    repeated = beat.phone.item("patrols.visit", {**visit, "answer": None}, saved_at=SCANNED)
    beat.phone.push(repeated)

    (line,) = supervisor.get("/api/v1/desk/refused").get_json()

    assert (line["id"], line["kind"], line["outcome"]) == (repeated["id"], "patrols.visit", "refused")
    assert (line["code"], line["byName"], line["placeId"]) == ("core.bad_shape", "林晓岚", str(beat.places[0].id))
    assert make.browser(app, beat.steward).get("/api/v1/desk/refused").status_code == 403


@pytest.fixture
def later(beat, visit):
    """A visit in the round after, on which the same things still stand there."""
    at = SCANNED + timedelta(minutes=1)
    different = make.answer("ST-09", "abnormal", choice="piled", note="纸箱 2 个", findingId=visit["findingId"])
    body = make.visit_body(beat.places[0], at, answers=make.answers(different))
    seen = make.sighting_body(visit["findingId"], at, body["visitId"])
    beat.phone.push(
        beat.phone.item("patrols.visit", body, saved_at=at), beat.phone.item("findings.sighting", seen, saved_at=at)
    )
    return body


def test_a_visit_that_saw_a_finding_still_there_shows_it_with_its_history(supervisor, visit, later):
    (shown,) = page(supervisor, later["visitId"])["findings"]

    assert (shown["id"], shown["originId"]) == (visit["findingId"], visit["visitId"])
    assert [(one["outcome"], one["originId"]) for one in shown["seen"]] == [("still_there", later["visitId"])]
    (first,) = page(supervisor, visit["visitId"])["findings"]
    assert first["seen"] == shown["seen"]


def test_something_still_there_is_one_trouble_of_the_day_and_awaits_no_report(supervisor, visit, later):
    told = supervisor.get("/api/v1/desk/today").get_json()["exceptions"]

    abnormal = [one for one in told if one["kind"] == "abnormal"]
    assert [one["findingId"] for one in abnormal] == [visit["findingId"]]
