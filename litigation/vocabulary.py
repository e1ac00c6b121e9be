"""Closed vocabularies of the record, each value exactly as in litigation-bundle/1, with the Chinese term beside it."""

from __future__ import annotations

from enum import StrEnum


class UnitKind(StrEnum):
    """Kinds of unit the notice speaks to (notice, scope clause)."""

    COUNTY_GOVERNMENT = "county_government"  # 县人民政府
    JUSTICE_BUREAU = "justice_bureau"  # 县司法局
    DEPARTMENT = "department"  # 县政府部门
    TOWN = "town"  # 镇人民政府
    SUBDISTRICT = "subdistrict"  # 街道办事处
    AUTHORISED_ORGANISATION = "authorised_organisation"  # 法律法规规章授权的组织


class CaseKind(StrEnum):
    LITIGATION = "litigation"  # 行政诉讼
    COMPENSATION = "compensation"  # 行政赔偿诉讼
    PUBLIC_INTEREST = "public_interest"  # 行政公益诉讼
    RECONSIDERATION = "reconsideration"  # 行政复议（被申请人）
    LABOUR_ARBITRATION = "labour_arbitration"  # 劳动人事争议仲裁
    ARBITRATION = "arbitration"  # 其他仲裁


COURT_KINDS = frozenset({CaseKind.LITIGATION, CaseKind.COMPENSATION, CaseKind.PUBLIC_INTEREST})


class Instance(StrEnum):
    FIRST = "first"  # 一审
    SECOND = "second"  # 二审
    RETRIAL_REVIEW = "retrial_review"  # 再审审查
    RETRIAL = "retrial"  # 再审
    REMAND = "remand"  # 发回重审
    NONE = "none"  # 复议、仲裁


class Procedure(StrEnum):
    ORDINARY = "ordinary"  # 普通程序
    SUMMARY = "summary"  # 简易程序


class RespondentRole(StrEnum):
    SOLE = "sole"  # 单独被告
    ORIGINAL_ORGAN = "original_organ"  # 原行政行为机关
    RECONSIDERATION_ORGAN = "reconsideration_organ"  # 复议机关
    CO_RESPONDENT = "co_respondent"  # 共同被告


class PlaintiffKind(StrEnum):
    PERSON = "person"  # 自然人
    ORGANISATION = "organisation"  # 法人或者其他组织
    PROCURATORATE = "procuratorate"  # 人民检察院


class Ground(StrEnum):
    """Why a case was flagged as major or sensitive (N5.1); none of them says that an incident took place."""

    PUBLIC_OPINION = "public_opinion"  # 社会舆论关注
    CHAIN_REACTION = "chain_reaction"  # 可能产生连锁反应
    MASS_INCIDENT = "mass_incident"  # 可能引发群体性事件


class Document(StrEnum):
    """Documents served on the respondent."""

    COMPLAINT = "complaint"  # 起诉状副本
    RESPONSE_NOTICE = "response_notice"  # 应诉通知书
    EVIDENCE_NOTICE = "evidence_notice"  # 举证通知书
    SUMMONS = "summons"  # 传票
    APPEARANCE_NOTICE = "appearance_notice"  # 出庭通知书
    JUDGMENT = "judgment"  # 判决书
    RULING = "ruling"  # 裁定书
    MEDIATION = "mediation"  # 调解书
    APPEAL = "appeal"  # 上诉状副本
    RETRIAL_APPLICATION = "retrial_application"  # 再审申请书副本
    RECONSIDERATION_APPLICATION = "reconsideration_application"  # 行政复议申请书副本
    RECONSIDERATION_DECISION = "reconsideration_decision"  # 行政复议决定书
    ARBITRATION_APPLICATION = "arbitration_application"  # 仲裁申请书副本
    AWARD = "award"  # 仲裁裁决书
    ENFORCEMENT_NOTICE = "enforcement_notice"  # 执行通知书


class Item(StrEnum):
    """What the respondent hands to the tribunal."""

    DEFENCE = "defence"  # 答辩状（书面答复、书面意见）
    EVIDENCE = "evidence"  # 证据
    LEGAL_BASIS = "legal_basis"  # 依据
    OTHER = "other"  # 其他材料


class ParticipantRole(StrEnum):
    HEAD = "head"  # 行政机关负责人
    STAFF = "staff"  # 相应的工作人员（含在编公职律师）
    LAWYER = "lawyer"  # 外聘律师


class Rank(StrEnum):
    PRINCIPAL = "principal"  # 正职
    DEPUTY = "deputy"  # 副职
    DEPUTY_LEVEL = "deputy_level"  # 参与分管的副职级别负责人
    IN_CHARGE = "in_charge"  # 其他参与分管的负责人


class AbsenceGround(StrEnum):
    """Grounds of 法释〔2020〕3号 art 8."""

    FORCE_MAJEURE = "force_majeure"  # 不可抗力
    ACCIDENT = "accident"  # 意外事件
    IRREPLACEABLE_DUTY = "irreplaceable_duty"  # 需要履行他人不能代替的公务
    OTHER = "other"  # 其他事由


class Leaver(StrEnum):
    HEAD = "head"  # 负责人中途退庭
    PARTY = "party"  # 被告一方中途退庭


class DecisionForm(StrEnum):
    JUDGMENT = "judgment"  # 判决
    RULING = "ruling"  # 裁定
    MEDIATION = "mediation"  # 调解
    DECISION = "decision"  # 行政复议决定
    AWARD = "award"  # 仲裁裁决


# The paper by which a decision of each form is served.
PAPER_OF = {
    DecisionForm.JUDGMENT: Document.JUDGMENT,
    DecisionForm.RULING: Document.RULING,
    DecisionForm.MEDIATION: Document.MEDIATION,
    DecisionForm.DECISION: Document.RECONSIDERATION_DECISION,
    DecisionForm.AWARD: Document.AWARD,
}


class Disposition(StrEnum):
    """What the second instance or the retrial did to the decision before it."""

    UPHELD = "upheld"  # 维持原判
    REVERSED = "reversed"  # 改判
    REMANDED = "remanded"  # 发回重审
    APPEAL_WITHDRAWN = "appeal_withdrawn"  # 准许撤回上诉


class Outcome(StrEnum):
    """裁判结果: the substance that stands after a decision (facts.md C.5)."""

    CLAIM_DISMISSED = "claim_dismissed"  # 驳回诉讼请求
    REVOKED = "revoked"  # 撤销
    PARTLY_REVOKED = "partly_revoked"  # 部分撤销
    ORDERED_TO_REMAKE = "ordered_to_remake"  # 责令重新作出行政行为
    ORDERED_TO_PERFORM = "ordered_to_perform"  # 责令履行职责
    ORDERED_TO_PAY = "ordered_to_pay"  # 履行给付义务
    DECLARED_UNLAWFUL = "declared_unlawful"  # 确认违法
    DECLARED_VOID = "declared_void"  # 确认无效
    MODIFIED = "modified"  # 变更
    COMPENSATION_AWARDED = "compensation_awarded"  # 承担赔偿责任
    REMEDIAL_MEASURES = "remedial_measures"  # 采取补救措施
    AGREEMENT_PERFORMANCE = "agreement_performance"  # 继续履行行政协议
    INDEMNITY = "indemnity"  # 补偿
    SUIT_DISMISSED = "suit_dismissed"  # 驳回起诉
    WITHDRAWAL_PERMITTED = "withdrawal_permitted"  # 准许撤诉
    TRANSFERRED = "transferred"  # 移送
    TERMINATED = "terminated"  # 终结
    MEDIATED = "mediated"  # 调解结案
    NOT_LOST_ELSEWHERE = "not_lost_elsewhere"  # 本机关行为合法，败诉在他机关


class Party(StrEnum):
    UNIT = "unit"  # 本单位
    PLAINTIFF = "plaintiff"  # 原告
    THIRD_PARTY = "third_party"  # 第三人
    CO_RESPONDENT = "co_respondent"  # 共同被告


class Refusal(StrEnum):
    """Signs that an effective decision is refused (facts.md B.5)."""

    ENFORCEMENT_NOTICE = "enforcement_notice"  # 执行通知
    FINE = "fine"  # 罚款
    PUBLIC_NOTICE = "public_notice"  # 公告
    DETENTION = "detention"  # 拘留
    WRITTEN_REFUSAL = "written_refusal"  # 书面拒绝
    SAME_ACT_REPEATED = "same_act_repeated"  # 以同一事实和理由作出基本相同的行为


class RecommendationKind(StrEnum):
    """Kinds of 司法建议 (facts.md B.6)."""

    INDIVIDUAL = "individual"  # 个案
    NORMATIVE_DOCUMENT = "normative_document"  # 规范性文件
    GENERAL = "general"  # 综合治理类
    ENFORCEMENT = "enforcement"  # 执行（行政诉讼法第九十六条）
    PENALTY = "penalty"  # 处分（行政诉讼法第六十六条第二款）


class FiledDuty(StrEnum):
    """Duties that are done by an act towards the justice bureau (or, for the risk report, the county government)."""

    APPEARANCE_REGISTRATION = "appearance_registration"  # 出庭报备
    DOCUMENT_FILING = "document_filing"  # 文书备案
    APPEAL_REVIEW = "appeal_review"  # 上诉审查
    LOSS_ANALYSIS = "loss_analysis"  # 败诉分析报告
    RISK_REPORT = "risk_report"  # 风险案件汇报
    ARCHIVE_FILING = "archive_filing"  # 立卷归档


class ConductSource(StrEnum):
    COURT_RECORD = "court_record"  # 法院记录
    SUPERVISION_FINDING = "supervision_finding"  # 监察认定
    INSPECTION = "inspection"  # 检查
    COMPLAINT = "complaint"  # 投诉举报


class Recipient(StrEnum):
    COUNTY = "county"  # 县政府
    CITY = "city"  # 市政府
