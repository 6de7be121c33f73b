"""Which papers an application needs, and what is missing of them (`renovation.md` 2). Pure."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal
from uuid import UUID

from webapp.core.wire import Wire
from webapp.domains.renovation.rules.shapes import PaperCode, Party, Worker
from webapp.domains.renovation.rules.standing import Case

# Copies that bear the contractor's red seal.
SEALED: tuple[PaperCode, ...] = ("doc_license", "doc_qualification", "doc_tax")
# Who has to sign each form; the agreement is signed by all three.
SIGNED: Mapping[PaperCode, tuple[Party, ...]] = {
    "form_application": ("owner", "person_in_charge"),
    "form_heating": ("owner",),
    "form_contractor_pledge": ("contractor",),
    "form_hot_work": ("contractor",),
    "agreement": ("company", "owner", "contractor"),
}


class Missing(Wire, frozen=True, kw_only=True):
    """A paper that is not in order, and why."""

    code: PaperCode
    why: Literal["absent", "unsealed", "unsigned", "worker_photos"]
    parties: tuple[Party, ...] = ()
    workers: tuple[UUID, ...] = ()


def required(case: Case, settings: Mapping[str, Any]) -> Iterator[PaperCode]:
    """Answer the papers that this application needs, in the order of the list."""
    yield from ("doc_license", "doc_qualification")
    if not settings["tax_registration_waived"]:
        yield "doc_tax"
    yield from ("doc_plan", "doc_worker_ids", "doc_worker_photos", "form_application")
    if case.heating or settings["central_heating"]:
        yield "form_heating"
    yield "form_contractor_pledge"
    if case.hot_work:
        yield "form_hot_work"
    yield "agreement"
    if case.agent:
        yield "doc_mandate"


def missing(case: Case, settings: Mapping[str, Any]) -> list[Missing]:
    """Answer what is still missing, a line a paper; nothing when it can go to engineering."""
    lines = (_lacking(case, code, settings) for code in required(case, settings))
    return [line for line in lines if line]


def _lacking(case: Case, code: PaperCode, settings: Mapping[str, Any]) -> Missing | None:
    if code == "doc_worker_photos":
        lacking = tuple(one.worker_id for one in case.workers if not is_whole(one, settings))
        return Missing(code=code, why="worker_photos", workers=lacking) if lacking else None
    if code in SIGNED:
        return _unsigned(case, code)
    paper = case.paper(code)
    if paper is None or not paper.photos:
        return Missing(code=code, why="absent")
    return Missing(code=code, why="unsealed") if code in SEALED and not paper.sealed else None


def is_whole(worker: Worker, settings: Mapping[str, Any]) -> bool:
    """Say whether a worker's ID was shown and there are two photos (REN-R12)."""
    return worker.id_shown and len(worker.photos) >= settings["photos_per_worker"]


def _unsigned(case: Case, code: PaperCode) -> Missing | None:
    paper = case.paper(code)
    there = {one.party for one in case.signed if one.form == code}
    if paper and paper.photos:
        there.update(paper.signed_by)
    lacking = tuple(party for party in SIGNED[code] if party not in there)
    if not lacking:
        return None
    return Missing(code=code, why="unsigned" if there or paper else "absent", parties=lacking)
