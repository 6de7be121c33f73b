"""Findings as phones hold them, with all that was done about each; some queries a page, however many there are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.wire import plain
from webapp.domains.findings.models import Finding, FindingAct, FindingSighting
from webapp.domains.findings.rules import letters, smell
from webapp.domains.findings.rules.acting import ActDone
from webapp.domains.findings.rules.standing import Smell, department_of
from webapp.ground.logbook.receipts import hashes_of

Data = dict[str, Any]
# The same thing at the same place again within so long is worth a word.
REPEATED_WITHIN = timedelta(days=90)


def told(session: Session, estate_id: UUID, findings: Sequence[Finding]) -> dict[UUID, Data]:
    """Answer each of these findings as phones hold it, in their order."""
    ids = [finding.id for finding in findings]
    acts, seen = _acts(session, estate_id, ids), sightings(session, estate_id, ids)
    items = [finding.item_id for finding in findings if finding.item_id]
    hashes = hashes_of(session, estate_id, [*items, *(act.id for one in acts.values() for act in one)])
    same = repeated(session, estate_id, findings)
    return {
        finding.id: {
            **_reported(finding, hashes),
            **_seen(seen[finding.id]),
            **_standing(finding),
            **_done(finding, acts[finding.id], hashes),
            "repeats": len(same[finding.id]),
        }
        for finding in findings
    }


def sightings(session: Session, estate_id: UUID, ids: Sequence[UUID]) -> Mapping[UUID, Sequence[FindingSighting]]:
    """Answer who saw each of these findings again, oldest first."""
    query = (
        select(FindingSighting)
        .where(FindingSighting.estate_id == estate_id, FindingSighting.finding_id.in_(ids))
        .order_by(FindingSighting.seen_at)
    )
    seen: defaultdict[UUID, list[FindingSighting]] = defaultdict(list)
    for one in session.scalars(query):
        seen[one.finding_id].append(one)
    return seen


def repeated(session: Session, estate_id: UUID, findings: Iterable[Finding]) -> Mapping[UUID, Sequence[Finding]]:
    """Answer of each finding those of the same place and item within 90 days that were entered before it, oldest first.

    By the order of the book: one found earlier and brought later must not change what phones were told of this one.
    """
    by_spot: defaultdict[tuple[UUID, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        by_spot[finding.place_id, finding.item].append(finding)
    earliest = min((finding.found_at for one in by_spot.values() for finding in one), default=None)
    same: defaultdict[UUID, list[Finding]] = defaultdict(list)
    if earliest is None:
        return same
    query = (
        select(Finding)
        .where(Finding.estate_id == estate_id, Finding.place_id.in_({place_id for place_id, _ in by_spot}))
        .where(Finding.found_at >= earliest - REPEATED_WITHIN)
        .order_by(Finding.found_at, Finding.id)
    )
    for before in session.scalars(query):
        for finding in by_spot.get((before.place_id, before.item), ()):
            if before.entry < finding.entry and abs(finding.found_at - before.found_at) <= REPEATED_WITHIN:
                same[finding.id].append(before)
    return same


def _acts(session: Session, estate_id: UUID, ids: Sequence[UUID]) -> Mapping[UUID, list[FindingAct]]:
    query = select(FindingAct).where(FindingAct.estate_id == estate_id, FindingAct.finding_id.in_(ids))
    acts: defaultdict[UUID, list[FindingAct]] = defaultdict(list)
    for act in session.scalars(query.order_by(FindingAct.entry)):
        acts[act.finding_id].append(act)
    return acts


def _reported(finding: Finding, hashes: Mapping[UUID, str]) -> Data:
    item = finding.item_id
    return {
        "placeId": str(finding.place_id),
        "placeName": finding.place_name,
        "placeType": finding.place_type,
        "checklist": {"type": finding.checklist_type, "version": finding.checklist_version},
        "item": finding.item,
        "choice": finding.choice,
        "description": finding.description,
        "spot": finding.spot,
        "details": finding.details,
        "photos": finding.photos,
        "steps": finding.steps or [],
        "origin": {"kind": finding.origin_kind, "id": str(finding.origin_id)} if finding.origin_id else None,
        "foundAt": finding.found_at.isoformat(),
        "byId": str(finding.by_id),
        "byName": finding.by_name,
        "serial": finding.serial,
        "report": {"id": str(item), "sha256": hashes.get(item)} if item else None,
    }


def _seen(seen: Sequence[FindingSighting]) -> Data:
    last = seen[-1] if seen else None
    return {
        "timesSeen": len(seen),
        "lastSeen": last and {"outcome": last.outcome.value, "at": last.seen_at.isoformat(), "byName": last.by_name},
    }


def _standing(finding: Finding) -> Data:
    return {
        "state": finding.state.value,
        "priority": finding.priority.value,
        "dept": department_of(finding.dept),
        "hard": finding.hard,
        "orderNo": finding.order_no,
        "rework": finding.rework,
        "due": finding.due,
        "waitingSince": plain(finding.waiting_since),
        "fixer": _who(finding.fixer_id, finding.fixer_name, finding.fixed_at),
        "verifier": _who(finding.verifier_id, finding.verifier_name, finding.verified_at),
        "signatures": finding.signatures,
        "escalatedTo": finding.escalated_to,
        "closedAt": plain(finding.closed_at),
    }


def _who(id_: UUID | None, name: str | None, at: Any) -> Data | None:
    return {"id": str(id_), "name": name, "at": plain(at)} if id_ else None


def _done(finding: Finding, acts: Sequence[FindingAct], hashes: Mapping[UUID, str]) -> Data:
    done = [ActDone(act.id, act.act, act.by_id, act.by_name, act.at, act.said) for act in acts]
    lines = {act.id: _act(act, hashes) for act in acts}
    smells = finding.item == smell.SMELL_ITEM
    how_far = Smell(**finding.smell) if finding.smell else Smell()
    return {
        "acts": list(lines.values()),
        "letters": [letters.told(one, lines[one.written.id]) for one in letters.letters_of(done)],
        "smell": smell.told(how_far, done) if smells else None,
    }


def _act(act: FindingAct, hashes: Mapping[UUID, str]) -> Data:
    return {
        "id": str(act.id),
        "sha256": hashes.get(act.id),
        "act": act.act.value,
        "at": plain(act.at),
        "byId": str(act.by_id),
        "byName": act.by_name,
        "before": act.before.value,
        "state": act.state.value,
        "dueAt": plain(act.due_at),
        "serial": act.serial,
        "remarks": act.remarks,
        "said": act.said,
    }
