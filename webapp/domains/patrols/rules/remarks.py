"""What is not in order about a visit. A visit is a fact: it is kept, and what breaks a rule is remarked upon.

The phone asks the same questions before it saves, so that a remark is the exception (`tests/examples/rules`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from webapp.core.remarks import Remark
from webapp.domains.patrols.rules.visit import Visit
from webapp.ground.checklists.answers import bare_items, lacks
from webapp.ground.checklists.words import bare_form, bare_normal, is_blank

LabelState = Literal["here", "revoked", "elsewhere", "unknown"]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a visit is judged by.

    place_type          kind of the place in the register, or None when the estate has no such place
    label               what the register says of the scanned code; None when no code was read
    items               item ids of the checklist version answered, or None when nobody knows that version
    previous_scanned_at scan time of the visit made before on the same phone, by that phone's clock
    settings            the estate's settings in force
    """

    place_type: str | None
    label: LabelState | None
    items: Sequence[str] | None
    previous_scanned_at: datetime | None
    settings: Mapping[str, Any]


def remarks(visit: Visit, around: Surroundings) -> list[Remark]:
    """Answer every rule the visit breaks, each once, in the order of their codes."""
    found = [
        *_of_the_place(visit, around),
        *_of_the_items(visit, around.items),
        *_of_the_texts(visit, around.settings),
        *_of_the_pace(visit, around),
    ]
    return sorted(found, key=lambda remark: remark.code)


def _of_the_place(visit: Visit, around: Surroundings) -> Iterator[Remark]:
    if around.place_type is None:
        yield Remark("patrols.unknown_place")
    elif around.place_type != visit.checklist.type:
        yield Remark("patrols.foreign_checklist")
    if around.label in {"revoked", "elsewhere", "unknown"}:
        yield Remark(f"patrols.label_{around.label}")
    elif around.label is None and visit.scan.method != "listed":
        yield Remark("patrols.label_unknown")
    # PAT-R12: who chose not to scan says why; who opened a label's address had no choice to explain.
    if visit.scan.method in {"typed", "listed"} and is_blank(visit.scan.reason):
        yield Remark("patrols.manual_without_reason")


def _of_the_items(visit: Visit, items: Sequence[str] | None) -> Iterator[Remark]:
    if items is None:
        yield Remark("patrols.unknown_checklist")
    for lack, named in lacks(visit.answers, items):
        yield Remark(f"patrols.{lack}", {"items": [*named]})


def _of_the_texts(visit: Visit, settings: Mapping[str, Any]) -> Iterator[Remark]:
    words = settings["bare_normal_words"]
    # PAT-R02: neither the observation nor any note or reason may be a bare 正常.
    bare = bare_items(visit.answers, words)
    if bare or bare_normal(visit.observation, words):
        yield Remark("patrols.bare_normal", {"items": [*bare]})
    elif not _observed(visit, settings["min_observation_chars"]):
        yield Remark("patrols.observation_missing")


def _observed(visit: Visit, min_chars: int) -> bool:
    # PAT-R03: a chosen normal phrase is text already, and is exempt from the length limit.
    if any(answer.result == "normal" for answer in visit.answers):
        return True
    texts = [visit.observation, *(answer.note or "" for answer in visit.answers)]
    longest = max(len(bare_form(text)) for text in texts)
    return longest >= min_chars or (bool(visit.photos) and not is_blank(visit.observation))


def _of_the_pace(visit: Visit, around: Surroundings) -> Iterator[Remark]:
    # PAT-R13
    if around.previous_scanned_at is None:
        return
    pause = visit.scanned_at - around.previous_scanned_at
    if pause < timedelta(0):
        yield Remark("patrols.scan_order")
    elif pause < timedelta(seconds=around.settings["too_fast_seconds"]):
        yield Remark("patrols.too_fast")
