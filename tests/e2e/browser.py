"""A real Chromium with a profile on disk, a camera played from a clip, and a way to die at once."""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright, ViewportSize

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# Who is asked for the camera says yes.
ALLOWED = ("--use-fake-ui-for-media-stream",)
PHONE: ViewportSize = {"width": 390, "height": 844}
TABLET: ViewportSize = {"width": 1180, "height": 820}


@contextmanager
def chromium(
    playwright: Playwright, size: ViewportSize, language: str, theme: str, camera: Sequence[str] = ALLOWED
) -> Iterator[BrowserContext]:
    """Give a fresh browser of this size in which language and theme are chosen already; `camera`: flags for its camera."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *camera])
    context = browser.new_context(viewport=size, device_scale_factor=1, timezone_id="Asia/Shanghai")
    chosen = json.dumps({"language": language, "theme": theme, "sound": False})
    context.add_init_script(f"localStorage.setItem('rounds.settings', {chosen!r})")
    try:
        yield context
    finally:
        browser.close()


@contextmanager
def phone(
    playwright: Playwright, profile: Path, clip: Path | None = None, cameras: int = 1
) -> Iterator[BrowserContext]:
    """Give a phone: profile kept in `profile`, camera showing `clip`; closing survives a phone already killed.

    With `cameras` it has so many that show a test picture, where there is no clip.
    """
    camera = [*ALLOWED]
    if clip:
        camera += ["--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={clip}"]
    elif cameras > 1:
        camera += [f"--use-fake-device-for-media-stream=device-count={cameras}"]
    context = playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path=CHROMIUM,
        headless=True,
        args=[*QUIET, *camera],
        viewport=PHONE,
        device_scale_factor=2,
        has_touch=True,
        is_mobile=True,
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        permissions=["camera"] if clip or cameras > 1 else [],
    )
    try:
        yield context
    except Exception:
        # What the person would have seen then says more than any trace.
        for number, page in enumerate(context.pages):
            page.screenshot(path=profile.with_name(f"failed-{number}.png"))
        raise
    finally:
        if not _killed(profile):
            context.close()


def kill(profile: Path) -> None:
    """End the phone's browser with SIGKILL, all of its processes, as a flat battery would."""
    for pid in _processes(profile):
        os.kill(pid, signal.SIGKILL)
    (profile / "killed").touch()


def revive(profile: Path) -> None:
    """Clear what a killed browser leaves in the way of the next start."""
    (profile / "killed").unlink(missing_ok=True)
    for lock in profile.glob("Singleton*"):
        lock.unlink(missing_ok=True)


def _killed(profile: Path) -> bool:
    return (profile / "killed").exists()


def _processes(profile: Path) -> list[int]:
    found = subprocess.run(["pgrep", "-f", f"user-data-dir={profile}"], capture_output=True, text=True, check=False)
    return [int(pid) for pid in found.stdout.split()]
