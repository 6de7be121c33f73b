"""A visit comes in by the real push: it stands on the page of its round, and what is not in order is remarked."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from tests import make
from tests.domains.conftest import NOW
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.domains.patrols.models import PatrolRecord, PatrolVisit
from webapp.domains.patrols.rules.rounds import Timeliness, extra_id, round_id
from webapp.ground.photos.models import PhotoUse

SCANNED = NOW - timedelta(minutes=2)


def scanned(beat, index=0, **fields):
    """A sound visit of one of the beat's places, its label read by the camera."""
    camera = {"label": beat.labels[index].code, "scan": {"method": "camera", "reason": None}}
    return make.visit_body(beat.places[index], SCANNED, beat.route, **{**camera, **fields})


def item(beat, body):
    return beat.phone.item("patrols.visit", body, saved_at=SCANNED + timedelta(minutes=1))


def stored(session, body):
    session.rollback()
    return session.scalars(select(PatrolVisit).where(PatrolVisit.id == UUID(body["visitId"]))).one()


def codes(visit):
    return [remark["code"] for remark in visit.remarks]


def test_a_sound_visit_has_no_remark_and_keeps_the_names_of_the_day(beat, session):
    body = scanned(beat)

    answered = beat.phone.visit(body)

    visit = stored(session, body)
    assert answered["outcome"] == "applied"
    assert answered["serial"] == "XC-2026-000001"
    assert (visit.place_name, visit.place_type, visit.by_name) == ("3 栋 2 单元 9 层 楼梯间", "stairwell", "林晓岚")
    assert (visit.remarks, visit.timeliness, visit.abnormal) == ([], Timeliness.ON_TIME, 0)
    assert (visit.scanned_at, visit.phone_scanned_at, visit.received_at) == (SCANNED, SCANNED, NOW)
    assert visit.answers == body["answers"]


def test_all_visits_of_a_round_answer_one_serial_and_another_round_the_next(beat, session):
    first, second = beat.phone.visit(scanned(beat, 0)), beat.phone.visit(scanned(beat, 1))
    other = beat.phone.visit(scanned(beat, 2, round={**scanned(beat)["round"], "number": 1}))

    assert first["serial"] == second["serial"] == "XC-2026-000001"
    assert other["serial"] == "XC-2026-000002"
    assert second["entry"] == first["entry"] + 1
    page = session.get_one(
        PatrolRecord, (beat.estate.id, round_id(beat.estate.id, beat.route.id, date(2026, 11, 23), 2))
    )
    assert (page.serial, page.route_id, page.number) == ("XC-2026-000001", beat.route.id, 2)


def test_visits_of_one_push_stand_on_one_page(beat):
    items = [item(beat, scanned(beat, index)) for index in range(3)]

    assert {answered["serial"] for answered in beat.phone.push(*items)} == {"XC-2026-000001"}


def test_a_visit_outside_any_round_stands_on_the_extra_page_of_its_maker_and_day(beat, session):
    body = scanned(beat, round=None)

    beat.phone.visit(body)

    visit = stored(session, body)
    assert visit.record_id == extra_id(beat.estate.id, beat.steward.id, date(2026, 11, 23))
    assert (visit.timeliness, visit.route_id, visit.number) == (Timeliness.EXTRA, None, None)
    assert visit.day == date(2026, 11, 23)


def test_an_extra_visit_just_after_midnight_belongs_to_the_day_of_the_estate(beat, session, clock):
    clock.move_to(NOW.replace(hour=16, minute=30))  # 00:30 in Shenzhen
    body = make.visit_body(beat.places[0], NOW.replace(hour=16, minute=20))

    beat.phone.visit(body)

    assert stored(session, body).day == date(2026, 11, 24)


def test_sending_a_visit_again_gives_the_same_answer_and_changes_nothing(beat, session):
    sent = item(beat, scanned(beat))

    assert beat.phone.push(sent) == beat.phone.push(sent)
    assert len(session.scalars(select(PatrolVisit)).all()) == 1


def test_the_same_visit_in_another_item_is_refused_and_kept(beat):
    body = scanned(beat)
    beat.phone.visit(body)

    answered = beat.phone.visit({**body, "observation": "后来改写的话"})

    assert (answered["outcome"], answered["code"]) == ("refused", "patrols.visit_repeated")


def test_the_same_visit_twice_in_one_push_is_taken_once(beat):
    body = scanned(beat)
    items = [item(beat, body) for _ in range(2)]

    assert [answered["outcome"] for answered in beat.phone.push(*items)] == ["applied", "refused"]


def test_a_place_that_nobody_knows_is_remarked_upon(beat, session):
    body = scanned(beat, placeId=str(new_id()))

    assert beat.phone.visit(body)["outcome"] == "applied"

    visit = stored(session, body)
    assert visit.place_name is None
    assert "patrols.unknown_place" in codes(visit)


def test_a_place_of_another_estate_is_refused(beat, session):
    foreign = make.place(session, make.estate(session))

    answered = beat.phone.visit(scanned(beat, placeId=str(foreign.id)))

    assert (answered["outcome"], answered["code"]) == ("refused", "patrols.foreign_place")


def test_a_label_revoked_before_the_scan_is_remarked_and_one_revoked_after_it_is_not(beat, session):
    beat.labels[0].revoked_at = SCANNED - timedelta(days=1)
    beat.labels[1].revoked_at = SCANNED + timedelta(minutes=1)
    session.commit()
    before, after = scanned(beat, 0), scanned(beat, 1, scannedAt=make.iso(SCANNED + timedelta(seconds=30)))
    beat.phone.push(item(beat, before), item(beat, after))

    assert codes(stored(session, before)) == ["patrols.label_revoked"]
    assert codes(stored(session, after)) == []


def test_a_label_of_another_place_or_of_nobody_is_remarked(beat, session):
    elsewhere = scanned(beat, label=beat.labels[1].code)
    unknown = scanned(beat, label="000000000000", scannedAt=make.iso(SCANNED + timedelta(seconds=30)))
    beat.phone.push(item(beat, elsewhere), item(beat, unknown))

    assert codes(stored(session, elsewhere)) == ["patrols.label_elsewhere"]
    assert codes(stored(session, unknown)) == ["patrols.label_unknown"]


def test_pat_r12_a_visit_without_a_scan_is_marked_in_review_even_with_a_reason(beat, session):
    body = make.visit_body(beat.places[0], SCANNED, beat.route)

    beat.phone.visit(body)

    assert codes(stored(session, body)) == ["patrols.not_scanned"]


def test_pat_r12_an_opened_link_is_no_scan_and_asks_for_no_reason(beat, session):
    body = scanned(beat, scan={"method": "link", "reason": None})

    beat.phone.visit(body)

    assert codes(stored(session, body)) == ["patrols.not_scanned"]
    assert stored(session, body).scan_method == "link"


def test_pat_r13_pace_is_judged_across_pushes_and_within_one(beat, session):
    bodies = [scanned(beat, index, scannedAt=make.iso(SCANNED + timedelta(seconds=10 * index))) for index in range(3)]
    beat.phone.visit(bodies[0], saved_at=SCANNED)
    beat.phone.push(*(item(beat, body) for body in bodies[1:]))

    assert [codes(stored(session, body)) for body in bodies] == [[], ["patrols.too_fast"], ["patrols.too_fast"]]


def test_lateness_is_judged_by_corrected_time(beat, session, clock):
    clock.move_to(NOW.replace(hour=9, minute=40))  # ten minutes after the window
    slow = timedelta(minutes=20)  # the phone believes it is still 17:20
    body = make.visit_body(beat.places[0], NOW.replace(hour=9, minute=19), beat.route)
    offset = {"clock": {"page": "p1", "elapsedMs": 1000, "offsetMs": slow / timedelta(milliseconds=1)}}

    beat.phone.visit(body, **offset)

    visit = stored(session, body)
    assert visit.phone_scanned_at == NOW.replace(hour=9, minute=19)
    assert visit.scanned_at == NOW.replace(hour=9, minute=39)
    assert visit.drift_ms == slow / timedelta(milliseconds=1)
    assert visit.timeliness is Timeliness.LATE
    assert "patrols.clock_off" in codes(visit)


def test_a_round_that_no_plan_knows_keeps_its_page_with_a_remark(beat, session):
    body = scanned(beat, round={**scanned(beat)["round"], "number": 7})

    beat.phone.visit(body)

    visit = stored(session, body)
    assert codes(visit) == ["patrols.unknown_round"]
    assert (visit.number, visit.timeliness) == (7, Timeliness.EXTRA)


def test_a_route_that_nobody_knows_puts_the_visit_on_the_extra_page(beat, session):
    body = scanned(beat, round={**scanned(beat)["round"], "routeId": str(new_id())})

    beat.phone.visit(body)

    visit = stored(session, body)
    assert codes(visit) == ["patrols.unknown_round"]
    assert visit.route_id is None


def test_a_place_that_is_not_on_the_route_is_remarked(beat, session):
    astray = make.place(session, beat.estate)
    body = make.visit_body(astray, SCANNED, beat.route)

    beat.phone.visit(body)

    assert "patrols.off_route" in codes(stored(session, body))


def test_photos_are_used_by_the_visit_and_one_from_the_album_is_remarked(beat, session):
    body = scanned(beat, photos=[make.visit_photo(SCANNED), make.visit_photo(SCANNED, sha256="a" * 64, live=False)])

    beat.phone.visit(body)

    uses = session.scalars(select(PhotoUse).where(PhotoUse.origin_id == UUID(body["visitId"]))).all()
    assert {use.origin_kind for use in uses} == {"patrols.visit"}
    assert len(uses) == 2
    assert codes(stored(session, body)) == ["patrols.photo_not_live"]


def test_a_visit_where_nothing_could_be_checked_is_skipped_with_its_reason(beat, session):
    nothing = [make.answer(one["item"], "not_checked", reason="门锁住，进不去") for one in make.answers()]
    body = scanned(beat, answers=nothing, observation="门锁住，进不去")

    beat.phone.visit(body)

    assert stored(session, body).seen.state == "skipped"


def test_moments_and_days_that_no_clock_shows_are_refused_for_their_shape(beat):
    ages_ago = beat.phone.visit({**scanned(beat), "scannedAt": "0001-01-01T00:00:00Z"}, saved_at=SCANNED)
    never = beat.phone.visit(scanned(beat, round={**scanned(beat)["round"], "date": "9999-12-31"}))

    assert (ages_ago["outcome"], ages_ago["code"]) == ("refused", "core.bad_shape")
    assert (never["outcome"], never["code"]) == ("refused", "core.bad_shape")


def test_an_item_about_another_record_than_its_body_is_refused(beat):
    assert beat.phone.visit(scanned(beat), about=str(new_id()))["code"] == "core.bad_shape"


def test_a_visit_is_judged_by_the_settings_its_phone_knew_not_by_today_s(app, session, beat, clock):
    admin = make.browser(app, make.person(session, beat.estate, role=Role.ADMIN))
    changed = {"seen": 1, "settings": {"patrol_windows": [["09:00", "12:00"], ["16:00", "17:30"]]}}
    assert admin.open("PUT", "/api/v1/estates/settings", json=changed).status_code == 200
    old, new = scanned(beat, 0), scanned(beat, 1)

    beat.phone.visit(old, rules="stairwell/1;settings/1")
    beat.phone.visit(new, rules="stairwell/1;settings/2")

    assert (stored(session, old).timeliness, codes(stored(session, old))) == (Timeliness.ON_TIME, [])
    assert stored(session, new).timeliness is Timeliness.EARLY


def test_a_phone_that_names_no_settings_is_judged_by_those_of_the_moment(app, session, beat, clock):
    body = scanned(beat)
    admin = make.browser(app, make.person(session, beat.estate, role=Role.ADMIN))
    changed = {"seen": 1, "settings": {"patrol_windows": [["09:00", "12:00"], ["16:00", "17:30"]]}}
    admin.open("PUT", "/api/v1/estates/settings", json=changed)

    beat.phone.visit(body)

    # Scanned two minutes before the change.
    assert stored(session, body).timeliness is Timeliness.ON_TIME
