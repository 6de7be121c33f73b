"""How good the evidence of a visit is. Nothing is called proof and nothing refused: the supervisor sees the reason."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from statistics import median

from webapp.core.actor import Role
from webapp.core.domain import Item
from webapp.core.remarks import Remark
from webapp.domains.patrols.rules.codes import DOUBTS, LATER
from webapp.domains.patrols.rules.visit import Visit, VisitPhoto

# Network time is right to the second; a clock this far off was set by hand.
CLOCK_OFF = timedelta(minutes=5)
# A sheet takes minutes; one saved this long after its scan was left open, and its scan time is only a claim.
LEFT_OPEN = timedelta(hours=1)
# Nobody reads an item and looks at what it names in less (`design/README.md` 7).
DRUMMING_MS = 400
# Of fewer answers a median says little.
DRUMMED = 5
# A photo is taken between scan and save; a shutter takes its time.
SHUTTER = timedelta(seconds=30)
# `domain/README.md` 3: who walks patrols. Somebody else's visit is kept all the same.
PATROLLERS = (Role.STEWARD, Role.SUPERVISOR, Role.MANAGER)


def evidence(item: Item, visit: Visit) -> Iterator[Remark]:
    """Answer the doubts that the phone cannot judge itself, or has no reason to hide."""
    drift = item.corrected_at - item.recorded_at
    if item.time_doubtful:
        yield Remark("patrols.time_doubtful")
    if abs(drift) >= CLOCK_OFF:
        yield Remark("patrols.clock_off", {"minutes": round(drift / timedelta(minutes=1))})
    if item.recorded_at - visit.scanned_at > LEFT_OPEN:
        yield Remark("patrols.left_open")
    # PAT-R12: a visit without a scan is marked in review, with reason or without.
    if visit.scan.method != "camera":
        yield Remark("patrols.not_scanned", {"method": visit.scan.method})
    if any(not photo.live for photo in visit.photos):
        yield Remark("patrols.photo_not_live")
    if any(photo.live and not in_time(visit, photo) for photo in visit.photos):
        yield Remark("patrols.photo_outside_visit")
    # Answers given without the item in hand were not timed.
    timed = [answer.ms for answer in visit.answers if answer.ms]
    if len(timed) >= DRUMMED and (typical := median(timed)) < DRUMMING_MS:
        yield Remark("patrols.drumming", {"ms": round(typical)})
    if item.role not in PATROLLERS:
        yield Remark("patrols.other_role", {"role": item.role})


def in_time(visit: Visit, photo: VisitPhoto) -> bool:
    """Say whether a photo was taken during the visit; both times are of the same clock."""
    return visit.scanned_at - SHUTTER <= photo.taken_at <= visit.finished_at + SHUTTER


def task_missing(visit: Visit, task: str | None) -> Iterator[Remark]:
    """Answer that the live task asked for was not done. Who could check nothing, or was not asked, owes none."""
    if task and visit.asks_tasks and not visit.skipped and not any(photo.task == task for photo in visit.photos):
        yield Remark("patrols.task_missing", {"task": task})


def doubts(codes: Iterable[str]) -> list[str]:
    """Answer those of the codes that put a visit in doubt."""
    return [code for code in codes if code in DOUBTS | LATER]
