"""What is taken for a picture, and how it is made smaller."""

import io

import pytest
from PIL import Image

from tests.make.pictures import bomb, moving_picture, picture
from webapp.ground.photos.picture import examine, shrink
from webapp.ground.photos.refusals import NotAPicture, PhotoAnimated, PhotoTooLarge
from webapp.ground.photos.rules import Size

ALL = [Size.THUMB, Size.SCREEN]


def opened(data):
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize(
    ("format_", "mime"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp"), ("HEIF", "image/heic")],
)
def test_the_formats_of_phones_are_known(format_, mime):
    facts = examine(io.BytesIO(picture(format_)))
    assert (facts.mime, facts.width, facts.height) == (mime, 800, 600)


def test_a_jpeg_with_a_second_picture_behind_it_is_a_jpeg_and_does_not_move():
    out = io.BytesIO()
    opened(picture()).save(out, "MPO", save_all=True, append_images=[opened(picture(seed=1))])
    assert examine(io.BytesIO(out.getvalue())).mime == "image/jpeg"


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_picture_that_breaks_off_is_no_picture(format_, share):
    whole = picture(format_)
    with pytest.raises(NotAPicture):
        examine(io.BytesIO(whole[: int(len(whole) * share)]))


@pytest.mark.parametrize(
    "fake",
    [
        b"",
        b"\xff\xd8\xff",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a" + b"\x00" * 99,
        b"%PDF-1.7",
        b"A" * 999,
    ],
    ids=["empty", "jpeg-head", "svg", "gif", "pdf", "text"],
)
def test_what_only_claims_to_be_a_picture_is_none(fake):
    with pytest.raises(NotAPicture):
        examine(io.BytesIO(fake))


@pytest.mark.parametrize("format_", ["BMP", "TIFF", "GIF", "ICO"])
def test_a_format_that_no_phone_sends_is_not_opened(format_):
    with pytest.raises(NotAPicture):
        examine(io.BytesIO(picture(format_, 64, 64)))


def test_a_decompression_bomb_is_refused_before_it_is_decoded():
    assert len(bomb()) < 100_000
    with pytest.raises(PhotoTooLarge):
        examine(io.BytesIO(bomb()))


def test_fifty_megapixels_are_the_limit():
    assert examine(io.BytesIO(bomb(10_000, 5_000))).width == 10_000
    with pytest.raises(PhotoTooLarge):
        examine(io.BytesIO(bomb(10_000, 5_001)))


@pytest.mark.parametrize("format_", ["PNG", "WEBP"])
def test_a_moving_picture_is_refused(format_):
    with pytest.raises(PhotoAnimated):
        examine(io.BytesIO(moving_picture(format_)))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_size_stands_upright_and_knows_no_place(orientation):
    turned = picture(orientation=orientation)
    facts = examine(io.BytesIO(turned))
    assert (facts.width, facts.height) == ((800, 600) if orientation < 5 else (600, 800))
    red_corner = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}[orientation]
    for data in shrink(io.BytesIO(turned), ALL).values():
        made = opened(data).convert("RGB")
        assert not opened(data).getexif()
        corner = made.getpixel((red_corner[0] * (made.width - 1), red_corner[1] * (made.height - 1)))
        assert corner[0] > 200
        assert corner[1] < 80
        assert (made.width > made.height) is (orientation < 5)


def test_sizes_have_their_long_edge_and_format():
    made = shrink(io.BytesIO(picture(width=3000, height=4000)), ALL)
    thumb, screen = opened(made[Size.THUMB]), opened(made[Size.SCREEN])
    assert (thumb.format, thumb.size) == ("WEBP", (360, 480))
    assert (screen.format, screen.size) == ("JPEG", (1200, 1600))


def test_a_small_picture_is_not_blown_up():
    assert opened(shrink(io.BytesIO(picture(width=200, height=100)), ALL)[Size.SCREEN]).size == (200, 100)


@pytest.mark.parametrize("mode", ["L", "CMYK", "RGB"])
def test_other_colours_are_shown_too(mode):
    assert opened(shrink(io.BytesIO(picture(mode=mode)), ALL)[Size.SCREEN]).mode == "RGB"


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1"])
def test_what_shines_through_is_shown_on_white(mode):
    assert set(shrink(io.BytesIO(picture("PNG", mode=mode)), ALL)) == set(ALL)


def test_only_a_small_jpeg_without_exif_is_fit_for_the_screen_as_it_came():
    assert examine(io.BytesIO(picture())).bare
    assert not examine(io.BytesIO(picture(orientation=1))).bare
    assert not examine(io.BytesIO(picture(width=1601))).bare
    assert not examine(io.BytesIO(picture("PNG"))).bare
