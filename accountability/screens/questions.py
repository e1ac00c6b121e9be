"""The question each step of a trace asks, and what the facts it asks about are called. Every guard of the rules has one."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: By key of the guard (``accountability.rules``).
QUESTIONS: Mapping[str, Promise] = {
    # Done in time or not
    "timely.unknown": _("Is a fact missing without which nothing can be said?"),
    "timely.lapsed": _("Did the case end before the limit did?"),
    "timely.no_limit": _("Is there no limit that runs?"),
    "timely.in_time": _("Was it done by the last day?"),
    "timely.not_yet_due": _("Is the last day still to come?"),
    "overdue.late": _("Was it done after the last day?"),
    "overdue.missed": _("None of the above: it was not done, and the last day has passed."),
    "answer.retrial_review": _("Is it the written opinion in retrial review?"),
    "report.defective": _("Is what was filed defective?"),
    # Who was in court
    "absent.summons_defective": _("Was the summons defective?"),
    "absent.party_left": _("Did the whole party leave without the court's leave?"),
    "absent.head_left.head_counts": _("Did the head leave without the court's leave?"),
    "absent.head_left.whole_party": _("Did the head leave while the agents stayed?"),
    "absent.not_recorded": _("Is it not recorded who attended?"),
    "absent.someone_came": _("Did anybody appear for the respondent?"),
    "absent.excused": _("Did the court accept force majeure or an accident?"),
    "absent.excuse_unknown": _("Is it not recorded whether the court accepted the reason?"),
    "absent.summons_unknown": _("Is it not recorded whether the summons was valid?"),
    "absent.nobody": _("None of the above: nobody appeared after a valid summons."),
    "head.summons_defective": _("Was the summons defective?"),
    "head.represented": _("Does the head of a co-respondent appear for both?"),
    "head.came": _("Did a qualified head appear?"),
    "head.not_recorded": _("Is it not recorded who attended?"),
    "head.came_before": _("Did the head attend another hearing of this instance, and was not called again?"),
    "head.staff_came": _("Did responsible staff appear?"),
    "head.head_unknown": _("Is it not recorded whether the head present qualifies?"),
    "head.staff_unknown": _("Is it not recorded whether the staff present qualifies?"),
    "head.elsewhere_unknown": _(
        "Is it not known whether the head attended another hearing of this instance?"
    ),
    "head.summons_unknown": _("Did nobody appear, and is it not recorded whether the summons was valid?"),
    "head.lawyers_only": _("None of the above: only lawyers, or others who do not qualify, appeared."),
    "head.nobody_came": _("None of the above: nobody appeared."),
    "head.lawyers_only_head_excused": _(
        "None of the above: nobody who appeared qualifies; only the head is excused."
    ),
    "head.nobody_came_head_excused": _("None of the above: nobody appeared; only the head is excused."),
    "head.without_proof": _("Did the head appear without valid proof of identity?"),
    "head.excused": _("Did the court accept why the head could not come?"),
    "head.excuse_unknown": _("Is it not recorded whether the court accepted the reason?"),
    "head.of_a_lower_organ": _("Does the person who came as head serve another organ?"),
    "head.called_again_absent": _("Had the court called the head again in time?"),
    "head.absent_unexcused": _(
        "None of the above: staff appeared, the head stayed away without an accepted reason."
    ),
    "reconsideration.not_recorded": _("Is it not recorded who attended?"),
    "reconsideration.head_came": _("Did a qualified head appear?"),
    "reconsideration.explained": _("Was the absence explained, and did responsible staff appear?"),
    "reconsideration.head_unknown": _("Is it not recorded whether the head present qualifies?"),
    "reconsideration.staff_unknown": _("Is it not recorded whether the staff present qualifies?"),
    "reconsideration.head_absent": _(
        "None of the above: the head neither attended nor explained and sent staff."
    ),
    "other.refused_to_answer": _(
        "It is recorded that the head refused to explain, so that the hearing could not go on."
    ),
    "other.too_many_agents": _("It is recorded that more agents appeared than the law allows."),
    # Conduct, refusal, neglect
    "conduct.established": _("Did the competent body find it?"),
    "conduct.reported": _("Not found by the competent body, but on record with its source."),
    "refusal.shown": _("Does a sign of refusal stand on record?"),
    "refusal.overdue_only": _("None of the above: overdue, without a sign of refusal."),
    "refusal.same_act": _("It is recorded that much the same act was made again."),
    "neglect.evidence_unknown": _("Is it not recorded whether the court treated the evidence as absent?"),
    "neglect.evidence_not_decisive": _("Was the case lost for another reason than the late evidence?"),
    "neglect.evidence_decisive": _(
        "None of the above: the court treated late evidence as absent, and the case was lost."
    ),
    "neglect.default_judgment": _(
        "It is recorded that nobody appeared and that judgment was given by default."
    ),
    "neglect.court_measure": _("It is recorded that the court took a measure."),
    # The other readings
    "reading.flips": _("Would an enabled alternative reading, alone, change the result?"),
}

#: By name of the fact.
FACTS: Mapping[str, Promise] = {
    "agents": _("agents who appeared"),
    "anyone": _("somebody appeared"),
    "as_of": _("as of"),
    "called_again": _("the court called the head again in time"),
    "days": _("days late"),
    "decisive": _("the court treated late evidence as absent"),
    "defective": _("defect in content"),
    "done": _("done on"),
    "done_elsewhere": _("the head attended another hearing and was not called again"),
    "due": _("last day"),
    "established": _("found by the competent body"),
    "excused": _("reason accepted by the court"),
    "explained": _("absence explained"),
    "explained_with_staff": _("explained, and staff appeared"),
    "facts": _("what happened"),
    "head": _("a qualified head appeared"),
    "unproved": _("proof of identity missing or not valid"),
    "hearing": _("hearing"),
    "left": _("left without leave"),
    "lower_organ_head": _("who came as head serves another organ"),
    "most": _("agents allowed"),
    "on": _("day"),
    "otherwise": _("result under the other reading"),
    "reading": _("reading"),
    "refused": _("sign of refusal on record"),
    "represented_by": _("represented by"),
    "rule": _("statutory limit"),
    "sign": _("sign of refusal"),
    "source": _("source"),
    "staff": _("responsible staff appeared"),
    "status": _("status"),
    "summons": _("summons valid"),
    "summons_if_nobody": _("summons valid, or somebody appeared"),
    "value": _("other reading"),
}

#: What a guard compares with is no fact: these operands only name the value asked for.
COMPARED_WITH = frozenset({"undetermined", "lapsed", "nobody", "party", "retrial_review", "breach"})
#: Guards that ask nothing (``always``) and the one of the readings show these facts instead.
SHOWN_WITH: Mapping[str, tuple[str, ...]] = {
    "overdue.missed": ("due", "as_of"),
    "reading.flips": ("reading", "value", "otherwise"),
    "conduct.reported": ("on", "source"),
    "refusal.overdue_only": ("due", "done"),
    "refusal.same_act": ("on",),
    "refusal.shown": ("sign", "on"),
    "neglect.court_measure": ("sign", "on"),
    "neglect.evidence_decisive": ("due", "done"),
    "neglect.default_judgment": ("hearing",),
    "absent.nobody": ("anyone", "summons"),
    "head.lawyers_only": ("anyone", "head", "staff"),
    "head.nobody_came": ("anyone",),
    "head.lawyers_only_head_excused": ("anyone", "staff", "excused"),
    "head.nobody_came_head_excused": ("anyone", "excused"),
    "head.absent_unexcused": ("staff", "head"),
    "reconsideration.head_absent": ("head", "explained", "staff"),
    "other.refused_to_answer": ("hearing",),
    "other.too_many_agents": ("agents", "most"),
}
