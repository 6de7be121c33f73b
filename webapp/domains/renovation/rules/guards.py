"""The guards that the machine names, by their names. Pure."""

from collections.abc import Mapping

from webapp.domains.renovation.rules import applying, ending, noticing, paying, permitting, requesting
from webapp.domains.renovation.rules.acting import Guard
from webapp.domains.renovation.rules.machine import MACHINE

_ROOMS = (applying, paying, permitting, noticing, requesting, ending)


def _found(name: str) -> Guard:
    guard: Guard = next(getattr(room, name) for room in _ROOMS if hasattr(room, name))
    return guard


GUARDS: Mapping[str, Guard] = {name: _found(name) for move in MACHINE for name in move.guards}
