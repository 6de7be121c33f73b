"""Phones and server under every fault we know of, in any order; at the end the account must be right."""

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import hypothesis.strategies as st
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from tests.faults.handset import Handset
from tests.faults.proxy import Fault
from tests.faults.reckoning import Account, reckon, settle_down
from tests.faults.town import LIN, STEWARDS, ZHOU, Town

PHONES = 2
HOUR_MS, DAY_MS = 3_600_000, 86_400_000
CLOCKS = (0, -HOUR_MS, HOUR_MS, -400 * DAY_MS, 20 * DAY_MS, 3000 * DAY_MS)
# Too little for what the phone holds already, so that the next write fails.
NO_SPACE = 1024
FULL = ("full", "photos.no_space")

# Whatever happens next happens to records that have not arrived yet.
A_PLACE_OR_TWO = {"visits": 2, "photos": 2, "abnormal": 2}

phones = st.integers(0, PHONES - 1)
faults = st.lists(st.sampled_from(Fault), min_size=1, max_size=8)
visits = st.integers(1, 12)


class Days(RuleBasedStateMachine):
    """One installation and what happens to it. What became of each is kept in `accounts`; nothing is raised."""

    inhabit: ClassVar[Callable[[], AbstractContextManager[Town]]]
    accounts: ClassVar[list[Account]]
    diary: ClassVar[list[str]]

    def __init__(self) -> None:
        """Begin with nothing: who never does anything needs no installation."""
        super().__init__()
        self.at_home = ExitStack()
        self.backup: Path | None = None
        self.diary.clear()

    @cached_property
    def town(self) -> Town:
        """An installation with two stewards, each with a phone that has pulled once."""
        town = self.at_home.enter_context(type(self).inhabit())
        for phone, somebody in zip(town.phones, (LIN, ZHOU), strict=True):
            assert phone.sign_in(somebody) == ""
            phone.call("sync")
        return town

    def phone(self, number: int, words: str) -> Handset:
        """Answer a phone on which somebody has just worked, and write into the diary what it is about to do."""
        self.diary.append(f"phone {number} {words}")
        phone = self.town.phones[number]
        phone.call("capture", A_PLACE_OR_TWO)
        return phone

    @rule()
    def a_quiet_hour(self) -> None:
        """Nothing happens. The simplest story, which is always tried, is made of this alone."""

    @rule(number=phones, count=visits, photos=st.integers(0, 3), abnormal=st.integers(0, 3), tab=st.integers(0, 1))
    def capture(self, number: int, count: int, photos: int, abnormal: int, tab: int) -> None:
        """Work is saved; some of it with photos, some with reports, in whatever tab."""
        phone = self.phone(number, f"captures {count}")
        phone.call("capture", {"visits": count, "photos": photos, "abnormal": abnormal}, tab=min(tab, phone.tabs - 1))

    @rule(number=phones)
    def capture_elsewhere(self, number: int) -> None:
        """A record that the server refuses."""
        wanted = {"visits": 1, "photos": 0, "abnormal": 0, "foreign": self.town.foreign_place}
        self.phone(number, "captures in another estate").call("capture", wanted)

    @rule(number=phones, ahead=faults)
    def sync(self, number: int, ahead: Sequence[Fault]) -> None:
        """A phone sends and fetches while its requests are lost, cut, doubled, held up, or kill the server."""
        phone = self.phone(number, f"syncs under {[fault.value for fault in ahead]}")
        self.town.rack.start()
        self.town.proxy.ahead.extend(ahead)
        phone.call("sync")

    @rule(ahead=faults)
    def sync_together(self, ahead: Sequence[Fault]) -> None:
        """All phones and tabs at once."""
        self.diary.append(f"all sync under {[fault.value for fault in ahead]}")
        self.town.rack.start()
        self.town.proxy.ahead.extend(ahead)
        for phone in self.town.phones:
            for tab in range(phone.tabs):
                phone.begin("sync", tab=tab)
        for phone in self.town.phones:
            phone.call("sync")

    @rule(number=phones, after_ms=st.integers(0, 250))
    def battery_dies_in_a_save(self, number: int, after_ms: int) -> None:
        """Chromium is killed while visits are being saved and sent."""
        phone = self.phone(number, f"dies {after_ms} ms into its captures")
        phone.begin("capture", {"visits": 100, "photos": 3, "abnormal": 5})
        time.sleep(after_ms / 1000)
        phone.kill()

    @rule(number=phones)
    def server_without_space(self, number: int) -> None:
        """The server can write nothing for a while."""
        phone = self.phone(number, "syncs with a full server")
        self.town.rack.start()
        self.town.rack.fill_disk(full=True)
        phone.call("sync")
        self.town.rack.fill_disk(full=False)

    @rule(number=phones, count=visits)
    def phone_without_space(self, number: int, count: int) -> None:
        """The phone can keep nothing for a while, and says so of each capture."""
        phone = self.phone(number, "captures without space")
        phone.kill(quota=NO_SPACE)
        told = phone.call("capture", {"visits": count, "photos": 1, "abnormal": 0})
        assert told["why"] in FULL
        phone.free_space()

    @rule(number=phones)
    def second_tab(self, number: int) -> None:
        """The app is opened once more on the same phone."""
        self.phone(number, "opens a second tab").second_tab()

    @rule(number=phones, to=st.sampled_from(STEWARDS), out=st.booleans())
    def hand_over(self, number: int, to: Any, out: bool) -> None:
        """Another steward takes the phone, with or without the one before having signed out."""
        phone = self.phone(number, f"goes to {to.login}")
        # What was left of the faults before must not keep anybody from signing in.
        self.town.proxy.ahead.clear()
        self.town.rack.start()
        if out:
            phone.call("signOut")
        assert phone.sign_in(to) == ""
        phone.call("sync")

    @rule(number=phones, ms=st.sampled_from(CLOCKS))
    def clock_steps(self, number: int, ms: int) -> None:
        """Somebody sets the phone's clock."""
        self.phone(number, f"has its clock set {ms} ms off").call("setClock", ms)

    @rule()
    def late_ones_arrive(self) -> None:
        """Requests held back on the way reach the server after what was sent later."""
        self.diary.append("late requests arrive")
        self.town.rack.start()
        self.town.proxy.deliver_late()

    @rule()
    def back_up(self) -> None:
        """A backup is made and verified; phones may let go of what stands in it."""
        if self.backup is None:
            self.diary.append("a backup is made")
            self.town.rack.start()
            self.backup = self.town.rack.back_up()

    @rule()
    def put_back(self) -> None:
        """The server loses everything since the backup."""
        if self.backup and not self.town.rack.restores:
            self.diary.append("the backup is put back")
            self.town.rack.put_back(self.backup)
            self.town.rack.start()

    def teardown(self) -> None:
        """Settle down and count."""
        if "town" not in self.__dict__:
            return
        try:
            settle_down(self.town)
            self.accounts.append(reckon(self.town))
        finally:
            self.at_home.close()


def live(
    inhabit: Callable[[], AbstractContextManager[Town]], *, days: int, steps: int
) -> tuple[list[Account], list[str]]:
    """Let `days` installations live through `steps` events each; the first with something wrong is the last.

    Answers the accounts, and the diary of the last.
    """

    class Case(Days):
        accounts: ClassVar[list[Account]] = []
        diary: ClassVar[list[str]] = []

    Case.inhabit = staticmethod(inhabit)
    for day in range(days):
        run_state_machine_as_test(seed(day)(Case), settings=_one_story(steps))
        if Case.accounts and Case.accounts[-1].wrong:
            break
    return Case.accounts, Case.diary


def _one_story(steps: int) -> settings:
    """A story takes a minute: each is told once, from a seed of its own, and never made shorter by trying again."""
    return settings(
        max_examples=2,  # the simplest, and one that is made up
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
