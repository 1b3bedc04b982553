"""What people see when they may not, when a field is wrong, and while Slack is down."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.browser.test_enquiry import ON_THE_FORM
from tests.journeys.council import Council

ONLY_PRESS_OFFICE = "Only the press office can do this. Your press officers are glad to help: just ask one of them."
TROUBLE = "We had some trouble connecting. Try again?"


def test_who_may_not_hears_why_and_nobody_else_does(council: Council, opens: Opens) -> None:
    council.raises("amara")
    council.invite("shirin", "press-desk")
    shirin, priya = opens("shirin", "press-desk"), opens("priya", "press-desk")

    shirin.press("I'll take it", on="ME-0001")

    refusal = shirin.sees(ONLY_PRESS_OFFICE)
    expect(refusal).to_contain_text("Only visible to you")
    priya.types("Seen.")
    shirin.sees("Seen.")
    priya.sees("Seen.")
    expect(priya.page.get_by_text(ONLY_PRESS_OFFICE)).to_have_count(0)
    assert council.enquiry().status == "new"


def test_what_is_wrong_stands_beside_its_field_which_has_the_focus(council: Council, opens: Opens) -> None:
    amara = opens("amara", "general", phone=True)
    amara.types("/media-enquiry")
    amara.fill(**{**ON_THE_FORM, "deadline": "as soon as pigs fly", "question": ""})

    amara.submit()

    question = amara.form.get_by_role("textbox", name="What do they ask?")
    expect(question).to_be_focused()
    expect(question).to_have_attribute("aria-invalid", "true")
    expect(question).to_have_accessible_description(re.compile("^This field is required"))
    expect(amara.form.get_by_role("textbox", name="Who are they from?")).to_have_value("Northbank Echo")
    amara.fill(question=ON_THE_FORM["question"])
    amara.submit()
    deadline = amara.form.get_by_role("textbox", name="When do they need an answer?")
    expect(deadline).to_be_focused()
    amara.fill(deadline="4pm today")
    amara.submit_and_go()
    assert council.enquiry().question == ON_THE_FORM["question"]


def test_slack_goes_down_and_comes_back_and_nothing_typed_is_lost(council: Council, opens: Opens) -> None:
    amara, priya = opens("amara", "ask-the-press-office", phone=True), opens("priya", "press-desk")
    amara.types("/media-enquiry")
    amara.fill(**ON_THE_FORM)
    down = priya.door().get_by_role("switch", name="Slack is down")
    down.click()
    expect(down).to_be_checked()
    expect(priya.page.locator("#sidebar").get_by_text("not connected")).to_be_visible()

    amara.submit()
    expect(amara.form.get_by_role("alert")).to_have_text(TROUBLE)
    expect(amara.form.get_by_role("textbox", name="What do they ask?")).to_have_value(ON_THE_FORM["question"])
    shirin = opens("shirin", "general")
    shirin.types("/media-enquiry")
    shirin.sees('/media-enquiry failed with the error "')
    expect(shirin.composer).to_have_value("/media-enquiry")

    priya.door().get_by_role("button", name="All well again").click()
    expect(priya.page.locator("#sidebar").get_by_text("not connected")).to_be_hidden(timeout=30_000)
    amara.submit_and_go()
    priya.sees("ME-0001: Northbank Echo")
    shirin.composer.press("Enter")
    expect(shirin.form.get_by_role("heading", name="Media enquiry")).to_be_visible()
    council.until_quiet()
    assert council.enquiry().question == ON_THE_FORM["question"]
