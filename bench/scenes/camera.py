"""A phone's camera: what hangs where is seen through its lens and its sensor, down to a JPEG."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from bench.scenes.label import Label, Picture

FINE = 2  # pixels of the scene for one of the frame, in each direction
FULL_WELL = 2500.0  # electrons of a white sheet in a lit room at a video's exposure
READ_NOISE = 2.5
MOST_GAIN = 18.0

Corners = NDArray[np.float64]


@dataclass(frozen=True)
class Lens:
    """A main camera of 26 mm equivalent: 69.4 degrees over the width of the frame, in pixels."""

    width: int = 1280
    height: int = 720

    @property
    def focal(self) -> float:
        """Answer the focal length in pixels of the frame."""
        return 924.0 * self.width / 1280

    @property
    def fine(self) -> tuple[int, int]:
        """Answer width and height of the scene before it is sampled."""
        return self.width * FINE, self.height * FINE


@dataclass(frozen=True)
class Pose:
    """Where a label hangs before the camera: millimetres and degrees."""

    distance: float
    yaw: float
    pitch: float
    roll: float
    x: float
    y: float


@dataclass(frozen=True)
class Seen:
    """A label in the scene: the code's corners in pixels of the frame, and how many pixels its modules have."""

    corners: Corners
    module_px: float
    module_px_min: float


@dataclass(frozen=True)
class Glare:
    """A highlight: centre, angle, extent along and across in pixels, and how bright."""

    x: float
    y: float
    angle: float
    along: float
    across: float
    bright: float


@dataclass(frozen=True)
class Shot:
    """How a frame is taken.

    light            1 a lit room, 0.1 dim, 0.01 a very dark stairwell
    defocus, motion  radius and length of the smear in pixels of a frame 1280 wide
    """

    light: float = 1.0
    defocus: float = 0.0
    motion: float = 0.0
    motion_angle: float = 0.0
    glare: tuple[Glare, ...] = ()
    quality: int = 90


def hang(wall: Picture, label: Label, pose: Pose, lens: Lens, pipe_radius: float = 0.0) -> tuple[Picture, Seen]:
    """Answer the wall with the label on it, bent round a pipe of `pipe_radius` mm if there is one, and where it is."""
    refl, width_mm = label.reflectance, label.reflectance.shape[1] * label.mm_per_px
    bend = np.arange(0)
    if pipe_radius:
        refl, bend = _bent(refl, label.mm_per_px, pipe_radius)
    focal = lens.focal * FINE
    shrink = min(1.0, focal / pose.distance * 1.6 * label.mm_per_px)
    opacity = label.opacity
    if shrink < 1:
        refl = cv2.resize(refl, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
        opacity = cv2.resize(opacity, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    px_per_mm = refl.shape[1] / width_mm
    view = _view(label, pose, lens, px_per_mm)
    hung = cv2.warpPerspective(refl, view, lens.fine, flags=cv2.INTER_LINEAR)
    cover = cv2.warpPerspective(opacity, view, lens.fine, flags=cv2.INTER_LINEAR)
    return wall * (1 - cover) + hung * cover, _seen(label, view, px_per_mm, bend)


def _bent(refl: Picture, mm: float, radius: float) -> tuple[Picture, np.ndarray]:
    """Answer the label as it looks round a pipe, from far away, and which of its columns is seen in each."""
    height, width = refl.shape
    half = width * mm / 2
    reach = radius * math.sin(min(1.45, half / radius))
    across = np.linspace(-reach, reach, width)
    turn = np.clip(across / radius, -1, 1)
    source = (radius * np.arcsin(turn) + half) / mm
    columns = np.repeat(source[None].astype(np.float32), height, 0)
    rows = np.repeat(np.arange(height, dtype=np.float32)[:, None], width, 1)
    shade = np.sqrt(1 - turn**2).astype(np.float32)
    return cv2.remap(refl, columns, rows, cv2.INTER_LINEAR) * (0.4 + 0.6 * shade)[None], source


def _view(label: Label, pose: Pose, lens: Lens, px_per_mm: float) -> np.ndarray:
    """Answer what takes pixels of the label to pixels of the scene."""
    focal = lens.focal * FINE
    left, top, size = label.box_mm
    turn = _rotation(pose.yaw, pose.pitch, pose.roll)
    shift = np.array([pose.x, pose.y, pose.distance])
    fine_w, fine_h = lens.fine
    camera = np.array([[focal, 0, fine_w / 2], [0, focal, fine_h / 2], [0, 0, 1]])
    plane = np.array([[1 / px_per_mm, 0, -(left + size / 2)], [0, 1 / px_per_mm, -(top + size / 2)], [0, 0, 1]])
    view: np.ndarray = camera @ np.column_stack([turn[:, 0], turn[:, 1], shift]) @ plane
    return view


def _rotation(yaw: float, pitch: float, roll: float) -> np.ndarray:
    cy, sy, cp, sp, cr, sr = (f(math.radians(a)) for a in (yaw, pitch, roll) for f in (math.cos, math.sin))
    around_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    around_x = np.array([[1, 0, 0], [0, cp, -sp], [0, sp, cp]])
    around_z = np.array([[cr, -sr, 0], [sr, cr, 0], [0, 0, 1]])
    turn: np.ndarray = around_z @ around_y @ around_x
    return turn


def _seen(label: Label, view: np.ndarray, px_per_mm: float, bend: np.ndarray) -> Seen:
    left, top, size = label.box_mm
    width = label.reflectance.shape[1]
    corners = []
    for across, down in ((0, 0), (1, 0), (1, 1), (0, 1)):
        x_mm = left + across * size
        if len(bend):
            x_mm = np.interp(x_mm / label.mm_per_px, bend, np.linspace(0, width, width)) * label.mm_per_px
        x, y, depth = view @ np.array([x_mm * px_per_mm, (top + down * size) * px_per_mm, 1])
        corners.append((x / depth / FINE, y / depth / FINE))
    points = np.array(corners)
    sides = [float(np.linalg.norm(points[i] - points[(i + 1) % 4])) / label.modules for i in range(4)]
    xs, ys = points.T
    area = 0.5 * abs(np.dot(xs, np.roll(ys, 1)) - np.dot(ys, np.roll(xs, 1)))
    return Seen(points, math.sqrt(area) / label.modules, min(sides))


def take(scene: Picture, shot: Shot, lens: Lens, rng: Generator, uneven: float = 0.3) -> bytes:
    """Answer the scene's frame as a JPEG; `uneven` is how much the light falls off from one side to the other."""
    scale = lens.width / 1280
    light = _smeared(_lit(scene, shot, rng, uneven), shot.defocus * scale, shot.motion * scale, shot.motion_angle)
    light = cv2.GaussianBlur(light, (0, 0), 0.45 * FINE)
    light = cv2.resize(light, (lens.width, lens.height), interpolation=cv2.INTER_AREA)
    frame = _developed(_electrons(light, shot.light, rng))
    _, jpeg = cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, shot.quality])
    return jpeg.tobytes()


def _lit(scene: Picture, shot: Shot, rng: Generator, uneven: float) -> Picture:
    height, width = scene.shape
    down, across = np.mgrid[:height, :width].astype(np.float32)
    angle = rng.uniform(0, 6.28)
    ramp = (across / width - 0.5) * math.cos(angle) + (down / height - 0.5) * math.sin(angle)
    vignette = 1 - 0.35 * (((across / width - 0.5) ** 2 + (down / height - 0.5) ** 2) * 2)
    lit: Picture = scene * np.clip(1 + uneven * ramp * 2, 0.15, None) * vignette
    for one in shot.glare:
        dx, dy = across / FINE - one.x, down / FINE - one.y
        c, s = math.cos(one.angle), math.sin(one.angle)
        along, aside = (dx * c + dy * s) / one.along, (-dx * s + dy * c) / one.across
        lit += one.bright * np.exp(-(along**2 + aside**2))
    return lit


def _smeared(light: Picture, defocus: float, motion: float, angle: float) -> Picture:
    if defocus > 0.3:
        light = cv2.filter2D(light, -1, _disk(defocus * FINE), borderType=cv2.BORDER_REPLICATE)
    if motion > 0.7:
        light = cv2.filter2D(light, -1, _streak(motion * FINE, angle), borderType=cv2.BORDER_REPLICATE)
    return light


def _disk(radius: float) -> Picture:
    n = math.ceil(radius) * 2 + 1
    y, x = np.mgrid[:n, :n] - n // 2
    kernel = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1).astype(np.float32)
    disk: Picture = kernel / kernel.sum()
    return disk


def _streak(length: float, angle: float) -> Picture:
    n = max(3, int(length) | 1)
    kernel = np.zeros((n, n), np.float32)
    middle = n // 2
    dx, dy = math.cos(angle) * (length / 2), math.sin(angle) * (length / 2)
    # In sixteenths of a pixel.
    start = (round((middle - dx) * 16), round((middle - dy) * 16))
    end = (round((middle + dx) * 16), round((middle + dy) * 16))
    cv2.line(kernel, start, end, 1, 1, cv2.LINE_AA, 4)
    streak: Picture = kernel / kernel.sum()
    return streak


def _electrons(light: Picture, level: float, rng: Generator) -> Picture:
    tint = np.array([rng.uniform(0.85, 1.1), 1.0, rng.uniform(0.92, 1.1)], np.float32)
    mean = np.clip(light[..., None] * tint * FULL_WELL * level, 0, 6000)
    counted = rng.poisson(mean).astype(np.float32)
    return counted + rng.normal(0, READ_NOISE, counted.shape).astype(np.float32)


def _developed(electrons: Picture) -> Picture:
    """Expose to mid grey as far as the gain goes, quieten what was raised much, sharpen, encode as sRGB."""
    mean = max(1e-4, float((electrons / FULL_WELL).mean()))
    gain = min(0.22 / mean, MOST_GAIN)
    out: Picture = electrons / FULL_WELL * gain
    if gain > 3:
        out = cv2.GaussianBlur(out, (0, 0), min(0.9, 0.35 + 0.04 * gain))
    out = np.clip(out, 0, 1)
    out = np.where(out <= 0.0031308, 12.92 * out, 1.055 * np.power(np.maximum(out, 1e-9), 1 / 2.4) - 0.055)
    soft = cv2.GaussianBlur(out, (0, 0), 1.0)
    out = np.clip(out + 0.35 * (out - soft), 0, 1)
    return (out * 255 + 0.5).astype(np.uint8)
