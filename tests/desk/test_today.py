"""The day at a glance: coverage, phones, and what needs a person, worst first."""

from datetime import timedelta

import pytest

from tests import make
from tests.domains.conftest import NOW
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.desk.schemas import TodayOut

SCANNED = NOW - timedelta(minutes=2)
OVER = NOW.replace(hour=10, minute=31)  # the last minute in which the second round could be walked late is gone


def look(browser, **query):
    answered = browser.get("/api/v1/desk/today", query_string=query)
    assert answered.status_code == 200, answered.get_json()
    page = answered.get_json()
    assert TodayOut().validate(page) == {}  # what is described is what is sent
    return page


def round_of(page, number=2):
    return next(one for one in page["rounds"] if one["number"] == number)


def states(page, number=2):
    return [place["state"] for place in round_of(page, number)["places"]]


def kinds(page):
    return [one["kind"] for one in page["exceptions"]]


def test_a_visit_stands_on_its_round_as_soon_as_it_came_in(beat, supervisor):
    body = make.visit_body(beat.places[1], SCANNED, beat.route, photos=[make.visit_photo(SCANNED)])
    beat.phone.visit(body)

    page = look(supervisor)

    assert (page["date"], page["estate"]["name"]) == ("2026-11-23", beat.estate.name)
    round_ = round_of(page)
    assert (round_["routeName"], round_["stewardName"], round_["serial"]) == (
        beat.route.name,
        "林晓岚",
        "XC-2026-000001",
    )
    assert round_["counts"] == {"done": 1, "due": 2}
    assert round_["places"][1] == {
        "placeId": str(beat.places[1].id),
        "name": beat.places[1].name,
        "state": "done",
        "abnormal": 0,
        "visitId": body["visitId"],
        "at": make.iso(SCANNED),
        "awaitedPhotos": 1,
        "doubtful": True,
        "arrivedLate": False,
        "leftOut": None,
        "madeUp": None,
    }
    assert [one["visitId"] for one in page["newest"]] == [body["visitId"]]


def test_rounds_come_by_number_with_their_windows_in_utc(beat, supervisor):
    page = look(supervisor)

    assert [(one["number"], one["start"], one["end"]) for one in page["rounds"]] == [
        (1, "2026-11-23T01:00:00Z", "2026-11-23T04:00:00Z"),
        (2, "2026-11-23T06:00:00Z", "2026-11-23T09:30:00Z"),
    ]


def test_the_day_is_the_estate_s_and_another_may_be_asked_for(beat, supervisor, clock):
    clock.move_to(NOW.replace(hour=16, minute=30))  # 00:30 on Tuesday in Shenzhen

    assert look(supervisor)["date"] == "2026-11-24"
    assert look(supervisor, date="2026-11-22")["rounds"][0]["start"] == "2026-11-22T01:00:00Z"


def test_a_silent_phone_that_pulled_the_round_makes_places_not_arrived_and_not_missed(beat, supervisor, clock):
    beat.phone.pull("patrols.plan")
    beat.phone.push(waiting=3)
    clock.move_to(OVER)

    page = look(supervisor)

    assert states(page) == ["not_arrived"] * 3
    silent = next(one for one in page["devices"] if one["id"] == str(beat.phone.browser.device_id))
    assert (silent["waiting"], silent["people"], silent["silentMinutes"]) == (3, ["林晓岚"], 173)
    told = next(one for one in page["exceptions"] if one["kind"] == "not_arrived" and one["number"] == 2)
    assert (len(told["places"]), told["stewardName"]) == (3, "林晓岚")


def test_a_phone_that_was_in_touch_since_with_nothing_left_makes_them_missed(beat, supervisor, clock):
    beat.phone.pull("patrols.plan")
    clock.move_to(OVER)
    beat.phone.push()

    assert states(look(supervisor)) == ["missed"] * 3


def test_a_number_that_never_arrived_keeps_them_not_arrived(beat, supervisor, clock):
    beat.phone.pull("patrols.plan")
    beat.phone.item("patrols.visit", make.visit_body(beat.places[0], SCANNED), saved_at=SCANNED)  # never sent
    clock.move_to(OVER)
    beat.phone.push()

    page = look(supervisor)
    assert states(page) == ["not_arrived"] * 3
    assert [one["missing"] for one in page["devices"]] == [1]


def test_writing_the_phone_off_makes_them_missed(beat, supervisor, session, clock):
    beat.phone.pull("patrols.plan")
    clock.move_to(OVER)
    assert states(look(supervisor)) == ["not_arrived"] * 3

    revoked = supervisor.post(f"/api/v1/devices/{beat.phone.browser.device_id}/revoke", json={"reason": "手机丢了"})

    assert revoked.status_code == 204
    assert states(look(supervisor)) == ["missed"] * 3


def test_silence_counts_only_while_the_grace_lasts(beat, supervisor, clock):
    beat.phone.pull("patrols.plan")
    clock.move_to(NOW.replace(day=25, hour=9, minute=30))

    assert states(look(supervisor, date="2026-11-23")) == ["missed"] * 3


def test_a_visit_that_arrives_after_the_round_turns_missed_to_done_and_is_marked(beat, supervisor, clock):
    item = beat.phone.item("patrols.visit", make.visit_body(beat.places[0], SCANNED, beat.route), saved_at=SCANNED)
    clock.move_to(OVER)
    assert states(look(supervisor)) == ["missed"] * 3

    beat.phone.push(item)

    page = look(supervisor)
    assert states(page) == ["done", "missed", "missed"]
    assert [place["arrivedLate"] for place in round_of(page)["places"]] == [True, False, False]


def test_troubles_come_worst_first(beat, supervisor, clock):
    finding = make.finding_body(beat.places[0], SCANNED)
    different = make.answer("ST-09", "abnormal", note="纸箱 2 个", findingId=finding["findingId"])
    abnormal = make.visit_body(beat.places[0], SCANNED, beat.route, answers=make.answers(different))
    finding["origin"] = {"kind": "patrols.visit", "id": abnormal["visitId"]}
    sent = [("patrols.visit", abnormal), ("findings.report", finding), ("findings.report", finding)]
    beat.phone.push(*(beat.phone.item(kind, body, saved_at=NOW - timedelta(minutes=1)) for kind, body in sent))
    clock.move_to(NOW.replace(hour=9, minute=31))

    page = look(supervisor)

    assert kinds(page) == ["abnormal", "missed", "late", "refused", "doubtful"]
    worst, missed, late, refused, doubtful = page["exceptions"]
    assert (worst["urgent"], worst["findingId"], worst["visitId"]) == (True, finding["findingId"], abnormal["visitId"])
    assert worst["params"]["item"] == "ST-09"
    assert (missed["number"], late["number"], late["params"]["open"]) == (1, 2, 2)
    assert refused["params"]["code"] == "findings.finding_repeated"
    assert (doubtful["number"], doubtful["params"]["codes"]) == (2, ["patrols.not_scanned"])
    assert doubtful["places"] == [
        {"placeId": str(beat.places[0].id), "name": beat.places[0].name, "visitId": abnormal["visitId"]}
    ]
    assert round_of(page)["places"][0]["abnormal"] == 1


def test_an_abnormal_visit_whose_finding_has_not_arrived_is_told_all_the_same(beat, supervisor):
    different = make.answer("ST-09", "abnormal", note="纸箱 2 个", findingId=str(new_id()))
    body = make.visit_body(beat.places[0], SCANNED, beat.route, answers=make.answers(different))
    beat.phone.visit(body)

    told = look(supervisor)["exceptions"][0]
    assert (told["kind"], told["visitId"], told["params"]["awaited"]) == ("abnormal", body["visitId"], 1)


def test_a_poll_that_has_nothing_new_is_answered_304_until_something_comes_in(beat, supervisor, clock):
    def poll(etag=""):
        headers = {"If-None-Match": etag, "Accept-Encoding": "gzip"}
        return supervisor.get("/api/v1/desk/today", headers=headers)

    first = poll()
    assert first.headers["Content-Encoding"] == "gzip"
    assert poll(first.headers["ETag"]).status_code == 304
    assert poll(first.headers["ETag"].removeprefix("W/")).status_code == 304

    beat.phone.visit(make.visit_body(beat.places[0], SCANNED, beat.route))

    fresh = poll(first.headers["ETag"])
    assert fresh.status_code == 200
    clock.shift(timedelta(minutes=1))
    assert poll(fresh.headers["ETag"]).status_code == 200  # states turn with time as well


def test_a_day_is_read_in_as_many_queries_whether_it_is_empty_or_full(beat, supervisor, session, queries):
    with queries() as empty:
        look(supervisor)
    for place in beat.places:
        body = make.visit_body(place, SCANNED, beat.route, photos=[make.visit_photo(SCANNED)])
        beat.phone.push(beat.phone.item("patrols.visit", body, saved_at=SCANNED))
    with queries() as full:
        look(supervisor)

    assert len(full) == len(empty) <= 23


def test_the_desk_belongs_to_those_who_oversee_the_estate(app, beat, session, supervisor):
    steward = make.browser(app, beat.steward)
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.SUPERVISOR))
    estate = str(beat.estate.id)

    assert app.test_client().get("/api/v1/desk/today").status_code == 401
    assert steward.get("/api/v1/desk/today").status_code == 403
    assert neighbour.get("/api/v1/desk/today", query_string={"estate": estate}).status_code == 404
    assert look(supervisor, estate=estate)["estate"]["id"] == estate


@pytest.mark.parametrize("date", ["heute", "2026-13-01", "2026-11-23T00:00:00Z", "9999-12-31", "0001-01-01"])
def test_a_day_that_is_none_is_refused(supervisor, date):
    answered = supervisor.get("/api/v1/desk/today", query_string={"date": date})
    assert (answered.status_code, answered.get_json()["code"]) == (422, "core.bad_shape")


def test_a_place_skipped_in_time_is_not_missed_and_a_reason_that_comes_too_late_changes_nothing(
    beat, supervisor, clock
):
    skipped = make.left_out_body(beat.route, NOW.date(), beat.places[0].id, reason="楼梯间封闭施工")
    beat.phone.push(beat.phone.item("patrols.skip", skipped, saved_at=NOW))
    clock.move_to(OVER + timedelta(hours=1))
    late = {place.id: "来不及" for place in beat.places[1:]}
    finish = make.finish_body(beat.route, OVER + timedelta(hours=1), unvisited=late)
    beat.phone.push(beat.phone.item("patrols.finish", finish, saved_at=OVER + timedelta(hours=1)))

    page = look(supervisor)

    assert states(page) == ["skipped", "missed", "missed"]
    first, second, _ = round_of(page)["places"]
    assert first["leftOut"] == {"reason": "楼梯间封闭施工", "byName": "林晓岚", "at": make.iso(NOW)}
    assert second["leftOut"]["reason"] == "来不及"


def test_a_round_skipped_as_a_whole_stands_as_skipped_with_its_number(beat, supervisor):
    whole = make.left_out_body(beat.route, NOW.date(), reason="台风停工")
    beat.phone.push(beat.phone.item("patrols.skip", whole, saved_at=NOW))

    page = look(supervisor)

    assert states(page) == ["skipped"] * 3
    assert (round_of(page)["signing"], round_of(page)["serial"]) == ("skipped", "XC-2026-000001")


def test_what_was_missed_and_made_up_says_both(beat, supervisor, clock):
    tomorrow = NOW + timedelta(days=1)
    clock.move_to(tomorrow)
    asked = beat.phone.item(
        "patrols.make_up", make.left_out_body(beat.route, NOW.date(), reason="漏巡"), saved_at=tomorrow
    )
    beat.phone.push(asked)
    visit = make.visit_body(beat.places[0], tomorrow, beat.route, day="2026-11-23", makeUp=asked["id"])
    beat.phone.visit(visit, v=3)

    page = look(supervisor, date="2026-11-23")

    assert states(page) == ["made_up", "missed", "missed"]
    assert [place["madeUp"]["reason"] for place in round_of(page)["places"]] == ["漏巡"] * 3
