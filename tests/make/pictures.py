"""Real pictures, made on the spot."""

import hashlib
import io
import struct
import zlib
from functools import cache
from typing import Any

from PIL import ExifTags, Image, ImageDraw


def _drawn(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Answer a gradient with a red mark at the top left, so that turning it can be seen."""
    ramp = Image.linear_gradient("L").resize((width, height))
    image = Image.merge("RGB", (ramp, ramp.rotate(180), ramp))
    ImageDraw.Draw(image).rectangle((0, 0, width // 4, height // 4), fill="red")
    return image.convert(mode)


@cache
def picture(
    format_: str = "JPEG",
    width: int = 800,
    height: int = 600,
    *,
    mode: str = "RGB",
    orientation: int = 0,
    seed: int = 0,
) -> bytes:
    """Answer a photo as a camera makes it; `orientation` adds EXIF with it and with a position."""
    image = _drawn(width, height, mode)
    if seed:
        ImageDraw.Draw(image).text((width // 2, height // 2), str(seed), fill=0 if mode == "L" else "blue")
    options: dict[str, Any] = {}
    if orientation:
        exif = Image.Exif()
        exif[ExifTags.Base.Orientation] = orientation
        exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (22.0, 32.0, 24.0)
        options["exif"] = exif
    out = io.BytesIO()
    image.save(out, format_, **options)
    return out.getvalue()


@cache
def moving_picture(format_: str) -> bytes:
    """Answer an animation of two frames."""
    out = io.BytesIO()
    first, second = _drawn(64, 64), _drawn(64, 64).rotate(90)
    first.save(out, format_, save_all=True, append_images=[second], duration=100)
    return out.getvalue()


@cache
def bomb(width: int = 20_000, height: int = 20_000) -> bytes:
    """Answer a well-formed PNG of a few hundred kilobytes that would take gigabytes decoded."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" * ((width + 7) // 8 + 1) * height, 9)
    chunks = [(b"IHDR", header), (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def sha256(data: bytes) -> str:
    """Answer the name of the bytes."""
    return hashlib.sha256(data).hexdigest()
