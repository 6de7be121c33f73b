"""The only place that opens pictures: an allow-list of formats, and every pixel decoded before one is believed."""

import io
import struct
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO

import pillow_heif
from PIL import ExifTags, Image, ImageOps

from webapp.ground.photos.refusals import NotAPicture, PhotoAnimated, PhotosBusy, PhotoTooLarge
from webapp.ground.photos.rules import MADE, MAX_PIXELS, Facts, Size

pillow_heif.register_heif_opener()
# Pillow's own limit only warns up to twice its figure; `_opened` is strict instead.
Image.MAX_IMAGE_PIXELS = None

MIMES: Mapping[str, str] = {
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",  # a JPEG with a second picture behind it, as many phones make them
    "PNG": "image/png",
    "WEBP": "image/webp",
    "HEIF": "image/heic",
}
MOVING = ("PNG", "WEBP")
# What decoders say of bytes that are no picture, or no whole one.
BROKEN = (OSError, SyntaxError, ValueError, EOFError, RuntimeError, LookupError, ArithmeticError, struct.error)

# 50 megapixels take 150 MB decoded: two at a time in a process, the rest wait their turn.
_decoders = threading.BoundedSemaphore(2)
PATIENCE = 20  # seconds


def examine(file: IO[bytes]) -> Facts:
    """Decode the whole picture and answer what it is.

    Raises NotAPicture, PhotoTooLarge, PhotoAnimated or PhotosBusy.
    """
    with _opened(file) as image:
        image.load()
        width, height = image.size
        if _orientation(image) >= 5:
            width, height = height, width
        bare = image.format == "JPEG" and max(image.size) <= MADE[Size.SCREEN][0] and not image.getexif()
        return Facts(mime=MIMES[image.format or ""], width=width, height=height, bare=bare)


def shrink(file: IO[bytes], sizes: list[Size]) -> dict[Size, bytes]:
    """Answer the picture in each of `sizes`: upright, without EXIF, from one decode. Raises as `examine` does."""
    with _opened(file) as image:
        edge = max(MADE[size][0] for size in sizes)
        image.draft("RGB", (edge, edge))  # lets the JPEG decoder skip what is not needed
        upright = _flat(ImageOps.exif_transpose(image))
        return {size: _encoded(upright, size) for size in sizes}


def as_jpeg(made: bytes) -> bytes:
    """Answer a size that `shrink` made as JPEG, the one format that a PDF holds without growing it tenfold."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(made)) as image:
        image.convert("RGB").save(out, "JPEG", quality=80, optimize=True)
    return out.getvalue()


@contextmanager
def _opened(file: IO[bytes]) -> Iterator[Image.Image]:
    if not _decoders.acquire(timeout=PATIENCE):
        raise PhotosBusy(retryAfter=5)
    try:
        file.seek(0)
        with Image.open(file, formats=("JPEG", "PNG", "WEBP", "HEIF")) as image:
            if image.width * image.height > MAX_PIXELS:
                raise PhotoTooLarge(maxPixels=MAX_PIXELS)
            if image.format in MOVING and getattr(image, "is_animated", False):
                raise PhotoAnimated()
            yield image
    except BROKEN as error:
        raise NotAPicture() from error
    finally:
        _decoders.release()


def _orientation(image: Image.Image) -> int:
    # The HEIF decoder turns the picture itself.
    return 1 if image.format == "HEIF" else int(image.getexif().get(ExifTags.Base.Orientation, 1))


def _flat(image: Image.Image) -> Image.Image:
    if image.mode == "RGB":
        return image
    if "A" in image.getbands() or "transparency" in image.info:
        seen = image.convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(paper, seen).convert("RGB")
    flat = image.convert("RGB")
    flat.info.pop("icc_profile", None)  # it spoke of the other colours
    return flat


def _encoded(image: Image.Image, size: Size) -> bytes:
    edge, format_, quality = MADE[size]
    copy = image.copy()
    copy.thumbnail((edge, edge), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    profile = image.info.get("icc_profile")
    copy.save(out, format_, quality=quality, exif=b"", xmp=b"", icc_profile=profile, method=4, optimize=True)
    return out.getvalue()
