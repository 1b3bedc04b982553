"""Add more: what the short form did not ask. A mark makes the enquiry private, and takes its text out of all that was posted."""

from bot.desk import enquiries
from bot.rules.enquiry_form import MoreForm
from tests.journeys.council import ENQUIRY, QUESTION, Council

ANGLE = "They seem to know of last year's inspection."
OTHERS = {
    "how_it_came": "By phone, to the front desk.",
    "angle": ANGLE,
    "said_already": "That someone would ring back.",
    "links": "https://echo.example/elm-house",
}
TEXTS = (*ENQUIRY.values(), QUESTION, *OTHERS.values(), "Elm House", "Sam Poole", "Northbank Echo", "7946")


def test_more_is_added_and_opens_with_what_was_added_before(council: Council) -> None:
    council.raises("amara")
    amara = council.person("amara")
    amara.inbox.last.press("Add more")
    form = amara.form
    assert form.text.splitlines()[:3] == [
        "Add more: ME-0001",
        "Whatever you know helps. Leave the rest empty.",
        (
            "How to write it: “the child”, “the mother”. Never names of people we support, or schools. "
            "Leave out anything said in court or taken from court papers: legal will ring you."
        ),
    ]
    assert (
        "If you tick any of the first boxes, the enquiry becomes private: only named people can read it." in form.text
    )
    form.fill(**OTHERS).submit()
    council.until_quiet()

    assert council.timeline()[-1] == "Amara Okafor added more to ME-0001."
    assert council.trail() == [("Amara", "recorded"), ("Amara", "more_added")]
    assert not council.enquiry().restricted
    council.card().press("Open")
    page = council.person("priya").form.text
    assert all(words in page for words in OTHERS.values())

    amara.inbox.messages[0].press("Add more")
    assert {field: amara.form.values[field] for field in OTHERS} == OTHERS


def test_the_form_of_a_private_one_says_that_it_is(council: Council) -> None:
    council.raises("amara", question="Is it true that Elm House is to close in the spring?")
    amara = council.person("amara")
    amara.inbox.messages[0].press("Add more")
    amara.form.fill(marks=["sexual_offence"]).submit()
    council.until_quiet()
    assert council.enquiry().restricted
    amara.inbox.last.press("Add more")
    assert "This enquiry is private: only named people can read it." in amara.form.text
    assert "becomes private" not in amara.form.text


def test_the_same_again_adds_nothing(council: Council) -> None:
    council.raises("amara")
    for _ in range(2):
        council.person("amara").inbox.messages[0].press("Add more")
        council.person("amara").form.fill(**OTHERS).submit()
        council.until_quiet()
    assert council.trail() == [("Amara", "recorded"), ("Amara", "more_added")]


def test_personal_data_is_caught_here_too_and_everything_stays(council: Council) -> None:
    council.raises("amara")
    amara = council.person("amara")
    amara.inbox.last.press("Add more")
    form = amara.form.fill(**{**OTHERS, "angle": "It is about AB123456C."}).submit()
    assert form.errors == {
        "angle": "Please take this out: AB123456C. It looks like a National Insurance number. “The person” says enough."
    }
    assert form.values["said_already"] == OTHERS["said_already"]


def test_a_mark_blanks_everything_that_was_posted(either_council: Council) -> None:
    """By then cards, nudges, news, thread lines, Homes and a recorded answer stand in Slack with its text. None of it may stay."""
    council = either_council
    council.raises("amara")
    for name in ("amara", "priya", "helen"):
        council.person(name).home.open()
    council.card().press("I'll take it")
    council.until_quiet()
    council.advance(hours=1.6)  # the lead and the deputy have been asked again by now
    council.until_quiet()
    council.card().press("Record the response")
    council.person("priya").form.fill(response="Elm House stays open.").submit()
    council.until_quiet()
    before = council.standing()
    assert [words for words in ("Elm House", "Sam Poole", "Northbank Echo") if words not in before] == []
    assert ("deputy", "Joan") in council.asked()

    council.person("amara").inbox.messages[0].press("Add more")
    council.person("amara").form.fill(**OTHERS, marks=["not_sure"]).submit()
    council.until_quiet()

    after = council.standing()
    assert [words for words in (*TEXTS, "stays open") if words in after] == []
    assert council.enquiry().restricted
    assert council.card().readable.splitlines() == [
        "ME-0001: private enquiry",
        "Deadline: Today at 16:00",
        "Service area: Adults' social care",
        "Status: Answered",
        "Press officer: Priya Nair",
        "This enquiry is private. It is being dealt with in the restricted channel; those allowed can open it here.",
        "Open",
    ]
    restricted = council.card(channel="press-restricted")
    assert list(restricted.buttons) == ["Close", "Open", "Lift restriction"]
    assert council.timeline(channel="press-restricted") == ["Amara Okafor added more to ME-0001."]

    restricted.press("Open")
    page = council.person("priya").form.text
    assert [words for words in (QUESTION, "Marks: I am not sure", *OTHERS.values()) if words not in page] == []
    assert council.trail()[-1] == ("Priya", "opened")


def test_a_mark_that_someone_was_sure_of_keeps_it_private(council: Council) -> None:
    council.raises("amara")
    council.person("amara").inbox.last.press("Add more")
    council.person("amara").form.fill(marks=["court", "police"]).submit()
    council.until_quiet()
    card = council.card(channel="press-restricted")
    assert "Lift restriction" not in card.buttons


def test_not_sure_is_a_question_that_the_press_office_may_answer(council: Council) -> None:
    council.raises("amara")
    council.person("amara").inbox.last.press("Add more")
    council.person("amara").form.fill(marks=["not_sure"]).submit()
    council.until_quiet()
    council.card(channel="press-restricted").press("Lift restriction")
    council.until_quiet()
    assert not council.enquiry().restricted
    assert QUESTION in council.card().readable


def test_what_was_on_its_way_to_slack_when_the_mark_was_set_is_blanked_too(council: Council) -> None:
    """The first messages were rendered with the text and are still under way when the mark is saved: they stand for a moment, no longer."""
    council.slack.faults.set("slow", ms=400, methods=["chat.postMessage"])
    amara = council.person("amara")
    amara.types("/media-enquiry")
    amara.form.fill(**ENQUIRY).submit()
    council.until(lambda: "Elm House" in council.ever_sent(), "the first message with the text is on its way")

    enquiries.add_more(council.bot.desk, 1, MoreForm(marks=("police",)), person=amara.id)
    council.until_quiet()

    assert [words for words in TEXTS if words in council.standing()] == []
