"""Which cases hang together: what a case's result depends on, and what must be read to assess some cases alone. No Django."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from msgspec.structs import replace

from litigation.duties.case_in_context import judged_together
from litigation.facts import CaseFacts, RegisterFacts


class Links:
    """The links between the cases of a register: ``follows`` both ways, and the co-respondents of one dispute."""

    def __init__(self, cases: Iterable[CaseFacts]) -> None:
        self._cases: Mapping[str, CaseFacts] = {case.ref: case for case in cases}
        followers: dict[str, list[str]] = defaultdict(list)
        disputes: dict[str, list[str]] = defaultdict(list)
        for case in self._cases.values():
            if case.follows:
                followers[case.follows].append(case.ref)
            if case.dispute:
                disputes[case.dispute].append(case.ref)
        self._followers = followers
        self._disputes = disputes
        self._judged_together = judged_together(self._cases.values())

    def judged_with(self, ref: str) -> tuple[str, ...]:
        """``ref`` and the cases whose facts its result depends on, sorted (DESIGN §4, findings are pinned).

        Those are the cases it continues and those that continue it, with those of the other respondents under the same
        judgment and what continues these, and the one whose head appears for it.
        """
        case = self._cases[ref]
        linked = {ref, *self._before(case), *self._after(case)}
        for each in tuple(linked):
            for other in self._judged_together.get(each, ()):
                linked |= {other, *self._after(self._cases[other])}
        return tuple(sorted({*linked, *self._representing(case)}))

    def together(self, refs: Iterable[str]) -> frozenset[str]:
        """``refs`` with everything that any of their results may depend on: whole disputes, whole chains."""
        found: set[str] = set()
        left = [ref for ref in refs if ref in self._cases]
        while left:
            ref = left.pop()
            if ref in found:
                continue
            found.add(ref)
            case = self._cases[ref]
            near = chain(
                (case.follows,) if case.follows else (),
                self._followers.get(ref, ()),
                self._disputes.get(case.dispute or "", ()),
            )
            left += [other for other in near if other in self._cases and other not in found]
        return frozenset(found)

    def _before(self, case: CaseFacts) -> Iterator[str]:
        seen = {case.ref}
        ref = case.follows
        while ref and ref not in seen and ref in self._cases:
            seen.add(ref)
            yield ref
            ref = self._cases[ref].follows

    def _after(self, case: CaseFacts) -> Iterator[str]:
        seen = {case.ref}
        left = list(self._followers.get(case.ref, ()))
        while left:
            ref = left.pop()
            if ref not in seen:
                seen.add(ref)
                yield ref
                left += self._followers.get(ref, ())

    def _representing(self, case: CaseFacts) -> Iterator[str]:
        if case.represented_by:
            for ref in self._disputes.get(case.dispute or "", ()):
                other = self._cases[ref]
                if other.unit == case.represented_by and other.instance == case.instance:
                    yield ref


def narrowed(
    register: RegisterFacts, units: Collection[str] | None = None, cases: Collection[str] | None = None
) -> RegisterFacts:
    """``register`` with only those cases that the results of ``units`` and ``cases`` depend on.

    Both given: the cases that are in both. A unit's counts take in all of its cases, so all cases of the units chosen
    stay. The document of the chosen ones is the same as from the whole register.
    """
    if units is None and cases is None:
        return register
    chosen = [
        case
        for case in register.cases
        if (units is None or case.unit in units) and (cases is None or case.ref in cases)
    ]
    codes = {case.unit for case in chosen} if cases is not None else frozenset(units or ())
    kept = Links(register.cases).together(case.ref for case in register.cases if case.unit in codes)
    return replace(register, cases=tuple(case for case in register.cases if case.ref in kept))
