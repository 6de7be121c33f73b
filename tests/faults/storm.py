"""Two phones work through a storm in which they, the server and the network keep dying."""

import time
from collections.abc import Callable
from random import Random

from tests.faults.handset import Handset
from tests.faults.machine import FULL, NO_SPACE
from tests.faults.proxy import Fault
from tests.faults.town import LIN, ZHOU, Town

WORK = {"visits": 20, "photos": 4, "abnormal": 6}
LONGEST_TURN_S = 0.6
SPOILED_SHARE = 0.3
# These are dealt by turns: as weather they would leave no server to speak of.
DEALT = (Fault.KILL_AFTER, Fault.KILL)


def weather(chance: Random) -> Callable[[], Fault]:
    """Answer what spoils a good part of all requests."""
    kinds = [fault for fault in Fault if fault not in DEALT]
    return lambda: chance.choice(kinds) if chance.random() < SPOILED_SHARE else Fault.NONE


def captures(town: Town) -> int:
    """Answer how many visits the phones have called saved."""
    return sum(1 for item in town.proxy.saved.values() if item["kind"] == "patrols.visit")


def rage(town: Town, visits: int, chance: Random) -> None:
    """Go on until the phones have called so many visits saved."""
    for phone, somebody in zip(town.phones, (LIN, ZHOU), strict=True):
        assert phone.sign_in(somebody) == ""
        phone.call("sync")
    town.proxy.weather = weather(chance)
    turn = 0
    while captures(town) < visits:
        town.rack.start()
        for phone in town.phones:
            phone.begin("sync")
            phone.begin("capture", WORK)
        time.sleep(chance.uniform(0.1, LONGEST_TURN_S))
        _strike(town, town.phones[turn % 2], turn)
        turn += 1


def cross(town: Town) -> None:
    """What was made first arrives last, when the other phone has already read on; nothing else goes wrong here."""
    early, late = town.phones
    one = {**WORK, "visits": 1}
    with early.without_server():
        early.call("capture", one)
    late.call("capture", one)
    for phone in (late, early, late):
        phone.call("sync")


def _strike(town: Town, phone: Handset, turn: int) -> None:
    """By turns: the server dies in a push, before or after its answer; a phone dies in its saves; disks are full."""
    match turn % 6:
        case 0 | 2:
            town.proxy.next_push = DEALT[turn % 4 // 2]
            phone.call("capture", {**WORK, "visits": 1, "foreign": town.foreign_place})
            phone.call("sync")
        case 1 | 3:
            phone.kill()
        case 4:
            town.rack.fill_disk(full=True)
            phone.call("sync")
            town.rack.fill_disk(full=False)
            town.rack.kill()
        case 5:
            phone.kill(quota=NO_SPACE)
            assert phone.call("capture", WORK)["why"] in FULL
            phone.free_space()
