"""One page of a bundle: its paper, its lines in the tables, its photos, and what the manifest tells of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.config import Settings
from webapp.desk.months.bundle.lines import Cells, finding_lines, item_lines, record_line
from webapp.desk.months.contents import RECORDS, Page
from webapp.desk.months.rules import is_late
from webapp.domains.findings.paper.queries import finding_page
from webapp.domains.findings.paper.service import print_finding
from webapp.domains.patrols.paper.queries import record_page
from webapp.domains.patrols.paper.service import print_record
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.proof import Proved


@dataclass(frozen=True, slots=True)
class Bound:
    """A page as it goes into the bundle; `tables` by name."""

    file: str
    paper: bytes
    tables: Mapping[str, Sequence[Cells]]
    photos: frozenset[str]
    told: Mapping[str, Any]


def bind(session: Session, settings: Settings, estate: Estate, page: Page, month: str, now: datetime) -> Bound:
    """Answer the page as it stands now."""
    make: Callable[..., Bound] = _record if page.form == RECORDS else _finding
    return make(session, settings, estate, page, month, now)


def _record(session: Session, settings: Settings, estate: Estate, page: Page, month: str, now: datetime) -> Bound:
    stands = record_page(session, estate.id, page.key)
    return Bound(
        file=f"records/{page.serial}.pdf",
        paper=print_record(session, settings, stands, now=now),
        tables={"records": [record_line(stands, page, month)], "items": item_lines(stands)},
        photos=frozenset(stands.photos),
        told=_told(page, month, stands.proved),
    )


def _finding(session: Session, settings: Settings, estate: Estate, page: Page, month: str, now: datetime) -> Bound:
    stands = finding_page(session, estate.id, page.key)
    return Bound(
        file=f"findings/{page.serial}.pdf",
        paper=print_finding(session, settings, stands, now=now),
        tables={"findings": finding_lines(stands, page, month)},
        photos=frozenset(stands.photos),
        told={**_told(page, month, stands.proved), "state": stands.finding.state.value},
    )


def _told(page: Page, month: str, proved: Proved) -> dict[str, Any]:
    return {
        "serial": page.serial,
        "form": page.form,
        "day": page.day and page.day.isoformat(),
        "acceptedAt": page.accepted_at.isoformat(),
        "late": bool(page.day and is_late(page.day, month)),
        "void": page.void,
        "entries": list(proved.numbers),
        "hash": proved.hash,
    }
