"""A phone whose cameras and tag reader are played (`fake_camera.js`): labels of lenses, torch, zoom, focus, NFC."""

import base64
import io
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import qrcode
from PIL import Image
from playwright.sync_api import BrowserContext, Page
from qrcode.image.pil import PilImage

from tests.e2e.clip import FRAME, WALL

SCRIPT = (Path(__file__).with_name("fake_camera.js")).read_text()
CAN_ALL = {"torch": True, "zoom": {"min": 1, "max": 4}, "focusMode": ["continuous", "single-shot"]}


@dataclass(frozen=True)
class Lens:
    """A camera: what it is called, what it sees (a data address), whether in the dark, what it can."""

    label: str = "camera2 0, facing back"
    picture: str = ""
    dark: bool = False
    can: dict[str, Any] = field(default_factory=lambda: CAN_ALL)
    first: bool = False


def give(context: BrowserContext, *lenses: Lens) -> None:
    """Give the phone these cameras, and a reader of tags."""
    context.add_init_script(f"({SCRIPT.strip()})({json.dumps([asdict(lens) for lens in lenses])})")


def wall(code: Image.Image | None = None, side: int = 300) -> Image.Image:
    """Answer the picture of a wall, with this code hung on it."""
    picture = Image.new("RGB", FRAME, WALL)
    if code:
        picture.paste(code.resize((side, side)), ((FRAME[0] - side) // 2, (FRAME[1] - side) // 2))
    return picture


def wall_with(code: Image.Image | None = None) -> str:
    """Answer the address of the same picture."""
    return f"data:image/png;base64,{base64.b64encode(encoded(wall(code), 'PNG')).decode()}"


def encoded(picture: Image.Image, kind: str) -> bytes:
    """Answer the bytes of a picture as PNG or JPEG."""
    written = io.BytesIO()
    picture.save(written, kind)
    return written.getvalue()


def hold_before(page: Page, picture: str) -> None:
    """Hold the first lens before something else; until the page is loaded anew."""
    page.evaluate("picture => void device.show(picture)", picture)


def label(code: str) -> str:
    """Answer the address of the picture of a wall on which the label with this code hangs."""
    made = qrcode.make(f"HTTPS://ROUNDS.CN/T/{code}", image_factory=PilImage)
    return wall_with(made.get_image().convert("RGB"))


def asked(page: Page) -> list[dict[str, Any]]:
    """Answer what the app asked of the camera, oldest first."""
    return list(page.evaluate("device.asked"))


def opened(page: Page) -> list[str]:
    """Answer the labels of the lenses opened on this page, oldest first."""
    return list(page.evaluate("device.opened"))
