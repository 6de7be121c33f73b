"""Everything that stands on one problem sheet, read for printing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.domains.findings.models import Finding, FindingAct, FindingSighting
from webapp.ground.checklists.reference import ChecklistRef
from webapp.ground.checklists.rules import ChecklistItem
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import setting
from webapp.ground.logbook.proof import Proved, proof_of


@dataclass(frozen=True, slots=True)
class FindingPage:
    """One sheet as it stands now; `item` is none where this house never shipped the checklist."""

    estate: Estate
    finding: Finding
    item: ChecklistItem | None
    seen: Sequence[FindingSighting]
    acts: Sequence[FindingAct]
    proved: Proved

    @property
    def language(self) -> str:
        """In which language the estate prints."""
        return str(setting(self.estate.settings, "ui_locale"))

    @property
    def photos(self) -> set[str]:
        """The hashes of all photos on it."""
        return {photo["sha256"] for photo in self.shown}

    @property
    def shown(self) -> list[Mapping[str, Any]]:
        """The photos of the report and of all that was done, in their order."""
        return [*self.finding.photos, *(photo for act in self.acts for photo in act.said.get("photos", ()))]


def finding_page(session: Session, estate_id: UUID, finding_id: UUID) -> FindingPage:
    """Answer the sheet; raises NotFound."""
    finding = session.get(Finding, (estate_id, finding_id))
    if finding is None:
        raise NotFound(finding=str(finding_id))
    return FindingPage(
        estate=session.get_one(Estate, estate_id),
        finding=finding,
        item=_item(finding),
        seen=_seen(session, finding),
        acts=_acts(session, finding),
        proved=proof_of(session, estate_id, entries_of(session, estate_id, [finding_id])[finding_id]),
    )


def entries_of(session: Session, estate_id: UUID, findings: Iterable[UUID]) -> dict[UUID, set[int]]:
    """Answer the numbers of all entries from which each of these sheets was written."""
    entries: dict[UUID, set[int]] = {finding_id: set() for finding_id in findings}
    reports = select(Finding.id, Finding.entry).where(Finding.estate_id == estate_id, Finding.id.in_(entries))
    looks = select(FindingSighting.finding_id, FindingSighting.entry).where(
        FindingSighting.estate_id == estate_id, FindingSighting.finding_id.in_(entries)
    )
    acts = select(FindingAct.finding_id, FindingAct.entry).where(
        FindingAct.estate_id == estate_id, FindingAct.finding_id.in_(entries)
    )
    for query in (reports, looks, acts):
        for finding_id, entry in session.execute(query):
            entries[finding_id].add(entry)
    return entries


def _item(finding: Finding) -> ChecklistItem | None:
    ref = ChecklistRef(type=finding.checklist_type, version=finding.checklist_version, hash=finding.checklist_hash)
    template = ref.template()
    return template.item(finding.item) if template else None


def _seen(session: Session, finding: Finding) -> Sequence[FindingSighting]:
    query = (
        select(FindingSighting)
        .where(FindingSighting.estate_id == finding.estate_id, FindingSighting.finding_id == finding.id)
        .order_by(FindingSighting.seen_at, FindingSighting.entry)
    )
    return session.scalars(query).all()


def _acts(session: Session, finding: Finding) -> Sequence[FindingAct]:
    query = (
        select(FindingAct)
        .where(FindingAct.estate_id == finding.estate_id, FindingAct.finding_id == finding.id)
        .order_by(FindingAct.entry)
    )
    return session.scalars(query).all()
