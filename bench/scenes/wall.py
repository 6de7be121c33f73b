"""What labels hang on: walls, tiles, doors, pipes, notices; and things that only look like codes."""

import cv2
import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFont

from bench.scenes.camera import Lens
from bench.scenes.label import Picture

GRAIN = [(400, 0.05), (90, 0.025), (16, 0.012), (4, 0.01)]
LETTERS = list("abcdefghiklmnoprstuvw  ABC0123456789")


def background(lens: Lens, rng: Generator, busy: float = 0.5) -> Picture:
    """Answer a wall; `busy` is how often notices hang on it."""
    width, height = lens.fine
    base = rng.uniform(0.18, 0.6)
    wall = base + _grain(rng, height, width)
    kind = rng.integers(0, 5)
    if kind == 1:
        _tiles(wall, base, rng)
    elif kind == 2:
        _door(wall, base, rng)
    elif kind == 3:
        _pipes(wall, rng)
    if rng.random() < busy:
        _notices(wall, rng)
    return np.clip(wall, 0.02, 0.95)


def _grain(rng: Generator, height: int, width: int) -> Picture:
    out = np.zeros((height, width), np.float32)
    for cell, strength in GRAIN:
        coarse = rng.standard_normal((max(2, height // cell + 2), max(2, width // cell + 2))).astype(np.float32)
        out += strength * cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    return out


def _tiles(wall: Picture, base: float, rng: Generator) -> None:
    height, width = wall.shape
    across, down = int(rng.integers(120, 420)), int(rng.integers(60, 300))
    for row, y in enumerate(range(0, height, down)):
        cv2.line(wall, (0, y), (width, y), base * 0.6, int(rng.integers(3, 10)))
        for x in range((across // 2) * (row % 2), width, across):
            cv2.line(wall, (x, y), (x, y + down), base * 0.6, int(rng.integers(3, 10)))


def _door(wall: Picture, base: float, rng: Generator) -> None:
    height, width = wall.shape
    for _ in range(4):
        x, y = int(rng.integers(0, width)), int(rng.integers(0, height))
        end = (x + int(rng.integers(200, 900)), y + int(rng.integers(200, 900)))
        cv2.rectangle(wall, (x, y), end, float(base * rng.uniform(0.6, 1.3)), int(rng.integers(4, 20)))


def _pipes(wall: Picture, rng: Generator) -> None:
    height, width = wall.shape
    for _ in range(int(rng.integers(2, 6))):
        x = int(rng.integers(0, width))
        end = (x + int(rng.normal(0, 200)), height)
        cv2.line(wall, (x, 0), end, float(rng.uniform(0.05, 0.8)), int(rng.integers(8, 90)))


def _notices(wall: Picture, rng: Generator) -> None:
    height, width = wall.shape
    for _ in range(int(rng.integers(1, 4))):
        x, y = int(rng.integers(0, width - 300)), int(rng.integers(0, height - 200))
        size = int(rng.integers(250, 700)), int(rng.integers(180, 500))
        part = wall[y : y + size[1], x : x + size[0]]
        part[:] = _notice(size, rng)[: part.shape[0], : part.shape[1]]


def _notice(size: tuple[int, int], rng: Generator) -> Picture:
    sheet = Image.new("L", size, int(rng.integers(190, 240)))
    draw = ImageDraw.Draw(sheet)
    letter = int(rng.integers(14, 40))
    for line in range(int(size[1] / (letter * 1.3))):
        words = "".join(rng.choice(LETTERS, int(size[0] / letter * 1.6)))
        place = (10, 8 + line * letter * 1.3)
        draw.text(place, words, int(rng.integers(0, 70)), font=ImageFont.load_default(letter))
    return np.asarray(sheet, np.float32) / 255 * 0.85


def add_decoys(wall: Picture, rng: Generator) -> Picture:
    """Answer the wall with things on it that look a bit like a QR code."""
    height, width = wall.shape
    for _ in range(int(rng.integers(2, 6))):
        size = int(rng.integers(120, 560))
        x, y = int(rng.integers(0, max(1, width - size))), int(rng.integers(0, max(1, height - size)))
        shades = (0.85 - 0.8 * np.pad(_decoy(rng), 2)).astype(np.float32)
        texture = cv2.resize(shades, (size, size), interpolation=cv2.INTER_NEAREST)
        turn = cv2.getRotationMatrix2D((size / 2, size / 2), rng.uniform(-30, 30), 1)
        turn[:, 2] += (x, y)
        hung = cv2.warpAffine(texture, turn, (width, height), flags=cv2.INTER_AREA)
        opacity = cv2.warpAffine(np.ones_like(texture), turn, (width, height))
        wall = wall * (1 - opacity) + hung * opacity
    return wall


def _decoy(rng: Generator) -> np.ndarray:
    """Answer chequers, random modules, a bar code, three corner squares around nothing, or a single one."""
    kind = rng.integers(0, 5)
    if kind == 0:
        n = int(rng.integers(4, 20))
        return np.indices((n, n)).sum(0) % 2
    if kind == 1:
        n = int(rng.integers(15, 40))
        return (rng.random((n, n)) < 0.5).astype(int)
    if kind == 2:
        return np.repeat((rng.random((1, 60)) < 0.5).astype(int), 30, 0)
    if kind == 3:
        modules = (rng.random((29, 29)) < 0.5).astype(int)
        corner = np.zeros((8, 8), int)
        corner[:7, :7] = _corner_square()
        modules[:8, :8] = corner
        modules[:8, -8:] = corner[:, ::-1]
        modules[-8:, :8] = corner[::-1]
        return modules
    return _corner_square()


def _corner_square() -> np.ndarray:
    square = np.ones((7, 7), int)
    square[1:6, 1:6] = 0
    square[2:5, 2:5] = 1
    return square
