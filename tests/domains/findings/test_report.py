"""A report comes in by the real push: it opens a problem sheet, and what PAT-R04 finds lacking is remarked."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from tests import make
from tests.domains.conftest import NOW
from tests.make.patrols import checklist
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.domains.findings.models import Finding
from webapp.domains.findings.rules.states import FindingState, Priority
from webapp.ground.photos.models import PhotoUse

FOUND = NOW - timedelta(minutes=2)


def stored(session, body):
    session.rollback()
    return session.scalars(select(Finding).where(Finding.id == UUID(body["findingId"]))).one()


def codes(finding):
    return [remark["code"] for remark in finding.remarks]


def test_a_whole_report_opens_a_sheet_with_its_own_number(beat, session):
    body = make.finding_body(beat.places[0], FOUND, visit_id=str(new_id()))

    answered = beat.phone.report(body)

    finding = stored(session, body)
    assert answered["serial"] == finding.serial == "WT-2026-000001"
    assert (finding.state, finding.priority, finding.dept) == (FindingState.REPORTED, Priority.URGENT, "security")
    assert (finding.place_name, finding.by_name, finding.found_at) == (beat.places[0].name, "林晓岚", FOUND)
    assert (finding.remarks, finding.origin_kind) == ([], "patrols.visit")


def test_each_finding_has_its_own_number(beat):
    reports = [
        beat.phone.item("findings.report", make.finding_body(place, FOUND), saved_at=FOUND) for place in beat.places
    ]

    serials = [answered["serial"] for answered in beat.phone.push(*reports)]
    assert serials == ["WT-2026-000001", "WT-2026-000002", "WT-2026-000003"]


def test_what_is_solved_on_the_spot_says_so_and_uses_both_photos(beat, session):
    photos = [make.finding_photo(FOUND), make.finding_photo(FOUND, sha256="b" * 64, moment="after")]
    body = make.finding_body(beat.places[0], FOUND, action="solved_on_spot", photos=photos)

    beat.phone.report(body)

    finding = stored(session, body)
    uses = session.scalars(select(PhotoUse).where(PhotoUse.origin_id == finding.id)).all()
    assert (finding.state, finding.remarks) == (FindingState.SOLVED_ON_SPOT, [])
    assert {(use.origin_kind, use.sha256) for use in uses} == {("findings.report", photo["sha256"]) for photo in photos}


def test_pat_r04_a_report_that_lacks_something_is_kept_with_remarks(beat, session):
    body = make.finding_body(beat.places[0], FOUND, action=None, description=" ", spot="", photos=[])

    assert beat.phone.report(body)["outcome"] == "applied"

    finding = stored(session, body)
    assert finding.state is FindingState.OPEN
    assert codes(finding) == [
        "findings.action_missing",
        "findings.description_missing",
        "findings.photo_missing",
        "findings.spot_missing",
    ]


def test_an_unknown_place_is_remarked_and_a_place_of_another_estate_refused(beat, session):
    unknown = make.finding_body(beat.places[0], FOUND, placeId=str(new_id()))
    foreign = make.finding_body(make.place(session, make.estate(session)), FOUND)
    items = [beat.phone.item("findings.report", body, saved_at=FOUND) for body in (unknown, foreign)]

    kept, refused = beat.phone.push(*items)

    assert kept["outcome"] == "applied"
    assert codes(stored(session, unknown)) == ["findings.unknown_place"]
    assert (refused["outcome"], refused["code"]) == ("refused", "findings.foreign_place")


def test_an_item_that_the_checklist_does_not_have_is_remarked(beat, session):
    body = make.finding_body(beat.places[0], FOUND, item="ZZ-99")

    beat.phone.report(body)

    finding = stored(session, body)
    assert codes(finding) == ["findings.unknown_item"]
    assert finding.priority is Priority.NORMAL


def test_the_same_finding_in_another_item_is_refused(beat):
    body = make.finding_body(beat.places[0], FOUND)
    items = [beat.phone.item("findings.report", body, saved_at=FOUND) for _ in range(2)]

    assert [answered.get("code") for answered in beat.phone.push(*items)] == [None, "findings.finding_repeated"]


def test_stewards_and_engineers_hold_findings_and_finance_does_not(app, beat, session):
    body = make.finding_body(beat.places[0], FOUND)
    beat.phone.report(body)
    engineer = make.person(session, beat.estate, role=Role.ENGINEER)
    finance = make.person(session, beat.estate, role=Role.FINANCE)

    told = beat.phone.pull("findings.finding")[body["findingId"]]
    expected = {
        "placeId": str(beat.places[0].id),
        "item": "ST-09",
        "choice": "piled",
        "description": "纸箱 2 个、自行车 1 辆",
        "spot": "防火门外",
        "state": "reported",
        "foundAt": FOUND.isoformat(),
        "byName": "林晓岚",
        "serial": "WT-2026-000001",
        "priority": "urgent",
        "details": body["details"],
        "timesSeen": 0,
        "lastSeen": None,
    }
    assert {name: told[name] for name in expected} == expected
    theirs = make.PatrolPhone(make.browser(app, engineer), beat.estate.id).pull("findings.finding")
    nothing = make.PatrolPhone(make.browser(app, finance), beat.estate.id).pull("findings.finding")
    assert (list(theirs), list(nothing)) == ([body["findingId"]], [])


def meter_body(place, at, **details):
    asked = {"unit": "901", "plate": None, "number": "unreadable", "expiry": None, "reading": None}
    of_meters = checklist("meters")
    return make.finding_body(
        place, at, checklist=of_meters, item="MT-01", choice="damaged", details={**asked, **details}
    )


def test_a_meter_that_reads_less_than_before_is_remarked(beat, session):
    place = beat.places[0]
    before = meter_body(place, FOUND - timedelta(hours=2), reading="1290.5")
    lower, other = meter_body(place, FOUND, reading="1284"), meter_body(place, FOUND, reading="3", unit="902")

    for bodies in ((before, other), (lower,)):
        beat.phone.push(*(beat.phone.item("findings.report", body, saved_at=NOW) for body in bodies))

    assert codes(stored(session, lower)) == ["findings.reading_lower"]
    assert codes(stored(session, other)) == []


def test_a_reading_that_nobody_could_read_is_passed_over(beat, session):
    place = beat.places[0]
    ago = [timedelta(hours=3), timedelta(hours=2), timedelta(0)]
    bodies = [
        meter_body(place, FOUND - back, reading=reading)
        for back, reading in zip(ago, ("1290", "unreadable", "1284"), strict=True)
    ]

    beat.phone.push(*(beat.phone.item("findings.report", body, saved_at=NOW) for body in bodies))

    assert codes(stored(session, bodies[-1])) == ["findings.reading_lower"]


def test_readings_of_one_batch_are_compared_with_each_other_too(beat, session):
    place = beat.places[0]
    moments = (FOUND - timedelta(minutes=9), FOUND)
    first, second = (
        meter_body(place, at, reading=reading, number="W-17") for at, reading in zip(moments, "98", strict=True)
    )

    beat.phone.push(*(beat.phone.item("findings.report", body, saved_at=FOUND) for body in (second, first)))

    assert (codes(stored(session, first)), codes(stored(session, second))) == ([], ["findings.reading_lower"])


def test_pat_m2_steps_are_kept_with_their_times_and_photos(beat, session):
    steps = [
        {"step": "valve_closed", "doneAt": make.iso(FOUND), "reason": None},
        {"step": "notice_posted", "doneAt": None, "reason": "门上有密码锁，贴在对面墙上"},
    ]
    photos = [make.finding_photo(FOUND), make.finding_photo(FOUND, sha256="c" * 64, moment="valve_closed")]
    body = meter_body(beat.places[0], FOUND, reading="12")
    body.update(item="MT-03", choice="still_turning", steps=steps, photos=photos)

    beat.phone.report(body, v=2)

    finding = stored(session, body)
    assert (finding.remarks, finding.steps) == ([], steps)
    assert finding.priority is Priority.URGENT


def test_pat_m2_running_water_reported_without_closing_the_valve_is_remarked(beat, session):
    body = {**meter_body(beat.places[0], FOUND, reading="12"), "item": "MT-03", "choice": "still_turning"}

    beat.phone.report(body)

    assert codes(stored(session, body)) == ["findings.notice_not_posted", "findings.valve_not_closed"]


def test_a_report_of_the_first_shape_is_taken_as_one_without_steps(beat, session):
    body = make.finding_body(beat.places[0], FOUND)

    assert beat.phone.report(body, v=1)["outcome"] == "applied"

    assert stored(session, body).steps is None
