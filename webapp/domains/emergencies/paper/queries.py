"""Everything that stands on one emergency entry, read for printing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.domains.emergencies.models import EmergencyEntry
from webapp.ground.books import language_of, written_in
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.models import SerialPage
from webapp.ground.logbook.proof import Proved, proof_of

entries_of = written_in(EmergencyEntry, EmergencyEntry.entry, EmergencyEntry.left_entry)


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry as it stands now; `finding` is the number of what was seen from outside, once that has come in."""

    estate: Estate
    entry: EmergencyEntry
    finding: str | None
    proved: Proved

    @property
    def language(self) -> str:
        """In which language the estate prints."""
        return language_of(self.estate)

    @property
    def shown(self) -> Sequence[tuple[str, Mapping[str, Any]]]:
        """The photos of the way in and of the way out: (enter or leave, photo)."""
        entered = [("enter", photo) for photo in self.entry.photos]
        return [*entered, *(("leave", photo) for photo in self.entry.left_photos or ())]

    @property
    def remarks(self) -> list[str]:
        """The codes of what is remarked upon, of the way in and of the way out; each once."""
        found = [*self.entry.remarks, *(self.entry.left_remarks or ())]
        return list(dict.fromkeys(remark["code"] for remark in found))


def entry_page(session: Session, estate_id: UUID, entry_id: UUID) -> EntryPage:
    """Answer the entry; raises NotFound."""
    entry = session.get(EmergencyEntry, (estate_id, entry_id))
    if entry is None:
        raise NotFound(entry=str(entry_id))
    return EntryPage(
        estate=session.get_one(Estate, estate_id),
        entry=entry,
        finding=_serial(session, entry),
        proved=proof_of(session, estate_id, entries_of(session, estate_id, [entry_id])[entry_id]),
    )


def _serial(session: Session, entry: EmergencyEntry) -> str | None:
    pages = select(SerialPage.serial).where(SerialPage.estate_id == entry.estate_id)
    return session.scalar(pages.where(SerialPage.key == str(entry.finding_id)).limit(1)) if entry.finding_id else None
