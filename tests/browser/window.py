"""A browser window in which somebody looks at Slack: what a person does there, in the words that stand on the screen."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, expect

DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
PATIENCE_MS = 10_000
_MISSING_EXTRAS = re.compile(r"/page/(?:tour\.json|face/)")

expect.set_options(timeout=PATIENCE_MS)


@dataclass
class Window:
    """One person's window. `problems` is what the browser complained of; a test ends with none."""

    context: BrowserContext
    page: Page
    address: str
    channels: dict[str, str]
    """Ids by name."""
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        self.page.on("request", self._asked)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not _MISSING_EXTRAS.search(message.location.get("url", "")):
            self.problems.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.problems.append(f"went elsewhere: {request.url}")

    # -- where

    def open(self, who: str, place: str = "") -> "Window":
        """Open the page as somebody, at a channel or at the bot's `home`."""
        self.page.goto(f"{self.address}/?as={who}{self._hash(place)}")
        self.page.locator(".frame").wait_for()
        return self

    def go(self, place: str) -> "Window":
        """Follow the link in the side bar to a channel, or to the bot's `home` or `home/messages`."""
        if place.startswith("home"):
            self.page.evaluate("hash => { location.hash = hash }", place)
        else:
            if self.on_phone:
                self.page.get_by_role("button", name="Channels and messages").click()
            self.page.locator(f'#sidebar a[href="{self._hash(place)}"]').click()
        return self

    def _hash(self, place: str) -> str:
        return f"#{self.channels.get(place, place)}" if place else ""

    @property
    def on_phone(self) -> bool:
        size = self.page.viewport_size
        return bool(size and size["width"] < 760)

    # -- messages

    @property
    def composer(self) -> Locator:
        return self.page.get_by_role("main").locator(".composer-field")

    def types(self, words: str) -> None:
        """Write something, or give a command, and send it."""
        self.composer.fill(words)
        self.composer.press("Enter")

    def messages(self, *, thread: bool = False) -> Locator:
        place = self.page.locator(".pane" if thread else "main")
        return place.locator(".messages > .message")

    def message(self, words: str, *, thread: bool = False) -> Locator:
        """The newest message with these words."""
        return self.messages(thread=thread).filter(has_text=words).last

    def sees(self, words: str, *, thread: bool = False) -> Locator:
        """Wait until a message with these words stands there."""
        found = self.message(words, thread=thread)
        expect(found).to_be_visible()
        return found

    def press(self, button: str, *, on: str) -> None:
        """Press a button on the newest message with these words."""
        self.button(button, on=on).click()

    def button(self, button: str, *, on: str) -> Locator:
        return self.message(on).locator(".bk-button").filter(has_text=re.compile(f"^{re.escape(button)}$"))

    def from_menu(self, action: str, *, on: str) -> None:
        """Choose something from a message's menu."""
        row = self.message(on)
        row.hover()
        row.get_by_role("button", name="More actions").click()
        self.page.get_by_role("menuitem", name=action).click()

    # -- forms

    @property
    def form(self) -> Locator:
        return self.page.get_by_role("dialog").filter(has=self.page.locator(".bk-form"))

    def fill(self, **answers: str) -> None:
        """Write into the form's text fields, by block id."""
        for block, words in answers.items():
            self.form.locator(f'[data-input="{block}"]').get_by_role("textbox").fill(words)

    def tick(self, *words: str) -> None:
        """Choose boxes or radio buttons by their words."""
        for each in words:
            self.form.get_by_label(each, exact=False).first.check()

    def submit(self) -> None:
        self.form.locator("button[type=submit]").click()

    def submit_and_go(self) -> None:
        """Send the form, and it closes."""
        self.submit()
        expect(self.form).to_have_count(0)

    # -- the stage door

    def door(self) -> Locator:
        """The stage door, open."""
        pane = self.page.get_by_role("complementary", name="Stage door")
        if not pane.is_visible():
            self.page.get_by_role("button", name="Stage door").click()
            pane.wait_for()
        return pane

    def close_door(self) -> None:
        self.page.get_by_role("button", name="Close the stage door").click()
