"""Walk the tour in a real browser, from its first step to its end, and photograph it on the way."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from bot.demo.keeping import Kept
from bot.demo.stage import Stage, set_up_kept
from bot.demo.tour import tour
from tests.browser.conftest import NO_CHROMIUM, QUIETLY, find_chromium
from tests.browser.window import DESK, PHONE, Window

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
DAY = date(2026, 11, 18)
"""The demo opens on this day in every picture, so that a picture changes only when what it shows has changed."""
QUESTION = "Is the Larkfield day centre going to close?"
STORY = "A choir of forty"
OWN_WORDS = "Our day centre's choir sings in the town hall on Saturday. Come and listen."


def main() -> None:
    """Take them all."""
    found = find_chromium()
    if found is None:
        sys.exit(NO_CHROMIUM)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="close-ties-") as folder,
        sync_playwright() as playwright,
        set_up_kept(Kept(Path(folder)), told=print, today=DAY) as stage,
    ):
        browser = playwright.chromium.launch(
            executable_path=found, args=[*QUIETLY, "--lang=en-GB"], env={"LANGUAGE": "en_GB"}
        )
        Walk(browser, stage).to_the_end()
        browser.close()
    print(
        f"The pictures are in {PICTURES.relative_to(Path.cwd()) if PICTURES.is_relative_to(Path.cwd()) else PICTURES}."
    )


class Walk:
    """Somebody who takes the tour: one window, becoming whom each step asks for."""

    def __init__(self, browser: Browser, stage: Stage) -> None:
        self._browser, self._stage = browser, stage
        self._channels = {each.name: each.id for each in stage.slack.workspace.channels.values() if each.name}
        self.desk = self._window(DESK)

    def to_the_end(self) -> None:
        page = self.desk.page
        page.goto(self._stage.slack.url)
        page.get_by_role("heading", name="Who would you like to be?").wait_for()
        self._shot(page, "who")
        self._first_things()
        for number, walked in enumerate(
            (
                self._rung,
                self._taken,
                self._acknowledged,
                self._answered,
                self._something_good,
                self._picked_up,
                self._the_day_before,
                self._friday,
                self._can_i_share,
            )
        ):
            self._begin(number)
            walked()
            self._is_done(number)
        self._behind_the_scenes()
        assert self.desk.problems == []

    # -- the steps

    def _rung(self) -> None:
        self.desk.types("/media-enquiry")
        self.desk.form.wait_for()
        with self._phone("amara.okafor") as phone:
            phone.form.wait_for()
            self._shot(phone.page, "enquiry-on-a-phone")
        self.desk.fill(
            outlet="Northbank Echo", journalist="Sam Poole, 020 7946 0018", deadline="4pm today", question=QUESTION
        )
        self._last_field(self.desk.form)
        self._shot(self.desk.page, "tour-1-enquiry")
        self.desk.submit_and_go()

    def _taken(self) -> None:
        self.desk.sees(QUESTION)
        self._at_the_end()
        self._shot(self.desk.page, "tour-2-card")
        self.desk.press("I'll take it", on=QUESTION)

    def _acknowledged(self) -> None:
        asked = "Please say that you have it"
        self.desk.sees(asked)
        self._shot(self.desk.page, "tour-3-lead")
        self.desk.press("I have it", on=asked)

    def _answered(self) -> None:
        self.desk.press("Record the response", on=QUESTION)
        self.desk.form.wait_for()
        self.desk.fill(response="No. Larkfield stays open, and nobody's place there changes.")
        self.desk.submit_and_go()
        self.desk.press("Close", on="Larkfield stays open")
        self.desk.form.wait_for()
        self.desk.submit_and_go()
        expect(self.desk.message(QUESTION)).to_contain_text("How it ended")
        self._at_the_end()
        self.desk.page.evaluate("document.activeElement.blur()")
        self._shot(self.desk.page, "tour-4-answer")

    def _something_good(self) -> None:
        self.desk.page.get_by_role("button", name="Shortcuts").click()
        self.desk.page.get_by_role("menuitem").filter(has_text="Suggest a good story").click()
        self.desk.form.wait_for()
        told = (
            "The day centre's choir sings in the town hall for the first time. Forty voices, not one of them trained, and Mrs K, who "
            "was a conductor once, and is one again."
        )
        self.desk.fill(title=STORY, what_happened=told, credit="the choir, and Amara at the piano")
        self.desk.tick("Yes, and they have agreed", "Yes, in the weekly digest")
        self.desk.form.locator('[data-input="consent_who"]').wait_for()
        self.desk.fill(consent_who="Mrs K", consent_how="She told me on Tuesday, and has heard the words.")
        self.desk.tick("Told to colleagues")
        self.desk.form.locator('[data-input="consent_who"]').scroll_into_view_if_needed()
        self._shot(self.desk.page, "tour-5-story")
        self.desk.submit_and_go()

    def _picked_up(self) -> None:
        self.desk.sees(STORY)
        self._at_the_end()
        self._shot(self.desk.page, "tour-6-answer")
        self.desk.press("Pick up", on=STORY)
        expect(self.desk.button("Pick up", on=STORY)).to_have_count(0)

    def _the_day_before(self) -> None:
        self._moves_to("Thursday")
        self.desk.sees("This is how the good news will look")
        self._at_the_end()
        self._shot(self.desk.page, "tour-7-preview")
        self.desk.press("It can go as it is", on="This is how the good news will look")

    def _friday(self) -> None:
        self._moves_to("Friday")
        self.desk.go("good-news")
        self.desk.sees(STORY)
        self._at_the_end()
        self._shot(self.desk.page, "tour-8-good-news")

    def _can_i_share(self) -> None:
        self.desk.types("/can-i-share")
        self.desk.form.wait_for()
        self.desk.fill(share_words=OWN_WORDS, share_place="My own page")
        for question in self.desk.form.get_by_label("No", exact=True).all():
            question.check()
        self.desk.submit()
        expect(self.desk.form).to_contain_text("Green: go ahead.")
        self._shot(self.desk.page, "tour-9-share")
        self.desk.form.get_by_role("button", name="Close", exact=True).last.click()
        expect(self.desk.form).to_have_count(0)

    def _moves_to(self, day: str) -> None:
        self.desk.door().get_by_role("button", name=day).click()
        self.desk.close_door()

    # -- what else is shown

    def _first_things(self) -> None:
        """The home tab of a press officer; then Amara opens the tour."""
        self.desk.open("priya.nair", "home")
        self.desk.page.get_by_text("Open enquiries, the most pressing first").wait_for()
        self._shot(self.desk.page, "home")
        self.desk.page.set_viewport_size({"width": 1_000, "height": 1_500})
        self.desk.open("amara.okafor", "good-news")
        self.desk.sees("The garden that glows")
        self.desk.page.wait_for_timeout(1_000)  # its pictures are drawn
        self._shot(self.desk.page, "good-news")
        self.desk.page.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})
        self.desk.open("amara.okafor", "general")
        self.desk.page.get_by_role("button", name="Guided tour").click()
        self._panel.wait_for()

    def _behind_the_scenes(self) -> None:
        self.desk.open("amara.okafor", "home/messages")
        self.desk.sees("is in this week's good news")
        self._shot(self.desk.page, "tour-amara")
        self.desk.open("dewi.hughes", "press-desk")
        self._panel.get_by_role("button", name="Leave the tour for now").click()
        self.desk.page.set_viewport_size({"width": 1280, "height": 1_140})
        self.desk.door()
        self.desk.page.wait_for_timeout(1_500)  # the traffic is drawn once a second
        self._shot(self.desk.page, "stage-door")

    # -- how it is done

    @property
    def _panel(self) -> Locator:
        return self.desk.page.get_by_role("complementary", name="Guided tour")

    def _begin(self, number: int) -> None:
        """Become whom the step asks for, by its own button, and go where it is."""
        step = tour()["steps"][number]
        heading = self._panel.get_by_role("heading", name=f"{number + 1}. {step['title']}")
        heading.wait_for()
        become = self._panel.get_by_role("link", name="Be ")
        if become.count():
            become.click()
            heading.wait_for()
        there = self._panel.get_by_role("link", name="Take me there")
        if there.count():
            there.click()

    def _is_done(self, number: int) -> None:
        title = tour()["steps"][number]["title"]
        expect(self._panel.locator("p.tour-done")).to_contain_text(f"{title}: done.")

    def _at_the_end(self) -> None:
        """By the list and not by its last message, which may be drawn anew in that moment."""
        self.desk.page.locator(".scroller").first.evaluate("list => { list.scrollTop = list.scrollHeight; }")

    def _last_field(self, form: Locator) -> None:
        form.get_by_role("textbox").last.scroll_into_view_if_needed()

    def _shot(self, page: Page, name: str) -> None:
        """Photograph what stands there, without a notification that happens to pass."""
        page.evaluate("document.fonts.ready")
        close = page.get_by_role("button", name="Close this notification")
        if close.is_visible() and not self.desk.form.is_visible():
            close.click()
        close.wait_for(state="hidden", timeout=30_000)  # behind a form it goes by itself
        page.mouse.move(0, 0)
        page.screenshot(path=PICTURES / f"{name}.png", animations="disabled", caret="hide")

    @contextmanager
    def _phone(self, who: str) -> Iterator[Window]:
        window = self._window(PHONE, phone=True)
        yield window.open(who, "general")
        assert window.problems == []
        window.context.close()

    def _window(self, size: dict[str, int], *, phone: bool = False) -> Window:
        context = self._browser.new_context(
            viewport={"width": size["width"], "height": size["height"]},
            device_scale_factor=1.5 if phone else 1,
            is_mobile=phone,
            has_touch=phone,
            locale="en-GB",
            timezone_id="Europe/London",
            reduced_motion="reduce",
            color_scheme="light",
        )
        return Window(context, context.new_page(), self._stage.slack.url, self._channels)


if __name__ == "__main__":
    main()
