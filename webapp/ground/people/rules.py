"""Rules of accounts: logins, passwords, PINs, waits after wrong ones, how long a sign-in lives, who outranks whom."""

import enum
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from webapp.core.actor import OVERSEERS, Role
from webapp.ground.estates.settings import setting
from webapp.ground.people.refusals import (
    AlsoElsewhere,
    BadLogin,
    HigherRole,
    PasswordTooCommon,
    PasswordTooShort,
    PinNotDigits,
    PinTooSimple,
)

SIGN_IN_LIFE = timedelta(days=14)  # without use
PUSH_TOKEN_LIFE = timedelta(days=90)  # after sign-out, expiry or disabling (protocol.md 1)
PASSWORD_MINIMUM = 8
FREE_FAILURES = 5
WRONG_PINS = 5  # then the own phone only (protocol.md 10)
FIRST_WAIT = timedelta(seconds=10)
LONGEST_WAIT = timedelta(minutes=15)
FAILURES_KEPT = timedelta(days=1)

# Whose password may be reset by whom: nobody resets somebody who stands higher.
RANK: Mapping[Role, int] = {Role.SUPERVISOR: 1, Role.MANAGER: 2, Role.OFFICE_MANAGER: 3, Role.GM: 4, Role.ADMIN: 5}
MAY_RESET = (*OVERSEERS, Role.ADMIN)
COMMON_PASSWORDS = frozenset([
    "12345678", "123456789", "1234567890", "87654321", "password", "password1", "qwertyui", "qwerty123", "abcd1234",
    "a1234567", "aa123456", "asdfghjk", "1q2w3e4r", "woaini1314", "admin123", "rounds123",
])  # fmt: skip


class EndedWhy(enum.StrEnum):
    """Why a sign-in ended before its time."""

    SIGNED_OUT = "signed_out"
    SIGNED_IN_AGAIN = "signed_in_again"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105  # a word, not a password
    PASSWORD_RESET = "password_reset"  # noqa: S105  # a word, not a password
    DEVICE_REVOKED = "device_revoked"
    DISABLED = "disabled"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Span:
    """How long one sign-in lasted: `ended_at` when somebody ended it, else it dies of disuse."""

    last_used_at: datetime
    ended_at: datetime | None = None

    @property
    def end(self) -> datetime:
        """The moment from which it is worth nothing."""
        return self.ended_at or self.last_used_at + SIGN_IN_LIFE


def fold_login(text: str) -> str:
    """Answer a login as it is stored: width, case and surrounding space make no difference."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def new_login(text: str) -> str:
    """Answer the login to store; raises BadLogin."""
    login = fold_login(text)
    if not re.fullmatch(r"[\w.@-]{2,64}", login):
        raise BadLogin(login=text[:64])
    return login


def check_password(password: str, login: str) -> None:
    """Raise PasswordTooShort or PasswordTooCommon."""
    if len(password) < PASSWORD_MINIMUM:
        raise PasswordTooShort(minimum=PASSWORD_MINIMUM)
    plain = password.casefold()
    if plain in COMMON_PASSWORDS or plain == login or len(set(plain)) < 3:
        raise PasswordTooCommon()


def check_pin(pin: str) -> None:
    """Raise PinNotDigits or PinTooSimple: 111111, 123456, 987654, 123123 and the like are guessed at once."""
    if not re.fullmatch(r"[0-9]{6}", pin):
        raise PinNotDigits()
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    half = len(pin) // 2
    if (len(steps) == 1 and steps <= {0, 1, 9}) or pin[:half] * 2 == pin or len(set(pin)) < 3:
        raise PinTooSimple()


def wait_after(failures: int) -> timedelta:
    """Answer how long to wait after so many wrong passwords in a row: nothing at first, then doubling."""
    if failures < FREE_FAILURES:
        return timedelta(0)
    return min(FIRST_WAIT * (1 << min(failures - FREE_FAILURES, 16)), LONGEST_WAIT)


def seconds_left(failures: int, last_at: datetime, now: datetime) -> int:
    """Answer how many whole seconds must still pass before the next try; 0 when it may be made."""
    return max(0, math.ceil((last_at + wait_after(failures) - now).total_seconds()))


def signed_out_at(spans: Iterable[Span], disabled_at: datetime | None, now: datetime) -> datetime | None:
    """Answer when a person was signed out of a device for good, by all `spans` there; None while signed in.

    Where no sign-in is remembered, nothing says that they were signed out: their records must still arrive.
    """
    last = max((span.end for span in spans), default=None)
    ends = [end for end in (last, disabled_at) if end is not None and end <= now]
    return min(ends, default=None)


def also_acts_as(role: Role, settings: Mapping[str, Any]) -> frozenset[Role]:
    """Answer what else the role may do: the seeds mostly have one post of supervisor and manager (README 3.1)."""
    joint_post = role is Role.SUPERVISOR and setting(settings, "supervisor_may_act_as_manager")
    return frozenset({Role.MANAGER}) if joint_post else frozenset()


def check_may_reset(mine: Mapping[UUID, Role], theirs: Mapping[UUID, Role]) -> None:
    """Raise HigherRole or AlsoElsewhere; roles by estate.

    A password opens every estate of its owner, so who resets it must be entitled in all of them.
    """
    for estate_id, role in theirs.items():
        own = mine.get(estate_id)
        if own not in MAY_RESET:
            raise AlsoElsewhere()
        check_outranks(own, role)


def check_outranks(own: Role, theirs: Role) -> None:
    """Raise HigherRole where somebody with the role `theirs` stands higher than who acts."""
    if RANK.get(theirs, 0) > RANK[own]:
        raise HigherRole(role=theirs.value)
