"""References are given once, however many ask at the same time."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from msgspec.structs import replace

from litigation.models import Unit
from litigation.models.numbering import next_ref
from tests.litigation.records import BARE, registered


@pytest.mark.django_db
def test_numbers_count_by_unit_and_year_and_pass_over_what_is_taken():
    unit = registered(BARE).unit
    assert next_ref(unit, 2026) == "JTJ-2026-0001"
    registered(replace(BARE, ref="JTJ-2026-0002"))
    assert next_ref(unit, 2026) == "JTJ-2026-0003"
    assert next_ref(unit, 2027) == "JTJ-2027-0001"
    assert next_ref(Unit.objects.get(code="ZRJ"), 2026) == "ZRJ-2026-0001"


@pytest.mark.django_db(transaction=True)
def test_two_who_ask_at_once_get_two_numbers():
    unit = registered(BARE).unit

    def ask(_):
        try:
            return next_ref(unit, 2026)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as people:
        given = list(people.map(ask, range(20)))
    assert sorted(given) == [f"JTJ-2026-{number:04d}" for number in range(1, 21)]
