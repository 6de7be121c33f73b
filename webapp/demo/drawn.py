"""Draws what renovations show in the demo estate: papers with a seal, a plan, faces of nobody, a room half done."""

import io
from random import Random

from PIL import Image, ImageDraw

from webapp.demo.picture import RED, font

PAPER, INK, GREY = (250, 249, 244), (52, 58, 66), (176, 180, 178)
WALL, CONCRETE, PIPE = (222, 220, 212), (168, 166, 160), (206, 92, 44)
SKIN, HAIR = (226, 190, 160), (44, 40, 38)
SHEET, FACE, ROOM = (600, 800), (360, 480), (960, 720)
# Of the plan: what each room is called, and its corners.
ROOMS = (
    ("客厅", (60, 200, 330, 480)),
    ("主卧", (330, 200, 540, 400)),
    ("次卧", (330, 400, 540, 590)),
    ("厨房", (60, 480, 200, 650)),
    ("卫生间", (200, 480, 330, 650)),
    ("阳台", (330, 590, 540, 650)),
)

Colour = tuple[int, int, int]


def paper(title: str) -> bytes:
    """Answer a sheet with its title, lines of nothing and a red seal."""
    image, draw = _blank(SHEET, PAPER)
    draw.text((300, 110), title, font=font(34), fill=INK, anchor="mm")
    for line in range(11):
        draw.line([(70, 200 + 42 * line), (530 - 70 * (line % 3), 200 + 42 * line)], fill=GREY, width=3)
    draw.ellipse((360, 590, 500, 730), outline=RED, width=6)
    draw.text((430, 660), "★", font=font(40), fill=RED, anchor="mm")
    return _taken(image)


def plan() -> bytes:
    """Answer the drawing of a home: its walls, what its rooms are called, where lines and pipes run."""
    image, draw = _blank(SHEET, PAPER)
    draw.text((300, 110), "装修施工平面图 1:50", font=font(34), fill=INK, anchor="mm")
    for name, corners in ROOMS:
        draw.rectangle(corners, outline=INK, width=6)
        left, top, right, bottom = corners
        draw.text(((left + right) / 2, (top + bottom) / 2), name, font=font(26), fill=INK, anchor="mm")
    draw.line([(80, 640), (80, 500), (310, 500), (310, 640)], fill=(40, 104, 168), width=4)
    draw.line([(90, 230), (500, 230), (500, 560)], fill=PIPE, width=4)
    return _taken(image)


def face(chance: Random) -> bytes:
    """Answer a photo of nobody, as a pass wants it."""
    image, draw = _blank(FACE, (206, 220, 232))
    shirt = (chance.randrange(40, 150), chance.randrange(40, 150), chance.randrange(40, 150))
    draw.rounded_rectangle((40, 340, 320, 560), 90, fill=shirt)
    draw.rectangle((150, 290, 210, 370), fill=SKIN)
    draw.ellipse((95, 110, 265, 330), fill=SKIN)
    draw.pieslice((88, 92, 272, 280), 180, 360, fill=HAIR)
    return _taken(image)


def site(chance: Random, *, drain_open: bool = False) -> bytes:
    """Answer a room half done: channels cut, pipes laid, an extinguisher by the door; the drain covered, or not."""
    image, draw = _blank(ROOM, WALL)
    draw.polygon([(0, 720), (180, 520), (780, 520), (960, 720)], fill=CONCRETE)
    draw.rectangle((180, 90, 780, 520), outline=(190, 188, 180), width=4)
    draw.rectangle((430, 150, 640, 380), fill=(186, 212, 228), outline=(240, 240, 240), width=10)
    for left in (230, 262 + chance.randrange(30), 700):
        draw.line([(left, 90), (left, 520)], fill=PIPE, width=9)
    draw.line([(230, 440), (700, 440)], fill=(40, 104, 168), width=9)
    draw.rounded_rectangle((800, 480, 850, 620), 20, fill=RED)
    draw.ellipse((400, 600, 520, 650), fill=(30, 30, 30) if drain_open else GREY, outline=INK, width=4)
    return _taken(image)


def _blank(size: tuple[int, int], colour: Colour) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", size, colour)
    return image, ImageDraw.Draw(image)


def _taken(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()
