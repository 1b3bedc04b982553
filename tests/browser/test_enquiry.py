"""An enquiry from the phone call to the end, through the page: raised on a phone, dealt with at a desk, both windows open."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Opens
from tests.journeys.council import JOURNALIST, QUESTION, Council

ANSWER = "No. Elm House stays open, and nobody's place there changes."
ON_THE_FORM = {"outlet": "Northbank Echo", "journalist": JOURNALIST, "deadline": "4pm today", "question": QUESTION}


def test_raised_on_a_phone_taken_acknowledged_answered_and_closed(council: Council, opens: Opens) -> None:
    amara = opens("amara", "ask-the-press-office", phone=True)
    priya = opens("priya", "press-desk")

    amara.types("/media-enquiry")
    expect(amara.form.get_by_role("heading", name="Media enquiry")).to_be_visible()
    assert amara.page.evaluate("document.documentElement.scrollWidth") <= 390, "nothing reaches over the phone's edge"
    amara.fill(**ON_THE_FORM)
    amara.submit_and_go()
    amara.go("home/messages")
    amara.sees("Thank you. Your enquiry is ME-0001. We have told Priya Nair and Shirin Daryaei.")

    card = priya.sees("ME-0001: Northbank Echo")
    expect(card).to_contain_text("Deadline: Today at 16:00 (in 5 hours)")
    expect(card).to_contain_text("Status: New: nobody has taken it yet")
    expect(card).to_contain_text(QUESTION)
    expect(priya.page.locator(".notice-line")).to_contain_text("A journalist has been in touch: ME-0001.")
    priya.press("I'll take it", on="ME-0001: Northbank Echo")
    expect(card).to_contain_text("Press officer: Priya Nair")
    amara.sees("Priya Nair in the press office has ME-0001 now, and will deal with the journalist.")

    shirin = opens("shirin", "home/messages", phone=True)
    shirin.press("I have it", on="A journalist has been in touch about Adults' social care: ME-0001.")
    shirin.sees("ME-0001: You took it on for the service, Today at 10:12.")
    amara.sees("Shirin Daryaei knows about ME-0001 now and is helping the press office with it.")
    expect(card).to_contain_text("Lead: Shirin Daryaei has it")

    priya.press("Record the response", on="ME-0001: Northbank Echo")
    priya.fill(response=ANSWER)
    priya.submit_and_go()
    amara.sees(ANSWER)
    priya.press("Close", on="ME-0001: Northbank Echo")
    priya.submit_and_go()
    expect(card).to_contain_text("How it ended: We answered, Today at 10:12")
    amara.sees("ME-0001 is closed. We answered. Thank you for telling us.")

    card.get_by_role("button", name=re.compile("5 replies")).click()
    priya.sees("Priya Nair closed ME-0001. We answered.", thread=True)
    assert council.enquiry().status == "closed"
    assert council.timeline()[-1] == "Priya Nair closed ME-0001. We answered."
    assert council.slack.log.problems() == []


def test_a_deadline_passes_by_the_clock_of_the_stage_door(council: Council, opens: Opens) -> None:
    council.raises("amara")
    priya, helen = opens("priya", "press-desk"), opens("helen", "home/messages")
    clock = priya.door()
    for hour in range(11, 17):
        clock.get_by_role("button", name="+1 hour").click()
        expect(clock.locator(".door-time")).to_contain_text(f"{hour}:12")

    helen.sees("The deadline for ME-0001 has passed, and nobody had taken it.")
    expect(priya.sees("ME-0001: Northbank Echo").locator(".bk")).to_contain_text(
        "Deadline: Today at 16:00 (12 minutes ago)"
    )
    expect(helen.page.locator(".clock-time")).to_have_text("Wed 16:12")
    council.until_quiet()
    assert ("head_passed", "Helen") in council.asked()
