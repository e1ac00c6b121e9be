"""Who runs the site, and the numbers it is registered under. What is empty is not shown, and nothing is made up."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="site")
class SiteIdentity(BaseSiteSetting):
    """The foot of every public page, as 国办发〔2017〕47号 asks for it."""

    organiser: models.CharField[str, str] = models.CharField(_("organised by"), max_length=80, blank=True)
    operator: models.CharField[str, str] = models.CharField(_("operated by"), max_length=80, blank=True)
    contact: models.CharField[str, str] = models.CharField(
        _("contact"), max_length=160, blank=True, help_text=_("Telephone, address or office hours.")
    )
    site_code: models.CharField[str, str] = models.CharField(
        _("website identification code"),
        max_length=10,
        blank=True,
        validators=[RegexValidator(r"\A[0-9]{10}\Z", _("The website identification code has ten digits."))],
    )
    icp_number: models.CharField[str, str] = models.CharField(
        _("ICP registration number"), max_length=60, blank=True
    )
    police_number: models.CharField[str, str] = models.CharField(
        _("police registration number"), max_length=60, blank=True
    )
    police_code: models.CharField[str, str] = models.CharField(
        _("record code of the police registration"),
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"\A[0-9]+\Z", _("The record code has digits only."))],
    )
    agency_mark: models.URLField[str, str] = models.URLField(
        _("page of the party and government agency mark"),
        blank=True,
        validators=[
            RegexValidator(
                r"\Ahttps?://bszs\.conac\.cn/",
                _("The page lies below bszs.conac.cn, whose address it begins with."),
            )
        ],
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("organiser"), FieldPanel("operator"), FieldPanel("contact")],
            heading=_("Who runs the site"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("site_code"),
                FieldPanel("icp_number"),
                FieldPanel("police_number"),
                FieldPanel("police_code"),
                FieldPanel("agency_mark"),
            ],
            heading=_("Registrations"),
        ),
    ]

    class Meta:
        verbose_name = _("identity of the site")
        verbose_name_plural = _("identities of sites")

    @property
    def police_address(self) -> str:
        """Where the police registration can be looked up; empty without a record code."""
        if not self.police_code:
            return ""
        query = urlencode({"recordcode": self.police_code})
        return f"http://www.beian.gov.cn/portal/registerSystemInfo?{query}"

    def report_address(self, page_address: str) -> str:
        """Where visitors report an error on a page (找错); empty without an identification code."""
        if not self.site_code:
            return ""
        query = urlencode({"site_code": self.site_code, "url": page_address})
        return f"https://zfwzgl.www.gov.cn/exposure/jiucuo.html?{query}"
