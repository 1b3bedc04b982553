"""Every message and view of the bot as the page draws it: structure and text as they are committed, so that a change is seen.

`make gallery` writes them anew, and takes a photograph of each group into build/gallery.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from bot import manifest
from sandbox import Sandbox, SandboxClock, load_workspace
from sandbox.page import Page as SandboxPage
from tests.browser.conftest import new_window
from tests.browser.exhibits import exhibits
from tests.messages.samples import T0, organisation

KEPT = Path(__file__).parent / "gallery"
PHOTOGRAPHS = Path(__file__).parents[2] / "build" / "gallery"
UPDATING = bool(os.environ.get("UPDATE_GALLERY"))
READING = (Path(__file__).parent / "reading.js").read_text(encoding="utf-8")
GROUPS = sorted({name.split(":")[0] for name in exhibits()})


@pytest.fixture(scope="module")
def gallery(chromium: Browser) -> Iterator[Page]:
    """The gallery with everything of the bot in it."""
    clock = SandboxClock(T0, flowing=False)
    page = SandboxPage(gallery=exhibits())
    with Sandbox(load_workspace(_workspace(), clock=clock), manifest.manifest(), clock=clock, page=page) as slack:
        window = new_window(chromium, slack.url)
        window.page.goto(f"{slack.url}/gallery")
        window.page.locator("[data-ready]").wait_for()
        yield window.page
        assert window.problems == []
        window.context.close()


def _workspace() -> dict[str, Any]:
    """The people and channels that the samples name."""
    told = organisation()
    people = [
        {"id": each.id, "name": each.name.lower().replace(" ", "."), "real_name": each.name}
        for each in told.people.values()
    ]
    channels = {
        told.triage_channel: "press-desk",
        told.restricted_channel: "press-restricted",
        told.good_news_channel: "good-news",
    }
    return {
        "team": {"name": told.name, "domain": "northbank"},
        "people": people,
        "channels": [{"id": channel, "name": name} for channel, name in channels.items()],
    }


def drawn(page: Page, group: str) -> str:
    """What is there of a group: each block, each line of its text, and each control with its label and what it holds."""
    return str(page.evaluate(READING, f'.gallery-item[data-name^="{group}: "]'))


@pytest.mark.parametrize("group", GROUPS)
def test_what_people_see_is_what_is_committed(gallery: Page, group: str) -> None:
    file = KEPT / f"{group}.txt"
    now = drawn(gallery, group)
    if UPDATING:
        file.parent.mkdir(exist_ok=True)
        file.write_text(now, encoding="utf-8")
        photograph(gallery, group)
    assert now == file.read_text(encoding="utf-8"), "people see something else: look at it, then `make gallery`"


def test_nothing_that_is_committed_is_no_longer_made() -> None:
    assert sorted(file.stem for file in KEPT.glob("*.txt")) == GROUPS


def test_everything_of_the_bot_can_be_drawn(gallery: Page) -> None:
    assert gallery.locator('.gallery-item[data-name*=": "] .bk-json').count() == 0
    names = gallery.locator(".gallery-item").evaluate_all("all => all.map(each => each.dataset.name)")
    assert [name for name in exhibits() if name not in names] == []


def photograph(page: Page, group: str) -> None:
    """One picture of all of a group, for whoever reviews a change."""
    search = page.get_by_label("Show only")
    search.fill(f"{group}: ")
    PHOTOGRAPHS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PHOTOGRAPHS / f"{group}.png", full_page=True)
    search.fill("")
