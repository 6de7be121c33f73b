"""The same picture is found again in other bytes; a picture in which nothing can be told apart is like no other."""

import io
from random import Random

import pytest
import time_machine
from PIL import Image
from sqlalchemy import select

from tests import make
from tests.make.pictures import picture, sha256
from webapp.demo.picture import Scene, photo_of
from webapp.ground.photos import queries
from webapp.ground.photos.jobs import LOOK
from webapp.ground.photos.look import alike, look_of, parts_of
from webapp.ground.photos.models import PhotoLook
from webapp.ground.photos.service import keep_look
from webapp.ground.photos.store import keep, key_of

CHANCE = Random(7)
SHOT = photo_of(Scene(9), CHANCE)


def again(data, *, scale=1.0, quality=60, crop=0, dimmed=1.0):
    """The picture in other bytes, as it comes out of a messenger or a screenshot."""
    opened = Image.open(io.BytesIO(data))
    image = opened.crop((crop, crop, opened.width - crop, opened.height - crop))
    image = image.resize((round(image.width * scale), round(image.height * scale)))
    out = io.BytesIO()
    image.point(lambda level: round(level * dimmed)).save(out, "JPEG", quality=quality)
    return out.getvalue()


@pytest.mark.parametrize("change", [{"quality": 40}, {"scale": 0.6}, {"scale": 0.8, "quality": 50}, {"dimmed": 0.8}])
def test_a_picture_sent_on_is_the_same_picture(change):
    one, other = look_of(SHOT), look_of(again(SHOT, **change))

    assert one
    assert other
    assert alike(one, other)
    assert set(enumerate(parts_of(one))) & set(enumerate(parts_of(other)))


def test_pictures_taken_one_after_the_other_from_one_spot_are_not():
    shots = [photo_of(Scene(9), CHANCE) for _ in range(8)]
    looks = [look for shot in shots if (look := look_of(shot))]

    assert len(looks) == 8
    assert not any(alike(one, other) for at, one in enumerate(looks) for other in looks[:at])


@pytest.mark.parametrize(
    "blank", [Image.new("RGB", (800, 600), "beige"), Image.linear_gradient("L").resize((800, 600)).convert("RGB")]
)
def test_a_bare_wall_or_a_dark_picture_has_no_look(blank):
    out = io.BytesIO()
    blank.save(out, "JPEG")

    assert look_of(out.getvalue()) is None
    assert look_of(again(SHOT, dimmed=0.06)) is None


@pytest.fixture
def estate(session):
    return make.estate(session)


def test_those_that_look_alike_are_found_in_the_estate_alone(session, estate):
    elsewhere = make.estate(session)
    for where, name, data in (
        (estate, "a", SHOT),
        (estate, "b", again(SHOT, scale=0.6)),
        (estate, "c", photo_of(Scene(9), CHANCE)),
        (elsewhere, "d", SHOT),
    ):
        keep_look(where.id, name * 64, data)

    assert queries.looking_alike(session, estate.id, ["a" * 64]) == {"a" * 64: {"b" * 64}}
    assert queries.looking_alike(session, estate.id, ["0" * 64]) == {}


def test_the_worker_looks_at_what_came_while_nobody_looked(app, session, estate):
    data, lost = picture(), "f" * 64
    for name in (sha256(data), lost):
        make.photo(session, estate, name)
    keep(app.extensions["rounds.settings"].photo_store, key_of(estate.id, sha256(data)), data)

    with time_machine.travel(make.NOON):
        LOOK.act()

    session.rollback()
    assert set(session.scalars(select(PhotoLook.sha256))) == {sha256(data), lost}
