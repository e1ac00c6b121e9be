"""One dispute through the courts: who is sued, before which court, and what each instance makes of it."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from litigation.bundle.generate.books import Books
from litigation.bundle.generate.county import (
    CITY_COURT,
    COUNTY,
    COUNTY_COURT,
    HIGH_COURT,
    INSURANCE,
    JUSTICE,
    NEIGHBOURS,
    ORGANISATIONS,
    PEOPLE,
    PERSONAL_CAUSES,
    SUED,
    UNITS,
    causes_of,
    title_of,
)
from litigation.bundle.generate.days import LAST_DAY, working
from litigation.bundle.generate.draft import Draft
from litigation.bundle.generate.endings import appeal, day_of_effect, settle
from litigation.bundle.generate.luck import Luck
from litigation.bundle.generate.trial import review, try_again, try_first
from litigation.bundle.generate.verdicts import LOST, Outcomes
from litigation.facts import CaseFacts, DisputeFacts, Plaintiff, Suspension
from litigation.vocabulary import (
    CaseKind,
    Disposition,
    Instance,
    Outcome,
    Party,
    PlaintiffKind,
    Procedure,
    RespondentRole,
)

_KINDS = {CaseKind.LITIGATION: 15, CaseKind.COMPENSATION: 2, CaseKind.PUBLIC_INTEREST: 1}
_CAUSE_OF_KIND = {CaseKind.COMPENSATION: "行政赔偿", CaseKind.PUBLIC_INTEREST: "生态环境保护"}
_GROUPS = {"sole": 12, "after reconsideration": 2, "joint": 1}
_TRANSFERRED = (Outcome.TRANSFERRED,)
_TYPES = {
    Instance.FIRST: "初",
    Instance.REMAND: "初",
    Instance.SECOND: "终",
    Instance.RETRIAL_REVIEW: "申",
    Instance.RETRIAL: "再",
}


class Chain:
    """Tells one dispute; ``cases`` are those it has opened, in the order in which they were served."""

    def __init__(self, luck: Luck, books: Books) -> None:
        self.luck = luck
        self.books = books
        self.drafts: list[Draft] = []
        self.ref = books.dispute_ref()
        self.kind = luck.deal("kind", _KINDS)
        self.unit = luck.deal("sued", SUED)
        self.cause = _CAUSE_OF_KIND.get(self.kind) or luck.pick(causes_of(self.unit))
        self.plaintiff = self._plaintiff()

    def tell(self, opened: date) -> tuple[DisputeFacts, list[CaseFacts]]:
        """The dispute, and its cases from the first service to the last decision before the register ends."""
        court = CITY_COURT if self.unit == COUNTY else COUNTY_COURT
        first = self._open(Instance.FIRST, court, opened, self._respondents(), None)
        outcomes = try_first(first, opened)
        if outcomes == _TRANSFERRED:
            court = self.luck.pick(NEIGHBOURS)
            opened = working(day_of_effect(first[0]) + timedelta(days=self.luck.between(8, 30)))
            if opened <= LAST_DAY:
                first = self._open(Instance.FIRST, court, opened, first, first)
                outcomes = try_first(first, opened)
        if outcomes != _TRANSFERRED:
            self._after_first(first, outcomes)
        title = title_of(self.plaintiff.name, self.unit, self.cause)
        known = self.luck.deal("title known", {True: 9, False: 1})
        cases = [draft.finished() for draft in self.drafts]
        return DisputeFacts(ref=self.ref, title=title if known else None), cases

    def _after_first(self, first: list[Draft], outcomes: Outcomes) -> None:
        by = self._appellant(first, outcomes)
        if by is None:
            self._settle(first)
            return
        on = max(appeal(draft, by) for draft in first)
        opened = working(on + timedelta(days=self.luck.between(8, 20)))
        if opened > LAST_DAY:
            return
        second = self._open(Instance.SECOND, self._above(first[0].tribunal), opened, first, first)
        match try_again(second, opened, outcomes, by):
            case Disposition.REMANDED:
                again = working(day_of_effect(second[0]) + timedelta(days=self.luck.between(10, 30)))
                if again <= LAST_DAY:
                    remanded = self._open(
                        Instance.REMAND, first[0].tribunal or COUNTY_COURT, again, second, second
                    )
                    if try_first(remanded, again) != _TRANSFERRED:
                        self._settle(remanded)
            case Disposition.APPEAL_WITHDRAWN:
                self._settle(first, day_of_effect(second[0]))
            case _:
                self._settle(second)
                # Whoever still has something to do asks the high court more often.
                to_do = second[0].decided.performance is not None
                retrial = "retrial instead of performance" if to_do else "retrial applied for"
                if self.luck.happens(retrial, once_in=3 if to_do else 6):
                    self._retrial(second[0])

    def _retrial(self, second: Draft) -> None:
        opened = working(day_of_effect(second) + timedelta(days=self.luck.between(40, 170)))
        if opened > LAST_DAY:
            return
        examined = self._open(Instance.RETRIAL_REVIEW, HIGH_COURT, opened, [second], [second])[0]
        if not review(examined, opened):
            return
        again = working(day_of_effect(examined) + timedelta(days=self.luck.between(10, 30)))
        if performance := second.decided.performance:
            performance = replace(performance, suspensions=(Suspension(on=day_of_effect(examined)),))
            second.decision = replace(second.decided, performance=replace(performance, performed_on=None))
        if again <= LAST_DAY:
            retried = self._open(Instance.RETRIAL, HIGH_COURT, again, [second], [examined])
            try_again(retried, again, second.decided.outcomes or (), Party.PLAINTIFF)
            self._settle(retried)

    def _settle(self, drafts: list[Draft], effective: date | None = None) -> None:
        for draft in drafts:
            settle(draft, effective or day_of_effect(draft), draft.decided.outcomes or ())

    def _appellant(self, first: list[Draft], outcomes: Outcomes) -> Party | None:
        """Who appeals, if a decision of this kind can be appealed at all."""
        lost = any(outcome in LOST for outcome in outcomes)
        if lost and len(first) > 1:
            return self.luck.deal("appeal of two", {None: 2, Party.CO_RESPONDENT: 1, Party.PLAINTIFF: 1})
        if lost:
            return self.luck.deal(
                "appeal after a loss", {None: 6, Party.UNIT: 5, Party.PLAINTIFF: 2, Party.THIRD_PARTY: 1}
            )
        if outcomes in ((Outcome.CLAIM_DISMISSED,), (Outcome.SUIT_DISMISSED,)):
            return self.luck.deal("appeal after a win", {None: 3, Party.PLAINTIFF: 2})
        return None

    def _above(self, court: str | None) -> str:
        return HIGH_COURT if court == CITY_COURT else CITY_COURT

    def _plaintiff(self) -> Plaintiff:
        if self.kind is CaseKind.PUBLIC_INTEREST:
            return Plaintiff(kind=PlaintiffKind.PROCURATORATE, name="泗水县人民检察院")
        kind = self.luck.deal("plaintiff", {PlaintiffKind.PERSON: 2, PlaintiffKind.ORGANISATION: 1})
        kind = PlaintiffKind.PERSON if self.cause in PERSONAL_CAUSES else kind
        return Plaintiff(
            kind=kind, name=self.luck.pick(PEOPLE if kind is PlaintiffKind.PERSON else ORGANISATIONS)
        )

    def _respondents(self) -> list[Draft]:
        """Blank drafts of the respondents: one, or the two whom one complaint names."""
        group = "sole" if self.unit == COUNTY else self.luck.deal("respondents", _GROUPS)
        if group == "sole":
            return [self._blank(self.unit, RespondentRole.SOLE, self._handling())]
        if group == "joint":
            other = self.luck.pick([unit.code for unit in UNITS if unit.code not in (self.unit, COUNTY)])
            return [self._blank(code, RespondentRole.CO_RESPONDENT) for code in (self.unit, other)]
        organs = [self._blank(self.unit, RespondentRole.ORIGINAL_ORGAN)]
        organs.append(self._blank(COUNTY, RespondentRole.RECONSIDERATION_ORGAN, (JUSTICE,)))
        if self.luck.deal("head agreed on", {True: 1, False: 2}):
            organs[1].represented_by = self.unit
        return organs

    def _handling(self) -> tuple[str, ...] | None:
        """Who handled the act, where the respondent answers for another body."""
        if self.unit == COUNTY:
            return (self.luck.pick(("ZRZYJ", "ZJJ", "JZZ", "SHJD")),)
        return (
            (INSURANCE,)
            if self.unit == "RSJ" and self.luck.happens("another handled it", once_in=3)
            else None
        )

    def _blank(self, unit: str, role: RespondentRole, handling: tuple[str, ...] | None = None) -> Draft:
        return Draft(
            luck=self.luck,
            ref="",
            unit=unit,
            kind=self.kind,
            instance=Instance.FIRST,
            role=role,
            handling_units=handling,
        )

    def _open(
        self, instance: Instance, court: str, opened: date, like: list[Draft], before: list[Draft] | None
    ) -> list[Draft]:
        """Open one case per respondent under one docket; ``like`` says who they are, ``before`` what they continue."""
        kind = "行赔" if self.kind is CaseKind.COMPENSATION else "行"
        docket = self.books.docket(court, kind + _TYPES[instance], opened)
        procedures = {Procedure.ORDINARY: 6, Procedure.SUMMARY: 1, None: 1}
        procedure = (
            self.luck.deal("procedure", procedures) if instance is Instance.FIRST else Procedure.ORDINARY
        )
        drafts = [
            Draft(
                luck=self.luck,
                ref=self.books.case_ref(),
                unit=respondent.unit,
                kind=self.kind,
                instance=instance,
                dispute=self.ref,
                procedure=procedure,
                docket=docket,
                tribunal=court,
                follows=before[number].ref if before else None,
                role=respondent.role,
                handling_units=respondent.handling_units,
                cause=self.cause,
                plaintiffs=(self.plaintiff,),
                represented_by=respondent.represented_by,
            )
            for number, respondent in enumerate(like)
        ]
        self.drafts += drafts
        return drafts
