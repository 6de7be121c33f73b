"""The page of one visit: everything the book, the register and the phones know of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.domains.findings.models import Finding, FindingSighting
from webapp.domains.patrols.evidence.queries import evidence_of
from webapp.domains.patrols.models import PatrolRecord, PatrolVisit
from webapp.ground.checklists.reference import ChecklistRef
from webapp.ground.checklists.rules import as_data
from webapp.ground.labels.models import LabelRow
from webapp.ground.labels.queries import as_label
from webapp.ground.logbook.models import LogbookContent, LogbookEntry
from webapp.ground.people.models import Device
from webapp.ground.photos.models import Photo
from webapp.ground.places.models import Route

Data = dict[str, Any]


def visit_page(session: Session, estate_id: UUID, visit_id: UUID, *, now: datetime) -> Data:
    """Answer everything of one visit of the estate; raises NotFound."""
    visit = session.get(PatrolVisit, (estate_id, visit_id))
    if visit is None:
        raise NotFound(visit=str(visit_id))
    findings = _findings(session, visit)
    seen = _sightings(session, visit, [finding.id for finding in findings])
    shown = [*visit.photos, *(photo for finding in findings for photo in finding.photos)]
    arrived = _arrived(session, estate_id, shown)
    return {
        **_visit(visit),
        **_page(session, visit),
        **_book(session, visit),
        "evidence": evidence_of(session, visit, now),
        "device": _device(session, visit),
        "label": _label(session, visit),
        "template": _template(visit),
        "photos": _told(visit.photos, arrived),
        "findings": [_finding(finding, arrived, seen) for finding in findings],
    }


def _visit(visit: PatrolVisit) -> Data:
    return {
        "id": visit.id,
        "place": {"id": visit.place_id, "name": visit.place_name, "type": visit.place_type},
        "by": {"id": visit.by_id, "name": visit.by_name},
        "timeliness": visit.timeliness,
        "state": visit.seen.state,
        "abnormal": visit.abnormal,
        "times": {
            "phone_scanned_at": visit.phone_scanned_at,
            "scanned_at": visit.scanned_at,
            "phone_finished_at": visit.phone_finished_at,
            "received_at": visit.received_at,
            "drift_ms": visit.drift_ms,
        },
        "scan": {"method": visit.scan_method, "reason": visit.scan_reason},
        "position": visit.position,
        "checklist": {
            "type": visit.checklist_type,
            "version": visit.checklist_version,
            "hash": visit.checklist_hash,
        },
        "answers": visit.answers,
        "observation": visit.observation,
        "remarks": visit.remarks,
        "marks": visit.marks,
    }


def _page(session: Session, visit: PatrolVisit) -> Data:
    record = session.get_one(PatrolRecord, (visit.estate_id, visit.record_id))
    route = session.get(Route, (visit.estate_id, visit.route_id)) if visit.route_id else None
    return {
        "serial": record.serial,
        "round": {
            "id": record.id,
            "route_id": visit.route_id,
            "route_name": route.name if route else None,
            "number": visit.number,
            "date": visit.day,
        },
    }


def _book(session: Session, visit: PatrolVisit) -> Data:
    """Answer where the visit stands in the book, and between which moments it was when its clock is doubtful."""
    query = (
        select(LogbookEntry.hash, LogbookContent.content)
        .outerjoin(
            LogbookContent,
            (LogbookContent.estate_id == LogbookEntry.estate_id) & (LogbookContent.number == LogbookEntry.number),
        )
        .where(LogbookEntry.estate_id == visit.estate_id, LogbookEntry.number == visit.entry)
    )
    hash_, content = session.execute(query).one()
    server = msgspec.json.decode(content)["server"] if content else {}
    return {"entry": visit.entry, "hash": hash_, "doubtful_between": server.get("timeBetween")}


def _device(session: Session, visit: PatrolVisit) -> Data:
    device = session.get(Device, visit.device_id)
    return {"id": visit.device_id, "name": device.name if device else None}


def _label(session: Session, visit: PatrolVisit) -> Data | None:
    if visit.label is None:
        return None
    query = select(LabelRow).where(LabelRow.estate_id == visit.estate_id, LabelRow.code == visit.label)
    row = session.scalars(query).one_or_none()
    if row is None:
        return {"code": visit.label, "state": None, "generation": None, "hung_at": None, "revoked_at": None}
    return {
        "code": row.code,
        "state": as_label(row).state,
        "generation": row.generation,
        "hung_at": row.hung_at,
        "revoked_at": row.revoked_at,
    }


def _template(visit: PatrolVisit) -> Data | None:
    ref = ChecklistRef(type=visit.checklist_type, version=visit.checklist_version, hash=visit.checklist_hash)
    template = ref.template()
    return as_data(template) if template else None


def _findings(session: Session, visit: PatrolVisit) -> Sequence[Finding]:
    """Answer what was found on the visit, and what it saw again."""
    seen = select(FindingSighting.finding_id).where(
        FindingSighting.estate_id == visit.estate_id, FindingSighting.origin_id == visit.id
    )
    query = (
        select(Finding)
        .where(Finding.estate_id == visit.estate_id, (Finding.origin_id == visit.id) | Finding.id.in_(seen))
        .order_by(Finding.found_at, Finding.id)
    )
    return session.scalars(query).all()


def _sightings(session: Session, visit: PatrolVisit, ids: Sequence[UUID]) -> Sequence[FindingSighting]:
    query = (
        select(FindingSighting)
        .where(FindingSighting.estate_id == visit.estate_id, FindingSighting.finding_id.in_(ids))
        .order_by(FindingSighting.seen_at)
    )
    return session.scalars(query).all()


def _arrived(session: Session, estate_id: UUID, photos: Iterable[Data]) -> set[str]:
    hashes = {photo["sha256"] for photo in photos}
    query = select(Photo.sha256).where(Photo.estate_id == estate_id, Photo.sha256.in_(hashes))
    return set(session.scalars(query)) if hashes else set()


def _told(photos: Iterable[Data], arrived: set[str]) -> list[Data]:
    return [{**photo, "arrived": photo["sha256"] in arrived} for photo in photos]


def _finding(finding: Finding, arrived: set[str], seen: Iterable[FindingSighting]) -> Data:
    return {
        "id": finding.id,
        "serial": finding.serial,
        "state": finding.state,
        "priority": finding.priority,
        "dept": finding.dept,
        "item": finding.item,
        "choice": finding.choice,
        "description": finding.description,
        "spot": finding.spot,
        "details": finding.details,
        "found_at": finding.found_at,
        "photos": _told(finding.photos, arrived),
        "steps": finding.steps or [],
        "remarks": finding.remarks,
        "by_name": finding.by_name,
        "origin_id": finding.origin_id,
        "seen": [one for one in seen if one.finding_id == finding.id],
    }
