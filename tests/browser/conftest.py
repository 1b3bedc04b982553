"""A real browser for the council: Chromium, windows in it, and nothing that it complained of at the end of a test."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from storage.engine import Database
from tests.browser.window import DESK, PHONE, Window
from tests.journeys.council import Council, council_with

NO_CHROMIUM = "no Chromium was found: install it, or name it in CHROMIUM"
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Opens = Callable[..., Window]
Scheme = Literal["light", "dark"]


def find_chromium() -> str | None:
    """The Chromium of this machine."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if name and (found := shutil.which(name))), None)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of this folder; each window has a profile of its own."""
    found = find_chromium()
    if found is None:
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIETLY)
        yield browser
        browser.close()


@pytest.fixture
def council(chromium: Browser, file_database: Database) -> Iterator[Council]:
    with council_with(file_database) as northbank:
        yield northbank


@pytest.fixture
def opens(chromium: Browser, council: Council) -> Iterator[Opens]:
    """`opens("amara", "general")` is a window at a desk, `opens("amara", "general", phone=True)` one on a phone."""
    channels = {each.name: each.id for each in council.slack.workspace.channels.values() if each.name}
    windows: list[Window] = []

    def open_window(who: str, place: str = "", *, phone: bool = False, scheme: Scheme = "light") -> Window:
        window = new_window(chromium, council.slack.url, channels, phone=phone, scheme=scheme)
        windows.append(window)
        return window.open(who, place)

    yield open_window
    problems = [problem for window in windows for problem in window.problems]
    for window in windows:
        window.context.close()
    assert problems == []


def new_window(
    browser: Browser,
    address: str,
    channels: dict[str, str] | None = None,
    *,
    phone: bool = False,
    scheme: Scheme = "light",
) -> Window:
    """A window with nothing in it yet."""
    size = PHONE if phone else DESK
    context = browser.new_context(
        viewport=ViewportSize(width=size["width"], height=size["height"]),
        is_mobile=phone,
        has_touch=phone,
        locale="en-GB",
        reduced_motion="reduce",
        color_scheme=scheme,
    )
    return Window(context, context.new_page(), address, channels or {})
