"""Restricted means private: no message about such an enquiry holds a word of it."""

import json

from bot.messages import enquiry_card, home
from bot.messages import nudge as nudges
from storage.finding import Page
from storage.home import Home
from storage.kinds import Outcome, Recognisable, Status, Step
from tests.messages.everything import enquiry_messages, story_messages
from tests.messages.samples import LEAD, OFFICER, T0, enquiry, nudge, organisation, seen, story

SECRET = "Kestrel Lodge"
NEW_TO_LEAD = "A journalist has been in touch about Adults' social care"


def test_no_message_about_a_restricted_enquiry_holds_a_word_of_it() -> None:
    leaks = [
        name
        for name, message in enquiry_messages(SECRET, organisation(), restricted=True)
        if SECRET in message.text or SECRET in json.dumps(message.blocks)
    ]
    assert leaks == []


def test_the_same_messages_do_hold_it_when_it_is_not_restricted() -> None:
    shown = {
        name.split()[0]
        for name, message in enquiry_messages(SECRET, organisation(), restricted=False)
        if SECRET in json.dumps(message.blocks)
    }
    assert shown == {"card", "news", "nudge"}


def test_the_home_page_names_a_restricted_enquiry_and_no_more() -> None:
    private = enquiry(outlet=SECRET, restricted=True, status=Status.CLOSED, outcome=Outcome.DECLINED)
    page = json.dumps(home.view(OFFICER, organisation(), T0, Home(mine=(private,), board=Page((private,), count=1))))
    assert SECRET not in page
    assert "declined" not in page.lower()
    assert "ME-0042" in page


def test_a_story_of_someone_who_was_not_asked_stays_out_of_every_channel() -> None:
    leaks = [
        name
        for name, message in story_messages(SECRET, organisation())
        if name.startswith("story card")
        and name.endswith("not_asked")
        and SECRET in json.dumps(message.blocks) + message.text
        and "declined" not in name
    ]
    assert leaks == []
    page = json.dumps(
        home.view(OFFICER, organisation(), T0, Home(ideas=(story(title=SECRET, recognisable=Recognisable.NOT_ASKED),)))
    )
    assert SECRET not in page


def test_the_restricted_card_says_four_facts_and_has_every_button() -> None:
    private = enquiry(restricted=True, service_area="children", status=Status.IN_PROGRESS, officer=OFFICER)
    assert seen(enquiry_card.restricted_card(private, organisation(), T0)) == [
        "ME-0042: private enquiry",
        "Deadline: Today at 16:00 (in 6 hours)",
        "Service area: Children's social care",
        "Status: A press officer is working on it",
        "Press officer: Ada Okoro",
        "This enquiry is private, so nothing of it is shown here. Open shows it to those allowed, and writes down that they read it.",
        *["Draft a statement", "Close", "Open", "Lift restriction"],
    ]


def test_a_card_of_a_restricted_enquiry_is_its_stub_even_if_asked_for_the_card() -> None:
    private = enquiry(restricted=True)
    assert enquiry_card.card(private, organisation(), T0) == enquiry_card.stub(private, organisation(), T0)


def test_a_lead_can_open_a_private_enquiry_from_the_nudge() -> None:
    asked = nudges.message(nudge(Step.LEAD_NEW, LEAD), enquiry(restricted=True), organisation(), T0)
    assert seen(asked) == [
        f"{NEW_TO_LEAD}: ME-0042. Please say that you have it, so that the press office knows who to talk to.",
        "Deadline: Today at 16:00 (in 6 hours)",
        "You are asked because you lead Adults' social care.",
        "It is private, so nothing of it is shown here.",
        *["I have it", "Call me", "Hand to my deputy", "Open"],
    ]
