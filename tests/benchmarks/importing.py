"""4. Importing a bundle, against making the same pages by Wagtail's own calls."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import Model
from msgspec.structs import replace
from wagtail.signals import page_published

from litigation.actions.import_register import import_register
from litigation.actions.provision_disputes import provision_disputes
from litigation.actions.provision_unit import provision_unit
from litigation.bundle import normalise, read, to_yaml
from litigation.bundle.generate import generate
from litigation.extract import facts_of, register_facts
from litigation.facts import CaseFacts, RegisterFacts
from litigation.models import CasePage, Dispute, Unit
from litigation.selectors import known_to_bundles
from litigation.transcribe import transcribe
from tests.benchmarks.asked import Asked
from tests.benchmarks.pairs import Figure, Side, Target, must_agree, ratio
from tests.benchmarks.sample import SEED
from tests.benchmarks.scratch import Scratch

#: Wagtail's time ÷ ours is our rate ÷ Wagtail's.
TARGET = Target(0.8, at_least=True)
MOST = 500
LEAST = 200


def measure(asked: Asked, database: Scratch) -> list[Figure]:
    number = max(LEAST, min(MOST, asked.cases // 40))
    asked.say(f"inventing {number} cases")
    register = generate(number, SEED)
    bundle = to_yaml(register).encode()
    # Units and disputes stand before either side begins: what is compared is pages.
    for unit in register.units:
        provision_unit(unit, actor=None)
    provision_disputes(register.disputes, actor=None)
    database.keep()

    def import_bundle() -> None:
        facts = read(bundle, source="bundle.yaml", known=known_to_bundles())
        import_register(facts, actor=None, source="bundle.yaml")

    def by_wagtail() -> None:
        make_by_wagtail(register)

    asked.say("comparing what both leave in the register")
    expected = _plain(register.cases)
    database.restore()
    import_bundle()
    must_agree(_plain(register_facts().cases), expected, "facts of the imported pages")
    must_agree(_pages(), expected, "imported pages")
    database.restore()
    by_wagtail()
    must_agree(_pages(), expected, "pages made by Wagtail")
    return [
        ratio(
            "import",
            "Import of a bundle, rate ÷ the rate of Wagtail's add_child and save_revision().publish()",
            Side(name="pages by Wagtail", run=by_wagtail, before=database.restore),
            Side(name="import of a bundle", run=import_bundle, before=database.restore),
            rounds=asked.rounds,
            target=TARGET,
            server_time=asked.server_time(database),
            say=asked.say,
            detail={"cases": number, "bytes of the bundle": len(bundle)},
        )
    ]


@transaction.atomic
def make_by_wagtail(register: RegisterFacts) -> None:
    """The pages of ``register``, live with one revision each, as Wagtail's documentation would have them made.

    Nothing of ours listens meanwhile, and all of it is one transaction: this is the least that Wagtail takes.
    """
    units = {unit.code: unit for unit in Unit.objects.select_related("page")}
    disputes = {dispute.ref: dispute for dispute in Dispute.objects.all()}
    with _only_wagtail_listening():
        for case in register.cases:
            unit = units[case.unit]
            parent = unit.page
            page = CasePage(
                ref=case.ref, unit=unit, dispute=disputes.get(case.dispute or ""), locale_id=parent.locale_id
            )
            transcribe(case, page)
            parent.add_child(instance=page)
            page.save_revision().publish()


@contextmanager
def _only_wagtail_listening() -> Iterator[None]:
    """Without the receivers of CasePage's publication, which are ours."""
    receivers = page_published.receivers
    own = id(CasePage)
    # A receiver is kept with the key (receiver, sender).
    page_published.receivers = [entry for entry in receivers if entry[0][1] != own]
    page_published.sender_receivers_cache.clear()
    try:
        yield
    finally:
        page_published.receivers = receivers
        page_published.sender_receivers_cache.clear()


def _pages() -> frozenset[CaseFacts]:
    """The facts on the live pages, read row by row."""
    pages: list[Model] = list(CasePage.objects.filter(live=True).select_related("unit", "dispute"))
    return _plain(tuple(facts_of(page) for page in pages))


def _plain(cases: tuple[CaseFacts, ...]) -> frozenset[CaseFacts]:
    """Facts without filings (rows of their own) and without the identities that each register gives anew."""
    register = normalise(RegisterFacts(cases=tuple(replace(case, filings=None) for case in cases)))
    return frozenset(register.cases)
