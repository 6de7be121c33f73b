"""The frames by which decoders are compared: 21 classes of what makes a label hard to read, and none at all.

    python -m bench.scenes.field --out DIR [--seed 20240] [--size 1280x720] [--scale 1.0] [--only far,dark]

writes DIR/*.jpg and DIR/manifest.json, which says of each frame what is to be read in it.
"""

import argparse
import json
import math
import os
import zlib
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.random import Generator

from bench.scenes.camera import Glare, Lens, Pose, Seen, Shot, hang, take
from bench.scenes.classes import CLASSES, PAIRED, PAYLOAD, Scene, Variant
from bench.scenes.label import Label, Picture, Print, add_dirt, draw_label, new_address
from bench.scenes.wall import add_decoys, background

SEED = 20240
Facts = dict[str, Any]


def rng_for(seed: int, *key: object) -> Generator:
    """Answer a source of chance that is the same for the same seed and key."""
    return np.random.default_rng([seed, zlib.crc32("/".join(map(str, key)).encode())])


class Maker:
    """Makes one frame after another, each from its own source of chance, in whatever order."""

    def __init__(self, out: Path, seed: int, lens: Lens) -> None:
        self.out, self.seed, self.lens = out, seed, lens

    def make(self, name: str, number: int, scene: Scene, variant: Variant | None = None) -> Facts:
        """Write the frame and answer what is known of it."""
        cv2.setNumThreads(1)
        rng = rng_for(self.seed, name, number)
        facts: Facts = {"cls": name, "i": number}
        if scene.empty:
            jpeg = self._empty(rng, facts)
        else:
            jpeg = self._label(rng, rng_for(self.seed, name, number, "text"), scene, variant, facts)
        suffix = "_{}{}".format(*variant) if variant else ""
        facts["file"] = f"{name}_{number:03d}{suffix}.jpg"
        if variant:
            facts["variant"] = "-".join(variant)
        (self.out / facts["file"]).write_bytes(jpeg)
        return facts

    def _empty(self, rng: Generator, facts: Facts) -> bytes:
        wall = background(self.lens, rng, 0.9)
        if rng.random() < 0.7:
            wall = add_decoys(wall, rng)
        light = float(rng.choice([1.0, 0.1, 0.01]))
        shot = Shot(light=light, defocus=float(rng.choice([0, 0, 2])))
        facts.update(expect=[], light=light)
        return take(wall, shot, self.lens, rng)

    def _label(self, rng: Generator, text_rng: Generator, scene: Scene, variant: Variant | None, facts: Facts) -> bytes:
        distance, tilt, roll, shot = _circumstances(scene, rng)
        look, distance, level = _print(scene, distance, rng)
        text = new_address(text_rng)
        if variant:
            level = variant[1]
            text = text.upper() if variant[0] == "upper" else text
        wall = background(self.lens, rng)
        label = draw_label(text, level, look, rng)
        if scene.dirt or (scene.mixed and rng.random() < 0.4):
            facts["dirt"], facts["dirt_style"] = add_dirt(label, rng.uniform(*(scene.dirt or (0.01, 0.1))), rng)
        pipe = float(rng.uniform(*scene.curve)) if scene.curve else 0.0
        pose = _pose(rng, distance, tilt, roll, self.lens)
        expect = [text]
        if scene.several:
            wall, others = self._others(wall, pose, rng)
            expect += others
        wall, seen = hang(wall, label, pose, self.lens, pipe)
        glare = _glare(seen, rng) if scene.glare or (scene.mixed and rng.random() < 0.3) else ()
        shot = replace(shot, motion_angle=float(rng.uniform(0, 3.14)), glare=glare, quality=int(rng.integers(80, 95)))
        facts.update(expect=expect, ecc=level, **_facts(look, label, seen, distance, tilt, roll, shot, self.lens))
        return take(wall, shot, self.lens, rng)

    def _others(self, wall: Picture, pose: Pose, rng: Generator) -> tuple[Picture, list[str]]:
        """Hang one or two labels beside; those wholly in the frame may be read as well."""
        texts = []
        for nth in range(int(rng.integers(1, 3))):
            text = new_address(rng)
            label = draw_label(text, "M", Print(float(rng.choice([30, 50]))), rng)
            beside = replace(pose, x=pose.x + (-1) ** nth * rng.uniform(95, 130))
            wall, seen = hang(wall, label, beside, self.lens)
            if _is_inside(seen, self.lens):
                texts.append(text)
        return wall, texts


def _circumstances(scene: Scene, rng: Generator) -> tuple[float, float, float, Shot]:
    """Answer distance (cm), tilt and roll (degrees), and how the frame is taken."""
    mixed = scene.mixed
    distance = float(rng.uniform(*scene.distance))
    tilt = float(rng.uniform(*scene.tilt)) if scene.tilt else float(abs(rng.normal(0, 18 if mixed else 8)))
    roll = float(rng.uniform(*scene.roll)) if scene.roll else float(rng.normal(0, 20 if mixed else 6))
    light = _light(scene, rng)
    motion = float(rng.uniform(*scene.motion)) if scene.motion else float(abs(rng.normal(0, 1.0)))
    defocus = float(rng.uniform(*scene.defocus)) if scene.defocus else float(abs(rng.normal(0, 0.5)))
    if mixed:
        motion, defocus = float(rng.gamma(1.5, 1.5)), float(rng.gamma(1.5, 0.6))
    return distance, min(tilt, 60), roll, Shot(light=light, motion=motion, defocus=defocus)


def _light(scene: Scene, rng: Generator) -> float:
    light = 1.0
    if scene.light:
        rng.uniform(*scene.light)  # not used; without it every frame of these classes would change
        light = float(np.exp(rng.uniform(*np.log(scene.light))))
    return float(np.exp(rng.uniform(np.log(0.01), 0))) if scene.mixed else light


def _print(scene: Scene, distance: float, rng: Generator) -> tuple[Print, float, str]:
    """Answer how the label is printed, from how far it is seen (cm), and its error correction level."""
    size = float(rng.choice([30, 50]))
    is_tag = scene.tag or (scene.mixed and rng.random() < 0.25)
    if is_tag:
        size = float(rng.uniform(12, 18))
        distance = min(distance, 30) if scene.mixed else distance
    level = str(rng.choice(list(scene.levels)))
    black, white = float(rng.uniform(0.03, 0.08)), float(rng.uniform(0.75, 0.9))
    if scene.faded:
        black = float(rng.uniform(0.35, 0.6))
    inverted = scene.inverted or (scene.mixed and bool(rng.random() < 0.1))
    quiet = float(rng.uniform(*scene.quiet)) if scene.quiet else 4
    ink = float(rng.uniform(-0.2, 0.2))
    return Print(size, "tag" if is_tag else "card", inverted, quiet, black, white, ink), distance, level


def _pose(rng: Generator, distance_cm: float, tilt: float, roll: float, lens: Lens, spread: float = 0.18) -> Pose:
    towards = rng.uniform(0, 2 * math.pi)
    distance = distance_cm * 10
    return Pose(
        distance,
        yaw=tilt * math.cos(towards),
        pitch=tilt * math.sin(towards),
        roll=roll,
        x=rng.uniform(-1, 1) * spread * (lens.width * distance / lens.focal),
        y=rng.uniform(-1, 1) * spread * (lens.height * distance / lens.focal) * 0.8,
    )


def _glare(seen: Seen, rng: Generator) -> tuple[Glare, ...]:
    """Answer one or two highlights over the code, their sizes relative to it."""
    strong = float(rng.random())
    centre = seen.corners.mean(0)
    size = max(np.ptp(seen.corners[:, 0]), np.ptp(seen.corners[:, 1]))
    found = []
    for _ in range(int(rng.integers(1, 3))):
        x, y = centre + rng.uniform(-0.45, 0.45, 2) * size
        angle = rng.uniform(0, 3.14)
        along = size * rng.uniform(0.08, 0.2 + 0.15 * strong)
        across = size * rng.uniform(0.06, 0.14 + 0.15 * strong)
        found.append(Glare(x, y, angle, along, across, rng.uniform(1.0, 2 + 4 * strong)))
    return tuple(found)


def _is_inside(seen: Seen, lens: Lens) -> bool:
    points = seen.corners
    return bool(points.min() > 0 and points[:, 0].max() < lens.width and points[:, 1].max() < lens.height)


def _facts(
    look: Print, label: Label, seen: Seen, distance: float, tilt: float, roll: float, shot: Shot, lens: Lens
) -> Facts:
    return {
        "modules": label.modules,
        "qr_mm": look.size_mm,
        "kind": look.kind,
        "d_cm": round(distance, 1),
        "tilt": round(tilt, 1),
        "roll": round(roll, 1),
        "light": round(shot.light, 4),
        "motion": round(shot.motion, 2),
        "defocus": round(shot.defocus, 2),
        "invert": look.inverted,
        "module_px": round(seen.module_px, 2),
        "module_px_min": round(seen.module_px_min, 2),
        "inside": _is_inside(seen, lens),
        "corners": [[round(float(value), 1) for value in point] for point in seen.corners],
    }


def make_frames(out: Path, lens: Lens, *, seed: int = SEED, scale: float = 1.0, only: str = "", jobs: int = 0) -> int:
    """Write the frames of all classes (or those named in `only`), `scale` of each; answers how many.

    A manifest that is there already says that the frames are.
    """
    manifest = out / "manifest.json"
    if manifest.exists():
        return len(json.loads(manifest.read_text())["frames"])
    out.mkdir(parents=True, exist_ok=True)
    maker = Maker(out, seed, lens)
    work = list(_work(scale, set(filter(None, only.split(",")))))
    with ProcessPoolExecutor(jobs or os.cpu_count()) as pool:
        frames = list(pool.map(maker.make, *zip(*work, strict=True), chunksize=4))
    manifest.write_text(json.dumps({"seed": seed, "size": [lens.width, lens.height], "frames": frames}, indent=0))
    return len(frames)


def _work(scale: float, only: set[str]) -> Any:
    for name, (count, scene) in CLASSES.items():
        if not only or name in only:
            yield from ((name, number, scene, None) for number in range(max(1, round(count * scale))))
    if not only or "payload" in only:
        for number in range(round(PAIRED * scale)):
            yield from (("payload", number, PAYLOAD, variant) for variant in VARIANTS)


VARIANTS: tuple[Variant, ...] = (("lower", "M"), ("lower", "Q"), ("upper", "M"), ("upper", "Q"))


def main() -> None:
    parser = argparse.ArgumentParser(description="Frames for comparing QR decoders.")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--scale", type=float, default=1.0, help="share of the frames of each class")
    parser.add_argument("--only", default="", help="classes, with commas between")
    parser.add_argument("--size", default="1280x720", help="of a frame; the field of view stays the same")
    asked = parser.parse_args()
    lens = Lens(*(int(value) for value in asked.size.split("x")))
    print(make_frames(asked.out, lens, seed=asked.seed, scale=asked.scale, only=asked.only), "frames")


if __name__ == "__main__":
    main()
