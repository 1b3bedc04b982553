"""Whoever cannot see or point: axe-core finds no serious fault on any kind of page, in light and in dark."""

from collections.abc import Callable
from importlib.resources import files

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opens, Scheme
from tests.browser.window import Window
from tests.journeys.council import Council

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
SERIOUS = {"serious", "critical"}
LOOK = """within => axe.run(within ? {include: [within]} : document, {resultTypes: ['violations']})
    .then(found => found.violations)"""


def faults(page: Page, within: str = "") -> list[str]:
    """What axe-core calls serious or critical, on the page or in a part of it: the rule, and where it is broken."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(AXE)
    return [
        f"{each['id']}: {node['html'][:200]}"
        for each in page.evaluate(LOOK, within)
        if each["impact"] in SERIOUS
        for node in each["nodes"]
    ]


def channel(window: Window) -> None:
    window.go("press-desk").sees("ME-0001: Northbank Echo")
    window.press("I'll take it", on="ME-0001: Northbank Echo")
    window.sees("Press officer: Priya Nair")


def thread(window: Window) -> None:
    window.go("press-desk").sees("ME-0001").locator(".replies").click()
    window.sees("Amara Okafor raised ME-0001.", thread=True)


def home(window: Window) -> None:
    window.go("home").page.locator(".home-inside .bk-block").first.wait_for()


def messages_with_the_bot(window: Window) -> None:
    window.go("home/messages").sees("ME-0001")


def about(window: Window) -> None:
    window.go("home/about").page.get_by_role("heading", name="Commands").wait_for()


def stage_door(window: Window) -> None:
    window.go("general").door().locator(".exchange").first.wait_for()
    window.page.locator(".exchange summary").first.click()


def form_with_errors(window: Window) -> None:
    window.go("general").types("/media-enquiry")
    window.form.wait_for()
    window.submit()
    window.form.locator(".bk-wrong").first.wait_for()


def story_form(window: Window) -> None:
    window.go("general").types("/story-idea")
    window.form.wait_for()
    window.form.get_by_role("combobox").first.click()
    window.page.get_by_role("option").first.wait_for()


def menu(window: Window) -> None:
    window.page.get_by_role("button", name="Be somebody else").click()
    window.page.get_by_role("menu").wait_for()


def suggestions(window: Window) -> None:
    window.go("general").composer.fill("/")
    window.page.get_by_role("option").first.wait_for()


KINDS: list[Callable[[Window], None]] = [
    channel,
    thread,
    home,
    messages_with_the_bot,
    about,
    stage_door,
    form_with_errors,
    story_form,
    menu,
    suggestions,
]


@pytest.mark.parametrize(("phone", "scheme"), [(True, "light"), (False, "dark")], ids=["phone, light", "desk, dark"])
def test_no_serious_fault_on_any_kind_of_page(council: Council, opens: Opens, phone: bool, scheme: Scheme) -> None:
    council.raises("amara")
    council.person("dewi").writes("Good morning, *everyone*: <https://example.org|a link>", "general")
    found = {}
    window = opens("priya", "general", phone=phone, scheme=scheme)
    for kind in KINDS:
        kind(window)
        found[kind.__name__] = faults(window.page)
        if council.person("priya").has_form:
            council.person("priya").form.close(everything=True)
        window.page.reload()
        window.page.locator(".frame").wait_for()
    assert {kind: wrong for kind, wrong in found.items() if wrong} == {}


def test_no_serious_fault_where_somebody_is_chosen(council: Council, opens: Opens) -> None:
    window = opens("amara")
    window.page.goto(council.slack.url)
    window.page.get_by_role("heading", name="Who would you like to be?").wait_for()
    assert faults(window.page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault_in_the_gallery_of_all_blocks(council: Council, opens: Opens, scheme: Scheme) -> None:
    window = opens("amara", scheme=scheme)
    window.page.goto(f"{council.slack.url}/gallery")
    window.page.locator("[data-ready]").wait_for()
    assert faults(window.page) == []
