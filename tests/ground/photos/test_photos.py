"""Photos over HTTP: sent by push token, shown to those who may see a record that shows them."""

import io
import socket
from datetime import timedelta

import pytest
from PIL import Image
from sqlalchemy import func, select

from tests import make
from tests.make.pictures import bomb, moving_picture, picture, sha256
from webapp.core.actor import Role
from webapp.core.bodies import CHUNK
from webapp.core.http import SILENCE_SECONDS
from webapp.ground.photos.models import Photo
from webapp.ground.photos.queries import awaited
from webapp.ground.photos.rules import MAX_BYTES

PHOTOS = "/api/v1/photos"
JPEG = picture()
NAME = sha256(JPEG)


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def chen(app, session, estate):
    return make.browser(app, make.person(session, estate, name="陈志强"))


@pytest.fixture
def boss(app, session, estate):
    return make.browser(app, make.person(session, estate, role=Role.SUPERVISOR))


def send(browser, data, name=None, **options):
    return browser.with_token("PUT", f"{PHOTOS}/{name or sha256(data)}", data=data, **options)


def missing(browser, *hashes, query=""):
    return browser.with_token("POST", f"{PHOTOS}/missing{query}", json={"hashes": list(hashes)})


def shown(browser, size="original", name=NAME, **options):
    return browser.get(f"{PHOTOS}/{name}?size={size}", **options)


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_photo_is_kept_untouched_and_sending_it_again_changes_nothing(chen, format_):
    data = picture(format_, orientation=6 if format_ == "JPEG" else 0)
    assert missing(chen, sha256(data), NAME).get_json() == {"missing": [sha256(data), NAME]}
    assert send(chen, data).status_code == 201
    assert send(chen, data).status_code == 200
    assert missing(chen, sha256(data), NAME).get_json() == {"missing": [NAME]}
    assert shown(chen, name=sha256(data)).data == data


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "photos.not_a_picture"),
        (b"GIF89a, they said", "photos.not_a_picture"),
        (JPEG[: len(JPEG) // 2], "photos.not_a_picture"),
        (moving_picture("WEBP"), "photos.animated"),
        (bomb(), "photos.too_large"),
        (JPEG + b"\x00" * MAX_BYTES, "photos.too_large"),
    ],
    ids=["empty", "fake", "truncated", "animated", "bomb", "heavy"],
)
def test_a_bad_picture_is_refused_with_its_reason_and_nothing_is_kept(app, session, chen, tmp_path, data, code):
    answer = send(chen, data)
    assert (answer.status_code, answer.get_json()["code"]) == (422, code)
    assert missing(chen, sha256(data)).get_json() == {"missing": [sha256(data)]}
    assert not [path for path in (tmp_path / "photos").rglob("*") if path.is_file()]


def test_bytes_that_changed_on_the_way_are_refused(chen):
    answer = send(chen, JPEG, name=sha256(b"other"))
    assert (answer.status_code, answer.get_json()["code"]) == (422, "photos.hash_mismatch")


def test_the_limit_holds_while_reading_when_the_length_is_not_told(chen):
    endless = io.BytesIO(JPEG + b"\x00" * (6 * MAX_BYTES))
    answer = chen.with_token(
        "PUT",
        f"{PHOTOS}/{NAME}",
        input_stream=endless,
        environ_overrides={"CONTENT_LENGTH": "", "wsgi.input_terminated": True},
    )
    assert (answer.status_code, answer.get_json()["code"]) == (422, "photos.too_large")
    assert endless.tell() <= MAX_BYTES + 2 * CHUNK


def test_a_length_that_promises_less_or_more_than_comes_keeps_nothing(session, chen):
    for length in (len(JPEG) - 1, len(JPEG) + 1):
        answer = chen.with_token(
            "PUT", f"{PHOTOS}/{NAME}", input_stream=io.BytesIO(JPEG), environ_overrides={"CONTENT_LENGTH": str(length)}
        )
        assert answer.status_code in (400, 422)
    assert session.scalar(select(func.count()).select_from(Photo)) == 0


@pytest.mark.parametrize("name", ["abc", "g" * 64, "../../etc/passwd", "0" * 63])
def test_a_name_that_is_no_sha256_is_refused(chen, name):
    assert send(chen, JPEG, name=name).status_code in (404, 405, 422)


def test_without_a_push_token_nothing_is_taken(client, chen):
    assert client.put(f"{PHOTOS}/{NAME}", data=JPEG).status_code == 401
    assert chen.client.put(f"{PHOTOS}/{NAME}", data=JPEG, headers={"X-CSRF-Token": chen.csrf}).status_code == 401
    assert client.post(f"{PHOTOS}/missing", json={"hashes": []}).status_code == 401


def test_photos_still_go_out_after_sign_out(app, session, chen):
    chen.delete("/api/v1/session")
    assert send(chen, JPEG).status_code == 201


def test_at_most_five_hundred_hashes_are_asked_at_once_and_only_hashes(chen):
    names = [sha256(bytes([number % 256, number // 256])) for number in range(501)]
    assert missing(chen, *names).status_code == 422
    assert len(missing(chen, *names[:500]).get_json()["missing"]) == 500
    assert missing(chen, "no hash").status_code == 422


def test_estates_share_no_photos(app, session, estate, chen):
    other = make.estate(session)
    both = make.person(session, estate)
    make.membership(session, other, both)
    walker = make.browser(app, both)
    send(chen, JPEG)
    assert missing(walker, NAME, query=f"?estate={estate.id}").get_json() == {"missing": []}
    assert missing(walker, NAME, query=f"?estate={other.id}").get_json() == {"missing": [NAME]}
    assert missing(walker, NAME).status_code == 404
    assert missing(chen, NAME, query=f"?estate={other.id}").status_code == 404
    assert walker.with_token("PUT", f"{PHOTOS}/{NAME}?estate={other.id}", data=JPEG).status_code == 201


def test_a_photo_is_shown_to_its_sender_and_to_nobody_without_a_record(app, session, estate, chen, boss):
    send(chen, JPEG)
    assert shown(chen).status_code == 200
    assert shown(boss).status_code == 404
    assert app.test_client().get(f"{PHOTOS}/{NAME}").status_code == 401


@pytest.mark.parametrize(
    ("role", "origin", "status"),
    [
        (Role.SUPERVISOR, "patrols.visit", 200),
        (Role.GM, "patrols.visit", 200),
        (Role.STEWARD, "patrols.visit", 200),
        (Role.STEWARD, "owners.file", 404),
        (Role.ENGINEER, "findings.report", 200),
        (Role.ENGINEER, "patrols.visit", 404),
        (Role.FINANCE, "findings.report", 404),
        (Role.FINANCE, "renovation.visit", 200),
        (Role.GUARD, "emergencies.enter", 200),
        (Role.CLEANER, "emergencies.enter", 404),
        (Role.ADMIN, "findings.report", 404),
    ],
)
def test_who_works_with_a_record_sees_its_photos(app, session, estate, chen, role, origin, status):
    send(chen, JPEG)
    make.photo_use(session, estate, NAME, origin_kind=origin)
    browser = make.browser(app, make.person(session, estate, role=role))
    assert shown(browser).status_code == status


def test_who_made_the_record_sees_its_photos_whoever_sent_them(app, session, estate, chen):
    cleaner = make.person(session, estate, role=Role.FINANCE)
    make.photo_use(session, estate, NAME, made_by=cleaner.id, origin_kind="owners.file")
    send(chen, JPEG)
    assert shown(make.browser(app, cleaner)).status_code == 200


def test_a_neighbour_estates_supervisor_sees_nothing(app, session, estate, chen):
    send(chen, JPEG)
    make.photo_use(session, estate, NAME)
    there = make.estate(session)
    neighbour = make.browser(app, make.person(session, there, role=Role.SUPERVISOR))
    assert shown(neighbour).status_code == 404
    assert neighbour.get(f"{PHOTOS}/{NAME}?estate={estate.id}").status_code == 404


def test_a_photo_not_yet_sent_is_awaited(session, estate, boss):
    make.photo_use(session, estate, NAME)
    assert (shown(boss).status_code, shown(boss).get_json()["code"]) == (404, "photos.awaited")


def test_what_is_awaited_is_told_oldest_first(session, estate):
    late, early = "a" * 64, "b" * 64
    make.photo_use(session, estate, late, used_at=make.NOON)
    make.photo_use(session, estate, early, used_at=make.NOON - timedelta(days=8))
    make.photo_use(session, estate, NAME, used_at=make.NOON - timedelta(days=9))
    make.photo(session, estate, NAME)
    told = awaited(session, estate.id, used_before=make.NOON + timedelta(seconds=1))
    assert [use.sha256 for use in told] == [early, late]
    assert [use.sha256 for use in awaited(session, estate.id, used_before=make.NOON)] == [early]


def test_a_size_not_made_yet_is_made_on_demand(chen):
    data = picture(width=4000, height=3000, orientation=6)
    send(chen, data)
    thumb, screen = shown(chen, "thumb", sha256(data)), shown(chen, "screen", sha256(data))
    assert (thumb.mimetype, screen.mimetype) == ("image/webp", "image/jpeg")
    assert Image.open(io.BytesIO(thumb.data)).size == (360, 480)
    assert Image.open(io.BytesIO(screen.data)).size == (1200, 1600)
    assert shown(chen, "thumb", sha256(data)).data == thumb.data


def test_a_heic_is_shown_as_jpeg(chen):
    data = picture("HEIF")
    send(chen, data)
    assert shown(chen, "screen", sha256(data)).mimetype == "image/jpeg"
    assert shown(chen, "original", sha256(data)).mimetype == "image/heic"


def test_a_small_jpeg_is_its_own_screen_size(chen):
    send(chen, JPEG)
    assert shown(chen, "screen").data == JPEG
    assert chen.get(f"{PHOTOS}/{NAME}").data == JPEG


def test_a_picture_is_kept_by_the_browser_for_ever_and_by_no_proxy(chen):
    send(chen, JPEG)
    first = shown(chen, "thumb")
    assert first.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert first.headers["X-Content-Type-Options"] == "nosniff"
    again = shown(chen, "thumb", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert shown(chen, "huge").status_code == 422


def test_an_etag_opens_nothing_to_who_may_not_see(app, session, estate, chen, boss):
    send(chen, JPEG)
    etag = shown(chen).headers["ETag"]
    assert shown(boss, headers={"If-None-Match": etag}).status_code == 404


def test_a_line_on_which_nothing_moves_is_given_up(chen):
    ours, theirs = socket.socketpair()
    with ours, theirs:
        chen.with_token("PUT", f"{PHOTOS}/{NAME}", data=JPEG, environ_overrides={"gunicorn.socket": ours})
        assert ours.gettimeout() == SILENCE_SECONDS
