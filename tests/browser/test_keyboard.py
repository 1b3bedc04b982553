"""An enquiry raised and dealt with by keyboard alone."""

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.test_enquiry import ON_THE_FORM
from tests.journeys.council import Council


def test_raised_with_no_pointer(council: Council, opens: Opens) -> None:
    amara = opens("amara", "general")
    page, keys = amara.page, amara.page.keyboard

    keys.press("Tab")
    expect(page.get_by_role("link", name="Skip to the messages")).to_be_focused()
    keys.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    for _ in range(6):
        keys.press("Tab")
        if amara.composer.evaluate("each => each === document.activeElement"):
            break
    expect(amara.composer).to_be_focused()

    keys.type("/med")
    expect(page.get_by_role("option", name="/media-enquiry")).to_be_visible()
    keys.press("Enter")
    expect(amara.composer).to_have_value("/media-enquiry ")
    keys.press("Enter")
    expect(amara.form).to_be_visible()
    keys.press("Escape")
    expect(amara.form).to_have_count(0)
    expect(amara.composer).to_be_focused()

    keys.type("/media-enquiry")
    keys.press("Enter")
    expect(amara.form).to_be_visible()
    for label, words in zip(
        ("Who are they from?", "Journalist's name and number", "When do they need an answer?", "What do they ask?"),
        ON_THE_FORM.values(),
        strict=True,
    ):
        field = amara.form.get_by_role("textbox", name=label)
        for _ in range(6):
            if field.evaluate("each => each === document.activeElement"):
                break
            keys.press("Tab")
        expect(field).to_be_focused()
        keys.type(words)
    for _ in range(3):  # past who should not hear of it, and Cancel
        keys.press("Tab")
    expect(amara.form.get_by_role("button", name="Send to press office")).to_be_focused()
    keys.press("Tab")
    assert page.evaluate("document.querySelector('.bk-dialog').contains(document.activeElement)"), (
        "the form keeps the focus"
    )
    keys.press("Shift+Tab")
    keys.press("Enter")
    expect(amara.form).to_have_count(0)
    council.until_quiet()
    assert council.enquiry().outlet == "Northbank Echo"


def test_a_card_is_reached_and_pressed_with_no_pointer(council: Council, opens: Opens) -> None:
    council.raises("amara")
    priya = opens("priya", "press-desk")
    card = priya.sees("ME-0001: Northbank Echo")
    keys = priya.page.keyboard
    button = priya.button("I'll take it", on="ME-0001")
    for _ in range(40):
        keys.press("Tab")
        if button.evaluate("each => each === document.activeElement"):
            break
    expect(button).to_be_focused()
    keys.press("Space")
    expect(card).to_contain_text("Press officer: Priya Nair")
    expect(priya.button("Draft a statement", on="ME-0001: Northbank Echo")).to_be_focused()
