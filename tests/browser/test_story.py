"""A story from the lightning button to Friday's digest, through the page."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.journeys.council import STORY, Council


def test_from_the_lightning_button_to_the_digest(council: Council, opens: Opens) -> None:
    amara = opens("amara", "general", phone=True)
    priya = opens("priya", "press-desk")

    amara.page.get_by_role("button", name="Shortcuts").click()
    amara.page.get_by_role("menuitem", name="story").click()
    amara.fill(**{name: str(STORY[name]) for name in ("title", "what_happened", "credit")})
    amara.tick("No: nobody we support can be recognised", "Yes, in the weekly digest")
    amara.submit_and_go()
    amara.go("home/messages")
    amara.sees("Your story idea is GN-0001. The press office will answer within three working days.")

    card = priya.sees("GN-0001: A garden for everyone")
    expect(card).to_contain_text("Could anyone be recognised? No: nobody we support can be recognised")
    priya.press("Pick up", on="GN-0001")
    expect(card).to_contain_text("Status: Picked up")

    priya.door().get_by_role("button", name="Friday, 10:00").click()
    priya.go("good-news")
    digest = priya.sees("Good news this week")
    expect(digest).to_contain_text("Thanks to Amara and the day team")
    told = amara.sees("Your story GN-0001 is in this week's good news in #good-news. Thank you for telling us.")
    told.get_by_role("link", name="See it here").click()
    expect(amara.sees("Good news this week")).to_be_focused()
    assert council.story().status == "told"
    assert council.slack.log.problems() == []
