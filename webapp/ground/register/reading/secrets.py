"""Tells names, telephones and identity numbers by their looks, so that none is shown or kept (CORE-R05). Pure."""

import re
from collections.abc import Sequence

from webapp.ground.register.reading.measures import day_of

_NUMBERS = re.compile(r"(?<![0-9])(?:[0-9][- ]?){7,}[0-9Xx]?|@")
_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费"
    "廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜"
    "阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁"
    "荀羊惠甄曲封储靳焦牧隗谷车侯宓蓬全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶黎溥印宿白怀蒲邰从鄂索赖卓蔺屠蒙池乔胥苍双闻莘党翟"
    "谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广禄阙东"
    "趙錢孫吳鄭馮陳衛蔣瀋韓楊許呂張嚴華薑謝鄒蘇範魯韋馬鳳費賀湯羅畢鄔樂時齊顧黃蕭談龐紀項藍閔賈婁顏鐘駱盧莫繆應單諸龔陸榮儲車寧龍葉黎"
    "譚勞關莊滿國廣劉聞喬賴閆肖岳涂覃欧歐"
)
_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}(?:[\u4e00-\u9fff])?(?:先生|女士|太太|小姐)?")


def has_numbers(text: str) -> bool:
    """Answer whether the text holds what may be a telephone or an identity number."""
    return bool(_NUMBERS.search(text)) and day_of(text) is None


def are_names(texts: Sequence[str]) -> bool:
    """Answer whether most of the texts look like people's names, and hardly any twice."""
    named = sum(1 for text in texts if text[:1] in _SURNAMES and _NAME.fullmatch(text))
    return len(texts) >= 3 and named >= 0.7 * len(texts) and len(set(texts)) >= 0.6 * len(texts)


def shown(text: str) -> str:
    """Answer the text as it may be shown to who mends the register; '' when it may be a person's."""
    is_name = text[:1] in _SURNAMES and bool(_NAME.fullmatch(text)) and len(text) <= 3
    return "" if has_numbers(text) or is_name else text[:80]
