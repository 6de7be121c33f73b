"""Clips for Chromium's fake camera: a hand-held phone finds a printed label.

    python -m bench.scenes.clip --out clip.mjpeg [--scene lit] [--seconds 4] [--seed 7]

JPEGs one after another, 30 a second; Chromium plays them in a loop.
"""

import argparse
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.scenes.camera import Lens, Pose, Shot, hang, take
from bench.scenes.field import rng_for
from bench.scenes.label import Kind, Print, draw_label, new_address
from bench.scenes.wall import background

FRAMES_A_SECOND = 30


@dataclass(frozen=True)
class Approach:
    """From how far to how near (cm), of how large a code (mm), in what light; tilt in degrees, shake in pixels."""

    start: float
    end: float
    size: float = 30
    kind: Kind = "card"
    light: float = 1.0
    tilt: float = 20
    shake: float = 3.0


APPROACHES = {
    "lit": Approach(80, 24, tilt=12, shake=2.0),
    "dim": Approach(60, 22, light=0.06),
    "dark": Approach(45, 20, light=0.012),
    "keytag": Approach(35, 11, size=15, kind="tag", light=0.3, tilt=18),
}


def make_clip(out: Path, name: str, *, seconds: float = 4, seed: int = 7, text: str = "") -> str:
    """Write a clip of the approach `name` and answer the text of its label, `text` if it is given."""
    rng = rng_for(seed, "video", name)
    drawn = new_address(rng)
    with out.open("wb") as clip:
        for jpeg in _frames(APPROACHES[name], text or drawn, seconds, rng):
            clip.write(jpeg)
    return text or drawn


def frames_of(clip: Path) -> list[bytes]:
    """Answer the JPEGs of a clip, one after the other."""
    start = b"\xff\xd8\xff"
    return [start + rest for rest in clip.read_bytes().split(start)[1:]]


def _frames(way: Approach, text: str, seconds: float, rng: np.random.Generator) -> Iterator[bytes]:
    lens = Lens()
    wall = background(lens, rng)
    label = draw_label(text, "M", Print(way.size, way.kind), rng)
    phases = rng.uniform(0, 6.28, 6)
    exposure = 0.5 if way.light > 0.3 else 0.95  # share of the time between two frames
    last: tuple[float, float] | None = None
    for frame in range(int(seconds * FRAMES_A_SECOND)):
        t = frame / FRAMES_A_SECOND
        pose, place = _pose(way, t, seconds, phases, lens)
        dx, dy = (place[0] - last[0], place[1] - last[1]) if last else (0.0, 0.0)
        last = place
        scene, _ = hang(wall.copy(), label, pose, lens)
        smear = math.hypot(dx, dy) * exposure
        yield take(scene, Shot(way.light, _defocus(t, seconds), smear, math.atan2(dy, dx)), lens, rng)


def _pose(way: Approach, t: float, seconds: float, phases: np.ndarray, lens: Lens) -> tuple[Pose, tuple[float, float]]:
    """Answer where the label is at `t` seconds, and its centre in pixels from that of the frame."""
    part = min(1.0, t / (seconds * 0.6))
    part = part * part * (3 - 2 * part)
    distance = (way.start + (way.end - way.start) * part) * 10
    shake = way.shake * (1.6 - part)
    wave = [
        math.sin(2 * math.pi * hertz * t + phase) for hertz, phase in zip((1.3, 5.1, 1.1, 4.7), phases, strict=False)
    ]
    x = shake * 6 * wave[0] + shake * 2 * wave[1] + 160 * (1 - part)
    y = shake * 5 * wave[2] + shake * 2 * wave[3] - 70 * (1 - part)
    pose = Pose(
        distance,
        yaw=way.tilt * math.sin(0.9 * t + phases[4]),
        pitch=way.tilt * math.cos(0.7 * t + phases[5]),
        roll=8 * math.sin(0.8 * t + phases[0]),
        x=x * distance / lens.focal,
        y=y * distance / lens.focal,
    )
    return pose, (x, y)


def _defocus(t: float, seconds: float) -> float:
    """The lens hunts once, then settles."""
    return 3.2 * max(0.0, 1 - t / (seconds * 0.35)) + 2.5 * math.exp(-((t - seconds * 0.5) ** 2) / 0.02)


def main() -> None:
    parser = argparse.ArgumentParser(description="A clip for Chromium's fake camera.")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--scene", default="lit", choices=sorted(APPROACHES))
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    print(make_clip(asked.out, asked.scene, seconds=asked.seconds, seed=asked.seed))


if __name__ == "__main__":
    main()
