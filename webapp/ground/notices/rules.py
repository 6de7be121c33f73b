"""What people are told of, in which words, and when it goes out. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from webapp.core.actor import Role
from webapp.ground.calendar.rules import day_of, moment_at

# After a failure; when none is left, it has failed for good and the list of what was sent shows it.
RETRIES = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))


class Words(msgspec.Struct, frozen=True):
    """What is said in one language; `{name}` stands for a parameter."""

    title: str
    line: str


class NoticeKind(msgspec.Struct, frozen=True):
    """Something people are told of. `urgent`: also in the quiet hours. `words` by language."""

    name: str
    urgent: bool
    words: Mapping[str, Words]

    def said(self, params: Mapping[str, object]) -> dict[str, dict[str, str]]:
        """Answer the words by language, with `params` filled in."""
        return {
            language: {"title": words.title.format_map(params), "line": words.line.format_map(params)}
            for language, words in self.words.items()
        }


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """That somebody is to be told of something now.

    key     said once a key, however often it is due
    path    the page of the app that shows it
    roles, people  who is told in the app; nobody where both are empty: then the channels alone
    """

    kind: NoticeKind
    key: str
    path: str
    params: Mapping[str, object] = msgspec.field(default_factory=dict)
    roles: Sequence[Role] = ()
    people: Sequence[UUID] = ()

    def audience(self) -> set[str]:
        """Answer whom it is for, as `audience_of` names a person."""
        return {*(role.value for role in self.roles), *(str(person) for person in self.people)}


def audience_of(person_id: UUID, role: Role) -> tuple[str, str]:
    """Answer the names under which a person is told."""
    return role.value, str(person_id)


@dataclass(frozen=True, slots=True)
class Quiet:
    """The hours in which only what is urgent goes out; `HH:MM` by the estate's clocks, as a rule over midnight."""

    start: str
    end: str


def send_at(now: datetime, zone: str, quiet: Quiet | None, *, urgent: bool) -> datetime:
    """Answer when a notice that is due `now` goes out, UTC: at once, or when the quiet hours end."""
    if urgent or quiet is None or quiet.start == quiet.end:
        return now
    today = day_of(now, zone)
    for day in (today - timedelta(days=1), today):
        over_midnight = timedelta(days=quiet.end <= quiet.start)
        start, end = moment_at(day, quiet.start, zone), moment_at(day + over_midnight, quiet.end, zone)
        if start <= now < end:
            return end
    return now


def retry_at(tries: int, now: datetime) -> datetime | None:
    """Answer when to try again after `tries` failures, or None: it has failed for good."""
    return now + RETRIES[tries - 1] if tries <= len(RETRIES) else None
