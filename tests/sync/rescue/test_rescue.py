"""A rescue file is brought in by any phone, and what it holds goes in under its makers' names."""

import hashlib

import pytest
from sqlalchemy import select

from tests import make
from tests.make.pictures import picture as picture_of
from tests.make.rescue import rescue_file, rescue_manifest
from webapp.domains.patrols.models import PatrolVisit
from webapp.ground.photos.models import Photo

PATH = "/api/v1/sync/rescue"


@pytest.fixture
def colleague(app, session, estate):
    """A colleague with a phone that has a network."""
    return make.browser(app, make.person(session, estate, name="何师傅"))


@pytest.fixture
def key(colleague):
    return colleague.get(f"{PATH}/key").get_json()


@pytest.fixture
def picture():
    return picture_of("JPEG")


def bring(browser, file):
    return browser.post(PATH, data=file, content_type="application/octet-stream")


def of(phone, *items, photos=()):
    hashes = [hashlib.sha256(content).hexdigest() for content in photos]
    return rescue_manifest(phone.device_id, phone.browser.push_token, phone.estate_id, items, hashes)


def visits(session):
    session.rollback()
    return session.scalars(select(PatrolVisit)).all()


def test_what_a_dead_phone_held_goes_in_under_its_maker_s_name(session, estate, place, phone, colleague, key, picture):
    visit = phone.visit(place)

    answered = bring(colleague, rescue_file(key, of(phone, visit, photos=[picture]), [picture])).get_json()

    (stored,) = visits(session)
    assert (stored.by_name, str(stored.id)) == ("李晓梅", visit["body"]["visitId"])
    assert [answer["outcome"] for answer in answered["answers"]] == ["applied"]
    assert (answered["photosKept"], answered["photosAbsent"], answered["strangers"]) == (1, 0, 0)
    assert session.scalars(select(Photo.sha256)).one() == hashlib.sha256(picture).hexdigest()


def test_bringing_it_twice_and_the_phone_coming_back_change_nothing(session, place, phone, colleague, key, picture):
    visit = phone.visit(place)
    file = rescue_file(key, of(phone, visit, photos=[picture]), [picture])

    first, second = bring(colleague, file).get_json(), bring(colleague, file).get_json()

    assert first == second
    assert phone.push(visit)["answers"] == first["answers"]
    assert len(visits(session)) == 1


def test_a_file_cut_off_on_its_way_brings_what_came_and_says_what_is_missing(place, phone, colleague, key, picture):
    file = rescue_file(key, of(phone, phone.visit(place), photos=[picture]), [picture])

    answered = bring(colleague, file[:-100]).get_json()

    assert ([answer["outcome"] for answer in answered["answers"]], answered["photosAbsent"]) == (["applied"], 1)


def test_more_items_than_a_push_may_hold_go_in_as_well(session, place, phone, colleague, key):
    items = [phone.visit(place) for _ in range(205)]

    answered = bring(colleague, rescue_file(key, of(phone, *items))).get_json()

    assert (len(answered["answers"]), len(visits(session))) == (205, 205)


def test_items_under_a_token_that_never_was_are_counted_and_left_out(session, place, phone, colleague, key):
    manifest = of(phone, phone.visit(place))
    manifest["parcels"][0]["pushToken"] = "forged"

    answered = bring(colleague, rescue_file(key, manifest)).get_json()

    assert (answered["strangers"], answered["answers"], visits(session)) == (1, [], [])


def test_an_item_that_names_another_maker_than_its_token_is_refused(app, session, estate, place, phone, colleague, key):
    other = make.phone(app, make.person(session, estate), estate)
    manifest = of(phone, other.visit(place))

    (answer,) = bring(colleague, rescue_file(key, manifest)).get_json()["answers"]

    assert (answer["code"], visits(session)) == ("sync.not_the_maker", [])


@pytest.mark.parametrize(
    "spoil", [lambda file: b"PK" + file[2:], lambda file: file[:-1] + bytes([file[-1] ^ 1]), lambda file: b""]
)
def test_a_file_that_is_none_of_ours_or_was_changed_is_refused(session, place, phone, colleague, key, spoil):
    answered = bring(colleague, spoil(rescue_file(key, of(phone, phone.visit(place)))))

    assert (answered.status_code, answered.get_json()["code"]) == (422, "sync.not_a_rescue_file")
    assert visits(session) == []


def test_a_file_sealed_for_another_installation_is_named_so(place, phone, colleague, key):
    foreign = {**key, "id": "01939f3a-6c00-7000-8000-00000000dead"}

    answered = bring(colleague, rescue_file(foreign, of(phone, phone.visit(place))))

    assert answered.get_json()["code"] == "sync.rescue_of_another_server"


def test_the_key_stays_the_same_so_that_old_files_open(colleague, key):
    assert colleague.get(f"{PATH}/key").get_json() == key


def test_nobody_brings_a_file_without_being_signed_in(client):
    assert client.get(f"{PATH}/key").status_code == 401
    assert client.post(PATH, data=b"").status_code == 401
