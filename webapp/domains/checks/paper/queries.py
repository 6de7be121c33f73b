"""Everything that stands on one check sheet, read for printing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.day_records import DayRecords
from webapp.core.errors import NotFound
from webapp.domains.checks.models import CheckSheet, CheckSlip
from webapp.domains.checks.queries import patrols_of, slips_of
from webapp.domains.checks.rules.bodies import Period
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import setting
from webapp.ground.logbook.proof import Proved, proof_of
from webapp.ground.people.departments.queries import departments


@dataclass(frozen=True, slots=True)
class CheckPage:
    """One sheet as it stands now. `patrols`: as frozen by the signature, else as the book knows them now."""

    estate: Estate
    sheet: CheckSheet
    dept: str
    slips: Mapping[str, CheckSlip]
    patrols: Sequence[Mapping[str, Any]]
    proved: Proved

    @property
    def language(self) -> str:
        """In which language the estate prints."""
        return str(setting(self.estate.settings, "ui_locale"))


def check_page(session: Session, estate_id: UUID, sheet_id: UUID, offers: Sequence[DayRecords]) -> CheckPage:
    """Answer the sheet; raises NotFound."""
    sheet = session.get(CheckSheet, (estate_id, sheet_id))
    if sheet is None:
        raise NotFound(sheet=str(sheet_id))
    estate = session.get_one(Estate, estate_id)
    names = {one.kind: one.name for one in departments(session, estate_id)}
    return CheckPage(
        estate=estate,
        sheet=sheet,
        dept=names[sheet.dept],
        slips={str(slip.row_id): slip for slip in slips_of(session, estate_id, [sheet_id])},
        patrols=_patrols(session, estate, sheet, offers),
        proved=proof_of(session, estate_id, entries_of(session, estate_id, [sheet_id])[sheet_id]),
    )


def entries_of(session: Session, estate_id: UUID, sheets: Iterable[UUID]) -> dict[UUID, set[int]]:
    """Answer by which entries of the book each of these sheets was written."""
    entries: dict[UUID, set[int]] = {sheet_id: set() for sheet_id in sheets}
    query = select(CheckSheet.id, CheckSheet.entry, CheckSheet.signed_entry).where(
        CheckSheet.estate_id == estate_id, CheckSheet.id.in_(entries)
    )
    for sheet_id, *numbers in session.execute(query):
        entries[sheet_id].update(number for number in numbers if number is not None)
    for slip in slips_of(session, estate_id, entries.keys()):
        entries[slip.sheet_id].add(slip.entry)
    return entries


def _patrols(
    session: Session, estate: Estate, sheet: CheckSheet, offers: Sequence[DayRecords]
) -> Sequence[Mapping[str, Any]]:
    if sheet.period is Period.WEEKLY:
        return ()
    return sheet.patrols or patrols_of(session, estate.id, sheet.day, estate.timezone, offers)
