"""What a look on a supervisor's round comes to, decided by the rules alone (`patrol.md` 8)."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from tests.domains.shared import examples
from tests.make import example, iso
from webapp.core.domain import Applied, Item, Refused
from webapp.core.errors import BadShape
from webapp.core.ids import computed_id
from webapp.core.wire import read
from webapp.domains.patrols.signing.book import Facts
from webapp.domains.patrols.signing.supervision import Supervise, decide_supervise, supervision_id
from webapp.ground.estates.settings import effective

ESTATE, CHIEF, ITEM, PHONE = (UUID(int=number) for number in range(1, 5))
DAY = date(2026, 11, 23)
SEEN = datetime(2026, 11, 23, 7, 40, tzinfo=UTC)
SAVED = SEEN + timedelta(minutes=2)
ROUND = supervision_id(ESTATE, CHIEF, DAY, 1)
BODY = {**example("patrols.supervise")["body"], "recordId": str(ROUND)}
PLACE = UUID(BODY["placeId"])
SHORT = {"observation": "好的", "photos": []}


def decided(changes=None, *, saved=SAVED, corrected=None, places=None, settings=None, **fields):
    """Answer what becomes of the example's look, made by a supervisor, with changes."""
    envelope = {
        "id": ITEM,
        "seq": 1,
        "kind": "patrols.supervise",
        "estate_id": ESTATE,
        "about": ROUND,
        "by": CHIEF,
        "by_name": "沈若水",
        "role": "supervisor",
        "device_id": PHONE,
        "body": read(Supervise, {**BODY, **(changes or {})}),
        "recorded_at": saved,
        "corrected_at": corrected or saved,
        "received_at": corrected or saved,
        "time_doubtful": False,
        "rules": "",
        "live": False,
    }
    known = Facts(
        zone="Asia/Shanghai",
        pages={},
        routes={},
        places={PLACE: "3 栋大堂"} if places is None else places,
        people={},
        settings={ITEM: effective(settings or {})},
        pins={},
        times={},
        asks={},
    )
    return decide_supervise(Item(**{**envelope, **fields}), known)


def refused(*args, **fields):
    """Answer the code of a refusal, None where the look is taken."""
    decision = decided(*args, **fields)
    return decision.code if isinstance(decision, Refused) else None


def test_a_look_stands_on_the_numbered_page_of_the_round_with_all_that_was_said():
    assert decided() == Applied(
        judged={
            "at": SEEN.isoformat(),
            "day": "2026-11-23",
            "signer": {"id": str(CHIEF), "name": "沈若水"},
            "detail": {
                "placeId": str(PLACE),
                "name": "3 栋大堂",
                "act": "order",
                "service": "security",
                "scan": "camera",
                "scanReason": None,
                "photos": [photo["sha256"] for photo in BODY["photos"]],
                "findingId": BODY["findingId"],
            },
        },
        page=("XC", str(ROUND)),
        changes=(("patrols.record", ROUND),),
    )


def test_a_look_at_a_service_names_no_finding_and_says_why_nothing_was_scanned():
    said = {"act": "supervise", "findingId": None, "scan": {"method": "typed", "reason": "标签刮花"}}
    detail = decided(said).judged["detail"]

    assert (detail["findingId"], detail["scan"], detail["scanReason"]) == (None, "typed", "标签刮花")


@pytest.mark.parametrize("case", examples("supervision_id.json"))
def test_the_page_is_computed_from_estate_person_day_and_number(case):
    estate, by, day, number = case["parts"]
    assert str(supervision_id(UUID(estate), UUID(by), date.fromisoformat(day), number)) == case["id"]


@pytest.mark.parametrize(
    "role,code", [("supervisor", None), ("manager", None), ("office_manager", None), ("steward", "core.not_allowed")]
)
def test_only_who_oversees_makes_such_a_round(role, code):
    assert refused(role=role) == code


def test_the_page_is_the_own_one_of_that_day_and_number():
    shape = "core.bad_shape"
    assert decided(about=ITEM) == Refused(shape, {"field": "about"})
    assert decided(by=PHONE) == Refused(shape, {"field": "recordId"})
    assert decided({"number": 2}) == Refused(shape, {"field": "recordId"})
    other = computed_id("another page")
    assert decided({"recordId": str(other)}, about=other) == Refused(shape, {"field": "recordId"})


def test_the_day_is_that_of_the_look_by_corrected_time_where_the_estate_lies():
    midnight = datetime(2026, 11, 23, 16, tzinfo=UTC)
    before = iso(midnight - timedelta(minutes=1))

    assert refused({"seenAt": before}, saved=midnight) is None
    assert decided({"seenAt": iso(midnight)}, saved=midnight) == Refused("patrols.other_day", {"day": "2026-11-23"})
    # The phone's clock is five minutes slow: it was past midnight.
    slow = {"saved": midnight, "corrected": midnight + timedelta(minutes=5)}
    assert refused({"seenAt": before}, **slow) == "patrols.other_day"


@pytest.mark.parametrize(
    "changes,settings,code",
    [
        ({"observation": "一切正常。"}, {}, "patrols.bare_normal"),
        ({"observation": "一切正常。"}, {"bare_normal_words": ["良好"]}, None),
        (SHORT, {}, "patrols.observation_missing"),
        (SHORT, {"min_observation_chars": 2}, None),
        ({**SHORT, "observation": "两人在岗"}, {}, None),
        ({**SHORT, "observation": "人 在，岗。"}, {}, "patrols.observation_missing"),
        ({"observation": "乱"}, {}, None),
        ({"observation": "。"}, {}, "patrols.observation_missing"),
        ({"scan": {"method": "listed", "reason": " "}}, {}, "patrols.manual_without_reason"),
        ({"scan": {"method": "typed"}}, {}, "patrols.manual_without_reason"),
        ({"scan": {"method": "link"}}, {}, None),
        ({"scan": {"method": "listed", "reason": "标签被撕"}}, {}, None),
    ],
)
def test_a_look_says_what_was_seen_and_why_nothing_was_scanned(changes, settings, code):
    """PAT-R02, PAT-R03 and PAT-R12 hold for a supervisor too."""
    assert refused(changes, settings=settings) == code


def test_a_look_is_at_a_place_of_the_estate():
    assert refused(places={}) == "patrols.unknown_place"


@pytest.mark.parametrize(
    "changes",
    [
        {"act": "recheck", "findingId": None},
        {"act": "follow", "findingId": None},
        {"act": "order", "findingId": None},
        {"act": "supervise"},
        {"day": "1970-01-01"},
        {"day": "2200-01-01"},
        {"number": 0},
        {"number": 13},
        {"seenAt": "1969-12-31T23:59:59Z"},
        {"service": "catering"},
    ],
)
def test_what_lacks_its_finding_or_no_calendar_shows_is_no_look(changes):
    with pytest.raises(BadShape):
        read(Supervise, {**BODY, **changes})
