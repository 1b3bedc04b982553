"""The demo's panes side by side on a laptop: the tour and the stage door are open, and every channel can still be reached."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from bot import manifest
from bot.demo import WORKSPACE
from bot.demo.tour import tour
from sandbox import Sandbox, SandboxClock, load_workspace
from sandbox.page import Page as SandboxPage
from tests.browser.conftest import new_window
from tests.browser.window import Window
from tests.messages.samples import T0


@pytest.fixture
def priya(chromium: Browser) -> Iterator[Window]:
    clock = SandboxClock(T0, flowing=False)
    workspace = load_workspace(WORKSPACE, clock=clock)
    with Sandbox(workspace, manifest.manifest(), clock=clock, page=SandboxPage(tour=tour())) as slack:
        window = new_window(chromium, slack.url).open("priya")
        yield window
        assert window.problems == []
        window.context.close()


def test_channels_are_in_reach_while_the_tour_and_the_stage_door_are_open(priya: Window) -> None:
    page = priya.page
    page.get_by_role("button", name="Guided tour").click()
    expect(page.get_by_role("complementary", name="Guided tour")).to_be_visible()
    expect(page.locator("#sidebar")).to_be_visible()
    priya.door()
    expect(page.locator("#sidebar")).to_be_hidden()

    page.get_by_role("button", name="Channels and messages").click()
    page.get_by_role("link", name="channel good-news").click()
    expect(page.get_by_role("heading", level=1, name="good-news")).to_be_visible()
    expect(page.locator("#sidebar")).to_be_hidden()
    expect(page.get_by_role("complementary", name="Stage door")).to_be_visible()

    page.get_by_role("button", name="Channels and messages").click()
    expect(page.locator("#sidebar")).to_be_visible()
    page.mouse.click(480, 300)
    expect(page.locator("#sidebar")).to_be_hidden()

    priya.close_door()
    expect(page.locator("#sidebar")).to_be_visible()
    expect(page.get_by_role("button", name="Channels and messages")).to_be_hidden()
