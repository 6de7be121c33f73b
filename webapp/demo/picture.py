"""Draws photos of stairwells for the demo estate: no camera was there, so no picture shows anybody's home.

No two pictures are alike: camera, light, walls and grain differ, as they do in the hand of a person.
"""

import io
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageEnhance, ImageFont

FONT = Path(__file__).parents[1] / "fonts/NotoSansSC-Regular.ttf"
WIDTH, HEIGHT = 1280, 960
TAKEN = (1024, 768)
RED, GREEN, STEEL, CARTON = (168, 44, 36), (24, 124, 72), (176, 180, 178), (178, 138, 92)

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """What the camera sees of a floor; everything is in order unless said otherwise."""

    floor: int
    light_on: bool = True
    door_open: bool = False
    piled: bool = False
    extinguishers: int = 2
    stained: bool = False
    littered: bool = False


def photo_of(scene: Scene, chance: Random) -> bytes:
    """Answer a JPEG of the scene as a phone would have shrunk it: upright, no EXIF."""
    image = Image.new("RGB", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(image)
    _room(draw, chance)
    _door(draw, scene, chance)
    _fire_gear(draw, scene)
    _sign(draw, scene)
    _stairs(draw)
    _disorder(draw, scene, chance)
    out = io.BytesIO()
    _as_taken(image, scene, chance).save(out, "JPEG", quality=80)
    return out.getvalue()


def _room(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    wall = _near((206, 208, 200), 10, chance)
    draw.rectangle((0, 0, WIDTH, HEIGHT), fill=wall)
    draw.polygon([(0, 0), (WIDTH, 0), (980, 150), (300, 150)], fill=_shade(wall, 1.08))
    draw.polygon([(0, 0), (300, 150), (300, 700), (0, HEIGHT)], fill=_shade(wall, 0.9))
    draw.polygon([(WIDTH, 0), (980, 150), (980, 700), (WIDTH, HEIGHT)], fill=_shade(wall, 0.86))
    floor = _near((142, 146, 142), 12, chance)
    draw.polygon([(0, HEIGHT), (300, 700), (980, 700), (WIDTH, HEIGHT)], fill=floor)
    for step in range(1, 8):
        x, far = WIDTH * step / 8, 300 + 680 * step / 8
        draw.line([(x, HEIGHT), (far, 700)], fill=_shade(floor, 0.88), width=2)
    draw.line([(300, 700), (980, 700)], fill=_shade(floor, 0.7), width=8)


def _door(draw: ImageDraw.ImageDraw, scene: Scene, chance: Random) -> None:
    leaf = _near((116, 134, 124), 8, chance)
    draw.rectangle((520, 300, 780, 700), fill=_shade(leaf, 0.7))
    if scene.door_open:
        draw.rectangle((532, 312, 768, 700), fill=(58, 62, 60))
        draw.polygon([(532, 312), (470, 336), (470, 740), (532, 700)], fill=leaf)
        return
    draw.rectangle((532, 312, 768, 700), fill=leaf)
    draw.line([(650, 312), (650, 700)], fill=_shade(leaf, 0.75), width=4)
    for left in (566, 690):
        draw.rectangle((left, 360, left + 44, 460), fill=(206, 220, 220))
    draw.rounded_rectangle((550, 560, 750, 574), 6, fill=STEEL)


def _fire_gear(draw: ImageDraw.ImageDraw, scene: Scene) -> None:
    draw.rectangle((356, 420, 460, 560), fill=RED)
    draw.rectangle((368, 432, 448, 548), outline=(232, 214, 208), width=3)
    draw.text((408, 490), "消防栓", font=font(24), fill="white", anchor="mm")
    for number in range(scene.extinguishers):
        left = 360 + 46 * number
        draw.rounded_rectangle((left, 616, left + 34, 700), 14, fill=RED)
        draw.rectangle((left + 10, 600, left + 24, 618), fill=(40, 40, 40))
        draw.rectangle((left + 4, 646, left + 30, 668), fill=(236, 232, 224))


def _sign(draw: ImageDraw.ImageDraw, scene: Scene) -> None:
    draw.rectangle((590, 246, 710, 284), fill=GREEN)
    draw.text((650, 264), "安全出口", font=font(24), fill="white", anchor="mm")
    draw.ellipse((852, 300, 948, 396), fill=(38, 84, 140))
    draw.text((900, 347), f"{scene.floor}F", font=font(40), fill="white", anchor="mm")
    lamp: Colour = (255, 252, 232) if scene.light_on else (120, 122, 118)
    draw.ellipse((560, 56, 740, 112), fill=lamp, outline=(150, 150, 146), width=3)


def _stairs(draw: ImageDraw.ImageDraw) -> None:
    for step in range(6):
        left, top = 1010 + 40 * step, 668 - 52 * step
        draw.polygon([(left, top), (WIDTH, top - 40), (WIDTH, top + 14), (left, top + 52)], fill=(152, 154, 148))
        draw.line([(left, top), (WIDTH, top - 40)], fill=(214, 190, 90), width=5)
    draw.line([(1000, 560), (1240, 220)], fill=STEEL, width=14)


def _disorder(draw: ImageDraw.ImageDraw, scene: Scene, chance: Random) -> None:
    if scene.stained:
        for _ in range(60):
            x, y, size = chance.gauss(860, 36), chance.gauss(520, 60), chance.uniform(4, 26)
            draw.ellipse((x, y, x + size, y + size * 1.6), fill=_near((168, 162, 138), 6, chance))
    if scene.littered:
        for _ in range(14):
            x, y = chance.uniform(320, 940), chance.uniform(740, 920)
            draw.polygon([(x, y), (x + 34, y - 8), (x + 40, y + 12)], fill=_near((214, 206, 190), 30, chance))
    if scene.piled:
        for left, top, size in ((500, 560, 150), (620, 600, 120), (530, 450, 110)):
            left, box = left + round(chance.uniform(-24, 24)), _near(CARTON, 14, chance)
            draw.rectangle((left, top, left + size, top + size), fill=box)
            draw.rectangle((left + size * 0.42, top, left + size * 0.58, top + size), fill=_shade(box, 1.18))
        for x in (760, 880):
            draw.ellipse((x, 600, x + 110, 710), outline=(40, 48, 54), width=9)
        draw.line([(815, 655), (860, 580), (935, 655), (850, 655), (860, 580)], fill=(54, 90, 150), width=8)


def _as_taken(image: Image.Image, scene: Scene, chance: Random) -> Image.Image:
    """Answer the scene as held in a hand: a little turned, nearer or further, light and grain of the moment."""
    image = image.transform(TAKEN, Image.Transform.AFFINE, _hand(chance), Image.Resampling.BILINEAR)
    light = chance.uniform(0.86, 1.08) if scene.light_on else chance.uniform(0.34, 0.46)
    image = ImageEnhance.Brightness(image).enhance(light)
    grain = Image.effect_noise((TAKEN[0] // 2, TAKEN[1] // 2), 24).resize(TAKEN).convert("RGB")
    return Image.blend(image, grain, 0.06)


def _hand(chance: Random) -> tuple[float, float, float, float, float, float]:
    """Answer where each point of the photo lies in the scene: turned and scaled about the middle, within its edges."""
    scale, turn = WIDTH / TAKEN[0] * chance.uniform(0.82, 0.9), radians(chance.uniform(-2, 2))
    along, across = scale * cos(turn), scale * sin(turn)
    x, y = WIDTH / 2 + chance.uniform(-36, 36), HEIGHT / 2 + chance.uniform(-22, 22)
    left = x - along * TAKEN[0] / 2 - across * TAKEN[1] / 2
    top = y + across * TAKEN[0] / 2 - along * TAKEN[1] / 2
    return along, across, left, -across, along, top


def _near(colour: Colour, spread: float, chance: Random) -> Colour:
    step = chance.uniform(-spread, spread)
    red, green, blue = (max(0, min(255, round(part + step))) for part in colour)
    return red, green, blue


def _shade(colour: Colour, factor: float) -> Colour:
    red, green, blue = (max(0, min(255, round(part * factor))) for part in colour)
    return red, green, blue


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """Answer the demo's letters in a size."""
    return ImageFont.truetype(FONT, size)
