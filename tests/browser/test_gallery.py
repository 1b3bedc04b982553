"""Every message and view of the bot as the page draws it: structure and text as they are committed, so that a change is seen.

`make gallery` writes them anew, and takes a photograph of each group into build/gallery.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bot import manifest
from bot.demo import ORGANISATION, WORKSPACE
from bot.demo.exhibits import exhibits
from bot.organisation.file import read_organisation_file
from sandbox import Sandbox, SandboxClock, load_workspace
from sandbox.page import Page as SandboxPage
from tests.browser.conftest import new_window
from tests.messages.samples import T0

KEPT = Path(__file__).parent / "gallery"
PHOTOGRAPHS = Path(__file__).parents[2] / "build" / "gallery"
UPDATING = bool(os.environ.get("UPDATE_GALLERY"))
READING = (Path(__file__).parent / "reading.js").read_text(encoding="utf-8")
HUNG = exhibits(read_organisation_file(ORGANISATION), T0)
"""The gallery of the demo: its own people, at one moment."""
GROUPS = list(dict.fromkeys(name.split(":")[0] for name in HUNG))
HIGHEST = 12_000  # pixels of one photograph: the browser takes none that is much higher


@pytest.fixture(scope="module")
def gallery(chromium: Browser) -> Iterator[Page]:
    """The gallery with everything of the bot in it."""
    clock = SandboxClock(T0, flowing=False)
    page = SandboxPage(gallery=HUNG)
    with Sandbox(load_workspace(WORKSPACE, clock=clock), manifest.manifest(), clock=clock, page=page) as slack:
        window = new_window(chromium, slack.url)
        window.page.goto(f"{slack.url}/gallery")
        window.page.locator("[data-ready]").wait_for()
        yield window.page
        assert window.problems == []
        window.context.close()


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
    assert sorted(file.stem for file in KEPT.glob("*.txt")) == sorted(GROUPS)


def test_everything_of_the_bot_can_be_drawn(gallery: Page) -> None:
    assert gallery.locator('.gallery-item[data-name*=": "] .bk-json').count() == 0
    names = gallery.locator(".gallery-item").evaluate_all("all => all.map(each => each.dataset.name)")
    assert [name for name in HUNG if name not in names] == []


def photograph(page: Page, group: str) -> None:
    """Pictures of all of a group, one below the other, for whoever reviews a change."""
    search = page.get_by_label("Show only")
    search.fill(f"{group}: ")
    PHOTOGRAPHS.mkdir(parents=True, exist_ok=True)
    size: dict[str, int] = page.evaluate(
        "({width: document.documentElement.scrollWidth, height: document.documentElement.scrollHeight})"
    )
    for number, top in enumerate(range(0, size["height"], HIGHEST), start=1):
        part = {"x": 0, "y": top, "width": size["width"], "height": min(HIGHEST, size["height"] - top)}
        page.screenshot(path=PHOTOGRAPHS / f"{group}-{number}.png", full_page=True, clip=part, timeout=60_000)  # type: ignore[arg-type]  # whole pixels are numbers too
    search.fill("")
