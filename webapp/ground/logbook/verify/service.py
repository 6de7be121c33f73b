"""Verifies one estate's book against everything that was derived from it or has seen it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.domain import PushKind
from webapp.ground.logbook.verify import compare
from webapp.ground.logbook.verify.difference import Difference
from webapp.ground.logbook.verify.replay import Replay, replay
from webapp.ground.logbook.verify.walk import Walked, walk


@dataclass(slots=True)
class Report:
    """What came of it: whole entries, purged ones by the entry that purged them, and the count of differences."""

    intact: int = 0
    purged: dict[int, int] = field(default_factory=dict)
    differences: int = 0

    def __str__(self) -> str:
        """Say it in one line."""
        purged = [f"{count} purged by entry {entry}" for entry, count in self.purged.items()]
        differing = [f"{self.differences} differ"] if self.differences else []
        return ", ".join([f"{self.intact} intact", *(purged or ["0 purged"]), *differing])


def verify(
    session: Session, estate_id: UUID, kinds: Mapping[str, PushKind], tell: Callable[[Difference], None]
) -> Report:
    """Verify the estate's book and answer what came of it; every difference is told as soon as it is found.

    session  in one snapshot of the store, so that a running server does not look like a forger
    """
    owned = frozenset({compare.PAGES, *(table for kind in kinds.values() for table in kind.owns)})
    report = Report()
    with replay(owned) as derived:
        at = Walked()
        for difference in _differences(session, estate_id, kinds, derived, at):
            report.differences += 1
            tell(difference)
        report.intact, report.purged = at.intact, derived.purges()
    return report


def _differences(
    session: Session, estate_id: UUID, kinds: Mapping[str, PushKind], derived: Replay, at: Walked
) -> Iterator[Difference]:
    yield from walk(session, estate_id, kinds, derived, at)
    for number in derived.gone_unpurged():
        yield Difference(f"entry {number}", "content", "there", "missing")
    for number in derived.purged_but_there():
        yield Difference(f"entry {number}", "content", "purged", "there")
    yield from compare.head_differs(session, estate_id, at)
    yield from compare.receipts_without_entry(session, estate_id)
    yield from compare.receipts_too_many(session, estate_id, at)
    yield from compare.witnesses_differ(session, estate_id)
    yield from compare.rows_differ(session, estate_id, derived)
