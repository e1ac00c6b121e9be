"""After migrate a site exists: its home page, the registry beside it, and nothing of Wagtail's welcome."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import GroupApprovalTask, GroupPagePermission, Page, Site, Workflow

from home.actions.provision_site import provision_site
from home.models import HomePage
from litigation.actions.provision_registry import provision_registry
from litigation.models import Registry

pytestmark = pytest.mark.django_db


def test_the_home_page_is_the_root_of_the_one_site():
    (site,) = Site.objects.all()
    assert site.is_default_site
    assert site.root_page.specific == HomePage.objects.get()
    assert not Page.objects.filter(title__startswith="Welcome").exists()


def test_home_and_registry_stand_beside_each_other_below_the_root():
    root = Page.get_first_root_node()
    children = [page.specific for page in root.get_children()]
    assert children == [HomePage.objects.get(), Registry.objects.get()]
    assert root.numchild == 2
    assert not Page.find_problems()[0]


def test_the_home_page_is_served(client):
    response = client.get("/")
    assert response.status_code == 200
    assert "应诉" in response.content.decode()


def test_provisioning_again_changes_nothing():
    before = list(Page.objects.values())
    assert provision_site() == HomePage.objects.get()
    assert provision_registry() == Registry.objects.get()
    assert list(Page.objects.values()) == before
    assert Site.objects.count() == 1


def test_wagtails_default_groups_are_gone_with_their_rights_and_their_workflow():
    assert not Group.objects.exists()
    assert not GroupPagePermission.objects.exists()
    assert not Workflow.objects.exists()
    assert not GroupApprovalTask.objects.exists()


def test_there_is_one_registry_and_one_home_page():
    root = Page.get_first_root_node()
    assert not HomePage.can_create_at(root)
    assert not Registry.can_create_at(root)


@pytest.mark.django_db(transaction=True)
def test_a_flushed_database_is_provisioned_anew():
    call_command("flush", interactive=False, verbosity=0)
    assert Site.objects.get().root_page.specific == HomePage.objects.get()
    assert Registry.objects.count() == 1
