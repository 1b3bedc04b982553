"""The form in a worried person's hands: what it says first, what it makes of typed words, and that it never loses any."""

import pytest

from storage.enquiry import Enquiry
from tests.journeys.council import ENQUIRY, JOURNALIST, QUESTION, Council


def test_what_someone_worried_needs_comes_before_the_questions(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/media-enquiry", channel="general")
    assert amara.form.text.splitlines() == [
        "Media enquiry",
        "Is anyone in danger now? Ring 999 or 01632 960 999 first.",
        "Rather talk? The duty press officer is Priya Nair on 01632 960 100.",
        "What to say to the journalist now",
        "“I'll ask our press office to ring you straight back.”",
        (
            "Take their name, outlet, number and deadline. Don't confirm whether a person is known to our services, "
            "and don't say “no comment”."
        ),
        (
            "How to write it: “the child”, “the mother”. Never names of people we support, or schools. "
            "Leave out anything said in court or taken from court papers: legal will ring you."
        ),
        (
            "Who sees this: Priya Nair, Dewi Hughes, Helen Brooks, Shirin Daryaei and Joan Whitfield, "
            "and those in the press office's channel."
        ),
        "Nothing here limits whistleblowing or union activity, and nothing here may be used to find out who spoke to the media.",
        "Have they asked us before? Find them here, and we fill in the first two answers. If not, just go on.",
        "A name or an outlet",
        "Who are they from?",
        "The newspaper, programme, website or agency.",
        "Journalist's name and number",
        "A phone number or an e-mail address, so that we can get back to them.",
        "When do they need an answer?",
        "For example: 4pm today, Friday 10am, or none given.",
        "What do they ask?",
        "In their words, as far as you remember.",
        "Service area: Adults' social care, your team's. If it is about another, say so in the question.",
        "Should anyone not hear of this?",
        "Choose people",
        "For someone who is part of the matter. They are not told of it, and are not told that they were left out.",
        "Cancel",
        "Send to press office",
    ]


def test_words_typed_after_the_command_are_in_the_form(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/media-enquiry BBC, Sam Poole 020 7946 0000, 4pm today, care home closure", channel="general")
    assert amara.form.values == {
        "known_asker": None,
        "outlet": "BBC",
        "journalist": "Sam Poole 020 7946 0000",
        "deadline": "4pm today",
        "question": "care home closure",
        "excluded": [],
    }
    amara.form.submit()
    council.until_quiet()
    assert "care home closure" in council.card().readable


def test_what_is_not_understood_lands_in_the_question(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/media-enquiry someone rang about the flood at Elm House and sounded cross")
    assert amara.form.values["question"] == "someone rang about the flood at Elm House and sounded cross"


def test_someone_whose_team_we_do_not_know_is_asked_which_service(council: Council) -> None:
    helen = council.person("helen")
    helen.types("/media-enquiry")
    form = helen.form
    assert form.fields["service_area"] == "Which service is it about?"
    assert (
        "Who sees this: Priya Nair, Dewi Hughes, Helen Brooks, Shirin Daryaei and Joan Whitfield, "
        "and the lead and deputies of the service area you choose."
    ) in form.text
    form.fill(**ENQUIRY, service_area="children").submit()
    council.until_quiet()
    assert council.enquiry().service_area == "children"
    assert council.enquiry().restricted


PASSED = "That time has already passed. Please give one that lies ahead, or write: none given."
NOT_UNDERSTOOD = "Please write the deadline another way, such as: 4pm today, Friday 10am, or none given."
UNREACHABLE = "Please add the journalist's phone number or e-mail address, so that we can get back to them."
TOO_LONG = "This is longer than will fit. Please shorten it to 150 characters."
PERSONAL = "Please take this out: 943 476 5919. It looks like an NHS number. “The child” or “the mother” says enough."
MISSING = "Please fill this in."


@pytest.mark.parametrize(
    ("answers", "errors"),
    [
        ({"deadline": "9am today"}, {"deadline": PASSED}),
        ({"deadline": "when the cows come home"}, {"deadline": NOT_UNDERSTOOD}),
        ({"journalist": "Sam Poole"}, {"journalist": UNREACHABLE}),
        ({"outlet": "E" * 151}, {"outlet": TOO_LONG}),
        ({"question": "Was 943 476 5919 known to you?"}, {"question": PERSONAL}),
        (
            {"question": "?" * 3_001},
            {"question": "Please use 3000 characters or fewer (you have 3001)"},
        ),
        ({"question": "   "}, {"question": MISSING}),
        (
            {"deadline": "9am today", "journalist": "Sam", "question": "Was 943 476 5919 known?"},
            {"deadline": PASSED, "journalist": UNREACHABLE, "question": PERSONAL},
        ),
    ],
    ids=[
        "passed",
        "not understood",
        "no way to reach",
        "outlet too long",
        "personal data",
        "3,001 characters",
        "blank",
        "several at once",
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field_and_everything_typed_stays(
    council: Council, answers: dict[str, str], errors: dict[str, str]
) -> None:
    amara = council.person("amara")
    amara.types("/media-enquiry")
    typed = {**ENQUIRY, **answers}

    form = amara.form.fill(**typed).submit()

    assert form.errors == errors
    assert form.values == {"known_asker": None, **typed, "excluded": []}
    assert council.count(Enquiry) == 0

    form.fill(**ENQUIRY).submit()  # put right, the very same form goes through
    council.until_quiet()
    assert not form.is_open
    assert council.enquiry().question == QUESTION


def test_a_question_of_three_thousand_characters_goes_through_and_can_be_read_to_its_end(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/media-enquiry")
    question = "Why? " * 600
    form = amara.form.fill(**{**ENQUIRY, "question": question.strip()}).submit()
    council.until_quiet()
    assert not form.is_open
    assert council.enquiry().question == question.strip()
    assert "Cut here. Press Open to read it all." in council.card().readable
    council.card().press("Open")
    assert "".join(council.person("priya").form.text.split()).count("Why?") == 600


def test_words_too_long_for_their_box_are_given_back_above_it(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/media-enquiry " + "why " * 800)
    assert "These words did not fit in the box below. They are here so that you can copy them:" in amara.form.text
    assert amara.form.text.count("why") + amara.form.values["question"].count("why") >= 800


@pytest.mark.parametrize("words", ["none given", "no deadline", "asap"])
def test_no_deadline_is_an_answer_too(council: Council, words: str) -> None:
    council.raises("amara", deadline=words)
    assert council.enquiry().deadline is None
    assert council.card().readable.splitlines()[1] == "Deadline: none given"
    assert f"Deadline as given: {words}" in council.card().readable


def test_the_answer_was_lost_and_the_person_corrects_and_sends_again(either_council: Council) -> None:
    """Slack showed an error though all was saved. The form is still there: sent again it amends the enquiry, and makes no second one."""
    council = either_council
    amara = council.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(**ENQUIRY)
    council.loses_the_next_answer()
    form.submit()
    assert form.trouble, "Slack shows an error, and the form stays"
    council.slack_is_patient_again()
    council.until_quiet()

    form.fill(question="Is it true that Elm House is to close in May?", deadline="2pm today").submit()
    council.until_quiet()

    assert not form.is_open
    assert council.count(Enquiry) == 1
    assert council.enquiry().question == "Is it true that Elm House is to close in May?"
    assert "in May?" in council.card().readable
    assert QUESTION not in council.card().readable
    assert "Deadline: Today at 14:00 (in 3 hours)" in council.card().readable
    assert "Urgent" in council.card().readable
    assert council.timeline() == ["Amara Okafor raised ME-0001.", "Amara Okafor corrected ME-0001."]
    assert council.trail() == [("Amara", "recorded"), ("Amara", "amended")]
    assert [message for message in council.said_to("shirin") if QUESTION in message] == [], (
        "the nudge asks what is asked now"
    )


def test_the_answer_was_lost_and_the_person_sends_the_same_again(either_council: Council) -> None:
    council = either_council
    amara = council.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(**ENQUIRY)
    council.loses_the_next_answer()
    form.submit()
    council.slack_is_patient_again()

    form.submit()
    council.until_quiet()

    assert not form.is_open
    assert council.count(Enquiry) == 1
    assert council.trail() == [("Amara", "recorded")]
    assert len(council.said_to("amara")) == len(council.said_to("shirin")) == 1


def test_the_journalist_is_kept_as_typed(council: Council) -> None:
    council.raises("amara", journalist="  Sam Poole <sam.poole@echo.example>  ")
    assert council.enquiry().journalist == "Sam Poole <sam.poole@echo.example>"
    assert "Journalist: Sam Poole <sam.poole@echo.example>" in council.card().readable
    assert JOURNALIST not in council.standing()
