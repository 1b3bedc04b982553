"""The gallery of the demo in a real browser: everything is drawn, by group, and nobody is kept from reading it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from bot import manifest
from bot.demo import ORGANISATION, WORKSPACE
from bot.demo.exhibits import exhibits
from bot.organisation.file import read_organisation_file
from sandbox import Sandbox, SandboxClock, load_workspace
from sandbox.page import Page as SandboxPage
from sandbox.page.samples import SAMPLES
from tests.browser.conftest import new_window
from tests.browser.test_access import faults
from tests.messages.samples import T0

HUNG = exhibits(read_organisation_file(ORGANISATION), T0)


@pytest.fixture(scope="module")
def hung(chromium: Browser) -> Iterator[Page]:
    clock = SandboxClock(T0, flowing=False)
    workspace = load_workspace(WORKSPACE, clock=clock)
    with Sandbox(workspace, manifest.manifest(), clock=clock, page=SandboxPage(gallery=HUNG)) as slack:
        window = new_window(chromium, slack.url)
        window.page.goto(f"{slack.url}/gallery")
        window.page.locator("[data-ready]").wait_for()
        yield window.page
        assert window.problems == []
        window.context.close()


@pytest.fixture
def gallery(hung: Page) -> Page:
    """The gallery with everything shown; it is hung once, since that takes seconds."""
    hung.get_by_label("Show only").fill("")
    return hung


def test_every_message_and_form_of_the_demo_is_drawn_in_its_group(gallery: Page) -> None:
    assert gallery.locator(".gallery-item").count() == len(HUNG) + len(SAMPLES)
    assert gallery.locator(".bk-json").count() == 0
    titles = gallery.locator(".gallery-group > h2").all_inner_texts()
    assert titles == [*dict.fromkeys(name.split(":")[0].capitalize() for name in HUNG), "Block Kit"]


@pytest.mark.parametrize("group", ["home", "rota", "summaries", "replies"])
def test_no_serious_fault_in_what_was_not_looked_at_elsewhere(gallery: Page, group: str) -> None:
    """The audit takes minutes over everything at once; the windows of the journeys are audited in `test_access`."""
    gallery.get_by_label("Show only").fill(f"{group}: ")
    expect(gallery.locator(".gallery-group:visible > h2")).to_have_text([group.capitalize()])
    assert faults(gallery, ".gallery-group:not([hidden])") == []


def test_its_groups_are_found_from_the_top_and_narrowed_by_words(gallery: Page) -> None:
    gallery.get_by_role("navigation", name="Groups").get_by_role("link", name="Refusals").click()
    expect(gallery.get_by_role("heading", name="Refusals")).to_be_in_viewport()
    gallery.get_by_label("Show only").fill("nudge lead_new")
    expect(gallery.locator(".gallery-group:visible > h2")).to_have_text(["Nudges"])
    expect(gallery.get_by_role("status")).to_have_text(f"3 of {len(HUNG) + len(SAMPLES)}")
    first = gallery.get_by_role("group", name="nudges: nudge lead_new", exact=True)
    expect(first).to_contain_text("A journalist has been in touch about Adults' social care: ME-0042.")
