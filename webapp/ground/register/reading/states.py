"""What offices call the statuses of `vacancy.md` 1. A word that may mean two of them is left to people. Pure."""

import re
from collections.abc import Iterable
from functools import lru_cache

from webapp.ground.places.rules import UnitStatus
from webapp.ground.register.reading.writing import compact

# Moved in, by whomever: 已入住(出租) is a tenant's.
_LIVED_IN = """
    已入住 入住 居住 居住中 在住 已住 常住 有人住 有人居住 正常居住 正常入住 住 OCCUPIED MOVEDIN
"""
_WORDS = {
    UnitStatus.OCCUPIED_OWNER: _LIVED_IN
    + """
        自住 业主自住 业主居住 业主入住 业主已入住 自住房 自住中 自用 业主自用 OWNEROCCUPIED OCCUPIEDBYOWNER
        OWNER-OCCUPIED SELF-OCCUPIED SELFOCCUPIED OWNERINRESIDENCE
    """,
    UnitStatus.OCCUPIED_TENANT: """
        出租 租住 已出租 出租中 已租 租赁 租赁中 已租赁 出租房 租户 租客 租户入住 租客入住 租户居住 租客居住
        租户已入住 承租 租 LET RENTED RENTEDOUT LEASED TENANTED TENANT TENANT-OCCUPIED TENANTOCCUPIED
        OCCUPIEDBYTENANT LETOUT
    """,
    UnitStatus.VACANT_UNSOLD: """
        空置 空置房 空置中 空房 空 未售 未出售 未销售 待售 空置未售 未售空置 VACANT UNSOLD
    """,
    UnitStatus.SOLD_NOT_MOVED_IN: """
        未收楼 未入住 未收房 未交房 未交楼 未交付 未接房 未办入住 未办理入住 未办理入住手续 待入住 待收楼 待收房
        未收 已售未入住 已售未收楼 已售未收房 已售未交房 已售未交付 已售未交楼 已售未办入住 NOTMOVEDIN
        NOTYETMOVEDIN SOLD,NOTMOVEDIN SOLDNOTMOVEDIN SOLD-NOTMOVEDIN NOTHANDEDOVER SOLDNOTHANDEDOVER
    """,
    UnitStatus.IDLE: """
        闲置 闲置房 闲置中 业主闲置 空关 空关房 已收楼未住 已收楼未入住 已收房未住 已收房未入住 已交房未住
        已交房未入住 已交付未住 已交付未入住 已交楼未住 已交楼未入住 已接房未住 已接房未入住 收楼未住 收房未住
        IDLE
    """,
    UnitStatus.DEEMED_MOVED_IN: """
        视为入住 视同入住 视作入住 DEEMEDMOVEDIN
    """,
    UnitStatus.LET_VACANT: """
        空置房出租
    """,
}
_STATUSES = {word: status for status, words in _WORDS.items() for word in words.split()}
_RENOVATING = """
    装修 装修中 正在装修 在装修 装修期 装修施工 装修施工中 在装 装 装潢 装潢中 RENOVATING UNDERRENOVATION
    RENOVATION FITTINGOUT UNDERDECORATION
"""
_RENOVATING_WORDS = frozenset(_RENOVATING.split())
_LIVED_IN_WORDS = frozenset(_LIVED_IN.split())
_SEAMS = re.compile(r"[()\[\]【】/、,，;；+&|。:：]+|(?<![A-Z])-(?![A-Z])")
_DAY = re.compile(r"(?:自|从|至|到|于)?[0-9]{2,4}[年.\-/]?[0-9]{0,2}[月.\-/]?[0-9]{0,2}[日号]?(?:起|止|前|后)?")
State = tuple[UnitStatus, bool]


@lru_cache(maxsize=10_000)
def state_of(text: str) -> State | None:
    """Answer the status and whether the unit is being renovated; None when the words are unknown or disagree."""
    word = compact(text)
    if word in _STATUSES:
        return _STATUSES[word], False
    parts = [part for part in _SEAMS.split(word) if part and not _DAY.fullmatch(part)]
    joined = _STATUSES.get("".join(parts))
    if joined and joined is not UnitStatus.LET_VACANT:
        return joined, False
    said = [part for part in parts if part not in _RENOVATING_WORDS]
    renovating = len(said) < len(parts)
    if not said:
        return (UnitStatus.IDLE, True) if renovating else None
    status = _agreed(said)
    return (status, renovating) if status else None


def _agreed(words: Iterable[str]) -> UnitStatus | None:
    found = {(_STATUSES.get(word), word in _LIVED_IN_WORDS) for word in words}
    if {status for status, _ in found} == {UnitStatus.OCCUPIED_OWNER, UnitStatus.OCCUPIED_TENANT} and not (
        {(UnitStatus.OCCUPIED_OWNER, False)} & found
    ):
        return UnitStatus.OCCUPIED_TENANT
    statuses = {status for status, _ in found}
    return statuses.pop() if len(statuses) == 1 else None
