"""A supervisor's own round (`patrol.md` 8): its page, the four acts on it, and what the board says of it."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests import make
from tests.domains.conftest import NOW
from tests.domains.shared import examples
from tests.make.patrols import PHOTO
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.domains.patrols.signing.supervision import supervision_id
from webapp.ground.logbook.verify import verify


@pytest.mark.parametrize("case", examples("supervision_id.json"))
def test_the_page_of_a_round_has_the_same_id_on_both_sides(case):
    estate, by, day, number = case["parts"]
    assert str(supervision_id(UUID(estate), UUID(by), date.fromisoformat(day), number)) == case["id"]


@pytest.fixture
def chief(app, session, beat):
    """The supervisor's phone."""
    person = make.person(session, beat.estate, name="沈若水", role=Role.SUPERVISOR)
    return make.PatrolPhone(make.browser(app, person), beat.estate.id)


@pytest.fixture
def boss(app, session, beat):
    """The manager's tablet."""
    person = make.person(session, beat.estate, name="何敏", role=Role.MANAGER)
    return make.PatrolPhone(make.browser(app, person), beat.estate.id)


def send(phone, kind, body, at=NOW):
    item = phone.item(kind, body, saved_at=at)
    (answered,) = phone.push(item)
    return answered, item


def look_item(phone, body, at=NOW):
    return phone.item("patrols.supervise", body, saved_at=at, about=body["recordId"])


def look(phone, place, at=NOW, **fields):
    item = look_item(phone, make.look_body(phone, place, at, **fields), at)
    (answered,) = phone.push(item)
    return answered, item


def finish(phone, looks, at=NOW):
    body = {"recordId": looks[0]["about"], "round": None, "endedAt": make.iso(at), "seen": make.seen(*looks)}
    return send(phone, "patrols.finish", body, at)


def differences(app, session, estate):
    session.rollback()
    found: list[object] = []
    verify(session, estate.id, app.extensions["rounds.push_kinds"], found.append)
    return found


def board(browser):
    return browser.get("/api/v1/desk/today").get_json()["supervision"]


def test_all_looks_of_a_round_stand_on_one_page_which_the_manager_alone_signs(app, session, beat, chief, boss):
    first, one = look(chief, beat.places[0], NOW - timedelta(minutes=9))
    second, two = look(chief, beat.places[1], service="environment", observation="地面有水渍，已叫保洁")
    assert (first["outcome"], second["outcome"], first["serial"]) == ("applied", "applied", second["serial"])

    ended, end = finish(chief, [one, two])
    assert (ended["outcome"], ended["serial"]) == ("applied", first["serial"])
    page = boss.pull("patrols.record")[one["about"]]
    assert (page["supervision"], page["routeId"], len(page["visitIds"])) == (True, None, 2)
    assert [act["detail"].get("service") for act in page["acts"]] == ["security", "environment", None]
    assert page["acts"][1]["note"] == "地面有水渍，已叫保洁"
    assert [act["sha256"] for act in page["acts"]] == [one["sha256"] for one in make.seen(one, two, end)]

    seen = {"recordId": one["about"], "seen": make.seen(one, end), "strokes": None}
    assert send(boss, "patrols.sign_off", seen)[0]["code"] == "patrols.not_seen_whole"
    seen["seen"] = make.seen(one, two, end)
    assert send(boss, "patrols.sign_off", seen)[0]["outcome"] == "applied"
    assert differences(app, session, beat.estate) == []


def test_an_app_from_before_supervision_shows_no_looks_and_is_told_to_be_updated(beat, chief, boss):
    _, one = look(chief, beat.places[0])
    _, end = finish(chief, [one])
    blind = {"recordId": one["about"], "seen": make.seen(end), "strokes": None}

    assert send(boss, "patrols.sign_off", blind)[0]["code"] == "patrols.app_outdated"


def test_who_supervises_does_not_sign_off_the_own_round(beat, chief):
    _, one = look(chief, beat.places[0])
    _, end = finish(chief, [one])
    body = {"recordId": one["about"], "seen": make.seen(one, end), "strokes": None}

    assert send(chief, "patrols.sign_off", body)[0]["code"] == "patrols.signed_twice"


def test_what_is_seen_wrong_is_ordered_rectified_and_rechecked_on_the_round(app, session, beat, chief):
    wrong = make.finding_body(beat.places[0], NOW)
    finding = {"findingId": wrong["findingId"]}
    order = make.finding_act("order", wrong["findingId"], dept="security", dueOn="2026-11-24")
    answers = chief.push(
        look_item(chief, make.look_body(chief, beat.places[0], NOW, act="order", **finding)),
        chief.item("findings.report", wrong, saved_at=NOW, v=2),
        chief.item("findings.order", order, saved_at=NOW),
    )
    assert [one["outcome"] for one in answers] == ["applied"] * 3
    assert chief.pull("findings.finding")[wrong["findingId"]]["orderNo"] == "ZG-2026-000001"

    answered, _ = look(chief, beat.places[0], act="recheck", observation="闭门器已换，门自己关上", **finding)
    assert answered["outcome"] == "applied"
    (page,) = chief.pull("patrols.record").values()
    assert [(act["detail"]["act"], act["detail"]["findingId"]) for act in page["acts"]] == [
        ("order", wrong["findingId"]),
        ("recheck", wrong["findingId"]),
    ]
    assert differences(app, session, beat.estate) == []


@pytest.mark.parametrize(
    "fields,code",
    [
        ({"observation": "一切正常。"}, "patrols.bare_normal"),
        ({"observation": "好的"}, "patrols.observation_missing"),
        ({"observation": "好的", "photos": [{"sha256": PHOTO, "takenAt": make.iso(NOW), "live": True}]}, None),
        ({"scan": {"method": "listed", "reason": " "}}, "patrols.manual_without_reason"),
        ({"placeId": str(new_id())}, "patrols.unknown_place"),
        ({"act": "recheck"}, "core.bad_shape"),
        ({"findingId": str(new_id())}, "core.bad_shape"),
        ({"service": "catering"}, "core.bad_shape"),
    ],
)
def test_a_look_says_what_was_seen_at_a_place(beat, chief, fields, code):
    """PAT-R02, PAT-R03 and PAT-R12 hold for a supervisor too."""
    answered, _ = look(chief, beat.places[0], **fields)

    assert answered.get("code") == code


def test_a_look_belongs_to_the_day_it_was_made_on_and_to_its_maker(beat, chief, boss):
    yesterday = NOW - timedelta(days=1)
    late = make.look_body(chief, beat.places[0], yesterday, seenAt=make.iso(NOW))
    theirs = make.look_body(boss, beat.places[0], NOW)

    assert send(chief, "patrols.supervise", late)[0]["code"] == "patrols.other_day"
    assert send(chief, "patrols.supervise", theirs)[0]["code"] == "core.bad_shape"


def test_a_steward_makes_no_supervisor_s_round(beat):
    assert look(beat.phone, beat.places[0])[0]["code"] == "core.not_allowed"


def test_the_board_says_whether_the_day_had_its_round(beat, chief, boss):
    assert board(boss.browser) == {"asked": 1, "made": 0, "rounds": []}

    _, one = look(chief, beat.places[0])
    (begun,) = board(boss.browser)["rounds"]
    assert (begun["byName"], begun["places"], begun["state"], begun["endedAt"]) == ("沈若水", 1, "in_progress", None)

    finish(chief, [one])
    assert (board(boss.browser)["made"], board(boss.browser)["rounds"][0]["state"]) == (1, "awaiting_manager")


def test_the_round_is_printed_with_what_was_done_for_which_service(beat, chief, boss):
    _, one = look(chief, beat.places[0])

    printed = boss.browser.get(f"/api/v1/patrols/records/{one['about']}.pdf")

    assert (printed.status_code, printed.mimetype) == (200, "application/pdf")
    text = make.printed(printed.data)
    for said in ("主管督察记录表", "督察人", "看了 1 处", "安全", "门岗两人在岗，登记本当日有记录"):
        assert said in text
