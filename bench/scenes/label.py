"""A printed label or key tag with its QR code, as reflectances, clean or dirty."""

import math
from dataclasses import dataclass
from typing import Any, Literal

import cv2
import numpy as np
import qrcode
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Kind = Literal["card", "tag"]
Picture = NDArray[Any]

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
LEVELS = {
    "L": qrcode.constants.ERROR_CORRECT_L,
    "M": qrcode.constants.ERROR_CORRECT_M,
    "Q": qrcode.constants.ERROR_CORRECT_Q,
    "H": qrcode.constants.ERROR_CORRECT_H,
}
SHADES_OF_DIRT = [0.03, 0.12, 0.3, 0.75, 0.9]


@dataclass(frozen=True)
class Print:
    """How a label is printed; `size_mm` is the code without its quiet zone, `ink` its spread in modules."""

    size_mm: float
    kind: Kind = "card"
    inverted: bool = False
    quiet: float = 4
    black: float = 0.05
    white: float = 0.85
    ink: float = 0.0


@dataclass(frozen=True)
class Label:
    """Reflectances 0 to 1 and opacity by the pixel; `box_mm` is left, top and width of the code."""

    reflectance: Picture
    opacity: Picture
    mm_per_px: float
    box_mm: tuple[float, float, float]
    modules: int


def new_address(rng: Generator) -> str:
    """Answer the address on a label that nobody has."""
    return "https://pm.example.cn/t/" + "".join(rng.choice(list(ALPHABET), 12))


def draw_label(text: str, level: str, look: Print, rng: Generator) -> Label:
    """Answer the label; about 14 pixels a module and 30 mm."""
    code = _modules(text, level)
    n = code.shape[0]
    module_px = max(8, round(14 * look.size_mm / n))
    px_per_mm = module_px * n / look.size_mm
    ink = _ink(text, code, look, module_px, px_per_mm, rng)
    if look.inverted:
        ink = 1 - ink
    reflectance = look.white + (look.black - look.white) * ink
    opacity = np.ones_like(reflectance)
    if look.kind == "tag":
        reflectance, opacity = _on_a_tag(reflectance, look, px_per_mm)
    start = (int((2.0 if look.kind == "card" else 1.2) * px_per_mm) + int(look.quiet * module_px)) / px_per_mm
    box = (start, start, look.size_mm)
    return Label(reflectance.astype(np.float32), opacity.astype(np.float32), 1 / px_per_mm, box, n)


def _modules(text: str, level: str) -> Picture:
    code = qrcode.QRCode(error_correction=LEVELS[level], border=0, box_size=1)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    return np.array(code.get_matrix(), bool)


def _ink(text: str, code: Picture, look: Print, module_px: int, px_per_mm: float, rng: Generator) -> Picture:
    """Answer where ink lies: the code, and on a card its frame and two lines of text."""
    is_card = look.kind == "card"
    quiet = int(look.quiet * module_px)
    size = code.shape[0] * module_px
    pad = int((2.0 if is_card else 1.2) * px_per_mm)
    caption = int((9 if is_card else 4) * px_per_mm * min(1.0, look.size_mm / 30))
    width = size + 2 * quiet + 2 * pad
    picture = Image.new("L", (width, width + caption), 0)
    draw = ImageDraw.Draw(picture)
    letter = max(8, int(caption * 0.36))
    ident = text.rsplit("/", 1)[1]
    line = width - pad
    grouped = f"{ident[:4]} {ident[4:8]} {ident[8:]}"
    draw.text((pad + quiet, line), grouped, 255, font=ImageFont.load_default(letter))
    if is_card:
        place = f"Block 3  Unit 2  Stair {int(rng.integers(1, 30))}"
        draw.text((pad + quiet, line + int(letter * 1.15)), place, 255, font=ImageFont.load_default(letter))
        frame = (3, 3, width - 4, width + caption - 4)
        draw.rectangle(frame, outline=255, width=max(1, int(0.3 * px_per_mm)))
    ink = np.asarray(picture, np.float32) / 255
    corner = pad + quiet
    ink[corner : corner + size, corner : corner + size] = _symbol(code, look.ink, module_px)
    return ink


def _symbol(code: Picture, spread: float, module_px: int) -> Picture:
    symbol: Picture = np.kron(code, np.ones((module_px, module_px), np.float32))
    if spread:
        soft = cv2.GaussianBlur(symbol, (0, 0), module_px * 0.25)
        symbol = np.clip((soft - (0.5 - spread)) * 6 + 0.5, 0, 1)
    return symbol


def _on_a_tag(reflectance: Picture, look: Print, px_per_mm: float) -> tuple[Picture, Picture]:
    """Answer a key fob of plastic, its corners round, with a hole."""
    height, width = reflectance.shape
    end = height + int(8 * px_per_mm)
    shape = Image.new("L", (width, end), 0)
    draw = ImageDraw.Draw(shape)
    draw.rounded_rectangle((0, 0, width - 1, end - 1), int(4 * px_per_mm), 255)
    hole, x, y = int(2.2 * px_per_mm), width // 2, height + int(3.5 * px_per_mm)
    draw.ellipse((x - hole, y - hole, x + hole, y + hole), fill=0)
    body = np.full((end, width), look.black if look.inverted else look.white, np.float32)
    body[:height] = reflectance
    return body, np.asarray(shape, np.float32) / 255


def add_dirt(label: Label, share: float, rng: Generator) -> tuple[float, str]:
    """Cover about `share` of the code, in place; answers the true share and what the dirt is like.

    Mostly a few compact marks (mud, paint, a sticker, a torn edge); sometimes scratches or speckles.
    """
    left, top, size = (int(value / label.mm_per_px) for value in label.box_mm)
    mask = np.zeros((size, size), np.uint8)
    shades = np.zeros((size, size), np.float32)
    style = str(rng.choice(["blot", "blot", "tear", "scratch", "speckle"]))
    marks = int(rng.integers(1, 4))
    for _ in range(3000):
        lacking = share - mask.mean() / 255
        if lacking <= 0.004:
            break
        shade = float(rng.choice(SHADES_OF_DIRT))
        mark = _mark(style, size, lacking, marks, rng)
        if style == "blot":
            marks -= 1
        shades[mark > 0] = shade
        mask |= mark
    soft = cv2.GaussianBlur(mask.astype(np.float32) / 255, (0, 0), max(0.5, size * 0.003))
    part = label.reflectance[top : top + size, left : left + size]
    part[:] = part * (1 - soft) + shades * soft
    return round(float(mask.mean() / 255), 3), style


def _mark(style: str, size: int, lacking: float, marks: int, rng: Generator) -> Picture:
    mark = np.zeros((size, size), np.uint8)
    centre = (int(rng.integers(0, size)), int(rng.integers(0, size)))
    if style == "blot":
        _blot(mark, centre, lacking, marks, rng)
    elif style == "tear":
        return _torn(mark, lacking, rng)
    elif style == "scratch":
        angle = rng.uniform(0, 6.28)
        length = size * rng.uniform(0.3, 0.9)
        end = (int(centre[0] + length * math.cos(angle)), int(centre[1] + length * math.sin(angle)))
        cv2.line(mark, centre, end, 255, max(1, int(size * rng.uniform(0.01, 0.04))))
    else:
        for _ in range(6):
            at = (int(centre[0] + size * rng.normal(0, 0.05)), int(centre[1] + size * rng.normal(0, 0.05)))
            cv2.circle(mark, at, max(1, int(size * rng.uniform(0.01, 0.03))), 255, -1)
    return mark


def _blot(mark: Picture, centre: tuple[int, int], lacking: float, marks: int, rng: Generator) -> None:
    size = len(mark)
    radius = size * math.sqrt(max(lacking, 0.004) / math.pi) / math.sqrt(max(1, marks)) * rng.uniform(0.8, 1.1)
    points = [
        (
            centre[0] + radius * rng.uniform(0.7, 1.25) * math.cos(angle),
            centre[1] + radius * rng.uniform(0.7, 1.25) * math.sin(angle),
        )
        for angle in np.linspace(0, 6.28, 14)[:-1]
    ]
    cv2.fillPoly(mark, [np.array(points, np.int32)], 255)


def _torn(mark: Picture, lacking: float, rng: Generator) -> Picture:
    """Tear off a corner or an edge."""
    size = len(mark)
    corner = size * math.sqrt(2 * lacking) if rng.random() < 0.5 else 0
    edge = 0 if corner else size * lacking
    points = (
        [(0, 0), (corner * 1.1, 0), (corner * 0.6, corner * 0.35), (0, corner * 1.1)]
        if corner
        else [(0, 0), (size, 0), (size, edge * 1.2), (size * 0.6, edge * 0.7), (size * 0.3, edge * 1.25), (0, edge)]
    )
    filled = cv2.fillPoly(mark, [np.array(points).astype(np.int32)], 255)
    return np.rot90(filled, int(rng.integers(0, 4))).copy()
