"""The county: its units with their real names, and what each of them is usually sued for."""

from __future__ import annotations

from litigation.facts import UnitFacts
from litigation.vocabulary import UnitKind

COUNTY = "XZF"
JUSTICE = "SFJ"
INSURANCE = "SBZX"

_DEPARTMENTS = {
    "GAJ": "县公安局",
    "ZRZYJ": "县自然资源和规划局",
    "RSJ": "县人力资源和社会保障局",
    "SCJGJ": "县市场监督管理局",
    "ZJJ": "县住房和城乡建设局",
    "ZFJ": "县综合行政执法局",
    "JTJ": "县交通运输局",
    "NYNCJ": "县农业农村局",
    "SWJ": "县水务局",
    "WJJ": "县卫生健康局",
    "JTYJ": "县教育和体育局",
    "MZJ": "县民政局",
    "YJJ": "县应急管理局",
    "YBJ": "县医疗保障局",
}
_TOWNS = {
    "JZZ": "金庄镇", "MGZ": "苗馆镇", "ZCZ": "中册镇", "YLZ": "杨柳镇", "SZZ": "泗张镇", "SSYZ": "圣水峪镇",
    "GYZ": "高峪镇", "HCZ": "华村镇", "QLZ": "泉林镇", "XCZ": "星村镇", "ZGZ": "柘沟镇",
}  # fmt: skip
_SUBDISTRICTS = {"SHJD": "泗河街道办事处", "JHJD": "济河街道办事处"}

UNITS: tuple[UnitFacts, ...] = (
    UnitFacts(code=COUNTY, name="县人民政府", kind=UnitKind.COUNTY_GOVERNMENT),
    UnitFacts(code=JUSTICE, name="县司法局", kind=UnitKind.JUSTICE_BUREAU),
    *(UnitFacts(code=code, name=name, kind=UnitKind.DEPARTMENT) for code, name in _DEPARTMENTS.items()),
    *(UnitFacts(code=code, name=f"{name}人民政府", kind=UnitKind.TOWN) for code, name in _TOWNS.items()),
    *(UnitFacts(code=code, name=name, kind=UnitKind.SUBDISTRICT) for code, name in _SUBDISTRICTS.items()),
    UnitFacts(code=INSURANCE, name="县社会保险事业中心", kind=UnitKind.AUTHORISED_ORGANISATION),
)

_NAMES = {unit.code: unit.name for unit in UNITS}

# How often a unit is sued: the police, land and labour most, and the small departments hardly ever.
SUED: dict[str, int] = {
    **{unit.code: 2 for unit in UNITS},
    "GAJ": 12, "ZRZYJ": 12, "RSJ": 10, "SCJGJ": 7, "ZJJ": 6, "ZFJ": 8, COUNTY: 10, "SHJD": 4, "JHJD": 4, JUSTICE: 1,
}  # fmt: skip

_HOUSES = ("强制拆除房屋", "房屋征收补偿决定", "土地房屋征收补偿协议", "不履行查处职责", "政府信息公开")
CAUSES: dict[str, tuple[str, ...]] = {
    "GAJ": ("行政处罚", "行政拘留", "不履行法定职责", "行政强制措施", "政府信息公开"),
    "ZRZYJ": ("不动产登记", "行政处罚", "政府信息公开", "不履行查处职责", "行政许可"),
    "RSJ": ("工伤保险资格或者待遇认定", "行政处罚", "不履行法定职责"),
    "SCJGJ": ("行政处罚", "行政登记", "不履行法定职责", "政府信息公开"),
    "ZJJ": ("行政许可", "房屋征收补偿决定", "行政处罚"),
    "ZFJ": ("行政处罚", "强制拆除房屋", "行政强制措施"),
    "JTJ": ("行政处罚", "扣押财物", "行政许可"),
    "MZJ": ("婚姻登记", "行政给付"),
    "YBJ": ("行政给付", "行政处罚"),
    "SBZX": ("工伤保险资格或者待遇认定", "行政给付"),
    "SFJ": ("行政处罚", "政府信息公开"),
    "XZF": ("房屋征收补偿决定", "行政复议", "政府信息公开", "行政征收", "土地行政裁决"),
}
# No company is detained, married or kept.
PERSONAL_CAUSES = {"行政拘留", "婚姻登记", "行政给付"}
_DECIDED = {"政府信息公开": "政府信息公开答复", "行政复议": "行政复议决定", "土地行政裁决": "土地权属裁决"}
TOWN_CAUSES = _HOUSES
OTHER_CAUSES = ("行政处罚", "行政许可", "不履行法定职责", "政府信息公开")

# Never a name: the county's officials appear as 甲 to 丁, plaintiffs as a surname with 某.
HEADS = ("甲", "乙", "丙", "丁")
PEOPLE = ("张某", "李某", "王某", "赵某", "孔某")
ORGANISATIONS = (
    "某运输公司",
    "某商贸公司",
    "某建材厂",
    "某农业合作社",
    "某置业公司",
    "某餐饮店",
    "某村村民委员会",
)

# The courts, with their codes in docket numbers (facts.md C.4); the neighbours are for cases transferred to them.
COUNTY_COURT, CITY_COURT, HIGH_COURT = "泗水县人民法院", "济宁市中级人民法院", "山东省高级人民法院"
NEIGHBOURS = ("曲阜市人民法院", "邹城市人民法院")
COURT_CODES = {
    COUNTY_COURT: "鲁0831",
    CITY_COURT: "鲁08",
    HIGH_COURT: "鲁",
    "曲阜市人民法院": "鲁0881",
    "邹城市人民法院": "鲁0883",
}


def causes_of(unit: str) -> tuple[str, ...]:
    """What ``unit`` is sued for."""
    if unit in CAUSES:
        return CAUSES[unit]
    return TOWN_CAUSES if unit in _TOWNS or unit in _SUBDISTRICTS else OTHER_CAUSES


def title_of(plaintiff: str | None, unit: str, cause: str | None) -> str:
    """The title of a dispute, as a register would have it."""
    who, what = plaintiff or "某人", cause or "行政行为"
    if what.startswith("不履行"):
        return f"{who}诉{_NAMES[unit]}{what}"
    if what.endswith(("协议", "争议", "纠纷")):
        return f"{who}与{_NAMES[unit]}{what.removesuffix('纠纷')}纠纷"
    if what == "生态环境保护":
        return f"{_NAMES[unit]}{what}公益诉讼"
    return f"{who}请求{what}" if what == "行政赔偿" else f"{who}不服{_DECIDED.get(what, what)}"
