"""A colleague signs on the patroller's phone: the PIN is checked on arrival, and nowhere else (protocol.md 10)."""

from tests import make
from tests.domains.conftest import NOW
from tests.domains.patrols.signing.conftest import pin_told
from webapp.core.ids import new_id


def test_a_wrong_pin_refuses_the_signature_and_nothing_else(walked, sign):
    refused = sign("258048")

    assert (refused["code"], refused["params"]) == ("signatures.pin_wrong", {"name": "周国平"})
    assert walked.standing.state == "awaiting_cosign"
    assert sign()["outcome"] == "applied"


def test_a_pin_sealed_for_another_item_is_none(sign):
    assert sign(bound_to=str(new_id()))["code"] == "signatures.pin_unreadable"


def test_a_right_pin_ends_the_counting(walked, sign):
    for _ in range(4):
        sign("258048")
    sign()
    sign("258048")

    assert pin_told(walked) is True


def test_the_same_wrong_item_is_counted_once_however_often_it_comes(walked, sign):
    item_id = str(new_id())
    key = walked.beat.phone.browser.get("/api/v1/sync/rescue/key").get_json()
    body = make.cosign_body(walked.record_id, walked.colleague.id, means="pin")
    body["sealedPin"] = make.sealed_pin(key, "111222", item_id)
    item = walked.beat.phone.item("patrols.cosign", body, saved_at=NOW, id=item_id)
    for _ in range(6):
        walked.beat.phone.push(item)

    assert pin_told(walked) is True


def test_who_has_no_pin_signs_on_the_own_phone(walked, sign):
    walked.colleague.pin_hash = None
    walked.session.commit()

    assert sign()["code"] == "signatures.pin_unset"
