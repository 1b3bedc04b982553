"""A children's enquiry is private from the start: every message of every channel and inbox is walked, and none has its text."""

import pytest

from storage.organisation import Organisation
from tests.journeys.approving import approve_words, ask_response, page_says
from tests.journeys.council import Council

SECRET = {
    "outlet": "Courier on Sunday",
    "journalist": "Lena Marsh, lena.marsh@courier.example",
    "deadline": "noon tomorrow",
    "question": "They ask whether the council knew the family before the fire at Larkfield.",
}
MORE = {"angle": "Their reporter was at the hearing.", "said_already": "Nothing but that we would ring."}
ANSWER = "We cannot speak about any family. We help every family that asks."
NOTE = "They will run it without us."
WISH = "That their garden is not shown."
FAMILY = {"family_told": "yes", "family_told_by": "social_worker", "family_wish": WISH}
TEXTS = (*SECRET.values(), *MORE.values(), ANSWER, NOTE, WISH, "Courier", "Lena", "Larkfield", "hearing", "any family")
HIDDEN = tuple(text for text in TEXTS if text != SECRET["deadline"])


def test_from_the_form_to_the_end_no_message_anywhere_has_a_word_of_it(either_council: Council) -> None:
    council = either_council
    tomasz, dewi, marcus, shirin = map(council.person, ("tomasz", "dewi", "marcus", "shirin"))
    for name in ("tomasz", "dewi", "helen"):
        council.person(name).home.open()

    council.raises("tomasz", **SECRET)
    marcus.inbox.last.press("Hand to my deputy")
    council.until_quiet()
    tomasz.inbox.last.press("Add more")
    tomasz.form.fill(**MORE, marks=["identifiable"]).submit()
    council.until_quiet()
    shirin.inbox.last.press("Open")
    assert SECRET["question"] in shirin.form.text
    shirin.form.close()
    shirin.inbox.last.press("I have it")
    council.until_quiet()
    council.card(channel="press-restricted", reader="dewi").press("I'll take it")
    council.until_quiet()
    approve_words(council, ANSWER, "marcus", "joan", officer="dewi")
    ask_response(council, "dewi", channel="press-restricted").fill(**FAMILY).submit()
    council.until_quiet()
    page_says(council, "dewi", "The person or family concerned was told. By: their social worker. They wanted:")
    dewi.form.close()
    council.card(channel="press-restricted", reader="dewi").press("Close")
    dewi.form.fill(outcome_note=NOTE).submit()
    council.until_quiet()
    for name in ("tomasz", "dewi", "helen", "marcus"):
        council.person(name).home.open()
    council.until_quiet()

    standing, sent = council.standing(), council.ever_sent()
    assert "ME-0001" in standing
    assert [words for words in HIDDEN if words in standing or words in sent] == []
    assert council.trail() == [
        ("Tomasz", "recorded"),
        ("Marcus", "handed_on"),
        ("Tomasz", "opened"),
        ("Tomasz", "more_added"),
        ("Shirin", "opened"),
        ("Shirin", "acknowledged"),
        ("Dewi", "claimed"),
        ("Dewi", "opened"),  # the page
        ("Dewi", "opened"),  # the form
        ("Dewi", "responded"),
        ("Dewi", "opened"),  # the page again, with the answer
        ("Dewi", "opened"),
        ("Dewi", "closed"),
    ]
    assert council.slack.log.problems() == []


def test_what_each_channel_and_person_sees_of_it(council: Council) -> None:
    council.raises("tomasz", **SECRET)
    facts = [
        "Deadline: Tomorrow at 12:00 (in 1 day)",
        "Service area: Children's social care",
        "Status: New: nobody has taken it yet",
        "Press officer: nobody yet",
    ]
    assert council.card().readable.splitlines() == [
        "ME-0001: private enquiry",
        *facts,
        "This enquiry is private. It is being dealt with in the restricted channel; those allowed can open it here.",
        "Open",
    ]
    assert council.card(channel="press-restricted").readable.splitlines() == [
        "ME-0001: private enquiry",
        *facts,
        "Asked: Dewi Hughes at 10:12 and Marcus Bell at 10:12",
        (
            "This enquiry is private, so nothing of it is shown here. "
            "Open shows it to those allowed, and writes down that they read it."
        ),
        "I'll take it",
        "Close",
        "Open",
        "Lift restriction",
    ]
    assert council.timeline(channel="press-restricted") == ["Tomasz Zieliński raised ME-0001."]
    assert council.timeline() == []
    assert council.said_to("marcus") == [
        (
            "A journalist has been in touch about Children's social care: ME-0001. Please say that you have it, so that the "
            "press office knows who to talk to.\n"
            "Deadline: Tomorrow at 12:00 (in 1 day)\n"
            "You are asked because you lead Children's social care.\n"
            "It is private, so nothing of it is shown here.\n"
            "I have it\n"
            "Call me\n"
            "Hand to my deputy\n"
            "Open"
        )
    ]
    assert [words.splitlines()[0] for words in council.said_to("tomasz")] == [
        "Thank you. Your enquiry is ME-0001. We have told Dewi Hughes and Marcus Bell."
    ]


def test_the_form_says_who_will_see_it(council: Council) -> None:
    tomasz = council.person("tomasz")
    tomasz.types("/media-enquiry")
    assert (
        "Who sees this: Priya Nair, Dewi Hughes, Helen Brooks, Marcus Bell, Shirin Daryaei and Joan Whitfield.\n"
        in tomasz.form.text
    )


@pytest.mark.parametrize("reader", ["priya", "helen"])
def test_open_shows_all_of_it_to_those_allowed_and_is_written_down(council: Council, reader: str) -> None:
    council.raises("tomasz", **SECRET)
    person = council.person(reader)
    council.card(reader=reader).press("Open")
    page = person.form.text
    assert page.splitlines()[:3] == [
        "ME-0001",
        "This enquiry is private. That you opened it has been written down.",
        "Courier on Sunday",
    ]
    assert SECRET["question"] in page
    assert SECRET["journalist"] in page
    assert "Tomasz Zieliński raised ME-0001." in page
    assert council.trail() == [("Tomasz", "recorded"), (council.name_of(person.id), "opened")]


def test_somebody_who_came_to_the_channel_by_chance_is_told_kindly_and_reads_nothing(council: Council) -> None:
    council.raises("tomasz", **SECRET)
    amara = council.person("amara")
    council.invite("amara", "press-desk")

    council.card(reader="amara").press("Open")

    assert council.private_word("amara", "press-desk") == (
        "This is private. The press office can tell you who is dealing with it."
    )
    assert not amara.has_form
    assert council.trail() == [("Tomasz", "recorded"), ("Amara", "turned_away")]
    assert [words for words in HIDDEN if words in council.standing()] == []


def test_a_press_officer_lifts_the_restriction(council: Council) -> None:
    council.raises("tomasz", **SECRET)
    council.card(channel="press-restricted", reader="dewi").press("Lift restriction")
    council.until_quiet()

    assert SECRET["question"] in council.card().readable
    assert list(council.card().buttons) == ["I'll take it", "Close", "Open"]
    assert council.card(channel="press-restricted").readable.splitlines() == [
        "ME-0001",
        "Deadline: Tomorrow at 12:00 (in 1 day)",
        "Service area: Children's social care",
        "Status: New: nobody has taken it yet",
        "Press officer: nobody yet",
        "Dewi Hughes lifted the restriction. Its card is in the press office's channel now.",
        "Open",
    ]
    assert council.timeline() == ["Dewi Hughes lifted the restriction on ME-0001."]
    assert council.trail() == [("Tomasz", "recorded"), ("Dewi", "unrestricted")]
    council.card().press("I'll take it")
    council.until_quiet()
    assert council.timeline()[-1] == "Priya Nair took ME-0001."


def test_a_mark_set_afterwards_makes_it_private_again(council: Council) -> None:
    council.raises("tomasz", **SECRET)
    council.card(channel="press-restricted").press("Lift restriction")
    council.until_quiet()
    assert SECRET["question"] in council.standing()

    council.person("tomasz").inbox.messages[0].press("Add more")
    council.person("tomasz").form.fill(marks=["police"]).submit()
    council.until_quiet()

    assert [words for words in HIDDEN if words in council.standing()] == []
    assert "Lift restriction" not in council.card(channel="press-restricted").buttons


def test_a_lift_pressed_when_a_mark_has_come_meanwhile_says_which(council: Council) -> None:
    """The button stood there; by the time it is pressed someone has marked the enquiry."""
    council.raises("tomasz", **SECRET)
    card = council.card(channel="press-restricted")
    council.slack.faults.set("silence", methods=["chat.update"])
    try:
        council.person("tomasz").inbox.messages[0].press("Add more")
        council.person("tomasz").form.fill(marks=["court"]).submit()
        card.press("Lift restriction")
        assert council.private_word("priya", "press-restricted") == (
            "This has to stay private as long as it is marked as sensitive: A court case, an arrest or a reporting restriction."
        )
    finally:
        council.slack.faults.clear()
    assert council.enquiry().restricted


def test_nobody_outside_the_readers_is_in_the_sample_organisation(council: Council) -> None:
    """The refusal above is worth something only if Amara is no reader of children's enquiries."""
    organisation: Organisation = council.organisation
    assert not organisation.is_press_office(council.person("amara").id)
