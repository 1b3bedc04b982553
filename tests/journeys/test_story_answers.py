"""The answer to a story: a question and what comes back, telling it somewhere, a second pair of eyes, two ideas that become one."""

from typing import Any

import pytest
from sqlalchemy import select

from storage.kinds import Subject, Use
from storage.story import StoryIdea, consents_of
from storage.story_around import StoryQuestion, questions_of
from storage.story_told import Telling, tellings_of
from tests.journeys.council import Council

AGREED: dict[str, Any] = {
    "recognisable": "agreed",
    "consent_who": "the tenant",
    "consent_how": "She told us, and has seen the words.",
    "consent_uses": ["colleagues", "website"],
}
HERE: dict[str, Any] = {"tell_use": "website", "tell_place": "The council's website", "tell_day": "2026-03-04"}


def questions(council: Council, number: int = 1) -> list[StoryQuestion]:
    with council.database.read() as session:
        return questions_of(session, number)


def tellings(council: Council, number: int = 1) -> list[tuple[Use, str, str]]:
    with council.database.read() as session:
        return [(one.use, one.place, one.link) for one in tellings_of(session, number)]


def asks(council: Council, question: str = "Which day was it?") -> None:
    council.card("GN-0001").press("Ask the author")
    council.person("priya").form.fill(story_question=question).submit()
    council.until_quiet()


def has_seen_the_words(council: Council) -> None:
    with council.database.write() as session:
        for consent in consents_of(session, [1])[1]:
            consent.seen_words = True


def tells(council: Council, who: str = "priya", **changes: Any) -> Any:
    council.card("GN-0001", reader=who).press("Tell it here")
    form = council.person(who).form.fill(**{**HERE, **changes}).submit()
    council.until_quiet()
    return form


def test_the_author_is_asked_and_answers_with_the_button(either_council: Council) -> None:
    council = either_council
    council.sends_in()
    asks(council)
    assert council.said_to("amara")[-1] == (
        "Priya Nair in the press office has a question about your story GN-0001.\nWhich day was it?\n"
        "Press Answer, or reply in this message’s thread. There is no hurry: the idea does not get lost meanwhile.\nAnswer"
    )
    council.person("amara").inbox.last.press("Answer")
    form = council.person("amara").form
    assert form.title == "Answer: GN-0001"
    form.fill(story_answer="On Saturday, all afternoon.").submit()
    council.until_quiet()
    assert council.said_to("amara")[-1].endswith("You answered. Thank you.")
    assert council.said_to("priya")[-1] == (
        "Amara Okafor has answered your question about GN-0001.\nOn Saturday, all afternoon.\nOpen"
    )
    assert council.timeline("GN-0001")[-2:] == [
        "Priya Nair asked the authors of GN-0001:\nWhich day was it?",
        "Amara Okafor answered what was asked about GN-0001:\nOn Saturday, all afternoon.",
    ]
    council.card("GN-0001").press("Open")
    assert "On Saturday, all afternoon." in council.person("priya").form.text
    assert council.story().status == "new"  # it still waits for its answer
    assert council.trail(1, Subject.STORY)[-2:] == [("Priya", "author_asked"), ("Amara", "question_answered")]


def test_nobody_else_answers_and_only_once(council: Council) -> None:
    council.sends_in()
    asks(council)
    message = council.person("amara").inbox.last
    message.press("Answer")
    first = council.person("amara").form
    first.fill(story_answer="On Saturday.").submit()
    council.until_quiet()
    assert [one.answer for one in questions(council)] == ["On Saturday."]
    first_again = council.person("amara").inbox.last
    assert "Answer" not in first_again.buttons


def test_a_question_about_a_story_that_is_kept_back_has_no_words_in_the_channel(council: Council) -> None:
    council.sends_in(recognisable="not_asked", tell_colleagues=[])
    asks(council, "Has the tenant seen it?")
    council.person("amara").inbox.last.press("Answer")
    council.person("amara").form.fill(story_answer="Not the tenant, her daughter has.").submit()
    council.until_quiet()
    assert council.timeline("GN-0001")[-2:] == [
        "Priya Nair asked the authors of GN-0001.",
        "Amara Okafor answered what was asked about GN-0001.",
    ]
    assert council.said_to("priya")[-1] == (
        "Amara Okafor has answered your question about GN-0001. Press Open to read it.\nOpen"
    )
    assert "her daughter" not in council.standing().split('"home"')[0].replace("Has the tenant", "")


def test_told_on_the_website_and_its_author_hears_where(either_council: Council) -> None:
    council = either_council
    council.sends_in("ibrahim", **AGREED)
    has_seen_the_words(council)
    form = tells(council, tell_link="https://northbank.example/garden")
    assert not form.is_open, form.errors
    assert tellings(council) == [(Use.WEBSITE, "The council's website", "https://northbank.example/garden")]
    assert council.said_to("ibrahim")[-1] == (
        "Your story GN-0001 is out. Priya Nair told it on Wednesday 4 March, here: The council's website. "
        "Thank you for telling us. It would not be there without you.\nRead it here"
    )
    story = council.story()
    assert (story.status, council.name_of(story.officer or "")) == ("told", "Priya")
    assert council.asked(1, Subject.STORY) == []
    assert council.timeline("GN-0001")[-1] == ("Priya Nair told GN-0001:\nThe council's website, Wednesday 4 March")


@pytest.mark.parametrize(
    ("answers", "use", "sentence"),
    [
        ({"recognisable": "not_asked"}, "website", "Once they have been asked, have agreed"),
        (AGREED, "website", "Not everyone in it has seen the words yet."),
        (AGREED, "press", "Not everyone in it has agreed to this: given to the press."),
    ],
)
def test_what_nobody_agreed_to_is_refused_with_what_would_make_it_possible(
    council: Council, answers: dict[str, Any], use: str, sentence: str
) -> None:
    council.sends_in(**{"tell_colleagues": [], **answers})
    form = tells(council, tell_use=use)
    assert form.is_open
    assert sentence in form.errors["tell_use"]
    assert tellings(council) == []
    assert council.story().status == "new"


def test_declining_needs_a_suggestion_too(council: Council) -> None:
    council.sends_in()
    council.card("GN-0001").press("Decline")
    form = council.person("priya").form.fill(declined_because="We told of a garden last week.").submit()
    assert form.is_open
    assert "suggestion" in form.errors
    form.fill(suggestion="Send us a picture in May.").submit()
    council.until_quiet()
    assert council.story().suggestion == "Send us a picture in May."


def test_two_ideas_of_one_thing_become_one(either_council: Council) -> None:
    council = either_council
    council.sends_in("amara")
    council.sends_in("ibrahim", title="Our garden at Elm House")
    assert (
        "Like this one\nGN-0001 A garden for everyone (waiting for the press office)"
        in council.card("GN-0002").readable
    )
    council.card("GN-0002").press("Open")
    council.person("priya").form.press("Join with this one")
    council.until_quiet()
    assert council.story(2).status == "joined"
    assert council.said_to("ibrahim")[-1].startswith("Two ideas tell of the same good thing, so Priya Nair")
    assert council.said_to("amara")[-1].startswith("Somebody else wrote of the same good thing, so Priya Nair")
    council.card("GN-0001").press("Pick up")
    council.until_quiet()
    for author in ("amara", "ibrahim"):
        assert council.said_to(author)[-1].startswith("Good news: Priya Nair in the press office has picked up"), author


def test_a_second_pair_of_eyes_before_a_story_with_a_child_is_told(council: Council) -> None:
    council.sends_in("ibrahim", title="Our garden at Elm House")
    tells(council)
    council.sends_in("amara")
    with council.database.write() as session:
        story = session.get_one(StoryIdea, 2)
        story.about_child = True
    council.card("GN-0002").press("Pick up")
    council.until_quiet()
    assert "a second press officer looks before it is told" in council.card("GN-0002").readable
    council.card("GN-0002").press("Tell it here")
    form = council.person("priya").form.fill(**HERE).submit()
    assert "so a second press officer looks first" in form.errors["tell_use"]
    form.close()
    council.card("GN-0002").press("Open")
    page = council.person("priya").form
    assert "GN-0001 Our garden at Elm House: The council's website, Wednesday 4 March 2026" in page.text
    assert "I have looked" not in page.buttons
    page.close()
    council.card("GN-0002", reader="dewi").press("Open")
    council.person("dewi").form.press("I have looked")
    council.until_quiet()
    assert "A second pair of eyes: Dewi" in council.card("GN-0002").readable
    council.card("GN-0002").press("Tell it here")
    assert not council.person("priya").form.fill(**HERE).submit().is_open
    with council.database.read() as session:
        assert len(list(session.scalars(select(Telling)))) == 2
