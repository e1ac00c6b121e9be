"""The registry page, below Wagtail's root and beside the home page."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Locale, Page

from litigation.models import Registry


@transaction.atomic
def provision_registry() -> Registry:
    """Return the registry, made if there is none. Safe to repeat."""
    registry: Registry | None = Registry.objects.first()
    if registry is None:
        language = get_supported_content_language_variant(settings.LANGUAGE_CODE)
        Locale.objects.get_or_create(language_code=language)
        root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
        registry = Registry(title="Registry", slug="registry", live=True)
        root.add_child(instance=registry)
    return registry
