"""What the titles of columns mean, in both scripts and in English. Pure; a new word of an office is one more word here.

The order of a line is its rank: where two columns mean the same, the word that stands first is believed.
"""

import re
from functools import lru_cache

from webapp.ground.register.reading.writing import compact
from webapp.ground.register.rules import Field

_WORDS = {
    Field.BUILDING: """
        楼栋 楼栋号 楼栋名称 栋号 楼号 栋 幢 幢号 栋数 楼幢 楼幢号 栋座 栋座号 座栋 楼宇 楼宇名称 楼宇号 楼座
        楼座号 座 座号 座别 座数 大楼 大楼名称 楼房 楼名 楼栋编号 栋名 栋名称 幢名 幢名称 房屋楼栋 所属楼栋
        所在楼栋 楼栋单元 栋单元 楼 BUILDING BUILDINGNO BUILDINGNAME BUILDINGNUMBER BLDG BLDGNO BLOCK BLOCKNO BLK
        TOWER TOWERNO
    """,
    Field.STAIRWELL: """
        单元 单元号 单元名称 单元编号 所属单元 所在单元 门洞 门洞号 梯 梯号 梯位 座梯 楼梯 楼梯号 单元梯号 楼门
        楼门号 门栋 UNIT UNITNO STAIRWELL STAIRCASE STAIR ENTRANCE ENTRANCENO
    """,
    Field.FLOOR: """
        楼层 楼层号 层 层号 所在层 所在楼层 房屋楼层 层次 层楼 所处楼层 FLOOR FLOORNO LEVEL STOREY STORY FL
    """,
    Field.NUMBER: """
        房号 室号 房间号 房间编号 房屋号 房室号 房间号码 房号室号 室 房 房间 户室号 房屋 户号 房屋编号 门牌 门牌号
        门牌号码 门号 单位号 室别 户别 单位 ROOM ROOMNO ROOMNUMBER FLAT FLATNO APARTMENT APT APTNO DOOR DOORNO
        UNITNUMBER SUITE
    """,
    Field.ROOM_PATH: """
        房屋地址 房产地址 房屋坐落 房屋座落 坐落 座落 地址 房屋名称 房产名称 房间名称 房间全称 房屋全称 资产名称
        房屋位置 房屋信息 单元房号 楼栋房号 栋房号 栋室号 栋号房号 楼栋单元房号 楼栋房间号 房产 物业地址 ADDRESS
        UNITADDRESS PROPERTY
    """,
    Field.PHASE: """
        期 期数 期别 期区 分期 所属期 组团 区 区域 分区 苑区 小区 小区名称 项目 项目名称 楼盘 楼盘名称 园区
        所属区域 所属小区 PHASE ESTATE ZONE PROJECT
    """,
    Field.AREA: """
        建筑面积 建面 房屋建筑面积 产权面积 房产面积 房屋面积 面积 实测面积 实测建筑面积 房产证面积 计费面积
        收费面积 物业费面积 合同面积 预测面积 套内面积 套内建筑面积 使用面积 AREA GROSSAREA GFA FLOORAREA
        BUILTAREA BUILDINGAREA SIZE UNITAREA
    """,
    Field.STATUS: """
        房屋状态 入住状态 居住状态 房间状态 房态 状态 入住情况 居住情况 房屋状况 居住状况 入住状况 使用状态
        使用情况 使用状况 房屋使用情况 当前状态 目前状态 现状 房屋现状 房产状态 单位状态 住户状态 物业状态
        占用情况 居住性质 房屋情况 空置情况 销售状态 情况 STATUS OCCUPANCY OCCUPANCYSTATUS UNITSTATUS STATE
        CONDITION
    """,
    Field.RECEIVED_ON: """
        收楼时间 收楼日期 收楼日 收房时间 收房日期 交房日期 交房时间 交楼日期 交楼时间 交付日期 交付时间 入住日期
        入住时间 接房日期 接房时间 入伙日期 入伙时间 交房日 入住日 验收日期 办理入住日期 HANDOVERDATE HANDOVER
        DATERECEIVED RECEIVEDON MOVEINDATE MOVE-INDATE DATEOFHANDOVER
    """,
    Field.OWNER: """
        业主 业主姓名 业主名称 业主名 姓名 户主 房主 产权人 所有权人 住户 住户姓名 租户 租客 承租人 联系人 客户
        客户名称 名字 身份证 证件号 OWNER OWNERNAME NAME TENANT TENANTNAME RESIDENT CONTACTPERSON CONTACT ID IDNO
    """,
    Field.PHONE: """
        电话 联系电话 手机 手机号 手机号码 联系方式 电话号码 业主电话 移动电话 固话 联系号码 PHONE PHONENO TEL
        TELEPHONE MOBILE MOBILENO CELL CONTACTNO PHONENUMBER
    """,
    Field.SERIAL: """
        序号 序 编号 行号 NO NUMBER SN S/N SEQ # 项次 项目序号
    """,
    Field.NOTE: """
        备注 说明 附注 备考 注 其他 REMARK REMARKS NOTE NOTES COMMENT COMMENTS MEMO
    """,
    Field.IGNORED: """
        户型 房型 朝向 用途 房屋用途 产权性质 房屋类型 物业类型 类型 结构 公摊 公摊面积 分摊面积 层数 楼层数
        总层数 总楼层 楼层总数 总户数 收费标准 物业费 单价 装修状态 装修情况 装修标准 车位 车位号 入住人数 人口
        家庭人口 管家 楼栋管家 LAYOUT ORIENTATION TYPE USE STEWARD FEE
    """,
}
RANKED: dict[str, tuple[Field, int]] = {
    word: (field, rank) for field, words in _WORDS.items() for rank, word in enumerate(words.split())
}
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^】]*】|〔[^〕]*〕|<[^<>]*>")
_OTHER_MARKS = re.compile(r"[*:_.。'\"“”?!？！★※—…]+")
_SEAMS = re.compile(r"[/\\、,，;；+&|\-~至]+|(?<=.)[和与或及](?=.)")
_UNITS_OF_MEASURE = re.compile(r"(?<=面积)(?:M2|平方米|平米|㎡)$|SQM$")
_SECRET = (
    (re.compile("电话|手机|联系方式|号码|微信|QQ|邮箱|邮件|PHONE|MOBILE|EMAIL|WECHAT"), Field.PHONE),
    (
        re.compile("姓名|身份证|证件|业主|户主|房主|租户|租客|住户|承租|联系人|产权人|车牌|OWNER|TENANT"),
        Field.OWNER,
    ),
)
_DATES = re.compile("日期|时间|DATE")
# What together say the way to a unit in one cell.
_WAY = frozenset({Field.BUILDING, Field.STAIRWELL, Field.FLOOR, Field.NUMBER, Field.PHASE})


@lru_cache(maxsize=5_000)
def heading(title: str) -> str:
    """Answer what two spellings of a title have in common: without brackets, marks and spaces, in simplified script."""
    text = compact(title)
    bare = _BRACKETS.sub("", text)
    return _UNITS_OF_MEASURE.sub("", _OTHER_MARKS.sub("", bare or text)) or text


@lru_cache(maxsize=5_000)
def meant(title: str) -> tuple[Field, int] | None:
    """Answer what a title means and the rank of its word, None when it is not known."""
    word = heading(title)
    if known := RANKED.get(word):
        return known
    parts = [part for part in _SEAMS.split(word) if part]
    fields = {RANKED[part][0] for part in parts if part in RANKED}
    if len(fields) == 1 and len(parts) > 1:
        return fields.pop(), 50
    if Field.NUMBER in fields and fields <= _WAY:
        return Field.ROOM_PATH, 20
    if {Field.BUILDING, Field.STAIRWELL} == fields:
        return Field.BUILDING, 50
    return _by_pattern(word, fields)


def _by_pattern(word: str, fields: set[Field]) -> tuple[Field, int] | None:
    """备注/收楼时间 is a note that may be a day: columns.py asks its cells."""
    if Field.NOTE in fields:
        return Field.NOTE, 50
    if _DATES.search(word):
        return None
    secret = next((field for pattern, field in _SECRET if pattern.search(word)), None)
    return (secret, 50) if secret else None


def may_be_received(title: str) -> bool:
    """Answer whether the title speaks of the day of handing over among other things."""
    return any(RANKED.get(part, (None,))[0] is Field.RECEIVED_ON for part in _SEAMS.split(heading(title)))
