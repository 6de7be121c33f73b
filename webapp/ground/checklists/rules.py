"""What a checklist template is, and the hash that an answer names it by; pure."""

import hashlib
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
import rfc8785
from msgspec import UNSET, UnsetType

from webapp.core.ids import computed_id
from webapp.core.wire import Wire, plain

Word = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
ItemId = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}-[0-9]{2}$")]
Code = Annotated[str, msgspec.Meta(pattern=r"^[a-z]+(_[a-z]+)*$")]

# What an abnormal answer must hold besides photo, spot, description and action (PAT-R04):
# number or asset no., expiry date, vehicle plate, unit, reading.
Record = Literal["N", "X", "V", "U", "R"]
Flag = Literal["F", "S", "H"]  # fire, security, danger to persons
Measure = Literal["m3", "kWh"]
Step = Literal["valve_closed", "notice_posted", "owner_told", "resident_called", "manager_called", "help_called"]
Department = Literal["engineering", "security", "cleaning", "greening", "steward"]


class Words(Wire, frozen=True, kw_only=True, rename={"zh_hans": "zh-Hans", "zh_hant": "zh-Hant"}):
    """The same words in every language of the product; none may be missing."""

    zh_hans: Word
    zh_hant: Word
    en: Word

    def in_language(self, language: str) -> str:
        """Answer the words in a language of the product; KeyError for any other."""
        return {"zh-Hans": self.zh_hans, "zh-Hant": self.zh_hant, "en": self.en}[language]


class Choice(Wire, frozen=True, kw_only=True):
    """One thing that may be wrong; `code` is stored, so it never changes its meaning.

    ask  what to write besides, where the words alone say too little (其他)
    """

    code: Code
    words: Words
    ask: Words | UnsetType = UNSET


class ChecklistItem(Wire, frozen=True, kw_only=True):
    """One thing to look at. `normal` is a ready factual phrase: a bare 正常 says nothing (PAT-R02).

    tell     what a normal answer has to say besides its phrase
    counted  the number to be noted is how many, not an asset's
    measure  the unit of the reading to be noted
    steps    what has to be done at once when it is abnormal, each with its time (PAT-M2, PAT-N3)

    What a version leaves out is left out of its hash, so that older versions keep theirs.
    """

    id: ItemId
    words: Words
    normal: Words
    tell: Words | UnsetType = UNSET
    choices: Annotated[tuple[Choice, ...], msgspec.Meta(min_length=1)]
    record: tuple[Record, ...] = ()
    counted: Literal[True] | UnsetType = UNSET
    measure: Measure | UnsetType = UNSET
    steps: tuple[Step, ...] | UnsetType = UNSET
    dept: Department
    flags: tuple[Flag, ...] = ()
    urgent: bool = False


class Template(Wire, frozen=True, kw_only=True):
    """One version of a checklist. A version once shipped never changes: answers were given under it.

    spots  where at such a place something is usually found
    """

    type: Code
    version: Annotated[int, msgspec.Meta(ge=1)]
    spots: tuple[Words, ...] | UnsetType = UNSET
    items: Annotated[tuple[ChecklistItem, ...], msgspec.Meta(min_length=1)]

    @property
    def id(self) -> UUID:
        """The id under which phones hold it."""
        return computed_id("checklist", self.type, self.version)

    def item(self, item_id: str) -> ChecklistItem | None:
        """Answer the item of that id, if this version has it."""
        return next((item for item in self.items if item.id == item_id), None)


def template_hash(template: Template) -> str:
    """Answer the SHA-256 (hex) of the canonical JSON (RFC 8785) of {type, version, spots, items}."""
    return hashlib.sha256(rfc8785.dumps(plain(template))).hexdigest()


def as_data(template: Template) -> dict[str, Any]:
    """Answer the template as phones hold it: {type, version, hash, spots, items}."""
    return {**plain(template), "hash": template_hash(template)}


def repeated(template: Template) -> list[str]:
    """Answer item ids, and choice codes within an item, that stand there twice; a sound template has none."""
    codes = [f"{item.id}/{choice.code}" for item in template.items for choice in item.choices]
    names = [item.id for item in template.items] + codes
    return sorted({name for name in names if names.count(name) > 1})
