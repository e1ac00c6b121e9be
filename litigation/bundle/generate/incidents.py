"""What happens beside the trial: sensitive cases, judicial recommendations, conduct that no date shows."""

from __future__ import annotations

from datetime import date, timedelta

from litigation.bundle.generate.days import due, working
from litigation.bundle.generate.draft import Draft
from litigation.facts import Conduct, FilingFacts, Recommendation, Sensitive
from litigation.vocabulary import ConductSource, FiledDuty, Ground, RecommendationKind

_GROUNDS: dict[tuple[Ground, ...], int] = {
    (Ground.PUBLIC_OPINION,): 2,
    (Ground.CHAIN_REACTION,): 2,
    (Ground.MASS_INCIDENT,): 1,
    (Ground.CHAIN_REACTION, Ground.MASS_INCIDENT): 1,
}
_KINDS = {
    RecommendationKind.INDIVIDUAL: 4,
    RecommendationKind.GENERAL: 2,
    RecommendationKind.NORMATIVE_DOCUMENT: 1,
    RecommendationKind.ENFORCEMENT: 1,
    RecommendationKind.PENALTY: 1,
}
_FACTS = {
    1: ("会议纪要要求暂缓立案", "电话要求法院延期开庭", "约谈原告要求撤诉"),
    8: ("证据原件遗失，法院未予采信", "上诉期内未寄出上诉状", "未按传票到庭，缺席判决"),
    9: ("诉讼中自行向证人收集证据", "答辩状泄露原告个人信息", "委托代理人超过二人"),
}


def flag(draft: Draft) -> None:
    """Flag the case as major or sensitive (N5.1); the report may be in a field, in a filing, in both, or missing."""
    luck = draft.luck
    flagged = working(draft.first_day + timedelta(days=luck.between(0, 20)))
    reported = working(flagged + timedelta(days=luck.between(0, 6)))
    how = luck.deal("risk report", {"field": 2, "filing": 2, "both": 2, "never": 1})
    draft.sensitive = Sensitive(
        flagged_on=flagged,
        grounds=luck.deal("grounds", _GROUNDS),
        reported_on=reported if how in ("field", "both") else None,
        assessed_on=working(reported + timedelta(days=3))
        if luck.deal("assessed", {True: 2, False: 1})
        else None,
    )
    if how in ("filing", "both"):
        draft.filings.append(FilingFacts(duty=FiledDuty.RISK_REPORT, on=reported))


def recommend(draft: Draft, after: date) -> None:
    """The court sends a 司法建议; the unit handles and answers it more or less in time (N5.7)."""
    luck = draft.luck
    received = working(after + timedelta(days=luck.between(3, 25)))
    days = luck.deal("reply within", {30: 3, 60: 2, None: 2})
    reply_by = due(received, 45) if days is None and luck.deal("reply by", {True: 1, False: 1}) else None
    story = luck.deal("reply", {"in time": 6, "late": 2, "no copy": 1, "handled only": 1, "nothing": 1})
    handled = None if story == "nothing" else working(received + timedelta(days=luck.between(8, 20)))
    replied = None
    if handled and story in ("in time", "late", "no copy"):
        late = luck.between(35, 60) if story == "late" else luck.between(0, 8)
        replied = working(handled + timedelta(days=late))
    copied = working(replied + timedelta(days=luck.between(0, 9))) if replied and story != "no copy" else None
    draft.recommendations.append(
        Recommendation(
            ref=f"R{len(draft.recommendations) + 1}",
            kind=luck.deal("recommendation", _KINDS),
            received_on=received,
            reply_within_days=days,
            reply_by=reply_by,
            handled_on=handled,
            replied_on=replied,
            copied_on=copied,
        )
    )


def misbehave(draft: Draft) -> None:
    """Somebody records a fact for category 1, 8 or 9; rarely the competent body has established it."""
    luck = draft.luck
    category = luck.deal("category", {1: 1, 8: 1, 9: 1})
    draft.conduct.append(
        Conduct(
            category=category,
            on=working(draft.first_day + timedelta(days=luck.between(5, 90))),
            facts=luck.pick(_FACTS[category]),
            source=luck.deal("source", dict.fromkeys(ConductSource, 1)),
            established=luck.deal("established", {False: 4, True: 1, None: 1}),
        )
    )
