"""The answer: nothing but the approved words, the people concerned told first, and everyone who should hear, hears."""

from storage.audit import entries_of
from storage.involved import Involved
from storage.kinds import Part, Status, Subject, Told
from tests.journeys.approving import approve_words, ask_response, form_of, page_says
from tests.journeys.council import T0, Council

RESTRICTED = "press-restricted"
WORDS = "We are sorry. The review will be published in full, and we will do what it asks of us."
PRIVATE = {
    "outlet": "Courier on Sunday",
    "journalist": "Lena Marsh, lena.marsh@courier.example",
    "question": "They ask what the review will say about Larkfield.",
}
TOLD_FAMILY = {
    "family_told": Told.YES.value,
    "family_told_by": "social_worker",
    "family_wish": "That their street is not mentioned.",
}


def private_and_ready(council: Council) -> None:
    """A children's enquiry with words that the lead and a second approver have approved."""
    council.raises("tomasz", **PRIVATE)
    council.card(channel="press-restricted", reader="dewi").press("I'll take it")
    council.until_quiet()
    approve_words(council, WORDS, "marcus", "joan", officer="dewi")


def test_before_a_private_answer_goes_the_family_is_asked_about(either_council: Council) -> None:
    council = either_council
    private_and_ready(council)
    form = ask_response(council, "dewi", channel=RESTRICTED)
    assert form.values["response"] == WORDS
    assert "These are the approved words, version 1. Only they can be recorded as sent." in form.text

    form = form.fill(family_told=Told.NO.value).submit()
    assert form.errors == {"family_not_told_because": "Please fill this in."}
    form = form.fill(family_told=Told.YES.value).submit()
    assert form.errors == {"family_told_by": "Please fill this in.", "family_wish": "Please fill this in."}
    form.fill(**TOLD_FAMILY, response_way="telephone").submit()
    council.until_quiet()

    enquiry = council.enquiry()
    assert (enquiry.status, enquiry.response, enquiry.response_way) == (Status.RESPONDED, WORDS, "telephone")
    assert (enquiry.family_told, enquiry.family_told_by, enquiry.family_wish, enquiry.family_not_told_because) == (
        Told.YES,
        "social_worker",
        "That their street is not mentioned.",
        "",
    )
    page = page_says(council, "dewi", "How it reached them")
    first = page.index("How the answer went")
    assert page[first : first + 4] == [
        "How the answer went",
        "How it reached them: by telephone",
        "The person or family concerned was told. By: their social worker. They wanted:",
        "That their street is not mentioned.",
    ]
    assert council.said_to("tomasz")[-1] == (
        "We have answered the journalist about ME-0001. Press Open to read the words.\nOpen"
    )
    everything = council.standing() + council.ever_sent()
    assert [words for words in (WORDS, "their street", "Courier", "Larkfield") if words in everything] == []


def test_only_the_approved_words_can_be_recorded_as_sent(council: Council) -> None:
    private_and_ready(council)
    form = ask_response(council, "dewi", channel=RESTRICTED)
    form = form.fill(response="We say nothing.", family_told=Told.NOBODY_CONCERNED.value).submit()
    assert list(form.errors) == ["response"]
    assert council.enquiry().status == Status.READY
    assert "override_because" not in form.values

    form.fill(response=WORDS.replace(". ", ".\n")).submit()  # how the lines are broken does not count
    council.until_quiet()
    assert council.enquiry().response == WORDS


def test_the_head_of_communications_can_send_other_words_and_says_why(council: Council) -> None:
    private_and_ready(council)
    council.invite("helen", "press-restricted")
    helen = council.person("helen")
    nobody = {"response": "We say nothing.", "family_told": Told.NOBODY_CONCERNED.value}
    form = ask_response(council, "helen", channel=RESTRICTED).fill(**nobody).submit()
    assert list(form.errors) == ["response"]
    form.fill(override_because="The court sat early.").submit()
    council.until_quiet()
    enquiry = council.enquiry()
    assert (enquiry.response, enquiry.override_because, enquiry.override_by) == (
        "We say nothing.",
        "The court sat early.",
        helen.id,
    )
    page = page_says(council, "helen", "The court sat early.")
    assert page[page.index("The court sat early.") - 1] == (
        "Other words than the approved ones went. Helen Brooks decided so, because:"
    )


def test_a_private_enquiry_without_sign_off_cannot_be_answered(council: Council) -> None:
    council.raises("tomasz", **PRIVATE)
    council.card(channel="press-restricted", reader="dewi").press("I'll take it")
    council.until_quiet()
    council.card(channel=RESTRICTED, reader="dewi").press("Open")
    assert "Record the response" not in form_of(council, "dewi", "ME-0001").buttons, (
        "not offered while it cannot be done"
    )

    form = ask_response(council, "helen", channel=RESTRICTED)  # who may override, with a reason
    assert "These words are not signed off. They can only be recorded as sent with your reason" in form.text
    form = form.fill(response=WORDS, family_told=Told.NOBODY_CONCERNED.value).submit()
    assert list(form.errors) == ["response"]
    assert council.enquiry().status == Status.IN_PROGRESS


def name_in_it(council: Council, who: str) -> None:
    """Somebody may be named in the story, and has been told so."""
    with council.database.write() as session:
        session.add(
            Involved(
                enquiry_id=1,
                person=council.person(who).id,
                part=Part.MAY_BE_NAMED,
                added_by=council.person("priya").id,
                added_at=council.slack.clock.now(),
                told_at=council.slack.clock.now(),
            )
        )


def answer(council: Council, words: str) -> None:
    council.raises("amara")
    council.card().press("I'll take it")
    council.until_quiet()
    name_in_it(council, "ibrahim")
    ask_response(council, "priya").fill(response=words).submit()
    council.until_quiet()


def test_whoever_may_be_named_reads_what_was_said(council: Council) -> None:
    answer(council, "Elm House stays open.")
    assert council.said_to("ibrahim") == [
        (
            "Priya Nair in the press office has answered the journalist about ME-0001, where you may be named. This is what we said:\n"
            "Elm House stays open.\n"
            "If anyone rings you or comes to your door, you need not say anything. Ring Priya Nair on 01632 960 100 at any time."
        )
    ]


def test_whoever_may_be_named_in_a_private_enquiry_is_told_without_a_word_of_it(council: Council) -> None:
    private_and_ready(council)
    name_in_it(council, "ibrahim")
    ask_response(council, "dewi", channel=RESTRICTED).fill(family_told=Told.NOBODY_CONCERNED.value).submit()
    council.until_quiet()
    assert council.said_to("ibrahim") == [
        (
            "Dewi Hughes in the press office has answered the journalist about ME-0001, which may concern you. "
            "They will gladly read you the words.\n"
            "If anyone rings you or comes to your door, you need not say anything. Ring Priya Nair on 01632 960 100 at any time."
        )
    ]


def test_an_answer_can_be_put_right_and_everyone_who_had_it_hears(council: Council) -> None:
    answer(council, "Elm House closes in the spring.")
    council.move_to(T0.replace(hour=11))
    page_says(council, "priya", "How it reached them")
    council.person("priya").form.press("Correct the response")
    form = form_of(council, "priya", "Correct: ME-0001")
    assert form.values["response"] == "Elm House closes in the spring."
    form.fill(response="Elm House stays open.", response_way="telephone").submit()
    council.until_quiet()

    first, second = council.said_to("amara")[-2:]
    assert first == (
        "We have answered the journalist about ME-0001. The words were given by Priya Nair, Today at 10:12.\nElm House stays open."
    )
    assert second == (
        "The words given to the journalist about ME-0001 were not quite as we first told you. These are the right ones:\n"
        "Elm House stays open."
    )
    assert [said.splitlines()[1] for said in council.said_to("ibrahim")] == ["Elm House stays open."] * 2
    assert council.timeline()[-1] == "Priya Nair corrected the response to ME-0001."
    with council.database.read() as session:
        details = entries_of(session, Subject.ENQUIRY, 1)[-1].details
    assert details == {
        "response": ["Elm House closes in the spring.", "Elm House stays open."],
        "way": ["email", "telephone"],
    }
    page_says(council, "priya", "by telephone")
    council.person("priya").form.press("Correct the response")
    form_of(council, "priya", "Correct: ME-0001").submit()  # nothing changed: nothing is said
    council.until_quiet()
    assert council.timeline().count("Priya Nair corrected the response to ME-0001.") == 1
