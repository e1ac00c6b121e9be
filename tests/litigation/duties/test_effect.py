"""When a decision takes effect, and in which case of a chain a loss counts (facts.md C.6; AMB-14, 15; rulings.md 19)."""

from __future__ import annotations

from typing import Any

import pytest

from litigation.facts import CaseFacts
from litigation.law.in_force import LawInForce, law_in_force
from tests.cast import assessed, case, day, findings, judged, reconsideration, result, ruled, served, taking

LONG_AFTER = "2022-12-31"


def effective(
    *cases: CaseFacts, as_of: str = LONG_AFTER, law: LawInForce | None = None, ref: str | None = None
) -> str | None:
    found = result(*cases, as_of=as_of, law=law, ref=ref).effective_on
    return found.isoformat() if found else None


def loss(
    *cases: CaseFacts, as_of: str = LONG_AFTER, law: LawInForce | None = None, ref: str | None = None
) -> bool | None:
    return result(*cases, as_of=as_of, law=law, ref=ref).loss


def decided(**decision: Any) -> CaseFacts:
    return case(decision=decision)


# First instance: the day after the last party's appeal period, each rolled.


@pytest.mark.parametrize(
    ("services", "on"),
    [
        (served("2020-11-20"), "2020-12-08"),
        (served("2020-12-04"), "2020-12-22"),
        (served("2020-11-20", "2020-12-04"), "2020-12-22"),
        (served("2020-12-04", "2020-11-20"), "2020-12-22"),
        ([*served("2020-11-20"), {"party": "third_party", "on": "2020-12-04"}], "2020-12-22"),
        ([*served("2020-11-20"), {"party": "co_respondent", "on": "2020-12-04"}], "2020-12-22"),
    ],
)
def test_a_judgment_takes_effect_the_day_after_the_latest_appeal_period(services: list[Any], on: str) -> None:
    assert effective(decided(form="judgment", outcomes=["revoked"], services=services)) == on


def test_under_amb_14_it_takes_effect_on_the_day_of_expiry() -> None:
    assert (
        effective(case(decision=judged("2020-11-20", "revoked")), law=taking(AMB_14="expiry_day"))
        == "2020-12-07"
    )


@pytest.mark.parametrize(("as_of", "on"), [("2020-12-07", None), ("2020-12-08", "2020-12-08")])
def test_it_is_not_in_effect_before_that_day(as_of: str, on: str | None) -> None:
    facts = case(decision=judged("2020-11-20", "revoked"))
    assert effective(facts, as_of=as_of) == on
    assert loss(facts, as_of=as_of) is (on is not None)


def test_an_appealable_ruling_has_ten_days() -> None:
    assert effective(case(decision=ruled("2020-11-20", "suit_dismissed"))) == "2020-12-01"


@pytest.mark.parametrize("outcome", ["withdrawal_permitted", "transferred", "terminated"])
def test_any_other_ruling_takes_effect_on_service(outcome: str) -> None:
    assert effective(case(decision=ruled("2020-11-20", outcome))) == "2020-11-20"


def test_an_appeal_keeps_it_from_taking_effect() -> None:
    facts = case(decision=judged("2020-11-20", "revoked", appeals=[{"by": "plaintiff", "on": "2020-12-07"}]))
    assert effective(facts) is None
    assert loss(facts) is False


def test_an_appeal_after_the_period_leaves_open_whether_it_was_taken_up() -> None:
    facts = case(decision=judged("2020-11-20", "revoked", appeals=[{"by": "plaintiff", "on": "2020-12-08"}]))
    assert loss(facts) is None
    assert findings(result(facts, as_of=LONG_AFTER), "7f")[0].missing == ("decision.appeals.accepted",)


@pytest.mark.parametrize("party", ["unit", "plaintiff", "third_party", "co_respondent"])
def test_a_missing_service_of_a_known_party_is_named_and_guessed_for_nobody(party: str) -> None:
    """rulings.md 19."""
    services = {row["party"]: row for row in served("2020-11-20")} | {party: {"party": party, "on": None}}
    facts = decided(form="judgment", outcomes=["revoked"], services=list(services.values()))
    assert loss(facts) is None
    assert findings(result(facts, as_of=LONG_AFTER), "7f")[0].missing == (f"decision.services[{party}].on",)


@pytest.mark.parametrize("party", ["unit", "plaintiff"])
def test_unit_and_plaintiff_are_parties_though_no_service_names_them(party: str) -> None:
    rows = [row for row in served("2020-11-20") if row["party"] != party]
    facts = decided(form="judgment", outcomes=["revoked"], services=rows)
    assert findings(result(facts, as_of=LONG_AFTER), "7f")[0].missing == (f"decision.services[{party}].on",)


def test_the_paper_received_stands_for_the_service_on_the_unit() -> None:
    facts = case(
        received=[{"document": "judgment", "on": "2020-12-04"}],
        decision={
            "form": "judgment",
            "outcomes": ["revoked"],
            "services": [{"party": "plaintiff", "on": "2020-11-20"}],
        },
    )
    assert effective(facts) == "2020-12-22"


@pytest.mark.parametrize("role", ["original_organ", "co_respondent"])
def test_a_joint_respondent_is_a_known_party_whose_service_counts(role: str) -> None:
    """rulings.md 19; docs/interpretations.md 6."""
    joint = case(role=role, decision=judged("2020-11-20", "revoked"))
    assert loss(joint) is None
    unknown = judged("2020-11-20", "revoked", services=[*served("2020-11-20"), {"party": "co_respondent"}])
    assert loss(case(role=role, decision=unknown)) is None
    complete = judged(
        "2020-11-20",
        "revoked",
        services=[*served("2020-11-20"), {"party": "co_respondent", "on": "2020-12-04"}],
    )
    assert effective(case(role=role, decision=complete)) == "2020-12-22"


def test_under_amb_14_a_missing_service_keeps_the_day_of_expiry_open() -> None:
    facts = decided(form="judgment", outcomes=["revoked"], services=[{"party": "unit", "on": "2020-11-20"}])
    assert effective(facts, as_of="2020-12-07", law=taking(AMB_14="expiry_day")) is None


def test_a_recorded_day_of_effect_overrides_the_computed_one() -> None:
    facts = case(decision=judged("2020-11-20", "revoked", effective_on="2021-02-01", note="公告送达"))
    assert effective(facts) == "2021-02-01"
    assert effective(facts, as_of="2021-01-31") is None


def test_service_by_public_notice_is_the_day_it_is_deemed_done() -> None:
    """rulings.md 19: the record holds that day, and the appeal period runs from it."""
    assert (
        effective(decided(form="judgment", outcomes=["revoked"], services=served("2020-11-20", "2021-02-01")))
        == "2021-02-19"
    )


# Second instance, retrial, mediation, reconsideration.


def test_a_second_instance_judgment_takes_effect_with_service_on_the_unit() -> None:
    facts = case(
        instance="second",
        decision=judged("2021-07-30", "revoked", services=served("2021-07-30", "2021-08-10")),
    )
    assert effective(facts) == "2021-07-30"
    assert effective(facts, law=taking(AMB_15="last_service")) == "2021-08-10"


def test_a_mediation_takes_effect_with_the_last_party_s_signature() -> None:
    facts = decided(form="mediation", outcomes=["mediated"], services=served("2021-07-30", "2021-08-10"))
    assert effective(facts) == "2021-08-10"
    assert loss(facts) is False


def test_a_reconsideration_decision_takes_effect_with_service() -> None:
    facts = reconsideration(
        decision={"form": "decision", "outcomes": ["revoked"], "services": served("2021-07-30")}
    )
    assert effective(facts) == "2021-07-30"
    assert loss(facts) is False  # 复议纠错 is no 败诉 (C.5)


def test_whether_an_award_is_final_the_record_does_not_say() -> None:
    facts = case(
        kind="labour_arbitration",
        instance="none",
        decision={"form": "award", "services": served("2021-07-30")},
    )
    assert effective(facts) is None


def test_a_retrial_follows_the_procedure_of_what_it_retries() -> None:
    """2018 art 119 (C.6(4))."""
    first = case(docket="（2020）鲁0831行初1号", decision=judged("2020-11-20", "claim_dismissed"))
    by_first = case(
        "C2",
        instance="retrial",
        follows="C1",
        docket="（2021）鲁0831行再1号",
        decision=judged("2021-11-19", "revoked"),
    )
    taken_up = case(
        "C2",
        instance="retrial",
        follows="C1",
        docket="（2021）鲁08行再1号",
        decision=judged("2021-11-19", "revoked"),
    )
    assert effective(first, by_first, ref="C2") == "2021-12-07"
    assert effective(first, taken_up, ref="C2") == "2021-11-19"


def test_a_retrial_of_a_second_instance_judgment_is_final() -> None:
    chain = (
        case(
            decision=judged(
                "2020-11-20", "claim_dismissed", appeals=[{"by": "plaintiff", "on": "2020-12-01"}]
            )
        ),
        case(
            "C2",
            instance="second",
            follows="C1",
            decision=judged("2021-03-01", "claim_dismissed", disposition="upheld"),
        ),
        case("C3", instance="retrial_review", follows="C2"),
        case(
            "C4",
            instance="retrial",
            follows="C3",
            decision=judged("2022-03-01", "revoked", disposition="reversed"),
        ),
    )
    assert effective(*chain, ref="C4") == "2022-03-01"
    assert [found.loss for found in assessed(*chain, as_of=LONG_AFTER).cases] == [False, False, False, True]


@pytest.mark.parametrize("facts", [{}, {"docket": "（2021）鲁0831行再1号"}])
def test_a_retrial_that_does_not_say_what_it_retries_names_what_is_missing(facts: dict[str, str]) -> None:
    """Its form is on record; what is not is the case it follows, or the dockets that tell which court tried it."""
    first = case(decision=judged("2020-11-20", "claim_dismissed"))
    retrial = case("C2", instance="retrial", follows="C1", decision=judged("2021-11-19", "revoked"), **facts)
    (finding,) = findings(result(first, retrial, as_of=LONG_AFTER, ref="C2"), "7f")
    assert "decision.form" not in finding.missing
    assert any("docket" in fact or "follows" in fact for fact in finding.missing)


def test_a_ruling_without_its_outcome_names_the_outcome() -> None:
    facts = decided(form="ruling", services=served("2020-11-20"), performance={"within_days": 30})
    (finding,) = findings(result(facts, as_of=LONG_AFTER), "5")
    assert finding.missing == ("decision.outcomes",)


# The chain of an appeal: counted once, in the case whose decision took effect.

LOST = judged("2021-04-20", "revoked", appeals=[{"by": "unit", "on": "2021-05-06"}])


def appealed(disposition: str, *outcomes: str, form: str = "judgment") -> tuple[CaseFacts, CaseFacts]:
    decision = {
        "form": form,
        "outcomes": list(outcomes),
        "services": served("2021-07-30"),
        "disposition": disposition,
    }
    return case(decision=LOST), case("C2", instance="second", follows="C1", decision=decision)


def test_a_loss_upheld_counts_in_the_second_instance_only() -> None:
    cases = appealed("upheld", "revoked")
    assert [found.loss for found in assessed(*cases, as_of=LONG_AFTER).cases] == [False, True]
    assert effective(*cases, ref="C1") is None


def test_a_loss_reversed_counts_nowhere() -> None:
    assert [
        found.loss for found in assessed(*appealed("reversed", "claim_dismissed"), as_of=LONG_AFTER).cases
    ] == [False, False]


def test_a_remanded_case_has_no_result_yet() -> None:
    cases = appealed("remanded", form="ruling")
    assert [found.loss for found in assessed(*cases, as_of=LONG_AFTER).cases] == [False, False]
    remand = case("C3", instance="remand", follows="C2", decision=judged("2021-12-03", "revoked"))
    assert [found.loss for found in assessed(*cases, remand, as_of=LONG_AFTER).cases] == [False, False, True]
    assert effective(*cases, remand, ref="C3") == "2021-12-21"


def test_after_a_withdrawn_appeal_the_first_judgment_takes_effect_with_the_service_of_that_ruling() -> None:
    cases = appealed("appeal_withdrawn", form="ruling")
    assert effective(*cases) == "2021-07-30"
    assert [found.loss for found in assessed(*cases, as_of=LONG_AFTER).cases] == [True, False]


def test_an_appeal_withdrawn_after_as_of_has_not_been_withdrawn() -> None:
    cases = appealed("appeal_withdrawn", form="ruling")
    assert effective(*cases, as_of="2021-07-29") is None
    assert loss(*cases, as_of="2021-07-29") is False


def retried(disposition: str, *outcomes: str, form: str = "judgment") -> tuple[CaseFacts, CaseFacts]:
    first = case(instance="second", decision=judged("2022-03-01", "revoked", disposition="upheld"))
    decision = {
        "form": form,
        "outcomes": list(outcomes),
        "services": served("2022-09-01"),
        "disposition": disposition,
    }
    return first, case("C2", instance="retrial", follows="C1", decision=decision)


@pytest.mark.parametrize(
    ("disposition", "outcomes", "losses"),
    [
        ("reversed", ("claim_dismissed",), [False, False]),
        ("upheld", ("revoked",), [False, True]),
        ("reversed", ("declared_unlawful",), [False, True]),
        ("remanded", (), [False, False]),
    ],
)
def test_a_retrial_judgment_takes_the_place_of_the_one_retried(
    disposition: str, outcomes: tuple[str, ...], losses: list[bool]
) -> None:
    cases = retried(disposition, *outcomes)
    assert [found.loss for found in assessed(*cases, as_of=LONG_AFTER).cases] == losses
    assert loss(*cases, as_of="2022-08-31") is True


def test_a_retrial_that_was_withdrawn_leaves_the_loss_where_it_was() -> None:
    """Nothing took the place of the judgment: it is still the one in effect."""
    cases = retried("appeal_withdrawn", form="ruling")
    assert [found.loss for found in assessed(*cases, as_of=LONG_AFTER).cases] == [True, False]


def test_a_retrial_that_was_terminated_leaves_the_loss_where_it_was() -> None:
    first, _ = retried("upheld")
    terminated = case("C2", instance="retrial", follows="C1", decision=ruled("2022-09-01", "terminated"))
    assert loss(first, terminated) is True


def test_a_retrial_settled_by_mediation_takes_the_place_of_the_judgment() -> None:
    """The mediation statement is what stands now; being settled is no loss (C.5)."""
    first, _ = retried("upheld")
    settled = {"form": "mediation", "outcomes": ["mediated"], "services": served("2022-09-01")}
    assert loss(first, case("C2", instance="retrial", follows="C1", decision=settled)) is False


def test_past_the_calendar_s_data_effect_waits_and_says_for_what() -> None:
    """rulings.md 25."""
    facts = case(decision=judged("2026-12-20", "revoked"))
    assert loss(facts, as_of="2027-02-01") is None
    assert findings(result(facts, as_of="2027-02-01", law=law_in_force()), "7f")[0].missing == ("calendar",)


def test_effective_on_is_a_day_and_no_text() -> None:
    assert result(case(decision=judged("2020-11-20", "revoked")), as_of=LONG_AFTER).effective_on == day(
        "2020-12-08"
    )
