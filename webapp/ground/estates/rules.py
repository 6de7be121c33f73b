"""Which settings a record is judged by: those its maker had before the eyes, never today's (`protocol.md` 2)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

_NAMED = re.compile(r"(?:^|;)settings/(\d{1,9})(?:;|$)")


@dataclass(frozen=True, slots=True)
class Version:
    """Settings as an estate had them from `since` on; only what differs from the defaults."""

    number: int
    since: datetime
    settings: Mapping[str, Any]


def version_in_force(versions: Sequence[Version], rules: str, at: datetime) -> Version:
    """Answer the version that `rules` of the envelope names ("stairwell/1;settings/3"), else the one of the moment.

    versions  all of the estate, oldest first, at least one
    rules     the phone's word: a version that never was counts as not named
    """
    named = _NAMED.search(rules)
    found = next((one for one in versions if named and one.number == int(named[1])), None)
    return found or version_at(versions, at)


def version_at(versions: Sequence[Version], at: datetime) -> Version:
    """Answer the version that held at `at`; before the first, the first."""
    return next((one for one in reversed(versions) if one.since <= at), versions[0])


def windows_follow(windows: Sequence[tuple[str, str]]) -> bool:
    """Say whether windows of a day, each ("09:00", "12:00"), follow each other; only the last may end on the next."""
    backwards = any(start >= end for start, end in windows[:-1])
    return not backwards and all(before[1] <= after[0] for before, after in pairwise(windows))
