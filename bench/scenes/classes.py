"""What varies from class to class. Distances in cm, angles in degrees, smears in pixels of a frame 1280 wide."""

from dataclasses import dataclass

Range = tuple[float, float]
Variant = tuple[str, str]


@dataclass(frozen=True)
class Scene:
    """What is drawn from where; None takes the usual."""

    distance: Range = (15, 70)
    tilt: Range | None = None
    roll: Range | None = None
    motion: Range | None = None
    defocus: Range | None = None
    light: Range | None = None
    dirt: Range | None = None
    levels: str = "M"
    curve: Range | None = None
    quiet: Range | None = None
    glare: bool = False
    inverted: bool = False
    tag: bool = False
    faded: bool = False
    several: bool = False
    mixed: bool = False
    empty: bool = False


DIRTY = "MQH"

CLASSES: dict[str, tuple[int, Scene]] = {
    "near": (40, Scene((15, 35))),
    "mid": (40, Scene((35, 80))),
    "far": (40, Scene((80, 150))),
    "tilt_30_45": (30, Scene((18, 50), tilt=(30, 45))),
    "tilt_45_60": (30, Scene((18, 50), tilt=(45, 60))),
    "rotated": (24, Scene((18, 60), roll=(0, 360))),
    "motion": (40, Scene((18, 45), motion=(3, 14))),
    "defocus": (36, Scene((10, 40), defocus=(1.2, 5))),
    "dim": (36, Scene((18, 50), light=(0.03, 0.12))),
    "dark": (44, Scene((18, 45), light=(0.002, 0.02))),
    "glare": (40, Scene((18, 45), glare=True)),
    "dirt_0_8": (36, Scene((18, 40), dirt=(0.01, 0.08), levels=DIRTY)),
    "dirt_8_16": (36, Scene((18, 40), dirt=(0.08, 0.16), levels=DIRTY)),
    "dirt_16_25": (36, Scene((18, 40), dirt=(0.16, 0.25), levels=DIRTY)),
    "inverted": (30, Scene((18, 50), inverted=True)),
    "keytag": (40, Scene((10, 32), tag=True)),
    "curved": (24, Scene((18, 45), curve=(22, 60))),
    "faded": (24, Scene((18, 45), faded=True)),
    "tightquiet": (20, Scene((18, 45), quiet=(0.5, 2))),
    "several": (20, Scene((30, 70), several=True)),
    "mixed": (60, Scene(mixed=True)),
    "negative": (60, Scene(empty=True)),
}

# The same scene with the address written in four ways.
PAIRED = 30
PAYLOAD = Scene((45, 130))
