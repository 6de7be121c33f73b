"""A round's page from its end to the manager's signature, and a PIN, on both stores."""

from tests import make
from tests.domains.conftest import NOW
from tests.domains.patrols.signing.conftest import differences, pin_told, sign, walked

__all__ = ["sign", "walked"]


def applied(answered):
    assert answered["outcome"] == "applied", answered
    return answered


def test_a_round_is_ended_cosigned_and_signed_off_and_the_book_proves_it(walked):
    """PAT-R05, PAT-R06, PAT-R07: both signatures by default; every row follows from its entry."""
    answered, finish = walked.finish()
    assert applied(answered)["serial"] == "XC-2026-000001"
    assert walked.standing.state == "awaiting_cosign"

    applied(walked.cosign(finish)[0])
    assert walked.standing.state == "awaiting_manager"
    assert walked.standing.cosigns[0].signer_name == "周国平"

    applied(walked.sign_off(finish)[0])
    assert walked.standing.state == "closed"
    assert differences(walked) == []


def test_a_right_pin_signs_in_the_colleague_s_name_and_is_set_apart_in_the_book(walked, sign):
    """PAT-R08."""
    assert sign()["outcome"] == "applied"

    (cosign,) = walked.standing.cosigns
    assert (cosign.signer_id, cosign.means) == (walked.colleague.id, "pin")
    assert differences(walked) == []


def test_after_five_wrong_pins_only_the_own_phone_signs_until_a_new_one_is_set(walked, sign):
    assert [sign("258048")["code"] for _ in range(5)] == ["signatures.pin_wrong"] * 5
    assert sign()["code"] == "signatures.pin_locked"
    assert pin_told(walked) is False

    new = {"password": make.PASSWORD, "pin": "407193"}
    assert walked.theirs.browser.post("/api/v1/people/me/pin", json=new).status_code == 204
    assert pin_told(walked) is True
    assert sign("407193")["outcome"] == "applied"


def test_phones_hold_the_whole_page_until_it_is_closed_and_a_neighbour_holds_none(walked):
    """PAT-R06: the manager's limit is the end of the next working day."""
    _, finish = walked.finish()
    walked.cosign(finish)
    told = walked.desk.pull("patrols.record")[walked.record_id]
    assert told["dueAt"] == "2026-11-24T15:59:59+00:00"
    assert [act["act"] for act in told["acts"]] == ["finish", "cosign"]
    assert {visit["id"]: visit["sha256"] for visit in told["visits"]} == {
        one["id"]: one["sha256"] for one in make.seen(*walked.visits)
    }
    assert told["acts"][0]["sha256"] == make.seen(finish)[0]["sha256"]

    rounds = walked.desk.browser.get("/api/v1/desk/today").get_json()["rounds"]
    assert {one["roundId"]: one["signing"] for one in rounds}[walked.record_id] == "awaiting_manager"

    walked.sign_off(finish)
    closed = walked.desk.pull("patrols.record")[walked.record_id]
    assert (closed["visits"], len(closed["visitIds"])) == ([], 3)
    next_door = make.estate(walked.session)
    neighbour = make.PatrolPhone(make.browser(walked.app, make.person(walked.session, next_door)), next_door.id)
    assert neighbour.pull("patrols.record") == {}


def test_a_skipped_place_and_a_made_up_visit_are_proved_by_the_book(walked, clock):
    """patrol.md 1 and protocol.md 8: a reason to skip; 补检."""
    first = make.left_out_body(walked.beat.route, NOW.date(), walked.beat.places[0].id, number=1)
    clock.move_to(NOW.replace(hour=2))
    applied(walked.act(walked.beat.phone, "skip", first, NOW.replace(hour=2))[0])
    clock.move_to(NOW)
    rest = make.left_out_body(walked.beat.route, NOW.date(), number=1)
    answered, asked = walked.act(walked.beat.phone, "make_up", rest, NOW)
    applied(answered)
    visit = make.visit_body(
        walked.beat.places[1], NOW, walked.beat.route, number=1, day="2026-11-23", makeUp=asked["id"]
    )
    applied(walked.beat.phone.visit(visit, v=3))

    assert differences(walked) == []
