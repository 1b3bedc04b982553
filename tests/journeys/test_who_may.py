"""Who may: every button is checked on the server. Someone else hears a private sentence, and nothing has changed."""

import pytest

from bot.desk import enquiries, leading, responses, stories, working
from bot.desk.work import Desk
from bot.rules.enquiry_form import CloseForm, MoreForm
from bot.rules.reasons import Reason, Refused
from bot.rules.response_form import ResponseForm
from bot.rules.story_form import DeclineForm
from storage.enquiry import Enquiry
from storage.kinds import Subject
from tests.journeys.council import Council

ONLY_PRESS_OFFICE = "Only the press office can do this. Your press officers are glad to help: just ask one of them."


@pytest.mark.parametrize("button", ["I'll take it", "Close"])
def test_a_lead_who_sees_the_press_desk_cannot_do_its_work(council: Council, button: str) -> None:
    council.raises("amara")
    council.invite("shirin", "press-desk")
    before = facts(council)

    council.card(reader="shirin").press(button)

    assert council.private_word("shirin", "press-desk") == ONLY_PRESS_OFFICE
    assert not council.person("shirin").has_form
    assert facts(council) == before
    assert ONLY_PRESS_OFFICE not in council.person("priya").in_channel("press-desk").text


def test_a_lead_cannot_record_the_response(council: Council) -> None:
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    council.invite("shirin", "press-desk")
    before = facts(council)

    council.card(reader="shirin").press("Record the response")

    assert council.private_word("shirin", "press-desk") == ONLY_PRESS_OFFICE
    assert not council.person("shirin").has_form
    assert facts(council) == before


@pytest.mark.parametrize("button", ["I'll take it", "Close", "Lift restriction"])
def test_legal_reads_in_the_restricted_channel_and_no_more(council: Council, button: str) -> None:
    council.raises("tomasz")
    before = facts(council)
    council.card(channel="press-restricted", reader="joan").press(button)
    assert council.private_word("joan", "press-restricted") == ONLY_PRESS_OFFICE
    assert facts(council) == before

    council.card(channel="press-restricted", reader="joan").press("Open")
    assert council.person("joan").form.title == "ME-0001"


@pytest.mark.parametrize("button", ["Pick up", "Decline"])
def test_a_lead_cannot_answer_a_story(council: Council, button: str) -> None:
    council.sends_in("amara")
    council.invite("shirin", "press-desk")
    before = (council.story().status, council.trail(1, Subject.STORY))
    council.card("GN-0001", reader="shirin").press(button)
    assert council.private_word("shirin", "press-desk") == ONLY_PRESS_OFFICE
    assert (council.story().status, council.trail(1, Subject.STORY)) == before


def test_a_story_is_read_by_its_author_and_the_press_office(council: Council) -> None:
    council.sends_in("amara")
    council.invite("shirin", "press-desk")
    council.card("GN-0001", reader="shirin").press("Open")
    assert council.private_word("shirin", "press-desk") == (
        "This is private. The press office can tell you who is dealing with it."
    )


def test_a_press_officer_who_has_moved_on_has_the_buttons_and_not_the_right(council: Council) -> None:
    """The organisation has changed since the card was posted."""
    council.raises("amara")
    card = council.card(reader="dewi")
    council.change_organisation(lambda text: text.replace('officers = ["priya", "dewi"]', 'officers = ["priya"]'))

    card.press("I'll take it")

    assert council.private_word("dewi", "press-desk") == ONLY_PRESS_OFFICE
    assert council.enquiry().officer is None


def test_the_last_deputy_has_nobody_to_hand_it_to(council: Council) -> None:
    """Joan was the deputy of Shirin when the nudge came; now there is nobody after Shirin."""
    council.raises("amara")
    nudge = council.person("shirin").inbox.last
    council.change_organisation(lambda text: text.replace('deputies = ["joan"]', "deputies = []"))
    nudge.press("Hand to my deputy")
    assert council.private_word("shirin") == (
        "There is no deputy left to hand this to. Please keep it, or ring the press office on 01632 960 100."
    )
    assert council.enquiry().lead == council.person("shirin").id


def test_no_verb_trusts_the_button_that_called_it(council: Council) -> None:
    """What no button offers is refused all the same, should somebody forge the press."""
    council.raises("amara")
    council.sends_in("amara")
    desk, tomasz = council.bot.desk, council.person("tomasz").id
    lead_nudge = next(one.id for one in council.nudges() if one.step == "lead_new")
    deeds = {
        "claim": lambda: working.claim(desk, 1, person=tomasz),
        "acknowledge": lambda: leading.acknowledge(desk, lead_nudge, person=tomasz),
        "hand_on": lambda: leading.hand_on(desk, lead_nudge, person=tomasz),
        "add_more": lambda: enquiries.add_more(desk, 1, MoreForm(angle="?"), person=tomasz),
        "open_up": lambda: enquiries.open_up(desk, 1, person=tomasz),
        "respond": lambda: responses.respond(desk, 1, ResponseForm("No."), person=tomasz),
        "close": lambda: working.close(desk, 1, CloseForm("declined"), person=tomasz),
        "pick_up": lambda: stories.pick_up(desk, 1, person=tomasz),
        "decline": lambda: stories.decline(desk, 1, DeclineForm("No.", "In May."), person=tomasz),
    }
    before = (facts(council), council.story().status)
    assert {deed: refusal(do) for deed, do in deeds.items()} == {
        "claim": Reason.NOT_PRESS_OFFICE,
        "acknowledge": Reason.NOT_YOUR_NUDGE,
        "hand_on": Reason.NOT_YOUR_NUDGE,
        "add_more": Reason.NOT_YOURS,
        "open_up": Reason.NOT_PRESS_OFFICE,
        "respond": Reason.NOT_PRESS_OFFICE,
        "close": Reason.NOT_PRESS_OFFICE,
        "pick_up": Reason.NOT_PRESS_OFFICE,
        "decline": Reason.NOT_PRESS_OFFICE,
    }
    assert (facts(council), council.story().status) == before


def test_what_is_not_there_is_said_kindly(council: Council) -> None:
    desk: Desk = council.bot.desk
    assert refusal(lambda: working.claim(desk, 99, person=council.person("priya").id)) == Reason.NOT_FOUND
    assert refusal(lambda: leading.acknowledge(desk, 99, person=council.person("priya").id)) == Reason.NOT_FOUND


def facts(council: Council) -> tuple[object, ...]:
    """What the database holds of the first enquiry."""
    enquiry: Enquiry = council.enquiry()
    kept = (
        enquiry.status,
        enquiry.officer,
        enquiry.restricted,
        enquiry.lead,
        enquiry.lead_acknowledged_by,
        enquiry.version,
    )
    return (*kept, council.trail())


def refusal(do: object) -> Reason | None:
    assert callable(do)
    try:
        do()
    except Refused as refused:
        return refused.reason
    return None
