"""How people write: one width, one script, no stray spaces, numbers in Chinese words. Pure."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

_TRADITIONAL = (
    "樓棟單號積狀態況閒閑裝間門戶戸層業權費內賃時備註電話聯絡繫係編區產證實際測計總視為爲領鑰匯說統辦處銷賣開發現類"
    "別東車庫無員廈廣場園鋪舖據歷記錄審數頁簽収遷離經過驗屬續閣組團標準體報製覽樣範圍進兩両萬負夾頂複復築構圖價帳賬"
    "冊點檢詳與於個還給沒滿結線網機關應該貳參陸稱灣龍蘇雲豐華麗寧聽濤軒莊橋島縣鎮鄉衛導櫃書屆執營養療學館廳變動"
)
_SIMPLIFIED = (
    "楼栋单号积状态况闲闲装间门户户层业权费内赁时备注电话联络系系编区产证实际测计总视为为领钥汇说统办处销卖开发现类"
    "别东车库无员厦广场园铺铺据历记录审数页签收迁离经过验属续阁组团标准体报制览样范围进两两万负夹顶复复筑构图价账账"
    "册点检详与于个还给没满结线网机关应该贰叁陆称湾龙苏云丰华丽宁听涛轩庄桥岛县镇乡卫导柜书届执营养疗学馆厅变动"
)
_SIMPLER = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_QUOTED = re.compile(r'^="(.*)"$|^\'(.*)$')
_WHOLE = re.compile(r"[0-9]+\.0")
_SPACES = re.compile(r"\s+")

_DIGITS = {
    **dict(zip("零〇一二三四五六七八九", (0, 0, *range(1, 10)), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖两", (*range(1, 10), 2), strict=True)),
}
NUMERALS = "".join(_DIGITS) + "十拾廿百"
_NUMERAL_RUN = re.compile(f"[{NUMERALS}]+")


def plain(cell: object) -> str:
    """Answer what a cell says: half width, single spaces, 1 for 1.0, a day as 2024-07-28."""
    if isinstance(cell, str):
        return _plain(cell)
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell)


@lru_cache(maxsize=50_000)
def _plain(cell: str) -> str:
    text = _SPACES.sub(" ", unicodedata.normalize("NFKC", _INVISIBLE.sub("", cell))).strip()
    if quoted := _QUOTED.match(text):
        text = (quoted[1] or quoted[2] or "").strip()
    return text[:-2] if _WHOLE.fullmatch(text) else text


@lru_cache(maxsize=50_000)
def compact(text: str) -> str:
    """Answer plain text in simplified script, capitals, without spaces: what two spellings have in common."""
    return _SPACES.sub("", plain(text)).translate(_SIMPLER).upper()


def numeral(text: str) -> int | None:
    """Answer the number that Chinese words say: 十二 is 12, 一〇二 is 102."""
    if not text or not _NUMERAL_RUN.fullmatch(text):
        return None
    if not re.search("[十拾廿百]", text):
        return int("".join(str(_DIGITS[word]) for word in text))
    total, digit = 0, 0
    for word in text.replace("拾", "十").replace("廿", "二十"):
        if word in "十百":
            total += (digit or 1) * (10 if word == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[word]
    return total + digit


def in_digits(text: str) -> str:
    """Answer the text with its Chinese numerals in digits: 三栋 becomes 3栋."""
    return _NUMERAL_RUN.sub(lambda run: str(numeral(run[0])), text)
