"""The wording of papers: what is shipped, or the estate's own, with the names in braces filled in."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_SHIPPED = Path(__file__).with_name("templates.yaml")
_NAMED = re.compile(r"\{(\w+)\}")
NOTHING = "—"


@cache
def _shipped() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    told: Mapping[str, Mapping[str, Mapping[str, str]]] = yaml.safe_load(_SHIPPED.read_text(encoding="utf-8"))
    return told


def forms() -> frozenset[str]:
    """Answer the names of all papers that have a wording."""
    return frozenset(_shipped())


def title_of(form: str, language: str) -> str:
    """Answer what a paper is called."""
    return _shipped()[form][language]["title"]


# What is known of every renovation, and besides of a notice and of hot work, by the names that wordings use.
NAMES = (
    *("estate", "unit", "applicant", "contractor", "inCharge", "workers", "scope", "plannedFrom", "plannedUntil"),
    *("permitFrom", "permitUntil", "workHours", "deposit", "managementFee", "rubbishFee", "completedOn"),
    *("acceptedOn", "recheckOn", "passesIssued", "passesReturned", "passesLost", "notices", "noticesVerified"),
)
OF_PART: Mapping[str, tuple[str, ...]] = {
    "notice": ("servedTo", "items", "description", "dueOn"),
    "hot_work": ("place", "work", "operator", "watcher", "fromAt", "untilAt"),
}


def names_in(form: str) -> tuple[str, ...]:
    """Answer the names that a paper may have filled in."""
    return (*NAMES, *OF_PART.get(form, ()))


def wordings(language: str) -> list[dict[str, Any]]:
    """Answer what is shipped: each paper with its title, its text, and the names that can be filled in."""
    return [
        {
            "form": form,
            "title": title_of(form, language),
            "text": told[language]["text"],
            "names": [*names_in(form)],
        }
        for form, told in _shipped().items()
    ]


def paragraphs(form: str, language: str, own: Mapping[str, str], values: Mapping[str, Any]) -> list[str]:
    """Answer the lines of a paper, filled in; a name that nothing is known of, or that is misspelt, is a dash."""
    text = own.get(form) or _shipped()[form][language]["text"]
    filled = _NAMED.sub(lambda found: str(values.get(found[1]) or NOTHING), text)
    return [line for line in filled.splitlines() if line.strip()]
