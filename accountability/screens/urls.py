"""Addresses of the screens, below the admin's own."""

from __future__ import annotations

from django.urls import URLPattern, path

from accountability.screens.case import CaseScreen
from accountability.screens.cases import CasesScreen
from accountability.screens.categories import CategoriesScreen
from accountability.screens.findings import FindingsScreen
from accountability.screens.unit import UnitScreen

app_name = "supervision"
urlpatterns: list[URLPattern] = [
    path("cases/", CasesScreen.as_view(), name="cases"),
    path("cases/results/", CasesScreen.as_view(results_only=True), name="cases_results"),
    path("case/<str:ref>/", CaseScreen.as_view(), name="case"),
    path("unit/<str:code>/", UnitScreen.as_view(), name="unit"),
    path("findings/", FindingsScreen.as_view(), name="findings"),
    path("findings/results/", FindingsScreen.as_view(results_only=True), name="findings_results"),
    path("categories/", CategoriesScreen.as_view(), name="categories"),
]
