"""Names of buildings, stairwells and units: as people read them, and what their spellings have in common. Pure."""

import re
from functools import lru_cache

from webapp.ground.register.reading.writing import NUMERALS, compact, in_digits, plain

_SEAM = re.compile(r"(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")
_SPACE_IN_CHINESE = re.compile(r"(?<![A-Za-z]) ")
_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
_ENGLISH = re.compile(
    r"^(?:BUILDING|BLDG|BLOCK|BLK|TOWER|STAIRWELL|STAIRCASE|STAIR|ENTRANCE|UNIT|ROOM|FLAT|APT|RM)\.?(?:NO\.?)?#?"
)
BUILDING_MARK = r"(?:#号楼|号楼|#楼|号栋|#栋|号幢|号院|#|栋楼|栋|幢|座|楼|号)"
STAIRWELL_MARK = r"(?:号单元|单元|号门|门洞|门|号梯|梯)"
_BUILDING_END = re.compile(f"^(?:第)?(.+?){BUILDING_MARK}$")
_STAIRWELL_END = re.compile(f"^(?:第)?(.+?)(?:{STAIRWELL_MARK}|座|栋|#|号)$")
_NUMBER_END = re.compile(r"^(.*[0-9A-Z])(?:号房|室|房|户|号|单位)$")
_COUNTED = re.compile(rf"[{NUMERALS}]+$|[{NUMERALS}]+(?=期|区|栋|幢|座|号)")
_NUMBERED = re.compile(r"[0-9]+(?:-[0-9]+)?")
_LETTERED = re.compile(r"[A-Z][0-9]?|[甲乙丙丁戊]|[0-9]+[A-Z]")


@lru_cache(maxsize=10_000)
def building_key(name: str) -> str:
    """Answer what 3栋, 3#楼, 3号楼, 三幢, 03 and Building 3 have in common: 3."""
    return _key(name, _BUILDING_END)


@lru_cache(maxsize=10_000)
def stairwell_key(name: str) -> str:
    """Answer what 2单元, 二单元, 2门 and 02 have in common: 2."""
    return _key(name, _STAIRWELL_END)


@lru_cache(maxsize=100_000)
def number_key(name: str) -> str:
    """Answer what 0302, 302 and 302室 have in common: 302."""
    return _ZEROS.sub("", unit_name(name))


def _key(name: str, end: re.Pattern[str]) -> str:
    text = _ENGLISH.sub("", compact(name)) or compact(name)
    if bare := end.match(text):
        text = bare[1]
    return _ZEROS.sub("", _COUNTED.sub(lambda run: in_digits(run[0]), text))


@lru_cache(maxsize=10_000)
def building_name(text: str) -> str:
    """Answer the name as people read it: 3 栋 for 3 and 3栋, A 座 for A, 3#楼 for 3#."""
    name = _in_chinese(text)
    if name.endswith("#"):
        return f"{name}楼"
    return _seamed(name, "栋" if _NUMBERED.fullmatch(name) else "座" if _LETTERED.fullmatch(name.upper()) else "")


@lru_cache(maxsize=10_000)
def stairwell_name(text: str) -> str:
    """Answer the name as people read it: 2 单元 for 2 and 2单元."""
    name = _in_chinese(text)
    bare = _NUMBERED.fullmatch(name) or _LETTERED.fullmatch(name.upper()) or re.fullmatch(f"[{NUMERALS}]+", name)
    return _seamed(name, "单元" if bare else "")


@lru_cache(maxsize=100_000)
def unit_name(text: str) -> str:
    """Answer the number on the door: 1501 for 1501室, 15A for 15a."""
    name = re.sub(r"\s+", "", plain(text)).upper()
    end = _NUMBER_END.match(compact(text))
    return name[: end.end(1)] if end else name


def _in_chinese(text: str) -> str:
    """Answer the text with spaces only after Latin words."""
    return _SPACE_IN_CHINESE.sub("", plain(text))


def _seamed(name: str, kind: str) -> str:
    return _SEAM.sub(" ", _ZEROS.sub("", name) + kind if kind else name)
