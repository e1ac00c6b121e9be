"""The Chinese term of every code of litigation-bundle/1, for messages that list the codes a field allows.

The terms are those of ``litigation.vocabulary``, where they stand as comments; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable

# One table per vocabulary: the same code may mean two things (``complaint``, ``other``).
TERMS: tuple[dict[str, str], ...] = (
    {
        "county_government": "县人民政府",
        "justice_bureau": "县司法局",
        "department": "县政府部门",
        "town": "镇人民政府",
        "subdistrict": "街道办事处",
        "authorised_organisation": "法律法规规章授权的组织",
    },
    {
        "litigation": "行政诉讼",
        "compensation": "行政赔偿诉讼",
        "public_interest": "行政公益诉讼",
        "reconsideration": "行政复议（被申请人）",
        "labour_arbitration": "劳动人事争议仲裁",
        "arbitration": "其他仲裁",
    },
    {
        "first": "一审",
        "second": "二审",
        "retrial_review": "再审审查",
        "retrial": "再审",
        "remand": "发回重审",
        "none": "复议、仲裁",
    },
    {"ordinary": "普通程序", "summary": "简易程序"},
    {
        "sole": "单独被告",
        "original_organ": "原行政行为机关",
        "reconsideration_organ": "复议机关",
        "co_respondent": "共同被告",
    },
    {"person": "自然人", "organisation": "法人或者其他组织", "procuratorate": "人民检察院"},
    {
        "public_opinion": "社会舆论关注",
        "chain_reaction": "可能产生连锁反应",
        "mass_incident": "可能引发群体性事件",
    },
    {
        "complaint": "起诉状副本",
        "response_notice": "应诉通知书",
        "evidence_notice": "举证通知书",
        "summons": "传票",
        "appearance_notice": "出庭通知书",
        "judgment": "判决书",
        "ruling": "裁定书",
        "mediation": "调解书",
        "appeal": "上诉状副本",
        "retrial_application": "再审申请书副本",
        "reconsideration_application": "行政复议申请书副本",
        "reconsideration_decision": "行政复议决定书",
        "arbitration_application": "仲裁申请书副本",
        "award": "仲裁裁决书",
        "enforcement_notice": "执行通知书",
    },
    {
        "defence": "答辩状（书面答复、书面意见）",
        "evidence": "证据",
        "legal_basis": "依据",
        "other": "其他材料",
    },
    {"head": "行政机关负责人", "staff": "相应的工作人员（含在编公职律师）", "lawyer": "外聘律师"},
    {
        "principal": "正职",
        "deputy": "副职",
        "deputy_level": "参与分管的副职级别负责人",
        "in_charge": "其他参与分管的负责人",
    },
    {
        "force_majeure": "不可抗力",
        "accident": "意外事件",
        "irreplaceable_duty": "需要履行他人不能代替的公务",
        "other": "其他事由",
    },
    {"head": "负责人中途退庭", "party": "被告一方中途退庭"},
    {
        "judgment": "判决",
        "ruling": "裁定",
        "mediation": "调解",
        "decision": "行政复议决定",
        "award": "仲裁裁决",
    },
    {"upheld": "维持原判", "reversed": "改判", "remanded": "发回重审", "appeal_withdrawn": "准许撤回上诉"},
    {
        "claim_dismissed": "驳回诉讼请求",
        "revoked": "撤销",
        "partly_revoked": "部分撤销",
        "ordered_to_remake": "责令重新作出行政行为",
        "ordered_to_perform": "责令履行职责",
        "ordered_to_pay": "履行给付义务",
        "declared_unlawful": "确认违法",
        "declared_void": "确认无效",
        "modified": "变更",
        "compensation_awarded": "承担赔偿责任",
        "remedial_measures": "采取补救措施",
        "agreement_performance": "继续履行行政协议",
        "indemnity": "补偿",
        "suit_dismissed": "驳回起诉",
        "withdrawal_permitted": "准许撤诉",
        "transferred": "移送",
        "terminated": "终结",
        "mediated": "调解结案",
        "not_lost_elsewhere": "本机关行为合法，败诉在他机关",
    },
    {"unit": "本单位", "plaintiff": "原告", "third_party": "第三人", "co_respondent": "共同被告"},
    {
        "enforcement_notice": "执行通知",
        "fine": "罚款",
        "public_notice": "公告",
        "detention": "拘留",
        "written_refusal": "书面拒绝",
        "same_act_repeated": "以同一事实和理由作出基本相同的行为",
    },
    {
        "individual": "个案",
        "normative_document": "规范性文件",
        "general": "综合治理类",
        "enforcement": "执行（行政诉讼法第九十六条）",
        "penalty": "处分（行政诉讼法第六十六条第二款）",
    },
    {
        "appearance_registration": "出庭报备",
        "document_filing": "文书备案",
        "appeal_review": "上诉审查",
        "loss_analysis": "败诉分析报告",
        "risk_report": "风险案件汇报",
        "archive_filing": "立卷归档",
    },
    {
        "court_record": "法院记录",
        "supervision_finding": "监察认定",
        "inspection": "检查",
        "complaint": "投诉举报",
    },
    {"county": "县政府", "city": "市政府"},
    {"1": "干预、阻碍受理和审理", "8": "承办失职造成不良后果", "9": "其他违反法律、法规、规章的行为"},
)

_BY_CODES = {frozenset(table): table for table in TERMS}


def with_terms(codes: Iterable[str | int]) -> str:
    """The codes as a list for a message, each with its term: ``sole 单独被告, original_organ 原行政行为机关``."""
    listed = [str(code) for code in codes]
    table = _BY_CODES.get(frozenset(listed), {})
    return ", ".join(f"{code} {table[code]}" if code in table else code for code in listed)
