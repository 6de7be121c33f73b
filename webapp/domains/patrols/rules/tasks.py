"""The live task: at a share of visits the phone asks for a photo that nobody can have ready.

Which visit and which task follow from the round and the place alone, so that phone and server agree without a word and
the steward cannot choose. The phone has the same rule (`tests/examples/rules/live_task.json`).
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from webapp.core.ids import computed_id

TASKS: Mapping[str, Sequence[str]] = {
    "stairwell": ("extinguisher_gauge", "hydrant_inside", "exit_sign", "fire_door_closed"),
    "roof_escape": ("deck_door_open", "railing_joint"),
    "lift": ("lift_certificate", "lift_buttons"),
    "lobby_corridor": ("exit_sign", "waste_bin_inside"),
    "utilities_outdoor": ("plant_number",),
    "parking": ("barrier_screen", "floor_marking"),
}


def task_of(round_id: UUID, place_id: UUID, place_type: str, percent: int) -> str | None:
    """Answer what the visit of a place on a round has to photograph, or None.

    percent  share of visits, `live_task_percent`
    """
    tasks = TASKS.get(place_type, ())
    if not tasks or not percent:  # as in most estates
        return None
    drawn = computed_id(round_id, place_id, "task").bytes
    if int.from_bytes(drawn[:4], "big") % 100 >= percent:
        return None
    return tasks[drawn[15] % len(tasks)]
