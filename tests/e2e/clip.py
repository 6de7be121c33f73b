"""A clip for Chromium's fake camera: labels on a wall, as a phone in a hand sees them.

Chromium plays the concatenated JPEGs of a `.mjpeg` file at 30 frames a second, over and over.
"""

import io
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

FRAME = (1280, 720)
FRAMES_A_SECOND = 30
# So many different frames make the hand's tremor; they are played forth and back.
DISTINCT = 8
WALL = (176, 170, 156)
DARK = (40, 40, 40)
# Each frame carries its number, so that photos taken at different moments differ as real ones do.
BITS, SQUARE = 10, 16
# The dark and light runs across the middle of a QR code's corner.
CORNER_RUNS = (1, 1, 3, 1, 1)

Point = tuple[float, float]


def make_clip(
    label_image: Image.Image | Sequence[Image.Image],
    out_path: Path,
    tilt_deg: float = 0,
    blur_px: float = 0,
    module_px: float = 6,
    seconds: float = 2,
) -> Path:
    """Write a clip of one label, or of several one after the other, and answer its path.

    label_image  upright, crisp, with its caption or without; it must hold a QR code
    tilt_deg     how far the wall is turned away to the right
    blur_px      out of focus by this much (sigma, in pixels of the frame)
    module_px    size of a module of the code in the frame; 2.5 is the least that reads well
    seconds      how long each label is seen
    """
    labels = [label_image] if isinstance(label_image, Image.Image) else list(label_image)
    with out_path.open("wb") as clip:
        for label in labels:
            frames = list(_seen(label, tilt_deg, blur_px, module_px))
            there_and_back = frames + frames[-2:0:-1]
            for i in range(round(seconds * FRAMES_A_SECOND)):
                clip.write(_jpeg(_numbered(there_and_back[i % len(there_and_back)], i)))
    return out_path


def scene(label: Image.Image, tilt_deg: float = 0, blur_px: float = 0, module_px: float = 6) -> Image.Image:
    """Answer one frame of such a clip, without its number; the arguments are those of `make_clip`."""
    return next(_seen(label, tilt_deg, blur_px, module_px))


def _numbered(scene: Image.Image, number: int) -> Image.Image:
    """Answer the scene with the frame's number as dark and light squares in the corner: no two photos are alike."""
    marked = scene.copy()
    for bit in range(BITS):
        shade = WALL if number >> bit & 1 else DARK
        marked.paste(shade, (SQUARE * bit, 0, SQUARE * (bit + 1), SQUARE))
    return marked


def module_size(label: Image.Image) -> float:
    """Answer how many pixels a module of the label's code has, by the runs 1:1:3:1:1 of its corners."""
    dark = np.asarray(label.convert("L")) < 128
    found = [unit for row in dark for unit in _units(row)]
    if not found:
        raise ValueError("no QR code in this picture")
    return float(np.median(found))


def _units(row: np.ndarray) -> Iterator[float]:
    edges = np.flatnonzero(np.diff(row.astype(np.int8)))
    for start in range(len(edges) - len(CORNER_RUNS)):
        if row[edges[start]]:
            continue  # the runs begin with a dark one
        runs = np.diff(edges[start : start + len(CORNER_RUNS) + 1])
        unit = runs.sum() / sum(CORNER_RUNS)
        if unit >= 1 and all(abs(run - unit * want) < unit / 2 for run, want in zip(runs, CORNER_RUNS, strict=True)):
            yield float(unit)


def _seen(label: Image.Image, tilt_deg: float, blur_px: float, module_px: float) -> Iterator[Image.Image]:
    # A perspective transform skips pixels of a much larger picture: shrink it properly before.
    label = _resized(label, min(1, 2 * module_px / module_size(label)))
    scale = module_px / module_size(label)
    rng = np.random.default_rng(7)
    for step in range(DISTINCT):
        turn = step / DISTINCT * math.tau
        shift = (3 * math.sin(turn), 2 * math.cos(turn))
        scene = _hung(label, scale, tilt_deg, shift).filter(ImageFilter.GaussianBlur(blur_px))
        noise = rng.normal(0, 4, (FRAME[1], FRAME[0], 1))
        yield Image.fromarray(np.clip(np.asarray(scene) + noise, 0, 255).astype(np.uint8))


def _resized(label: Image.Image, factor: float) -> Image.Image:
    size = (round(label.width * factor), round(label.height * factor))
    return label.resize(size, Image.Resampling.LANCZOS)


def _hung(label: Image.Image, scale: float, tilt_deg: float, shift: Point) -> Image.Image:
    """Answer the wall with the label in its middle, turned away by `tilt_deg`."""
    wall = Image.new("RGB", FRAME, WALL)
    corners = _corners(label.width * scale, label.height * scale, tilt_deg, shift)
    coefficients = _perspective(corners, _rectangle(label.width, label.height))
    # Fine steps first: a perspective transform alone would skip pixels of a large picture.
    placed = label.convert("RGB").transform(FRAME, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    mask = Image.new("L", label.size, 255).transform(FRAME, Image.Transform.PERSPECTIVE, coefficients)
    wall.paste(placed, mask=mask)
    return wall


def _corners(width: float, height: float, tilt_deg: float, shift: Point) -> list[Point]:
    """Project the label's corners; the camera stands three label widths away."""
    tilt = math.radians(tilt_deg)
    distance = 3 * width
    corners = []
    for x, y in _rectangle(width, height):
        across, down = x - width / 2, y - height / 2
        near = distance / (distance + across * math.sin(tilt))
        corners.append(
            (FRAME[0] / 2 + shift[0] + across * math.cos(tilt) * near, FRAME[1] / 2 + shift[1] + down * near)
        )
    return corners


def _rectangle(width: float, height: float) -> list[Point]:
    return [(0, 0), (width, 0), (width, height), (0, height)]


def _perspective(seen: list[Point], flat: list[Point]) -> list[float]:
    """Answer the eight numbers by which Pillow finds, for a point seen, its point on the flat label."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(seen, flat, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
    answer = np.linalg.solve(np.array(rows), np.array(flat).ravel())
    return [float(number) for number in answer]


def _jpeg(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=88)
    return written.getvalue()
